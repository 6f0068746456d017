// Python's unary and binary operators (CPython's Objects/abstract.c, typeobject.c).
#include "script/builtin_operations.h"
#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/interpreter.h"
#include "script/list_methods.h"
#include "script/numbers.h"
#include "script/operator_names.h"
#include "script/percent_format.h"
#include "script/sequences.h"
#include "script/set_operations.h"

#include <fmt/format.h>

namespace namescape {

BinaryOperatorNames namesOf(const WellKnownNames& names, BinaryOperator op) {
    switch (op) {
    case BinaryOperator::Add: return {names.add, names.radd, names.iadd};
    case BinaryOperator::Subtract: return {names.sub, names.rsub, names.isub};
    case BinaryOperator::Multiply: return {names.mul, names.rmul, names.imul};
    case BinaryOperator::MatrixMultiply: return {names.matmul, names.rmatmul, names.imatmul};
    case BinaryOperator::TrueDivide: return {names.truediv, names.rtruediv, names.itruediv};
    case BinaryOperator::FloorDivide: return {names.floordiv, names.rfloordiv, names.ifloordiv};
    case BinaryOperator::Modulo: return {names.mod, names.rmod, names.imod};
    case BinaryOperator::Power: return {names.pow, names.rpow, names.ipow};
    case BinaryOperator::LeftShift: return {names.lshift, names.rlshift, names.ilshift};
    case BinaryOperator::RightShift: return {names.rshift, names.rrshift, names.irshift};
    case BinaryOperator::BitAnd: return {names.and_, names.rand, names.iand};
    case BinaryOperator::BitOr: return {names.or_, names.ror, names.ior};
    case BinaryOperator::BitXor: return {names.xor_, names.rxor, names.ixor};
    }
    return {};
}

namespace {

bool isSequence(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>() || value.is<StringObject>() || value.is<BytesObject>();
}

}  // namespace

Value builtinBinary(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right) {
    if (Value result = numberOperation(interpreter, op, left, right); !result.isNotImplemented()) return result;
    if (!left.isObject()) return op == BinaryOperator::Multiply && isSequence(right) ? repeatSequence(interpreter, right, left) : Value::notImplemented();
    switch (op) {
    case BinaryOperator::Add: return isSequence(left) ? concatenate(interpreter, left, right) : Value::notImplemented();
    case BinaryOperator::Multiply: {
        Value result = repeatSequence(interpreter, left, right);
        return result.isNotImplemented() ? repeatSequence(interpreter, right, left) : result;
    }
    case BinaryOperator::Modulo:
        if (const auto* format = left.as<StringObject>()) return percentFormat(interpreter, *format, right);
        break;
    case BinaryOperator::BitOr:
    case BinaryOperator::BitAnd:
    case BinaryOperator::BitXor:
    case BinaryOperator::Subtract: return setOperation(interpreter, op, left, right);
    default: break;
    }
    return Value::notImplemented();
}

namespace {

ScriptError unsupported(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right, bool isInPlace) {
    const auto& leftName = interpreter.typeName(left);
    const auto& rightName = interpreter.typeName(right);
    if (op == BinaryOperator::Add && isSequence(left)) {
        const auto& base = left.is<StringObject>() ? "str" : left.is<ListObject>() ? "list" : left.is<TupleObject>() ? "tuple" : "bytes";
        if (left.is<BytesObject>()) return interpreter.typeError(fmt::format("can't concat {} to bytes", rightName));
        return interpreter.typeError(fmt::format("can only concatenate {} (not \"{}\") to {}", base, rightName, base));
    }
    if (op == BinaryOperator::Multiply && isSequence(left)) return interpreter.typeError(fmt::format("can't multiply sequence by non-int of type '{}'", rightName));
    if (op == BinaryOperator::Multiply && isSequence(right)) return interpreter.typeError(fmt::format("can't multiply sequence by non-int of type '{}'", leftName));
    std::string symbol(spelling(op));
    if (isInPlace) symbol += "=";
    else if (op == BinaryOperator::Power) symbol = "** or pow()";
    return interpreter.typeError(fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", symbol, leftName, rightName));
}

bool isPlain(const Value& value) {
    return !value.isObject() || value.object()->type().isBuiltin;
}

}  // namespace

const Value* Interpreter::findOverride(const TypeObject& type, InternedName name) const {
    if (type.isBuiltin) return nullptr;
    const Value* found = findInType(type, name);
    const auto* native = found ? found->as<NativeFunctionObject>() : nullptr;
    return native && native->owner ? nullptr : found;
}

Value Interpreter::callOverride(const Value& method, const Value& self, std::initializer_list<Value> arguments) {
    const Value held = method;
    if (held.is<FunctionObject>() || held.is<NativeFunctionObject>()) {
        Value all[4] = {self};
        std::copy(arguments.begin(), arguments.end(), all + 1);
        return call(held, std::span<const Value>(all, arguments.size() + 1));
    }
    return call(bind(held, self, typeOf(self)), arguments);
}

// NotImplemented where neither operand knows the other.
Value Interpreter::tryBinary(BinaryOperator op, const Value& left, const Value& right) {
    if (isPlain(left) && isPlain(right)) return builtinBinary(*this, op, left, right);
    const BinaryOperatorNames operatorNames = namesOf(names(), op);
    TypeObject& leftType = typeOf(left);
    TypeObject& rightType = typeOf(right);
    const Value* forward = findOverride(leftType, operatorNames.forward);
    const Value* reflected = &leftType == &rightType ? nullptr : findOverride(rightType, operatorNames.reflected);
    if (reflected && rightType.isSubtypeOf(leftType) && findInType(leftType, operatorNames.reflected) != reflected) {
        Value result = callOverride(*reflected, right, {left});
        if (!result.isNotImplemented()) return result;
        reflected = nullptr;
    }
    Value result = forward && !forward->isNone() ? callOverride(*forward, left, {right}) : forward ? Value::notImplemented() : builtinBinary(*this, op, left, right);
    if (!result.isNotImplemented() || !reflected) return result;
    // The type may have changed meanwhile: look again.
    reflected = findOverride(rightType, operatorNames.reflected);
    return reflected && !reflected->isNone() ? callOverride(*reflected, right, {left}) : Value::notImplemented();
}

Value Interpreter::binary(BinaryOperator op, const Value& left, const Value& right) {
    Value result = tryBinary(op, left, right);
    if (result.isNotImplemented()) throw unsupported(*this, op, left, right, false);
    return result;
}

Value Interpreter::binaryInPlace(BinaryOperator op, const Value& left, const Value& right) {
    TypeObject& type = typeOf(left);
    if (const Value* method = findOverride(type, namesOf(names(), op).inPlace)) {
        Value result = callOverride(*method, left, {right});
        if (!result.isNotImplemented()) return result;
    } else if (auto* list = left.as<ListObject>(); list && op == BinaryOperator::Add) {
        extendList(*this, *list, right);
        return left;
    } else if (list && op == BinaryOperator::Multiply) {
        Value repeated = repeatSequence(*this, left, right);
        if (!repeated.isNotImplemented()) {
            list->values.swap(repeated.as<ListObject>()->values);
            return left;
        }
    } else if (left.is<SetObject>() || left.is<DictObject>()) {
        if (updateInPlace(*this, op, left, right)) return left;
    }
    Value result = tryBinary(op, left, right);
    if (result.isNotImplemented()) throw unsupported(*this, op, left, right, true);
    return result;
}

Value Interpreter::unary(UnaryOperator op, const Value& operand) {
    if (op == UnaryOperator::Not) return !truth(operand);
    const InternedName name = op == UnaryOperator::Minus ? names().neg : op == UnaryOperator::Plus ? names().pos : names().invert;
    if (const Value* method = findOverride(typeOf(operand), name)) return callOverride(*method, operand, {});
    Value result = numberUnary(*this, op, operand);
    if (!result.isNotImplemented()) return result;
    throw typeError(fmt::format("bad operand type for unary {}: '{}'", spelling(op), typeName(operand)));
}

}  // namespace namescape
