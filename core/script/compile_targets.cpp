#include "script/function_compiler.h"
#include "script/interpreter.h"

#include <algorithm>

namespace namescape {

void FunctionCompiler::load(const VariableRef& variable) {
    switch (variable.access) {
    case Access::Local: return emit(Opcode::LoadLocal, variable.slot);
    case Access::Cell: return emit(Opcode::LoadCell, variable.slot);
    case Access::Free: return emit(Opcode::LoadFree, variable.slot);
    case Access::Global: return emit(Opcode::LoadGlobal, variable.slot);
    case Access::ClassLocal:
        emit(Opcode::LoadClassLocal, variable.slot);
        load(m_scope.fallbacks[variable.slot]);
        return adjustDepth(-1);
    }
}

void FunctionCompiler::store(const VariableRef& variable) {
    switch (variable.access) {
    case Access::ClassLocal:
    case Access::Local: return emit(Opcode::StoreLocal, variable.slot);
    case Access::Cell: return emit(Opcode::StoreCell, variable.slot);
    case Access::Free: return emit(Opcode::StoreFree, variable.slot);
    case Access::Global: return emit(Opcode::StoreGlobal, variable.slot);
    }
}

void FunctionCompiler::remove(const VariableRef& variable) {
    switch (variable.access) {
    case Access::ClassLocal:
    case Access::Local: return emit(Opcode::DeleteLocal, variable.slot);
    case Access::Cell: return emit(Opcode::DeleteCell, variable.slot);
    case Access::Free: return emit(Opcode::DeleteFree, variable.slot);
    case Access::Global: return emit(Opcode::DeleteGlobal, variable.slot);
    }
}

// Takes the value from the stack.
void FunctionCompiler::assignTo(const Expression& target) {
    const Place place(*this, target);
    switch (target.kind) {
    case ExpressionKind::Name: return store(as<NameExpression>(target).variable);
    case ExpressionKind::Attribute:
        expression(*as<AttributeExpression>(target).object);
        return emit(Opcode::StoreAttribute, nameConstant(m_unit.name(as<AttributeExpression>(target).attribute)));
    case ExpressionKind::Subscript:
        expression(*as<SubscriptExpression>(target).object);
        expression(*as<SubscriptExpression>(target).index);
        return emit(Opcode::StoreItem);
    case ExpressionKind::Starred: return assignTo(*as<StarredExpression>(target).value);
    case ExpressionKind::Tuple:
    case ExpressionKind::List: return unpackInto(as<SequenceExpression>(target));
    default: return emit(Opcode::Pop);
    }
}

void FunctionCompiler::unpackInto(const SequenceExpression& targets) {
    const auto count = static_cast<std::uint32_t>(targets.elements.size());
    const auto star = std::find_if(targets.elements.begin(), targets.elements.end(), [](const Expression* element) { return element->kind == ExpressionKind::Starred; });
    if (star == targets.elements.end()) {
        emit(Opcode::UnpackSequence, count);
    } else {
        const auto before = static_cast<std::uint32_t>(star - targets.elements.begin());
        emit(Opcode::UnpackStarred, before);
        emitWord(count - before - 1);
        adjustDepth(static_cast<int>(count) - 1);
    }
    for (const auto* element : targets.elements) assignTo(*element);
}

void FunctionCompiler::deleteTarget(const Expression& target) {
    const Place place(*this, target);
    switch (target.kind) {
    case ExpressionKind::Name: return remove(as<NameExpression>(target).variable);
    case ExpressionKind::Attribute:
        expression(*as<AttributeExpression>(target).object);
        return emit(Opcode::DeleteAttribute, nameConstant(m_unit.name(as<AttributeExpression>(target).attribute)));
    case ExpressionKind::Subscript:
        expression(*as<SubscriptExpression>(target).object);
        expression(*as<SubscriptExpression>(target).index);
        return emit(Opcode::DeleteItem);
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
        for (const auto* element : as<SequenceExpression>(target).elements) deleteTarget(*element);
        return;
    default: return;
    }
}

}  // namespace namescape
