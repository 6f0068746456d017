#include "script/function_compiler.h"
#include "script/interpreter.h"

namespace namescape {

namespace {
// Calls with more arguments build a list of them first.
constexpr std::size_t maxDirectArguments = 64;
}  // namespace

// Leaves the function and, for a method, the object on the stack.
void FunctionCompiler::callee(const Expression& node) {
    if (node.kind == ExpressionKind::Attribute) {
        const auto& attribute = as<AttributeExpression>(node);
        expression(*attribute.object);
        const Place place(*this, node);
        return emit(Opcode::LoadMethod, nameConstant(m_unit.name(attribute.attribute)));
    }
    expression(node);
    emit(Opcode::LoadUnset);
}

void FunctionCompiler::call(const CallExpression& node) {
    callee(*node.callee);
    if (node.hasUnpacking || node.arguments.size() > maxDirectArguments) return unpackedArguments(node.arguments);
    for (const Argument& argument : node.arguments) expression(*argument.value);
    const auto count = static_cast<std::uint32_t>(node.arguments.size());
    if (count == node.positionalCount) return emit(Opcode::Call, count);
    std::vector<InternedName> names;
    for (std::size_t i = node.positionalCount; i < node.arguments.size(); ++i) names.push_back(m_unit.name(node.arguments[i].name));
    m_code.keywordNames.push_back(std::move(names));
    emit(Opcode::CallKeywords, count);
    emitWord(static_cast<std::uint32_t>(m_code.keywordNames.size() - 1));
    adjustDepth(-1 - static_cast<int>(count));
}

void FunctionCompiler::unpackedArguments(List<Argument> arguments) {
    emit(Opcode::BuildList, 0);
    bool hasKeywords = false;
    for (const Argument& argument : arguments) {
        hasKeywords |= argument.kind == ArgumentKind::Keyword || argument.kind == ArgumentKind::DoubleStar;
        if (argument.kind != ArgumentKind::Positional && argument.kind != ArgumentKind::Star) continue;
        expression(*argument.value);
        const Place place(*this, argument.range);
        if (argument.kind == ArgumentKind::Star) emit(Opcode::Extend, 1);
        else emit(Opcode::AppendTo, 0);
    }
    if (hasKeywords) keywordDict(arguments);
    else emit(Opcode::LoadUnset);
    emit(Opcode::CallUnpacked);
}

void FunctionCompiler::keywordDict(List<Argument> arguments) {
    emit(Opcode::BuildDict, 0);
    for (const Argument& argument : arguments) {
        if (argument.kind == ArgumentKind::Keyword) {
            loadName(m_unit.name(argument.name));
            expression(*argument.value);
            emit(Opcode::PutInto, 0);
        } else if (argument.kind == ArgumentKind::DoubleStar) {
            expression(*argument.value);
            const Place place(*this, argument.range);
            emit(Opcode::MergeKeywords);
        }
    }
}

}  // namespace namescape
