#include "script/builtin_types.h"
#include "script/function_compiler.h"
#include "script/integers.h"
#include "script/interpreter.h"
#include "script/numbers.h"

namespace namescape {

namespace {
// Longer displays are built element by element, so that the operand stack stays small.
constexpr std::size_t maxOnStack = 64;

bool hasStarred(const SequenceExpression& sequence) {
    for (const auto* element : sequence.elements)
        if (element->kind == ExpressionKind::Starred) return true;
    return false;
}
}  // namespace

void FunctionCompiler::expression(const Expression& node) {
    const Place place(*this, node);
    switch (node.kind) {
    case ExpressionKind::Error:
    case ExpressionKind::None: return emit(Opcode::LoadNone);
    case ExpressionKind::True: return emit(Opcode::LoadTrue);
    case ExpressionKind::False: return emit(Opcode::LoadFalse);
    case ExpressionKind::Ellipsis: return emit(Opcode::LoadEllipsis);
    case ExpressionKind::Integer: {
        const std::int64_t value = as<IntegerExpression>(node).value;
        if (value >= 0 && value <= static_cast<std::int64_t>(maxArgument)) return emit(Opcode::LoadInteger, static_cast<std::uint32_t>(value));
        return loadConstant(value);
    }
    case ExpressionKind::BigInteger: return bigInteger(as<BigIntegerExpression>(node));
    case ExpressionKind::Float: return loadConstant(as<FloatExpression>(node).value);
    case ExpressionKind::Imaginary: return loadConstant(makeComplex(m_unit.interpreter, {0, as<FloatExpression>(node).value}));
    case ExpressionKind::String:
    case ExpressionKind::Bytes: return string(as<StringExpression>(node));
    case ExpressionKind::FormattedString: return formattedString(as<FormattedStringExpression>(node));
    case ExpressionKind::Name: return load(as<NameExpression>(node).variable);
    case ExpressionKind::Attribute:
        expression(*as<AttributeExpression>(node).object);
        return emit(Opcode::LoadAttribute, nameConstant(m_unit.name(as<AttributeExpression>(node).attribute)));
    case ExpressionKind::Subscript: return subscript(as<SubscriptExpression>(node));
    case ExpressionKind::Slice: return slice(as<SliceExpression>(node));
    case ExpressionKind::Starred: return expression(*as<StarredExpression>(node).value);
    case ExpressionKind::Tuple: return tuple(as<SequenceExpression>(node));
    case ExpressionKind::List: return display(as<SequenceExpression>(node), Opcode::BuildList, Opcode::AppendTo, Opcode::Extend);
    case ExpressionKind::Set: return display(as<SequenceExpression>(node), Opcode::BuildSet, Opcode::AddTo, Opcode::UpdateSet);
    case ExpressionKind::Dict: return dictDisplay(as<DictExpression>(node));
    case ExpressionKind::ListComprehension:
    case ExpressionKind::SetComprehension:
    case ExpressionKind::DictComprehension: return comprehension(as<ComprehensionExpression>(node));
    case ExpressionKind::Generator: return generator(as<ComprehensionExpression>(node));
    case ExpressionKind::Unary: {
        const auto& unary = as<UnaryExpression>(node);
        expression(*unary.operand);
        return unary.op == UnaryOperator::Not ? emit(Opcode::Not) : emit(Opcode::Unary, static_cast<std::uint32_t>(unary.op));
    }
    case ExpressionKind::Binary: {
        const auto& binary = as<BinaryExpression>(node);
        expression(*binary.left);
        expression(*binary.right);
        return emit(Opcode::Binary, static_cast<std::uint32_t>(binary.op));
    }
    case ExpressionKind::Boolean: return boolean(as<BooleanExpression>(node));
    case ExpressionKind::Compare: return comparison(as<CompareExpression>(node));
    case ExpressionKind::Conditional: return conditional(as<ConditionalExpression>(node));
    case ExpressionKind::NamedAssignment:
        expression(*as<NamedAssignmentExpression>(node).value);
        emit(Opcode::Duplicate);
        return store(as<NamedAssignmentExpression>(node).target->variable);
    case ExpressionKind::Call: return call(as<CallExpression>(node));
    case ExpressionKind::Lambda: return lambda(as<LambdaExpression>(node));
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom: return yieldValue(as<YieldExpression>(node));
    case ExpressionKind::Await:
        unsupported("await");
        return emit(Opcode::LoadNone);
    }
}

void FunctionCompiler::unsupported(std::string_view what) {
    emit(Opcode::Unsupported, addConstant(m_unit.interpreter.string(what)));
}

void FunctionCompiler::string(const StringExpression& literal) {
    Value& known = m_unit.constants[literal.constant];
    if (known.isUnset()) {
        Interpreter& interpreter = m_unit.interpreter;
        if (literal.kind == ExpressionKind::Bytes) known = interpreter.heap().make<BytesObject>(*interpreter.types().bytes, literal.value, interpreter.heap());
        else known = literal.value.size() <= 64 ? Value(interpreter.intern(literal.value)) : Value(interpreter.string(literal.value));
    }
    loadConstant(known);
}

void FunctionCompiler::bigInteger(const BigIntegerExpression& integer) {
    Value& known = m_unit.constants[integer.constant];
    if (known.isUnset()) known = parseInteger(m_unit.interpreter, integer.digits, 0).value_or(Value(0));
    loadConstant(known);
}

void FunctionCompiler::formattedString(const FormattedStringExpression& formatted) {
    if (formatted.pieces.empty()) return loadName(m_unit.interpreter.intern(""));
    for (const FormattedPiece& piece : formatted.pieces) formattedPiece(piece);
    if (formatted.pieces.size() > 1 || !formatted.pieces.front().value) emit(Opcode::BuildString, static_cast<std::uint32_t>(formatted.pieces.size()));
}

void FunctionCompiler::formattedPiece(const FormattedPiece& piece) {
    if (!piece.value) return loadConstant(m_unit.interpreter.string(piece.text));
    expression(*piece.value);
    const Place place(*this, *piece.value);
    if (piece.format) formattedString(*piece.format);
    emit(piece.format ? Opcode::FormatValueWith : Opcode::FormatValue, static_cast<std::uint32_t>(piece.conversion));
}

void FunctionCompiler::display(const SequenceExpression& sequence, Opcode build, Opcode append, Opcode extend) {
    if (!hasStarred(sequence) && sequence.elements.size() <= maxOnStack) {
        for (const auto* element : sequence.elements) expression(*element);
        return emit(build, static_cast<std::uint32_t>(sequence.elements.size()));
    }
    emit(build, 0);
    for (const auto* element : sequence.elements) {
        expression(*element);
        if (element->kind == ExpressionKind::Starred) emit(extend);
        else emit(append, 0);
    }
}

void FunctionCompiler::tuple(const SequenceExpression& sequence) {
    if (!hasStarred(sequence) && sequence.elements.size() <= maxOnStack) return display(sequence, Opcode::BuildTuple, Opcode::AppendTo, Opcode::Extend);
    display(sequence, Opcode::BuildList, Opcode::AppendTo, Opcode::Extend);
    emit(Opcode::ListToTuple);
}

void FunctionCompiler::dictDisplay(const DictExpression& dict) {
    emit(Opcode::BuildDict, 0);
    for (const DictItem& item : dict.items) {
        if (item.key) expression(*item.key);
        expression(*item.value);
        if (item.key) emit(Opcode::PutInto, 0);
        else emit(Opcode::UpdateDict);
    }
}

void FunctionCompiler::boolean(const BooleanExpression& node) {
    std::vector<Patch> ends;
    for (const auto* operand : node.operands) {
        expression(*operand);
        if (operand == node.operands.back()) break;
        ends.push_back(emitJump(node.op == BooleanOperator::And ? Opcode::JumpIfFalseOrPop : Opcode::JumpIfTrueOrPop));
    }
    for (const Patch end : ends) patch(end);
}

void FunctionCompiler::comparison(const CompareExpression& node) {
    expression(*node.operands[0]);
    std::vector<Patch> ends;
    for (std::size_t i = 0; i < node.operators.size(); ++i) {
        expression(*node.operands[i + 1]);
        const bool isLast = i + 1 == node.operators.size();
        if (!isLast) {
            emit(Opcode::Duplicate);
            emit(Opcode::RotateThree);
        }
        emit(Opcode::Compare, static_cast<std::uint32_t>(node.operators[i]));
        if (!isLast) ends.push_back(emitJump(Opcode::JumpIfFalseOrPop));
    }
    if (ends.empty()) return;
    const Patch done = emitJump(Opcode::Jump);
    for (const Patch end : ends) patch(end);
    adjustDepth(1);  // the operand that would have been compared next
    emit(Opcode::PopBelow);
    patch(done);
}

void FunctionCompiler::conditional(const ConditionalExpression& node) {
    const auto toElse = jumpIf(*node.condition, false);
    expression(*node.whenTrue);
    const Patch done = emitJump(Opcode::Jump);
    for (const Patch jump : toElse) patch(jump);
    adjustDepth(-1);
    expression(*node.whenFalse);
    patch(done);
}

std::vector<FunctionCompiler::Patch> FunctionCompiler::jumpIf(const Expression& condition, bool when) {
    if (condition.kind == ExpressionKind::Unary && as<UnaryExpression>(condition).op == UnaryOperator::Not) return jumpIf(*as<UnaryExpression>(condition).operand, !when);
    if (condition.kind == ExpressionKind::Boolean) {
        const auto& node = as<BooleanExpression>(condition);
        const bool decides = node.op == BooleanOperator::Or;  // the truth that ends the evaluation early
        std::vector<Patch> jumps, fallThrough;
        for (const auto* operand : node.operands) {
            const bool isLast = operand == node.operands.back();
            auto made = jumpIf(*operand, isLast ? when : decides);
            auto& target = isLast || decides == when ? jumps : fallThrough;
            target.insert(target.end(), made.begin(), made.end());
        }
        for (const Patch jump : fallThrough) patch(jump);
        return jumps;
    }
    if (condition.kind == ExpressionKind::True && !when) return {};
    expression(condition);
    const Place place(*this, condition);
    return {emitJump(when ? Opcode::JumpIfTrue : Opcode::JumpIfFalse)};
}

void FunctionCompiler::subscript(const SubscriptExpression& node) {
    expression(*node.object);
    expression(*node.index);
    emit(Opcode::LoadItem);
}

void FunctionCompiler::slice(const SliceExpression& node) {
    for (const auto* bound : {node.lower, node.upper, node.step}) {
        if (bound) expression(*bound);
        else emit(Opcode::LoadNone);
    }
    emit(Opcode::BuildSlice);
}

void FunctionCompiler::yieldValue(const YieldExpression& node) {
    if (node.value) expression(*node.value);
    else emit(Opcode::LoadNone);
    if (node.kind == ExpressionKind::Yield) return emit(Opcode::Yield);
    emit(Opcode::GetYieldFromIterator);
    emit(Opcode::LoadNone);
    emit(Opcode::YieldFrom);
}

}  // namespace namescape
