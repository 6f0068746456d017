// Types, tensors and attributes of ONNX, as a GraphDef has them.
#pragma once

#include "graph/data_type.h"
#include "graph/shape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// Invalid for those that TensorFlow does not have: floats of eight bits and fewer, integers of four.
DataType onnxDataType(std::uint64_t code);
// ONNX's name of one, "float8e4m3fn"; empty where there is none.
std::string_view onnxDataTypeName(std::uint64_t code);

struct OnnxType {
    DataType type;
    Shape shape;
    std::string text;  // where there is more to it than TensorFlow can say: "float32 (batch, 3, ?)", "sequence of int64 ()", "float8e4m3fn (4,)"
};

// Of a TypeProto; of any type and shape where it is empty.
OnnxType decodeOnnxType(std::string_view typeProto);

// Of a TensorProto, its values left alone.
OnnxType decodeOnnxTensorType(std::string_view tensorProto);
// A TensorProto as an AttrValue. Values come along only where they are few: weights lie where they are.
std::string attrValueOfOnnxTensor(std::string_view tensorProto);
// An AttributeProto's value as an AttrValue; nothing where it has none, or subgraphs.
std::optional<std::string> attrValueOfOnnxAttribute(std::string_view attributeProto);

}  // namespace namescape
