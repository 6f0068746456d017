#include "graph_file/onnx_values.h"

#include "graph_file/wire.h"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace namescape {

namespace {

constexpr std::size_t kMostCopied = 1 << 10;      // bytes of values that come along with a tensor
constexpr std::size_t kLongestText = 1 << 16;     // of an attribute; some runtimes keep whole programs in one
constexpr int kDeepestType = 16;                  // sequences of sequences

struct TypeName {
    DataType type;
    std::string_view name;
};

// By code (onnx.proto, TensorProto.DataType).
constexpr std::array kTypes{
    TypeName{DataType::Invalid, ""},          TypeName{DataType::Float32, "float"},        TypeName{DataType::UInt8, "uint8"},
    TypeName{DataType::Int8, "int8"},         TypeName{DataType::UInt16, "uint16"},        TypeName{DataType::Int16, "int16"},
    TypeName{DataType::Int32, "int32"},       TypeName{DataType::Int64, "int64"},          TypeName{DataType::String, "string"},
    TypeName{DataType::Bool, "bool"},         TypeName{DataType::Float16, "float16"},      TypeName{DataType::Float64, "double"},
    TypeName{DataType::UInt32, "uint32"},     TypeName{DataType::UInt64, "uint64"},        TypeName{DataType::Complex64, "complex64"},
    TypeName{DataType::Complex128, "complex128"}, TypeName{DataType::BFloat16, "bfloat16"}, TypeName{DataType::Invalid, "float8e4m3fn"},
    TypeName{DataType::Invalid, "float8e4m3fnuz"}, TypeName{DataType::Invalid, "float8e5m2"}, TypeName{DataType::Invalid, "float8e5m2fnuz"},
    TypeName{DataType::Invalid, "uint4"},     TypeName{DataType::Invalid, "int4"},         TypeName{DataType::Invalid, "float4e2m1"},
};

// Appends all numbers of a repeated integer field, packed or not.
void takeIntegers(const WireReader& field, std::vector<std::int64_t>& integers) {
    if (field.type() == WireType::Varint) integers.push_back(static_cast<std::int64_t>(field.value()));
    if (field.type() != WireType::Length) return;
    std::string_view packed = field.bytes();
    for (std::uint64_t value = 0; !packed.empty() && WireReader::takeVarint(packed, value);) integers.push_back(static_cast<std::int64_t>(value));
}

std::string shapeProtoOf(const std::vector<std::int64_t>& sizes) {
    std::string shape;
    for (const std::int64_t size : sizes) {
        std::string dimension;
        appendVarintField(dimension, 1, static_cast<std::uint64_t>(size));
        appendBytesField(shape, 2, dimension);
    }
    return shape;
}

// --- Types

// A dimension's size, or its name.
std::int64_t decodeDimension(std::string_view dimension, std::string& text, bool& hasName) {
    std::int64_t size = Shape::kUnknownSize;
    std::string_view name;
    WireReader reader(dimension);
    while (reader.next()) {
        if (reader.is(1, WireType::Varint)) size = static_cast<std::int64_t>(reader.value());
        else if (reader.is(2, WireType::Length)) name = reader.bytes();
    }
    if (size < 0) size = Shape::kUnknownSize;
    text += (text.empty() ? "" : ", ") + (!name.empty() ? std::string(name) : size < 0 ? "?" : std::to_string(size));
    hasName |= !name.empty();
    return size;
}

OnnxType decodeTensorType(std::string_view tensorType) {
    OnnxType result;
    std::uint64_t code = 0;
    std::string sizesText;
    bool hasName = false;
    WireReader reader(tensorType);
    while (reader.next()) {
        if (reader.is(1, WireType::Varint)) code = reader.value();
        if (!reader.is(2, WireType::Length)) continue;
        std::vector<std::int64_t> sizes;
        WireReader shape(reader.bytes());
        while (shape.next()) {
            if (shape.is(1, WireType::Length)) sizes.push_back(decodeDimension(shape.bytes(), sizesText, hasName));
        }
        result.shape = Shape(std::move(sizes));
    }
    result.type = onnxDataType(code);
    const bool isForeign = !result.type.isValid() && !onnxDataTypeName(code).empty();
    const std::string typeName = isForeign ? std::string(onnxDataTypeName(code)) : result.type.name();
    if (hasName || isForeign) result.text = typeName + (result.shape.hasRank() ? " (" + sizesText + ")" : "");
    return result;
}

std::string typeText(std::string_view typeProto, int depth);

std::string containerText(std::string_view name, std::string_view container, std::uint32_t elementField, int depth) {
    WireReader reader(container);
    while (reader.next()) {
        if (reader.is(elementField, WireType::Length)) return fmt::format("{} of {}", name, typeText(reader.bytes(), depth + 1));
    }
    return std::string(name);
}

// Of a type that is no tensor's.
std::string typeText(std::string_view typeProto, int depth) {
    if (depth > kDeepestType) return "…";
    WireReader reader(typeProto);
    while (reader.next()) {
        if (reader.type() != WireType::Length) continue;
        switch (reader.field()) {
        case 1:
        case 8: {
            const OnnxType tensor = decodeTensorType(reader.bytes());
            return tensor.text.empty() ? fmt::format("{} {}", tensor.type.name(), tensor.shape.text()) : tensor.text;
        }
        case 4: return containerText("sequence", reader.bytes(), 1, depth);
        case 5: return containerText("map", reader.bytes(), 2, depth);
        case 9: return containerText("optional", reader.bytes(), 1, depth);
        default: break;
        }
    }
    return "any";
}

// --- Values

// Which field of TensorFlow's TensorProto has what is in one of ONNX's, for elements of a type; 0: none.
std::uint32_t valueField(std::uint32_t onnxField, DataType type) {
    const DataType::Code code = type.baseCode();
    switch (onnxField) {
    case 4: return code == DataType::Complex64 ? 9 : code == DataType::Float32 ? 5 : 0;
    case 5: return code == DataType::Bool ? 11 : code == DataType::Float16 || code == DataType::BFloat16 ? 13 : type.isInteger() ? 7 : 0;
    case 6: return code == DataType::String ? 8 : 0;
    case 7: return code == DataType::Int64 ? 10 : 0;
    case 9: return code == DataType::String ? 0 : 4;
    case 10: return code == DataType::Complex128 ? 12 : code == DataType::Float64 ? 6 : 0;
    case 11: return code == DataType::UInt32 ? 16 : code == DataType::UInt64 ? 17 : 0;
    default: return 0;
    }
}

// The values, where they are few; nothing where they are many.
std::string valuesOf(std::string_view tensorProto, DataType type) {
    std::string values;
    WireReader reader(tensorProto);
    while (type.isValid() && reader.next()) {
        const std::uint32_t field = valueField(reader.field(), type);
        if (field == 0) continue;
        if (values.size() + reader.whole().size() > kMostCopied) return {};
        appendTag(values, field, reader.type());
        if (reader.type() == WireType::Length) appendVarint(values, reader.bytes().size());
        switch (reader.type()) {
        case WireType::Length: values += reader.bytes(); break;
        case WireType::Varint: appendVarint(values, reader.value()); break;
        case WireType::Fixed64: appendFixed(values, reader.value()); break;
        case WireType::Fixed32: appendFixed(values, static_cast<std::uint32_t>(reader.value())); break;
        }
    }
    return values;
}

std::vector<std::int64_t> sizesOf(std::string_view tensorProto, std::uint64_t& code) {
    std::vector<std::int64_t> sizes;
    WireReader reader(tensorProto);
    while (reader.next()) {
        if (reader.field() == 1) takeIntegers(reader, sizes);
        else if (reader.is(2, WireType::Varint)) code = reader.value();
    }
    return sizes;
}

std::string textValue(std::string_view text) {
    std::string value;
    if (text.size() > kLongestText) appendBytesField(value, 2, fmt::format("({} bytes)", text.size()));
    else appendBytesField(value, 2, text);
    return value;
}

// The parts of an AttributeProto that have values.
struct AttributeParts {
    std::uint64_t kind = 0;
    std::optional<std::uint64_t> integer, number;
    std::optional<std::string_view> text, tensor, type, reference;
    std::string floats, integers, strings;
    std::size_t tensors = 0;
    bool hasGraphs = false;

