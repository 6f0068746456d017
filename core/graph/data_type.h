// TensorFlow's element types, reference types included.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// A TensorFlow DType. Codes are those of types.proto (DT_FLOAT = 1 …); a reference type is its base type plus 100.
class DataType {
public:
    enum Code : std::uint8_t {
        Invalid = 0, Float32 = 1, Float64 = 2, Int32 = 3, UInt8 = 4, Int16 = 5, Int8 = 6, String = 7, Complex64 = 8, Int64 = 9,
        Bool = 10, QInt8 = 11, QUInt8 = 12, QInt32 = 13, BFloat16 = 14, QInt16 = 15, QUInt16 = 16, UInt16 = 17, Complex128 = 18,
        Float16 = 19, Resource = 20, Variant = 21, UInt32 = 22, UInt64 = 23,
    };

    constexpr DataType() = default;
    constexpr DataType(Code code) : m_code(code) {}
    // From a types.proto code; Invalid when there is no such type.
    static DataType fromCode(int code);
    // From TensorFlow's name, "float32" or "float32_ref", or a NumPy-like alias ("float", "half", "double").
    static std::optional<DataType> fromName(std::string_view name);

    constexpr int code() const { return m_code; }
    constexpr bool isValid() const { return m_code != Invalid; }
    constexpr bool isReference() const { return m_code > 100; }
    constexpr DataType base() const { return isReference() ? DataType(static_cast<Code>(m_code - 100)) : *this; }
    constexpr DataType reference() const { return isReference() ? *this : DataType(static_cast<Code>(m_code + 100)); }
    // The base code, for a switch.
    constexpr Code baseCode() const { return static_cast<Code>(m_code > 100 ? m_code - 100 : m_code); }

    // As DType.is_floating, is_integer, is_complex, is_bool, is_unsigned: of the base type; quantized types are not integers.
    bool isFloating() const;
    bool isInteger() const;
    bool isUnsigned() const;
    bool isComplex() const;
    bool isBool() const { return baseCode() == Bool; }
    bool isQuantized() const;
    // Bytes an element takes; 1 where TensorFlow says 1 for what has none (string, resource).
    int size() const;

    // TensorFlow's name: "float32", "float32_ref".
    std::string name() const;
    // Python's repr: "<dtype: 'float32'>".
    std::string reprText() const { return "<dtype: '" + name() + "'>"; }

    constexpr bool operator==(const DataType&) const = default;
    // As `==`, taking a reference type for its base type.
    constexpr bool isCompatibleWith(DataType other) const { return base() == other.base(); }

private:
    std::uint8_t m_code = Invalid;
};

}  // namespace namescape
