#include "api/with_items.h"

namespace namescape {

namespace {

class Collector {
public:
    void visit(const Block& block) {
        for (const Statement* statement : block.statements) visit(*statement);
    }

    std::vector<WithItemPlace> places;

private:
    void visit(const Statement& statement) {
        switch (statement.kind) {
        case StatementKind::Error: return visitAll(as<ErrorStatement>(statement).blocks);
        case StatementKind::If: return visit(as<IfStatement>(statement));
        case StatementKind::While: return visitLoop(as<WhileStatement>(statement));
        case StatementKind::For: return visitLoop(as<ForStatement>(statement));
        case StatementKind::With: return visit(as<WithStatement>(statement));
        case StatementKind::Try: return visit(as<TryStatement>(statement));
        case StatementKind::Function: return visit(as<FunctionStatement>(statement).body);
        case StatementKind::Class: return visit(as<ClassStatement>(statement).body);
        default: return;
        }
    }

    void visitAll(const List<Block>& blocks) {
        for (const Block& block : blocks) visit(block);
    }

    void visit(const IfStatement& statement) {
        for (const IfBranch& branch : statement.branches) visit(branch.body);
        visit(statement.orElse);
    }

    template <typename Loop>
    void visitLoop(const Loop& loop) {
        visit(loop.body);
        visit(loop.orElse);
    }

    void visit(const WithStatement& statement) {
        for (const WithItem& item : statement.items) places.push_back({&item, statement.body.range});
        visit(statement.body);
    }

    void visit(const TryStatement& statement) {
        visit(statement.body);
        for (const ExceptHandler& handler : statement.handlers) visit(handler.body);
        visit(statement.orElse);
        visit(statement.finally);
    }
};

}  // namespace

std::vector<WithItemPlace> withItems(const SyntaxTree& tree) {
    Collector collector;
    collector.visit(tree.module().body);
    return std::move(collector.places);
}

}  // namespace namescape