    explicit AttributeParts(std::string_view attributeProto) {
        WireReader reader(attributeProto);
        while (reader.next()) take(reader);
    }

private:
    void take(const WireReader& reader) {
        const bool isBytes = reader.type() == WireType::Length;
        switch (reader.field()) {
        case 2: number = reader.value(); break;
        case 3: integer = reader.value(); break;
        case 4: text = reader.bytes(); break;
        case 5: tensor = reader.bytes(); break;
        case 6:
        case 11: hasGraphs = true; break;
        case 7:
            if (isBytes) floats += reader.bytes();
            else if (reader.type() == WireType::Fixed32) appendFixed(floats, static_cast<std::uint32_t>(reader.value()));
            break;
        case 8:
            if (isBytes) integers += reader.bytes();
            else appendVarint(integers, reader.value());
            break;
        case 9: appendBytesField(strings, 2, reader.bytes().substr(0, kLongestText)); break;
        case 10:
        case 22:
        case 23: ++tensors; break;
        case 14:
        case 15: type = reader.bytes(); break;
        case 20: kind = reader.value(); break;
        case 21:
            if (!reader.bytes().empty()) reference = reader.bytes();
            break;
        default: break;
        }
    }
};

}  // namespace

DataType onnxDataType(std::uint64_t code) {
    return code < kTypes.size() ? kTypes[code].type : DataType();
}

