#include "graph_file/text_format_writer.h"

#include "graph_file/wire.h"

#include <bit>
#include <charconv>
#include <cmath>

namespace namescape {

namespace {

constexpr std::size_t kMostDepth = 100;

void appendOctal(std::string& out, unsigned byte) {
    out += '\\';
    for (const unsigned shift : {6u, 3u, 0u}) out += static_cast<char>('0' + (byte >> shift & 7));
}

void appendQuoted(std::string& out, std::string_view bytes) {
    out += '"';
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c == '\t') out += "\\t";
        else if (c == '"' || c == '\'' || c == '\\') out.append("\\").push_back(c);
        else if (c >= ' ' && c <= '~') out += c;
        else appendOctal(out, byte);
    }
    out += '"';
}

template <typename Number>
void appendNumber(std::string& out, Number number, int base = 10) {
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number, base).ptr);
}

template <typename Number>
void appendFloat(std::string& out, Number number) {
    char digits[40];
    if (std::isnan(number)) out += "nan";
    else if (std::isinf(number)) out += number < 0 ? "-inf" : "inf";
    else out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void appendHexadecimal(std::string& out, std::uint64_t value, int digits) {
    out += "0x";
    while (digits-- > 0) out += "0123456789abcdef"[value >> (4 * digits) & 15];
}

// What stands in one field may be only part of what its kind says; then it is written by number.
bool isRangeOfType(FieldKind kind, std::uint64_t value) {
    switch (kind) {
    case FieldKind::Bool: return value <= 1;
    case FieldKind::DataType: return value <= INT32_MAX;
    default: return true;
    }
}

void appendScalar(std::string& out, FieldKind kind, std::uint64_t value) {
    switch (kind) {
    case FieldKind::Int: return appendNumber(out, static_cast<std::int64_t>(value));
    case FieldKind::Bool: out += value ? "true" : "false"; return;
    case FieldKind::Float: return appendFloat(out, std::bit_cast<float>(static_cast<std::uint32_t>(value)));
    case FieldKind::Double: return appendFloat(out, std::bit_cast<double>(value));
    case FieldKind::DataType:
        if (const std::string_view name = dataTypeEnumName(value); !name.empty()) {
            out += name;
            return;
        }
        break;
    default: break;
    }
    appendNumber(out, value);
}

WireType wireTypeOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Float: return WireType::Fixed32;
    case FieldKind::Double: return WireType::Fixed64;
    case FieldKind::String:
    case FieldKind::Message:
    case FieldKind::Ignored: return WireType::Length;
    default: return WireType::Varint;
    }
}

bool isWellFormed(std::string_view message) {
    WireReader reader(message);
    while (reader.next()) {}
    return !reader.hasFailed();
}

class Writer {
public:
    explicit Writer(std::string& out) : m_out(out) {}

    void writeFields(std::string_view message, const MessageSchema& schema, std::size_t depth) {
        WireReader reader(message);
        while (reader.next()) {
            const FieldSchema* field = schema.find(reader.field());
            if (!field || !writeKnown(reader, *field, depth)) writeNumbered(reader, depth);
        }
    }

private:
    void begin(std::string_view name, std::size_t depth) { m_out.append(2 * depth, ' ').append(name); }

    // False where the field is not as the schema has it: nothing is written then.
    bool writeKnown(const WireReader& reader, const FieldSchema& field, std::size_t depth) {
        if (field.isPacked && reader.type() == WireType::Length) return writePacked(reader.bytes(), field, depth);
        if (reader.type() != wireTypeOf(field.kind) || field.kind == FieldKind::Ignored || field.isPacked) return false;
        if (field.kind == FieldKind::Message) return writeMessage(reader.bytes(), field, depth);
        if (!isRangeOfType(field.kind, reader.value())) return false;
        begin(field.name, depth);
        m_out += ": ";
        if (field.kind == FieldKind::String) appendQuoted(m_out, reader.bytes());
        else appendScalar(m_out, field.kind, reader.value());
        m_out += '\n';
        return true;
    }

    bool writeMessage(std::string_view bytes, const FieldSchema& field, std::size_t depth) {
        if (depth + 1 >= kMostDepth || !isWellFormed(bytes)) return false;
        begin(field.name, depth);
        m_out += " {\n";
        writeFields(bytes, *field.message, depth + 1);
        begin("}\n", depth);
        return true;
    }

    bool writePacked(std::string_view packed, const FieldSchema& field, std::size_t depth) {
        const std::size_t before = m_out.size();
        if (packed.empty()) return false;  // says nothing in text
        while (!packed.empty()) {
            std::uint64_t value = 0;
            if (!takeNumber(packed, field.kind, value) || !isRangeOfType(field.kind, value)) {
                m_out.resize(before);
                return false;
            }
            begin(field.name, depth);
            m_out += ": ";
            appendScalar(m_out, field.kind, value);
            m_out += '\n';
        }
        return true;
    }

    static bool takeNumber(std::string_view& packed, FieldKind kind, std::uint64_t& value) {
        if (wireTypeOf(kind) == WireType::Varint) return WireReader::takeVarint(packed, value);
        const std::size_t size = kind == FieldKind::Float ? 4 : 8;
        if (packed.size() < size) return false;
        value = 0;
        for (std::size_t i = 0; i < size; ++i) value |= std::uint64_t{static_cast<unsigned char>(packed[i])} << (8 * i);
        packed.remove_prefix(size);
        return true;
    }

    void writeNumbered(const WireReader& reader, std::size_t depth) {
        begin("", depth);
        appendNumber(m_out, reader.field());
        m_out += ": ";
        switch (reader.type()) {
        case WireType::Length: appendQuoted(m_out, reader.bytes()); break;
        case WireType::Varint: appendNumber(m_out, reader.value()); break;
        case WireType::Fixed32: appendHexadecimal(m_out, reader.value(), 8); break;
        case WireType::Fixed64: appendHexadecimal(m_out, reader.value(), 16); break;
        }
        m_out += '\n';
    }

    std::string& m_out;
};

}  // namespace

void appendTextFormat(std::string& out, std::string_view message, const MessageSchema& schema, std::size_t depth) {
    Writer(out).writeFields(message, schema, depth);
}

}  // namespace namescape
