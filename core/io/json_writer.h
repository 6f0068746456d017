// Writes JSON piece by piece, without a tree of it in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

// Appends to a string. Whoever calls it keeps keys and values in turn; commas are its own business. Text that isn't UTF-8 is made so
// with U+FFFD; numbers that JSON doesn't know become null.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(bool truth);
    void value(std::int64_t number);
    void value(std::uint32_t number) { value(static_cast<std::int64_t>(number)); }
    void value(double number);
    void null();
    // The next value or key begins on a line of its own.
    void line() { m_wantsLine = true; }

    template <typename T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string& m_out;
    bool m_wantsComma = false;
    bool m_wantsLine = false;
};

}  // namespace namescape
