#include "graph_file/attribute_decoder.h"

#include "graph_file/wire.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace namescape {

namespace {

// A constant of more elements than this is not shown anywhere element by element.
constexpr std::int64_t kMostElements = 1 << 16;

namespace attr {
constexpr std::uint32_t kList = 1, kString = 2, kInteger = 3, kFloat = 4, kBool = 5, kType = 6, kShape = 7, kTensor = 8, kPlaceholder = 9, kFunction = 10;
}

DataType typeOf(std::uint64_t code) {
    return code <= INT32_MAX ? DataType::fromCode(static_cast<int>(code)) : DataType();
}

// Calls `take` with each number of a repeated field, packed or not.
template <typename Take>
void forNumbers(const WireReader& field, WireType elementType, Take take) {
    if (field.type() == elementType) return take(field.value());
    if (field.type() != WireType::Length) return;
    std::string_view packed = field.bytes();
    const std::size_t width = elementType == WireType::Fixed32 ? 4 : 8;
    for (std::uint64_t value = 0; !packed.empty(); take(value)) {
        if (elementType == WireType::Varint) {
            if (!WireReader::takeVarint(packed, value)) return;
            continue;
        }
        if (packed.size() < width) return;
        value = 0;
        std::memcpy(&value, packed.data(), width);
        packed.remove_prefix(width);
    }
}

double floatFrom(std::uint64_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
}

double halfFrom(std::uint64_t bits) {
    const double sign = bits & 0x8000 ? -1 : 1;
    const int exponent = static_cast<int>(bits >> 10 & 31);
    const auto mantissa = static_cast<double>(bits & 1023);
    if (exponent == 31) return mantissa == 0 ? sign * INFINITY : NAN;
    return exponent == 0 ? sign * std::ldexp(mantissa, -24) : sign * std::ldexp(1024 + mantissa, exponent - 25);
}

double smallFloatFrom(DataType type, std::uint64_t bits) {
    return type.baseCode() == DataType::BFloat16 ? floatFrom((bits & 0xFFFF) << 16) : halfFrom(bits);
}

std::int64_t signedFrom(std::uint64_t bits, int width) {
    const int unused = 64 - 8 * width;
    return static_cast<std::int64_t>(bits << unused) >> unused;
}

bool holdsNumbersOf(DataType type, const ConstantValue::Elements& elements) {
    if (type.isFloating()) return std::holds_alternative<std::vector<double>>(elements);
    if (type.isComplex()) return std::holds_alternative<std::vector<std::complex<double>>>(elements);
    return std::holds_alternative<std::vector<std::int64_t>>(elements);
}

// The elements of a TensorProto, which stand in the field of their type or, as in memory, in tensor_content.
class TensorDecoder {
public:
    explicit TensorDecoder(std::string_view tensorProto) : m_bytes(tensorProto) {}

    ConstantValue decode() {
        readHead();
        prepareElements();
        const auto count = m_value.shape.elementCount();
        const bool isSmall = !count || *count <= kMostElements;
        if (!isSmall || m_bytes.size() > std::size_t{64} * kMostElements) return std::move(m_value);
        WireReader reader(m_bytes);
        while (reader.next()) readElements(reader);
        return std::move(m_value);
    }

private:
    void readHead() {
        m_value.shape = Shape::scalar();
        WireReader reader(m_bytes);
        while (reader.next()) {
            if (reader.is(1, WireType::Varint)) m_value.type = typeOf(reader.value());
            else if (reader.is(2, WireType::Length)) m_value.shape = decodeShape(reader.bytes());
        }
    }

    void prepareElements() {
        if (m_value.type.baseCode() == DataType::String) m_value.elements = std::vector<std::string>();
        else if (m_value.type.isFloating()) m_value.elements = std::vector<double>();
        else if (m_value.type.isComplex()) m_value.elements = std::vector<std::complex<double>>();
    }

