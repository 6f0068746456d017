#include "script/codecs.h"

#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace namescape {

namespace {

enum class Encoding : std::uint8_t { Utf8, Ascii, Latin1 };

struct Codec {
    Encoding encoding;
    const char* name;     // in complaints
    std::uint32_t limit;  // of code points; of no meaning to UTF-8
};

constexpr Codec codecs[] = {{Encoding::Utf8, "utf-8", 0x110000}, {Encoding::Ascii, "ascii", 0x80}, {Encoding::Latin1, "latin-1", 0x100}};

struct Alias {
    std::string_view name;
    Encoding encoding;
};

constexpr Alias aliases[] = {{"utf_8", Encoding::Utf8}, {"utf8", Encoding::Utf8}, {"u8", Encoding::Utf8}, {"ascii", Encoding::Ascii}, {"us_ascii", Encoding::Ascii},
                             {"latin_1", Encoding::Latin1}, {"latin1", Encoding::Latin1}, {"iso_8859_1", Encoding::Latin1}, {"iso8859_1", Encoding::Latin1}, {"l1", Encoding::Latin1}};

const Codec& codecOf(Interpreter& interpreter, std::string_view name) {
    std::string normal;
    for (const char c : name) normal += c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const auto found = std::ranges::find(aliases, normal, &Alias::name);
    if (found == std::end(aliases)) throw interpreter.error(*interpreter.types().lookupError, fmt::format("unknown encoding: {}", name));
    return codecs[static_cast<std::size_t>(found->encoding)];
}

bool isSurrogate(std::uint32_t codePoint) {
    return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

ScriptError unknownHandler(Interpreter& interpreter, std::string_view errors) {
    return interpreter.error(*interpreter.types().lookupError, fmt::format("unknown error handler name '{}'", errors));
}

std::string escaped(std::uint32_t codePoint) {
    return codePoint < 0x100 ? fmt::format("\\x{:02x}", codePoint) : codePoint < 0x10000 ? fmt::format("\\u{:04x}", codePoint) : fmt::format("\\U{:08x}", codePoint);
}

class Encoder {
public:
    Encoder(Interpreter& interpreter, std::string_view text, const Codec& codec, std::string_view errors) : m_interpreter(interpreter), m_text(text), m_codec(codec), m_errors(errors) {}

    std::string run() {
        std::size_t position = 0;
        for (std::size_t at = 0; at < m_text.size(); ++position) {
            const std::size_t begin = at;
            const std::uint32_t codePoint = decodeCodePoint(m_text, at);
            if (!fits(codePoint)) replace(codePoint, begin, position);
            else if (m_codec.encoding == Encoding::Utf8) m_result += m_text.substr(begin, at - begin);
            else m_result += static_cast<char>(codePoint);
        }
        return std::move(m_result);
    }

private:
    bool fits(std::uint32_t codePoint) const { return codePoint < m_codec.limit && !isSurrogate(codePoint); }

    void replace(std::uint32_t codePoint, std::size_t begin, std::size_t position) {
        if (m_errors == "strict") throw refusal(codePoint, begin, position);
        if (m_errors == "ignore") return;
        if (m_errors == "replace") m_result += '?';
        else if (m_errors == "backslashreplace") m_result += escaped(codePoint);
        else if (m_errors == "xmlcharrefreplace") m_result += fmt::format("&#{};", codePoint);
        else if (m_errors != "surrogateescape") throw unknownHandler(m_interpreter, m_errors);
        else if (codePoint >= 0xdc80 && codePoint <= 0xdcff) m_result += static_cast<char>(codePoint - 0xdc00);
        else throw refusal(codePoint, begin, position);
    }

    // Tells of all that don't fit in a row.
    ScriptError refusal(std::uint32_t codePoint, std::size_t begin, std::size_t position) {
        std::size_t count = 0;
        for (std::size_t at = begin; at < m_text.size() && !fits(decodeCodePoint(m_text, at));) ++count;
        const std::string why = m_codec.encoding == Encoding::Utf8 ? "surrogates not allowed" : fmt::format("ordinal not in range({})", m_codec.limit);
        const std::string what = count == 1 ? fmt::format("character '{}' in position {}", escaped(codePoint), position) : fmt::format("characters in position {}-{}", position, position + count - 1);
        return m_interpreter.error(*m_interpreter.types().unicodeEncodeError, fmt::format("'{}' codec can't encode {}: {}", m_codec.name, what, why));
    }

    Interpreter& m_interpreter;
    std::string_view m_text;
    const Codec& m_codec;
    std::string_view m_errors;
    std::string m_result;
};

class Decoder {
public:
    Decoder(Interpreter& interpreter, std::string_view bytes, const Codec& codec, std::string_view errors) : m_interpreter(interpreter), m_bytes(bytes), m_codec(codec), m_errors(errors) {}

    std::string run() {
        while (m_at < m_bytes.size()) {
            if (byte(m_at) < 0x80) m_result += m_bytes[m_at++];
            else if (m_codec.encoding == Encoding::Latin1) appendCodePoint(m_result, byte(m_at++));
            else if (m_codec.encoding == Encoding::Ascii) replace(1, "ordinal not in range(128)");
            else takeSequence();
        }
        return std::move(m_result);
    }

private:
    std::uint32_t byte(std::size_t at) const { return static_cast<unsigned char>(m_bytes[at]); }

    // The bytes that may follow a lead byte: the first of them decides on overlong forms, surrogates and what is beyond Unicode.
    static bool mayFollow(std::uint32_t lead, std::size_t index, std::uint32_t byte) {
        std::uint32_t low = 0x80, high = 0xbf;
        if (index == 1 && lead == 0xe0) low = 0xa0;
        if (index == 1 && lead == 0xed) high = 0x9f;
        if (index == 1 && lead == 0xf0) low = 0x90;
        if (index == 1 && lead == 0xf4) high = 0x8f;
        return low <= byte && byte <= high;
    }

    void takeSequence() {
        const std::uint32_t lead = byte(m_at);
        if (lead < 0xc2 || lead > 0xf4) return replace(1, "invalid start byte");
        const std::size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        for (std::size_t i = 1; i < size; ++i) {
            if (m_at + i >= m_bytes.size()) return replace(i, "unexpected end of data");
            if (!mayFollow(lead, i, byte(m_at + i))) return replace(i, "invalid continuation byte");
        }
        m_result += m_bytes.substr(m_at, size);
        m_at += size;
    }

    void replace(std::size_t count, std::string_view why) {
        if (m_errors == "strict") throw refusal(count, why);
        if (m_errors == "replace") appendCodePoint(m_result, 0xfffd);
        else if (m_errors == "backslashreplace" || m_errors == "surrogateescape") {
            for (std::size_t i = 0; i < count; ++i) {
                if (m_errors == "surrogateescape") appendCodePoint(m_result, 0xdc00 + byte(m_at + i));
                else m_result += escaped(byte(m_at + i));
            }
        } else if (m_errors != "ignore") {
            throw unknownHandler(m_interpreter, m_errors);
        }
        m_at += count;
    }

    ScriptError refusal(std::size_t count, std::string_view why) {
        const std::string what = count == 1 ? fmt::format("byte 0x{:02x} in position {}", byte(m_at), m_at) : fmt::format("bytes in position {}-{}", m_at, m_at + count - 1);
        return m_interpreter.error(*m_interpreter.types().unicodeDecodeError, fmt::format("'{}' codec can't decode {}: {}", m_codec.name, what, why));
    }

    Interpreter& m_interpreter;
    std::string_view m_bytes;
    const Codec& m_codec;
    std::string_view m_errors;
    std::size_t m_at = 0;
    std::string m_result;
};

}  // namespace

std::string encodeText(Interpreter& interpreter, std::string_view text, std::string_view encoding, std::string_view errors) {
    return Encoder(interpreter, text, codecOf(interpreter, encoding), errors).run();
}

std::string decodeBytes(Interpreter& interpreter, std::string_view bytes, std::string_view encoding, std::string_view errors) {
    return Decoder(interpreter, bytes, codecOf(interpreter, encoding), errors).run();
}

}  // namespace namescape
