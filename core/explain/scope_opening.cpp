#include "explain/scope_opening.h"

#include "explain/call_edits.h"
#include "syntax/syntax_walk.h"

#include <algorithm>

namespace namescape {

namespace {

// The functions that open scopes, by the last part of how they are called.
struct ScopeFunction {
    std::string_view name;
    bool isVariableScope;
    int namePosition;  // behind `values`, in the older ones
};

constexpr ScopeFunction kScopeFunctions[] = {{"name_scope", false, 0}, {"variable_scope", true, 0}, {"op_scope", false, 1}, {"variable_op_scope", true, 1}};

const ScopeFunction* functionOf(const SyntaxTree& tree, const CallExpression& call) {
    const std::string_view callee = tree.text(call.callee->range);
    const std::string_view last = callee.substr(callee.rfind('.') + 1);
    const auto* found = std::find_if(std::begin(kScopeFunctions), std::end(kScopeFunctions), [&](const ScopeFunction& each) { return each.name == last; });
    return found == std::end(kScopeFunctions) ? nullptr : found;
}

const CallExpression* callOf(const WithItem& item) {
    return item.context->kind == ExpressionKind::Call ? &as<CallExpression>(*item.context) : nullptr;
}

std::string_view nameKeyword(const ScopeOpening& opening) {
    return opening.isVariableScope ? "name_or_scope" : "name";
}

Result<ScopeOpening> openingOf(const SyntaxTree& tree, const WithStatement& with, const WithItem& item) {
    const CallExpression* call = callOf(item);
    const ScopeFunction* function = call ? functionOf(tree, *call) : nullptr;
    if (!function) return Failure{"this with statement calls neither name_scope nor variable_scope"};
    if (!tree.text(call->range).ends_with(')')) return Failure{"the scope's call has no closing bracket yet"};
    if (call->hasUnpacking) return Failure{"the scope's arguments are given by * or **, so they stand elsewhere"};
    ScopeOpening opening{&with, &item, call, function->isVariableScope, function->namePosition};
    opening.name = argumentOf(tree, *call, nameKeyword(opening), opening.namePosition);
    opening.defaultName = argumentOf(tree, *call, "default_name", opening.namePosition + 1);
    if (opening.isVariableScope) opening.reuse = argumentOf(tree, *call, "reuse", kReusePosition);
    return opening;
}

template <typename Visit>
void visitWithItems(const SyntaxTree& tree, const Visit& visit) {
    walkSyntax(tree.module().body, [&](const Statement& statement) {
        if (statement.kind != StatementKind::With) return;
        const auto& with = as<WithStatement>(statement);
        for (const WithItem& item : with.items) visit(with, item);
    });
}

// As it is to be written in place of what is there.
std::string written(const ProgramText& program, const Expression* now, const std::string& wish) {
    if (!nameIn(now)) return wish;
    return now && now->kind == ExpressionKind::String ? quotedLike(program, *now, wish) : '"' + wish + '"';
}

// What is inserted at one place is one edit: an empty pair of parentheses takes its first argument without a comma before it.
std::vector<TextEdit> joined(const std::vector<TextEdit>& edits, bool hasArguments) {
    std::vector<TextEdit> all;
    for (const TextEdit& edit : edits) {
        const bool isAtLast = !all.empty() && all.back().range == edit.range && edit.range.begin == edit.range.end;
        if (isAtLast) all.back().replacement += (hasArguments ? "" : ", ") + edit.replacement;
        else all.push_back(edit);
    }
    return all;
}

bool isWritten(const ProgramText& program, const Expression* now, const std::string& wish) {
    return nameIn(now).value_or(now ? program.text(now->range) : std::string_view()) == wish;
}

}  // namespace

std::optional<std::string_view> nameIn(const Expression* expression) {
    if (!expression || expression->kind == ExpressionKind::None) return std::string_view();
    return expression->kind == ExpressionKind::String ? std::optional(as<StringExpression>(*expression).value) : std::nullopt;
}

std::vector<ScopeOpening> scopeOpeningsAround(const SyntaxTree& tree, SourceRange line) {
    std::vector<ScopeOpening> openings;
    visitWithItems(tree, [&](const WithStatement& with, const WithItem& item) {
        if (with.range.end <= line.begin || line.end <= with.range.begin) return;
        if (Result<ScopeOpening> opening = openingOf(tree, with, item)) openings.push_back(*opening);
    });
    std::reverse(openings.begin(), openings.end());
    return openings;
}

Result<ScopeOpening> scopeOpeningAt(const SyntaxTree& tree, std::uint32_t begin) {
    Result<ScopeOpening> found = Failure{"no with statement stands there"};
    visitWithItems(tree, [&](const WithStatement& with, const WithItem& item) {
        if (item.context->range.begin == begin) found = openingOf(tree, with, item);
    });
    return found;
}

std::vector<TextEdit> editsFor(const ProgramText& program, const ScopeOpening& opening, const ScopeWish& wish) {
    std::vector<TextEdit> edits;
    const auto set = [&](std::string_view keyword, int position, const Expression* now, const std::optional<std::string>& text) {
        if (text && !isWritten(program, now, *text)) edits.push_back(setArgument(program, *opening.call, keyword, position, written(program, now, *text)));
    };
    set(nameKeyword(opening), opening.namePosition, opening.name, wish.name);
    set("default_name", opening.namePosition + 1, opening.defaultName, wish.defaultName);
    if (wish.reuse && wish.reuse->empty()) {
        if (const auto edit = removeArgument(program, *opening.call, "reuse", kReusePosition)) edits.push_back(*edit);
    } else if (wish.reuse && !(opening.reuse && program.text(opening.reuse->range) == *wish.reuse)) {
        edits.push_back(setArgument(program, *opening.call, "reuse", kReusePosition, *wish.reuse));
    }
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& left, const TextEdit& right) { return left.range.begin < right.range.begin; });
    return joined(edits, !opening.call->arguments.empty());
}

std::string autoReuseFor(const ProgramText& program, const ScopeOpening& opening) {
    const std::string_view callee = program.text(opening.call->callee->range);
    const auto dot = callee.rfind('.');
    return std::string(dot == std::string_view::npos ? std::string_view("tf") : callee.substr(0, dot)) + ".AUTO_REUSE";
}

}  // namespace namescape
