#include "graph_file/attribute_encoder.h"

#include "graph_file/wire.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace namescape {

namespace {

void appendShape(std::string& out, const Shape& shape) {
    if (!shape.hasRank()) return appendVarintField(out, 3, 1);
    for (const std::int64_t size : shape.sizes()) {
        std::string dimension;
        if (size != 0) appendVarintField(dimension, 1, static_cast<std::uint64_t>(size));
        appendBytesField(out, 2, dimension);
    }
}

void appendFloatField(std::string& out, std::uint32_t field, double value) {
    appendTag(out, field, WireType::Fixed32);
    appendFixed(out, std::bit_cast<std::uint32_t>(static_cast<float>(value)));
}

// --- Tensors

// To the nearest, halves to even.
std::uint16_t halfBits(double value) {
    const auto sign = static_cast<std::uint16_t>(std::signbit(value) ? 0x8000 : 0);
    const double size = std::abs(value);
    if (std::isnan(value)) return sign | 0x7E00;
    if (size >= 65520) return sign | 0x7C00;
    const int exponent = size < std::ldexp(1, -14) ? -14 : std::ilogb(size);
    const auto steps = static_cast<std::uint32_t>(std::nearbyint(std::ldexp(size, 10 - exponent)));
    // Of a subnormal number the exponent's bits are 0; a mantissa that is rounded up to the next power carries into them.
    const std::uint32_t bits = steps + (static_cast<std::uint32_t>(exponent + 14) << 10);
    return static_cast<std::uint16_t>(sign | bits);
}

std::uint16_t bfloat16Bits(double value) {
    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
    if (std::isnan(value)) return static_cast<std::uint16_t>(bits >> 16 | 0x40);
    return static_cast<std::uint16_t>((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
}

bool isSmallFloat(DataType type) {
    return type.baseCode() == DataType::Float16 || type.baseCode() == DataType::BFloat16;
}

// python/framework/tensor_util.py: these stand as in memory where they are several.
bool standsAsInMemory(DataType type) {
    switch (type.baseCode()) {
    case DataType::Float32: case DataType::Float64: case DataType::Int32: case DataType::UInt8: case DataType::Int16: case DataType::Int8:
    case DataType::Int64: case DataType::QInt8: case DataType::QUInt8: case DataType::QInt16: case DataType::QUInt16: case DataType::QInt32:
    case DataType::UInt32: case DataType::UInt64: return true;
    default: return false;
    }
}

std::uint32_t integerField(DataType type) {
    switch (type.baseCode()) {
    case DataType::Int64: return 10;
    case DataType::Bool: return 11;
    case DataType::UInt32: return 16;
    case DataType::UInt64: return 17;
    default: return 7;
    }
}

void appendIntegers(std::string& out, DataType type, const std::vector<std::int64_t>& elements) {
    if (elements.empty()) return;
    std::string packed;
    if (elements.size() > 1 && standsAsInMemory(type)) {
        const auto width = static_cast<std::size_t>(type.size());
        for (const std::int64_t element : elements)
            for (std::size_t i = 0; i < width; ++i) packed.push_back(static_cast<char>(element >> (8 * i)));
        return appendBytesField(out, 4, packed);
    }
    for (const std::int64_t element : elements) appendVarint(packed, static_cast<std::uint64_t>(element));
    appendBytesField(out, integerField(type), packed);
}

void appendFloats(std::string& out, DataType type, const std::vector<double>& elements) {
    if (elements.empty()) return;
    std::string packed;
    const bool isDouble = type.baseCode() == DataType::Float64;
    for (const double element : elements) {
        if (isSmallFloat(type)) appendVarint(packed, type.baseCode() == DataType::BFloat16 ? bfloat16Bits(element) : halfBits(element));
        else if (isDouble) appendFixed(packed, std::bit_cast<std::uint64_t>(element));
        else appendFixed(packed, std::bit_cast<std::uint32_t>(static_cast<float>(element)));
    }
    appendBytesField(out, isSmallFloat(type) ? 13 : elements.size() > 1 ? 4 : isDouble ? 6 : 5, packed);
}

void appendComplex(std::string& out, DataType type, const std::vector<std::complex<double>>& elements) {
    if (elements.empty()) return;
    std::string packed;
    const bool isWide = type.baseCode() == DataType::Complex128;
    for (const std::complex<double>& element : elements)
        for (const double part : {element.real(), element.imag()}) {
            if (isWide) appendFixed(packed, std::bit_cast<std::uint64_t>(part));
            else appendFixed(packed, std::bit_cast<std::uint32_t>(static_cast<float>(part)));
        }
    appendBytesField(out, isWide ? 12 : 9, packed);
}

void appendTensor(std::string& out, const ConstantValue& value) {
    appendVarintField(out, 1, static_cast<std::uint64_t>(value.type.code()));
    std::string shape;
    appendShape(shape, value.shape);
    appendBytesField(out, 2, shape);
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&value.elements)) appendIntegers(out, value.type, *integers);
    else if (const auto* floats = std::get_if<std::vector<double>>(&value.elements)) appendFloats(out, value.type, *floats);
    else if (const auto* numbers = std::get_if<std::vector<std::complex<double>>>(&value.elements)) appendComplex(out, value.type, *numbers);
    else for (const std::string& text : std::get<std::vector<std::string>>(value.elements)) appendBytesField(out, 8, text);
}

// --- Values

struct ValueEncoder {
    std::string& out;
    TextMeaning meaning;

