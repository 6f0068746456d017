// Protocol buffers' wire format, field by field: nothing is copied, and what is not wanted is stepped over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace namescape {

enum class WireType : std::uint8_t { Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5 };

// Walks over the fields of one message. Lengths that lie, and groups (which no message of TensorFlow has), end it as failed.
class WireReader {
public:
    explicit WireReader(std::string_view message) : m_begin(message.data()), m_at(m_begin), m_end(m_begin + message.size()), m_field(m_begin) {}

    // Goes to the next field. False at the end of the message, and where it is broken.
    bool next() {
        m_field = m_at;
        if (m_at == m_end) return false;
        std::uint64_t tag = 0;
        if (!readVarint(tag) || tag > UINT32_MAX || tag >> 3 == 0) return fail();
        m_number = static_cast<std::uint32_t>(tag >> 3);
        m_type = static_cast<WireType>(tag & 7);
        switch (m_type) {
        case WireType::Varint: return readVarint(m_value) || fail();
        case WireType::Fixed64: return readFixed(8) || fail();
        case WireType::Fixed32: return readFixed(4) || fail();
        case WireType::Length: return readBytes() || fail();
        }
        return fail();
    }

    bool hasFailed() const { return m_hasFailed; }
    // Where the current field begins, from the message's begin: the broken one's, where it has failed.
    std::size_t offset() const { return static_cast<std::size_t>(m_field - m_begin); }

    // Whether the broken field is a length-delimited one that ends beyond the message; bytes() is then what there is of it.
    bool isCutOff() const { return m_isCutOff; }

    std::uint32_t field() const { return m_number; }
    WireType type() const { return m_type; }
    bool is(std::uint32_t number, WireType asType) const { return m_number == number && m_type == asType; }
    // Of a length-delimited field; empty for others.
    std::string_view bytes() const { return m_type == WireType::Length ? m_bytes : std::string_view(); }
    // Of other fields; 0 for a length-delimited one.
    std::uint64_t value() const { return m_type == WireType::Length ? 0 : m_value; }
    // The whole field, tag included.
    std::string_view whole() const { return {m_field, static_cast<std::size_t>(m_at - m_field)}; }

    // A varint at the begin of `packed`, which is cut off; false where it is broken.
    static bool takeVarint(std::string_view& packed, std::uint64_t& value) {
        WireReader reader(packed);
        if (!reader.readVarint(value)) return false;
        packed.remove_prefix(static_cast<std::size_t>(reader.m_at - reader.m_begin));
        return true;
    }

private:
    bool fail() {
        m_hasFailed = true;
        m_at = m_end;
        return false;
    }

    bool readVarint(std::uint64_t& value) {
        value = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }

    bool readFixed(std::size_t size) {
        if (static_cast<std::size_t>(m_end - m_at) < size) return false;
        m_value = 0;
        for (std::size_t i = 0; i < size; ++i) m_value |= std::uint64_t{static_cast<unsigned char>(m_at[i])} << (8 * i);
        m_at += size;
        return true;
    }

    bool readBytes() {
        std::uint64_t length = 0;
        if (!readVarint(length)) return false;
        m_isCutOff = length > static_cast<std::uint64_t>(m_end - m_at);
        m_bytes = {m_at, m_isCutOff ? static_cast<std::size_t>(m_end - m_at) : static_cast<std::size_t>(length)};
        if (m_isCutOff) return false;
        m_at += length;
        return true;
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_field;
    std::uint32_t m_number = 0;
    WireType m_type = WireType::Varint;
    std::uint64_t m_value = 0;
    std::string_view m_bytes;
    bool m_hasFailed = false;
    bool m_isCutOff = false;
};

// --- Writing, at the end of `out`.

inline void appendVarint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

inline void appendTag(std::string& out, std::uint32_t field, WireType type) {
    appendVarint(out, std::uint64_t{field} << 3 | static_cast<std::uint64_t>(type));
}

template <typename Number>
void appendFixed(std::string& out, Number number) {
    for (std::size_t i = 0; i < sizeof number; ++i) out.push_back(static_cast<char>(number >> (8 * i)));
}

inline void appendVarintField(std::string& out, std::uint32_t field, std::uint64_t value) {
    appendTag(out, field, WireType::Varint);
    appendVarint(out, value);
}

inline void appendBytesField(std::string& out, std::uint32_t field, std::string_view bytes) {
    appendTag(out, field, WireType::Length);
    appendVarint(out, bytes.size());
    out += bytes;
}

}  // namespace namescape
