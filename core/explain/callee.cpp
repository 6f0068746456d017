#include "explain/callee.h"

#include <optional>

namespace namescape {

namespace {

// What a name of the module's level was bound to last by an import or a def.
class Bindings {
public:
    Bindings(const SyntaxTree& tree, std::string_view name) : m_tree(tree), m_name(name) { search(tree.module().body.statements); }

    const CalleePlace& found() const { return m_found; }

private:
    void search(List<const Statement*> statements) {
        for (const Statement* statement : statements) search(*statement);
    }

    void search(const Statement& statement) {
        switch (statement.kind) {
        case StatementKind::Import:
            for (const ImportedName& imported : as<ImportStatement>(statement).names) {
                const std::string_view first = imported.name.substr(0, imported.name.find('.'));
                if (nameOf(imported.variable) == m_name) m_found = {std::string(imported.hasAlias ? imported.name : first), nullptr};
            }
            return;
        case StatementKind::ImportFrom: {
            const auto& from = as<ImportFromStatement>(statement);
            if (from.level > 0) return;
            for (const ImportedName& imported : from.names)
                if (nameOf(imported.variable) == m_name) m_found = {std::string(from.module) + '.' + std::string(imported.name), nullptr};
            return;
        }
        case StatementKind::Function:
            if (nameOf(as<FunctionStatement>(statement).variable) == m_name) m_found = {{}, &as<FunctionStatement>(statement)};
            return;
        case StatementKind::If:
            for (const IfBranch& branch : as<IfStatement>(statement).branches) search(branch.body.statements);
            return search(as<IfStatement>(statement).orElse.statements);
        case StatementKind::Try:
            for (const ExceptHandler& handler : as<TryStatement>(statement).handlers) search(handler.body.statements);
            return search(as<TryStatement>(statement).body.statements);
        case StatementKind::With: return search(as<WithStatement>(statement).body.statements);
        default: return;
        }
    }

    std::string_view nameOf(const VariableRef& variable) const { return m_tree.name(variable.name); }

    const SyntaxTree& m_tree;
    std::string_view m_name;
    CalleePlace m_found;
};

}  // namespace

CalleePlace placeOfCallee(const SyntaxTree& tree, const Expression& callee) {
    std::string attributes;
    const Expression* part = &callee;
    for (; part->kind == ExpressionKind::Attribute; part = as<AttributeExpression>(*part).object)
        attributes.insert(0, '.' + std::string(tree.name(as<AttributeExpression>(*part).attribute)));
    if (part->kind != ExpressionKind::Name) return {};
    const std::string_view first = tree.text(part->range);
    CalleePlace place = Bindings(tree, first).found();
    if (place.function) return attributes.empty() ? place : CalleePlace{};
    if (place.path.empty() && (first == "tf" || first == "tensorflow")) place.path = "tensorflow";
    if (!place.path.empty()) place.path += attributes;
    return place;
}

std::string nameOfTensorFlow(const SyntaxTree& tree) {
    for (const Statement* statement : tree.module().body.statements) {
        if (statement->kind != StatementKind::Import) continue;
        for (const ImportedName& imported : as<ImportStatement>(*statement).names)
            if (imported.name == "tensorflow" || imported.name == "tensorflow.compat.v1") return std::string(imported.hasAlias ? tree.name(imported.variable.name) : imported.name);
    }
    return "tf";
}

}  // namespace namescape
