#include "ops/operand.h"

#include "graph/tensorflow_error.h"

#include <charconv>
#include <cmath>

namespace namescape {

namespace {

using Integers = std::vector<std::int64_t>;

template <typename Element>
Shape vectorOf(const std::vector<Element>& values) {
    return Shape{static_cast<std::int64_t>(values.size())};
}

// Python's repr of a float.
std::string pythonText(double number) {
    char digits[32];
    std::string text(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

[[noreturn]] void failOn(const std::string& shown, const char* pythonType, DataType type) {
    throw TensorFlowError(ErrorType::TypeError, "Expected " + type.name() + ", got " + shown + " of type '" + pythonType + "' instead.");
}

}  // namespace

Operand::Operand(bool value) : m_value(ConstantValue{DataType::Bool, Shape::scalar(), Integers{value ? 1 : 0}}) {}
Operand::Operand(std::int64_t value) : m_value(ConstantValue{DataType::Int32, Shape::scalar(), Integers{value}}) {}
Operand::Operand(double value) : m_value(ConstantValue{DataType::Float32, Shape::scalar(), std::vector<double>{value}}) {}
Operand::Operand(std::string_view value) : m_value(ConstantValue{DataType::String, Shape::scalar(), std::vector<std::string>{std::string(value)}}) {}
Operand::Operand(std::vector<std::int64_t> values) : m_value(ConstantValue{DataType::Int32, vectorOf(values), values}) {}
Operand::Operand(std::vector<double> values) : m_value(ConstantValue{DataType::Float32, vectorOf(values), values}) {}

ConstantValue constantOfType(ConstantValue value, DataType type) {
    if (!type.isValid() || value.type == type.base()) return value;
    type = type.base();
    const DataType former = std::exchange(value.type, type);
    if (auto* integers = std::get_if<Integers>(&value.elements)) {
        if (former.isBool() != type.isBool() || type == DataType::String) {
            const std::int64_t first = integers->empty() ? 0 : integers->front();
            if (former.isBool()) failOn(first ? "True" : "False", "bool", type);
            failOn(std::to_string(first), "int", type);
        }
        if (type.isFloating()) value.elements = std::vector<double>(integers->begin(), integers->end());
        else if (type.isComplex()) value.elements = std::vector<std::complex<double>>(integers->begin(), integers->end());
        return value;
    }
    if (auto* floats = std::get_if<std::vector<double>>(&value.elements)) {
        if (type.isFloating()) return value;
        if (!type.isComplex()) failOn(pythonText(floats->empty() ? 0.0 : floats->front()), "float", type);
        value.elements = std::vector<std::complex<double>>(floats->begin(), floats->end());
        return value;
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value.elements)) failOn("'" + (texts->empty() ? std::string() : texts->front()) + "'", "str", type);
    return value;
}

}  // namespace namescape