    void operator()(std::int64_t value) const { appendVarintField(out, 3, static_cast<std::uint64_t>(value)); }
    void operator()(double value) const { appendFloatField(out, 4, value); }
    void operator()(bool value) const { appendVarintField(out, 5, value); }
    void operator()(DataType value) const { appendVarintField(out, 6, static_cast<std::uint64_t>(value.code())); }
    void operator()(const std::string& value) const {
        if (meaning == TextMeaning::Text) return appendBytesField(out, 2, value);
        std::string function;
        appendBytesField(function, 1, value);
        appendBytesField(out, 10, function);
    }
    void operator()(const Shape& value) const {
        std::string shape;
        appendShape(shape, value);
        appendBytesField(out, 7, shape);
    }
    void operator()(const std::shared_ptr<const ConstantValue>& value) const {
        std::string tensor;
        appendTensor(tensor, *value);
        appendBytesField(out, 8, tensor);
    }
    template <typename Element>
    void operator()(const std::vector<Element>& values) const {
        std::string list;
        appendList(list, values);
        appendBytesField(out, 1, list);
    }

private:
    static void appendList(std::string& list, const std::vector<std::string>& values) {
        for (const std::string& value : values) appendBytesField(list, 2, value);
    }
    static void appendList(std::string& list, const std::vector<Shape>& values) {
        for (const Shape& value : values) ValueEncoder{list, TextMeaning::Text}(value);
    }
    static void appendList(std::string& list, const std::vector<std::int64_t>& values) {
        std::string packed;
        for (const std::int64_t value : values) appendVarint(packed, static_cast<std::uint64_t>(value));
        if (!packed.empty()) appendBytesField(list, 3, packed);
    }
    static void appendList(std::string& list, const std::vector<double>& values) {
        std::string packed;
        for (const double value : values) appendFixed(packed, std::bit_cast<std::uint32_t>(static_cast<float>(value)));
        if (!packed.empty()) appendBytesField(list, 4, packed);
    }
    static void appendList(std::string& list, const std::vector<DataType>& values) {
        std::string packed;
        for (const DataType value : values) appendVarint(packed, static_cast<std::uint64_t>(value.code()));
        if (!packed.empty()) appendBytesField(list, 6, packed);
    }
};

}  // namespace

void appendAttribute(std::string& nodeDef, const Attribute& attribute, TextMeaning meaning) {
    std::string value, entry;
    std::visit(ValueEncoder{value, meaning}, attribute.value);
    appendBytesField(entry, 1, attribute.name);
    appendBytesField(entry, 2, value);
    appendBytesField(nodeDef, 5, entry);
}

}  // namespace namescape
