// What C++ code gives for an operation's input: a tensor, a value that becomes a constant, or a list of these.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>
#include <vector>

namespace namescape {

class Operand {
public:
    Operand(Tensor tensor) : m_value(tensor) {}
    Operand(std::vector<Operand> list) : m_value(std::move(list)) {}
    Operand(const std::vector<Tensor>& list) : m_value(std::vector<Operand>(list.begin(), list.end())) {}
    Operand(ConstantValue value) : m_value(std::move(value)) {}
    // Scalars: int32, float32, bool, string unless the operation wants another type.
    Operand(bool value);
    Operand(int value) : Operand(static_cast<std::int64_t>(value)) {}
    Operand(std::int64_t value);
    Operand(double value);
    Operand(const char* value) : Operand(std::string_view(value)) {}
    Operand(std::string_view value);
    // Vectors.
    Operand(std::initializer_list<std::int64_t> values) : Operand(std::vector<std::int64_t>(values)) {}
    Operand(std::vector<std::int64_t> values);
    Operand(std::vector<double> values);
    // A fully known shape, as a vector of its sizes.
    Operand(const Shape& shape) : Operand(std::vector<std::int64_t>(shape.sizes().begin(), shape.sizes().end())) {}

    const Tensor* tensor() const { return std::get_if<Tensor>(&m_value); }
    const ConstantValue* constant() const { return std::get_if<ConstantValue>(&m_value); }
    const std::vector<Operand>* list() const { return std::get_if<std::vector<Operand>>(&m_value); }

private:
    std::variant<Tensor, ConstantValue, std::vector<Operand>> m_value;
};

// The value as a constant of that type. Throws TensorFlowError (TypeError) where Python's value would not fit: a float for an
// integer type, a number for a string …
ConstantValue constantOfType(ConstantValue value, DataType type);

}  // namespace namescape