    void readElements(const WireReader& field) {
        const auto type = m_value.type;
        switch (field.field()) {
        case 4: return readContent(field.bytes());
        case 5: return forNumbers(field, WireType::Fixed32, [&](std::uint64_t bits) { addDouble(floatFrom(bits)); });
        case 6: return forNumbers(field, WireType::Fixed64, [&](std::uint64_t bits) { addDouble(std::bit_cast<double>(bits)); });
        case 7:
        case 10:
        case 11:
        case 16:
        case 17: return forNumbers(field, WireType::Varint, [&](std::uint64_t bits) { addInteger(static_cast<std::int64_t>(bits)); });
        case 8:
            if (auto* texts = std::get_if<std::vector<std::string>>(&m_value.elements)) texts->emplace_back(field.bytes());
            return;
        case 9: return forNumbers(field, WireType::Fixed32, [&](std::uint64_t bits) { addPart(floatFrom(bits)); });
        case 12: return forNumbers(field, WireType::Fixed64, [&](std::uint64_t bits) { addPart(std::bit_cast<double>(bits)); });
        case 13: return forNumbers(field, WireType::Varint, [&](std::uint64_t bits) { addDouble(smallFloatFrom(type, bits)); });
        default: return;
        }
    }

    void addDouble(double number) {
        if (auto* doubles = std::get_if<std::vector<double>>(&m_value.elements)) doubles->push_back(number);
    }

    void addInteger(std::int64_t number) {
        if (auto* integers = std::get_if<std::vector<std::int64_t>>(&m_value.elements)) integers->push_back(number);
    }

    // Complex numbers come as their parts.
    void addPart(double part) {
        auto* numbers = std::get_if<std::vector<std::complex<double>>>(&m_value.elements);
        if (!numbers) return;
        if (m_hasReal) numbers->emplace_back(m_real, part);
        m_real = part;
        m_hasReal = !m_hasReal;
    }

    void readContent(std::string_view content) {
        const DataType type = m_value.type;
        if (!type.isValid() || type.baseCode() == DataType::String || !holdsNumbersOf(type, m_value.elements)) return;
        const auto width = static_cast<std::size_t>(type.isComplex() ? type.size() / 2 : type.size());
        for (; content.size() >= width; content.remove_prefix(width)) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, content.data(), width);
            if (type.isComplex()) addPart(width == 4 ? floatFrom(bits) : std::bit_cast<double>(bits));
            else if (type.isFloating()) addDouble(width == 2 ? smallFloatFrom(type, bits) : width == 4 ? floatFrom(bits) : std::bit_cast<double>(bits));
            else addInteger(type.isUnsigned() || width == 8 ? static_cast<std::int64_t>(bits) : signedFrom(bits, static_cast<int>(width)));
        }
    }

    std::string_view m_bytes;
    ConstantValue m_value;
    double m_real = 0;
    bool m_hasReal = false;
};

AttributeValue decodeList(std::string_view list) {
    std::vector<std::string> strings;
    std::vector<std::int64_t> integers;
    std::vector<double> floats;
    std::vector<DataType> types;
    std::vector<Shape> shapes;
    WireReader reader(list);
    while (reader.next()) {
        switch (reader.field()) {
        case attr::kString: strings.emplace_back(reader.bytes()); break;
        case attr::kInteger:
        case attr::kBool: forNumbers(reader, WireType::Varint, [&](std::uint64_t value) { integers.push_back(static_cast<std::int64_t>(value)); }); break;
        case attr::kFloat: forNumbers(reader, WireType::Fixed32, [&](std::uint64_t bits) { floats.push_back(floatFrom(bits)); }); break;
        case attr::kType: forNumbers(reader, WireType::Varint, [&](std::uint64_t code) { types.push_back(typeOf(code)); }); break;
        case attr::kShape: shapes.push_back(decodeShape(reader.bytes())); break;
        case 9: strings.emplace_back(decodeMapEntry(reader.bytes()).key); break;
        default: break;
        }
    }
    if (!strings.empty()) return strings;
    if (!floats.empty()) return floats;
    if (!types.empty()) return types;
    if (!shapes.empty()) return shapes;
    return integers;
}

// The list that an AttrValue holds, else nothing.
std::string_view listOf(std::string_view attrValue) {
    std::string_view list;
    WireReader reader(attrValue);
    while (reader.next()) {
        if (reader.is(attr::kList, WireType::Length)) list = reader.bytes();
    }
    return list;
}

}  // namespace

