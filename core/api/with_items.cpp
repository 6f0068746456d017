#include "api/with_items.h"

#include "syntax/syntax_walk.h"

namespace namescape {

std::vector<WithItemPlace> withItems(const SyntaxTree& tree) {
    std::vector<WithItemPlace> places;
    walkSyntax(tree.module().body, [&](const Statement& statement) {
        if (statement.kind != StatementKind::With) return;
        const auto& with = as<WithStatement>(statement);
        for (const WithItem& item : with.items) places.push_back({&item, with.body.range});
    });
    return places;
}

}  // namespace namescape
