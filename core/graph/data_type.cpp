#include "graph/data_type.h"

#include <array>

namespace namescape {

namespace {

constexpr int kTypeCount = 24;

constexpr std::array<const char*, kTypeCount> kNames = {
    "invalid", "float32", "float64", "int32",    "uint8",  "int16",   "int8",    "string",     "complex64", "int64",    "bool",   "qint8",
    "quint8",  "qint32",  "bfloat16", "qint16", "quint16", "uint16", "complex128", "float16",  "resource", "variant", "uint32", "uint64"};

constexpr std::array<int, kTypeCount> kSizes = {1, 4, 8, 4, 1, 2, 1, 1, 8, 8, 1, 1, 1, 4, 2, 2, 2, 2, 16, 2, 1, 1, 4, 8};

std::optional<DataType> fromAlias(std::string_view name) {
    if (name == "half") return DataType(DataType::Float16);
    if (name == "float") return DataType(DataType::Float32);
    if (name == "double") return DataType(DataType::Float64);
    return std::nullopt;
}

}  // namespace

DataType DataType::fromCode(int code) {
    const int base = code > 100 ? code - 100 : code;
    if (base <= 0 || base >= kTypeCount) return {};
    return DataType(static_cast<Code>(code));
}

std::optional<DataType> DataType::fromName(std::string_view name) {
    constexpr std::string_view kSuffix = "_ref";
    if (name.ends_with(kSuffix)) {
        const auto base = fromName(name.substr(0, name.size() - kSuffix.size()));
        return base ? std::optional(base->reference()) : std::nullopt;
    }
    for (int code = 1; code < kTypeCount; ++code)
        if (name == kNames[static_cast<std::size_t>(code)]) return DataType(static_cast<Code>(code));
    return fromAlias(name);
}

bool DataType::isFloating() const {
    const Code code = baseCode();
    return code == Float16 || code == Float32 || code == Float64 || code == BFloat16;
}

bool DataType::isInteger() const {
    switch (baseCode()) {
    case Int8: case Int16: case Int32: case Int64: case UInt8: case UInt16: case UInt32: case UInt64: return true;
    default: return false;
    }
}

bool DataType::isUnsigned() const {
    const Code code = baseCode();
    return code == UInt8 || code == UInt16 || code == UInt32 || code == UInt64;
}

bool DataType::isComplex() const {
    return baseCode() == Complex64 || baseCode() == Complex128;
}

bool DataType::isQuantized() const {
    switch (baseCode()) {
    case QInt8: case QUInt8: case QInt16: case QUInt16: case QInt32: return true;
    default: return false;
    }
}

int DataType::size() const {
    return kSizes[baseCode()];
}

std::string DataType::name() const {
    return std::string(kNames[baseCode()]) + (isReference() ? "_ref" : "");
}

}  // namespace namescape
