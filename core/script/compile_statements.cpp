#include "script/function_compiler.h"
#include "script/interpreter.h"

#include <algorithm>

namespace namescape {

void FunctionCompiler::block(const Block& node) {
    for (const auto* part : node.statements) statement(*part);
}

void FunctionCompiler::statement(const Statement& node) {
    const SourceRange outerStatement = m_statement;
    const int depth = m_depth;
    m_statement = node.range;
    const Place place(*this, node.range);
    switch (node.kind) {
    case StatementKind::Error:
    case StatementKind::Pass:
    case StatementKind::Global:
    case StatementKind::Nonlocal: break;
    case StatementKind::Expression:
        expression(*as<ExpressionStatement>(node).value);
        emit(Opcode::Pop);
        break;
    case StatementKind::Assign: assign(as<AssignStatement>(node)); break;
    case StatementKind::AugmentedAssign: augmentedAssign(as<AugmentedAssignStatement>(node)); break;
    case StatementKind::AnnotatedAssign: annotatedAssign(as<AnnotatedAssignStatement>(node)); break;
    case StatementKind::Return: returnStatement(as<ReturnStatement>(node)); break;
    case StatementKind::Raise: raise(as<RaiseStatement>(node)); break;
    case StatementKind::Assert: assertion(as<AssertStatement>(node)); break;
    case StatementKind::Delete:
        for (const auto* target : as<DeleteStatement>(node).targets) deleteTarget(*target);
        break;
    case StatementKind::Break: breakOrContinue(PendingJump::Kind::Break); break;
    case StatementKind::Continue: breakOrContinue(PendingJump::Kind::Continue); break;
    case StatementKind::Import: import(as<ImportStatement>(node)); break;
    case StatementKind::ImportFrom: importFrom(as<ImportFromStatement>(node)); break;
    case StatementKind::If: ifStatement(as<IfStatement>(node)); break;
    case StatementKind::While: whileLoop(as<WhileStatement>(node)); break;
    case StatementKind::For: forLoop(as<ForStatement>(node)); break;
    case StatementKind::With: with(as<WithStatement>(node), 0); break;
    case StatementKind::Try: tryStatement(as<TryStatement>(node)); break;
    case StatementKind::Function: function(as<FunctionStatement>(node)); break;
    case StatementKind::Class: classDefinition(as<ClassStatement>(node)); break;
    }
    m_statement = outerStatement;
    m_depth = depth;
}

void FunctionCompiler::assign(const AssignStatement& node) {
    expression(*node.value);
    for (std::size_t i = 0; i + 1 < node.targets.size(); ++i) {
        emit(Opcode::Duplicate);
        assignTo(*node.targets[i]);
    }
    assignTo(*node.targets.back());
}

void FunctionCompiler::augmentedAssign(const AugmentedAssignStatement& node) {
    const auto op = static_cast<std::uint32_t>(node.op);
    const Expression& target = *node.target;
    if (target.kind == ExpressionKind::Attribute) {
        const std::uint32_t name = nameConstant(m_unit.name(as<AttributeExpression>(target).attribute));
        expression(*as<AttributeExpression>(target).object);
        emit(Opcode::Duplicate);
        {
            const Place place(*this, target);
            emit(Opcode::LoadAttribute, name);
        }
        expression(*node.value);
        emit(Opcode::InPlace, op);
        emit(Opcode::Swap);
        const Place place(*this, target);
        return emit(Opcode::StoreAttribute, name);
    }
    if (target.kind == ExpressionKind::Subscript) {
        expression(*as<SubscriptExpression>(target).object);
        expression(*as<SubscriptExpression>(target).index);
        emit(Opcode::DuplicateTwo);
        {
            const Place place(*this, target);
            emit(Opcode::LoadItem);
        }
        expression(*node.value);
        emit(Opcode::InPlace, op);
        emit(Opcode::RotateThree);  // value, object, key
        const Place place(*this, target);
        return emit(Opcode::StoreItem);
    }
    expression(target);
    expression(*node.value);
    emit(Opcode::InPlace, op);
    assignTo(target);
}

void FunctionCompiler::annotatedAssign(const AnnotatedAssignStatement& node) {
    if (node.value) {
        expression(*node.value);
        assignTo(*node.target);
    }
    const bool isEvaluated = m_scope.kind == ScopeKind::Module || m_scope.kind == ScopeKind::Class;
    if (!isEvaluated) return;
    const auto noted = isNoted(node) ? annotations() : std::nullopt;
    if (!noted && m_unit.hasLazyAnnotations) return;
    annotation(*node.annotation);
    if (!noted) return emit(Opcode::Pop);
    load(*noted);
    loadName(m_unit.name(as<NameExpression>(*node.target).variable.name));
    emit(Opcode::StoreItem);
}

void FunctionCompiler::annotation(const Expression& annotation) {
    if (m_unit.hasLazyAnnotations) loadConstant(m_unit.interpreter.string(m_unit.tree.text(annotation.range)));
    else expression(annotation);
}

std::optional<VariableRef> FunctionCompiler::annotations() const {
    if (m_scope.kind != ScopeKind::Class) return std::nullopt;
    for (std::uint32_t slot = 0; slot < m_scope.ownSlotCount; ++slot) {
        if (m_code.slotNames[slot]->text() != "__annotations__") continue;
        const bool isCell = std::ranges::find(m_scope.cells, slot) != m_scope.cells.end();
        return VariableRef{m_scope.slotNames[slot], isCell ? Access::Cell : Access::Local, slot};
    }
    return std::nullopt;
}

void FunctionCompiler::returnStatement(const ReturnStatement& node) {
    if (node.value) expression(*node.value);
    else emit(Opcode::LoadNone);
    breakOrContinue(PendingJump::Kind::Return);
}

void FunctionCompiler::raise(const RaiseStatement& node) {
    std::uint32_t count = 0;
    for (const auto* part : {node.exception, node.cause}) {
        if (!part) continue;
        expression(*part);
        ++count;
    }
    emit(Opcode::Raise, count);
}

void FunctionCompiler::assertion(const AssertStatement& node) {
    const auto toEnd = jumpIf(*node.condition, true);
    if (node.message) expression(*node.message);
    emit(Opcode::AssertionFailed, node.message ? 1 : 0);
    for (const Patch jump : toEnd) patch(jump);
}

void FunctionCompiler::import(const ImportStatement& node) {
    for (const ImportedName& imported : node.names) {
        const Place place(*this, imported.range);
        emit(Opcode::Import, nameConstant(m_unit.interpreter.intern(imported.name)));
        emitWord(!imported.hasAlias);
        store(imported.variable);
    }
}

void FunctionCompiler::importFrom(const ImportFromStatement& node) {
    if (node.level > 0) return unsupported("a relative import");
    emit(Opcode::Import, nameConstant(m_unit.interpreter.intern(node.module)));
    emitWord(0);
    if (node.isStar) return emit(Opcode::ImportStar);
    for (const ImportedName& imported : node.names) {
        if (node.module == "__future__" && imported.name == "annotations") m_unit.hasLazyAnnotations = true;
        const Place place(*this, imported.range);
        emit(Opcode::ImportFrom, nameConstant(m_unit.interpreter.intern(imported.name)));
        store(imported.variable);
    }
    emit(Opcode::Pop);
}

void FunctionCompiler::ifStatement(const IfStatement& node) {
    std::vector<Patch> ends;
    for (const IfBranch& branch : node.branches) {
        const auto toNext = jumpIf(*branch.condition, false);
        block(branch.body);
        const bool isLast = &branch == &node.branches.back() && node.orElse.statements.empty();
        if (!isLast) ends.push_back(emitJump(Opcode::Jump));
        for (const Patch jump : toNext) patch(jump);
    }
    block(node.orElse);
    for (const Patch end : ends) patch(end);
}

}  // namespace namescape
