// Python's str: UTF-8 behind the object, indexed by code points; and bytes.
#pragma once

#include "script/heap.h"

#include <string>
#include <string_view>

namespace namescape {

// Never changed once made. Lone surrogates are kept in UTF-8's three-byte form.
class StringObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::String;

    // Use Interpreter::string(). Room for the text, tailSize() bytes, must stand behind the object; it is to be written into
    // data(). Instances of a program's class that inherits from str have attributes, which stand there too.
    StringObject(TypeObject& type, std::size_t size, bool hasAttributes = false);
    ~StringObject() override;
    static std::size_t tailSize(std::size_t size, bool hasAttributes);

    Value* attributes() override;
    void clearReferences() override;

    std::string_view text() const { return {data(), m_size}; }
    std::size_t size() const { return m_size; }  // bytes
    std::size_t length() const { return m_length == unknownLength ? countLength() : m_length; }  // code points
    bool isAscii() const { return length() == m_size; }
    std::uint64_t hash() const { return m_hash ? m_hash : computeHash(); }

    // The byte where code point `index`, at most length(), begins. Constant time for ASCII, else linear.
    std::size_t byteOffset(std::size_t index) const;

    // Interned strings are the same object where their text is the same.
    bool isInterned() const { return m_isInterned; }
    void setInterned() { m_isInterned = true; }

    // To be written to once, before anybody sees the string.
    char* data() { return reinterpret_cast<char*>(this) + sizeof(StringObject); }
    const char* data() const { return reinterpret_cast<const char*>(this) + sizeof(StringObject); }

    bool equals(const StringObject& other) const {
        return this == &other || (m_size == other.m_size && hash() == other.hash() && text() == other.text());
    }

private:
    static constexpr std::size_t unknownLength = ~std::size_t{0};

    std::size_t countLength() const;
    std::uint64_t computeHash() const;

    std::size_t m_size;
    mutable std::size_t m_length = unknownLength;
    mutable std::uint64_t m_hash = 0;
    bool m_isInterned = false;
    bool m_hasAttributes = false;
};

// An interned string: names of attributes, variables and arguments. Lives as long as its interpreter.
using InternedName = StringObject*;

// Hash of a text as StringObject::hash() gives it; never 0.
std::uint64_t hashText(std::string_view text);

class BytesObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Bytes;

    BytesObject(TypeObject& type, std::string_view bytes, Heap& heap)
        : Object(type, kindOfObject), m_bytes(bytes.begin(), bytes.end(), HeapAllocator<char>(heap)) {}

    std::string_view bytes() const { return {m_bytes.data(), m_bytes.size()}; }

private:
    std::basic_string<char, std::char_traits<char>, HeapAllocator<char>> m_bytes;
};

}  // namespace namescape
