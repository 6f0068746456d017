// AttrValue, TensorProto and TensorShapeProto in wire format, as the graph's values.
#pragma once

#include "graph/attribute.h"

#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// An attribute that tells the types of all outputs, whoever declares what: of files whose operations are not TensorFlow's, though they may
// be called the same.
inline constexpr std::string_view kOutputTypes = "_output_types";

// Each is as good as the bytes are: what is broken or missing is left at its default.
Shape decodeShape(std::string_view shapeProto);
// Of a constant with very many elements, type and shape alone.
ConstantValue decodeTensor(std::string_view tensorProto);
Shape decodeTensorShape(std::string_view tensorProto);
// A function's name stands for the function, and a placeholder's for what it will be. Nothing where the value holds nothing.
std::optional<AttributeValue> decodeAttribute(std::string_view attrValue);
// The attributes of a NodeDef, but for "_class" and `kOutputTypes`, which say what the graph has elsewhere.
std::vector<Attribute> decodeAttributes(std::string_view nodeDef);

// One entry of a map<string, …>.
struct MapEntry {
    std::string_view key, value;
};
MapEntry decodeMapEntry(std::string_view entry);

// What single kinds of AttrValue hold, where it is of that kind.
std::optional<DataType> decodeType(std::string_view attrValue);
std::optional<std::int64_t> decodeInteger(std::string_view attrValue);
std::vector<DataType> decodeTypeList(std::string_view attrValue);
std::vector<std::string> decodeStringList(std::string_view attrValue);

}  // namespace namescape