MapEntry decodeMapEntry(std::string_view entry) {
    MapEntry found;
    WireReader reader(entry);
    while (reader.next()) {
        if (reader.is(1, WireType::Length)) found.key = reader.bytes();
        else if (reader.is(2, WireType::Length)) found.value = reader.bytes();
    }
    return found;
}

Shape decodeShape(std::string_view shapeProto) {
    std::vector<std::int64_t> sizes;
    WireReader reader(shapeProto);
    while (reader.next()) {
        if (reader.is(3, WireType::Varint) && reader.value() != 0) return Shape::unknown();
        if (!reader.is(2, WireType::Length)) continue;
        std::int64_t size = 0;
        WireReader dimension(reader.bytes());
        while (dimension.next()) {
            if (dimension.is(1, WireType::Varint)) size = static_cast<std::int64_t>(dimension.value());
        }
        sizes.push_back(size < 0 ? Shape::kUnknownSize : size);
    }
    return Shape(std::move(sizes));
}

ConstantValue decodeTensor(std::string_view tensorProto) {
    return TensorDecoder(tensorProto).decode();
}

Shape decodeTensorShape(std::string_view tensorProto) {
    WireReader reader(tensorProto);
    while (reader.next()) {
        if (reader.is(2, WireType::Length)) return decodeShape(reader.bytes());
    }
    return Shape::scalar();
}

std::optional<AttributeValue> decodeAttribute(std::string_view attrValue) {
    std::optional<AttributeValue> value;
    WireReader reader(attrValue);
    while (reader.next()) {
        const bool isLength = reader.type() == WireType::Length;
        switch (reader.field()) {
        case attr::kList: if (isLength) value = decodeList(reader.bytes()); break;
        case attr::kString:
        case attr::kPlaceholder: if (isLength) value = std::string(reader.bytes()); break;
        case attr::kInteger: if (!isLength) value = static_cast<std::int64_t>(reader.value()); break;
        case attr::kFloat: if (reader.type() == WireType::Fixed32) value = floatFrom(reader.value()); break;
        case attr::kBool: if (!isLength) value = reader.value() != 0; break;
        case attr::kType: if (!isLength) value = typeOf(reader.value()); break;
        case attr::kShape: if (isLength) value = decodeShape(reader.bytes()); break;
        case attr::kTensor: if (isLength) value = std::make_shared<const ConstantValue>(decodeTensor(reader.bytes())); break;
        case attr::kFunction: if (isLength) value = std::string(decodeMapEntry(reader.bytes()).key); break;
        default: break;
        }
    }
    return value;
}

std::vector<Attribute> decodeAttributes(std::string_view nodeDef) {
    std::vector<Attribute> attributes;
    WireReader reader(nodeDef);
    while (reader.next()) {
        if (!reader.is(5, WireType::Length)) continue;
        const MapEntry entry = decodeMapEntry(reader.bytes());
        if (entry.key == "_class" || entry.key == kOutputTypes) continue;
        if (auto value = decodeAttribute(entry.value)) attributes.push_back({std::string(entry.key), std::move(*value)});
    }
    return attributes;
}

std::optional<DataType> decodeType(std::string_view attrValue) {
    WireReader reader(attrValue);
    while (reader.next()) {
        if (reader.is(attr::kType, WireType::Varint)) return typeOf(reader.value());
    }
    return std::nullopt;
}

std::optional<std::int64_t> decodeInteger(std::string_view attrValue) {
    WireReader reader(attrValue);
    while (reader.next()) {
        if (reader.is(attr::kInteger, WireType::Varint)) return static_cast<std::int64_t>(reader.value());
    }
    return std::nullopt;
}

std::vector<DataType> decodeTypeList(std::string_view attrValue) {
    std::vector<DataType> types;
    WireReader reader(listOf(attrValue));
    while (reader.next()) {
        if (reader.field() == attr::kType) forNumbers(reader, WireType::Varint, [&](std::uint64_t code) { types.push_back(typeOf(code)); });
    }
    return types;
}

std::vector<std::string> decodeStringList(std::string_view attrValue) {
    std::vector<std::string> strings;
    WireReader reader(listOf(attrValue));
    while (reader.next()) {
        if (reader.is(attr::kString, WireType::Length)) strings.emplace_back(reader.bytes());
    }
    return strings;
}

}  // namespace namescape
