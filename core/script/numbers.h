// Arithmetic of ints, floats and complex numbers together.
#pragma once

#include "script/integers.h"

#include <complex>

namespace namescape {

// An instance of a program's class that inherits from int or float.
class NumberObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Number;

    NumberObject(TypeObject& type, Value plain) : Object(type, kindOfObject), number(std::move(plain)) {}
    Value* attributes() override { return &m_attributes; }
    void clearReferences() override { number = m_attributes = Value(); }

    Value number;  // an int or a float

private:
    Value m_attributes;
};

class ComplexObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Complex;

    ComplexObject(TypeObject& type, std::complex<double> content) : Object(type, kindOfObject), value(content) {}

    const std::complex<double> value;
};

// The int or float itself, where the value is an instance of a class that inherits from one.
inline const Value& plainNumber(const Value& value) {
    if (value.isObject() && value.object()->kind() == ObjectKind::Number) return static_cast<const NumberObject*>(value.object())->number;
    return value;
}

// int, bool, float or complex, or of a class that inherits from them.
bool isNumber(const Value& value);

Value makeComplex(Interpreter& interpreter, std::complex<double> value);

// NotImplemented where either is no number or the operator is not for them.
Value numberOperation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right);
Value numberUnary(Interpreter& interpreter, UnaryOperator op, const Value& operand);
// NotImplemented where either is no number, or they have no order.
Value compareNumbers(Interpreter& interpreter, CompareOperator op, const Value& left, const Value& right);

double floorModulo(double left, double right);
std::uint64_t hashDouble(double number);
std::string complexRepr(std::complex<double> value);

}  // namespace namescape