std::string_view onnxDataTypeName(std::uint64_t code) {
    return code < kTypes.size() ? kTypes[code].name : std::string_view();
}

OnnxType decodeOnnxType(std::string_view typeProto) {
    WireReader reader(typeProto);
    while (reader.next()) {
        if (reader.is(1, WireType::Length)) return decodeTensorType(reader.bytes());
    }
    OnnxType result;
    if (!typeProto.empty()) result.text = typeText(typeProto, 0);
    return result;
}

OnnxType decodeOnnxTensorType(std::string_view tensorProto) {
    OnnxType result;
    std::uint64_t code = 0;
    std::vector<std::int64_t> sizes = sizesOf(tensorProto, code);
    for (std::int64_t& size : sizes) size = size < 0 ? Shape::kUnknownSize : size;
    result.shape = Shape(std::move(sizes));
    result.type = onnxDataType(code);
    if (!result.type.isValid() && !onnxDataTypeName(code).empty()) result.text = fmt::format("{} {}", onnxDataTypeName(code), result.shape.text());
    return result;
}

std::string attrValueOfOnnxTensor(std::string_view tensorProto) {
    std::uint64_t code = 0;
    const std::vector<std::int64_t> sizes = sizesOf(tensorProto, code);
    const DataType type = onnxDataType(code);
    std::string tensor, value;
    appendVarintField(tensor, 1, static_cast<std::uint64_t>(type.code()));
    appendBytesField(tensor, 2, shapeProtoOf(sizes));
    tensor += valuesOf(tensorProto, type);
    appendBytesField(value, 8, tensor);
    return value;
}

std::optional<std::string> attrValueOfOnnxAttribute(std::string_view attributeProto) {
    constexpr std::uint64_t kFloat = 1, kInteger = 2, kString = 3, kFloats = 6, kStrings = 8;
    const AttributeParts parts(attributeProto);
    std::string value, list;
    if (parts.reference) return appendBytesField(value, 9, *parts.reference), value;
    if (parts.hasGraphs) return std::nullopt;
    if (parts.tensor) return attrValueOfOnnxTensor(*parts.tensor);
    if (!parts.floats.empty()) appendBytesField(list, 4, parts.floats);
    if (!parts.integers.empty()) appendBytesField(list, 3, parts.integers);
    list += parts.strings;
    if (!list.empty() || (parts.kind >= kFloats && parts.kind <= kStrings)) return appendBytesField(value, 1, list), value;
    if (parts.tensors > 0) return textValue(fmt::format("({} tensors)", parts.tensors));
    if (parts.type) return textValue(typeText(*parts.type, 0));
    // Zeros may have been left out.
    if (parts.text || parts.kind == kString) return textValue(parts.text.value_or(std::string_view()));
    if (parts.integer || parts.kind == kInteger) return appendVarintField(value, 3, parts.integer.value_or(0)), value;
    if (!parts.number && parts.kind != kFloat) return std::nullopt;
    appendTag(value, 4, WireType::Fixed32);
    appendFixed(value, static_cast<std::uint32_t>(parts.number.value_or(0)));
    return value;
}

}  // namespace namescape
