// What an operation type takes and gives: arguments, attributes, shape rule. TensorFlow's REGISTER_OP, as data.
#pragma once

#include "graph/attribute.h"
#include "graph/data_type.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

class ShapeInference;
// Sets the shapes of all outputs, or throws ShapeError.
using ShapeFunction = void (*)(ShapeInference&);

// One input or output: a tensor, or a list of them.
struct OpArgument {
    static constexpr std::int8_t kNone = -1;

    std::string_view name;
    DataType type;                             // Invalid where an attribute says
    std::int8_t typeAttribute = kNone;         // `x: T`: index of the attribute in the definition
    std::int8_t countAttribute = kNone;        // `values: N * T`
    std::int8_t typeListAttribute = kNone;     // `input: Targuments`, a list(type)
    bool isReference = false;                  // `ref: Ref(T)`

    bool isList() const { return countAttribute != kNone || typeListAttribute != kNone; }
};

struct OpAttribute {
    enum class Kind : std::uint8_t { Type, Integer, Float, Bool, String, Shape, Tensor, TypeList, IntegerList, FloatList, StringList, ShapeList, Function };

    std::string_view name;
    Kind kind = Kind::Integer;
    std::vector<DataType> allowedTypes;           // in the order in which TensorFlow lists them; empty: any
    std::vector<std::string_view> allowedStrings; // likewise
    std::optional<AttributeValue> defaultValue;
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min();  // of an integer, or of a list's length

    bool allows(DataType type) const;
};

struct OpDefinition {
    std::string_view type;  // "MatMul"
    std::vector<OpArgument> inputs;
    std::vector<OpArgument> outputs;
    std::vector<OpAttribute> attributes;
    ShapeFunction inferShapes = nullptr;

    const OpAttribute* attribute(std::string_view name) const;
};

// The definition of an operation type, or null. Valid for the program's whole life.
const OpDefinition* findOpDefinition(std::string_view type);

// The definition of a type that is known to exist.
const OpDefinition& opDefinition(std::string_view type);

// How an area declares its operations: one line each. The signature reads
//   inputs -> outputs ; attribute ; attribute …
// with an argument as `name:type`, where type is a data type, a type attribute, `N*T`, a list(type) attribute or `Ref(T)`, and
// an attribute as `name:kind`, `name:kind>=minimum`, `name:{allowed,allowed}` or `name:set`, each with `=default`.
struct OpDeclaration {
    std::string_view type;
    std::string_view signature;
    ShapeFunction inferShapes;
};

// Reads a declaration. A signature that does not parse is a mistake of ours.
OpDefinition parseOpDeclaration(const OpDeclaration& declaration);

}  // namespace namescape
