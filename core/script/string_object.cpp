#include "script/string_object.h"

#include "script/type_object.h"
#include "script/utf8.h"

#include <new>

namespace namescape {

namespace {
constexpr std::size_t aligned(std::size_t size) {
    return (size + alignof(Value) - 1) / alignof(Value) * alignof(Value);
}
}  // namespace

StringObject::StringObject(TypeObject& type, std::size_t size, bool hasAttributes)
    : Object(type, kindOfObject), m_size(size), m_hasAttributes(hasAttributes) {
    static_assert(sizeof(StringObject) % alignof(Value) == 0);
    if (hasAttributes) new (data() + aligned(size)) Value();
}

StringObject::~StringObject() {
    if (m_hasAttributes) attributes()->~Value();
    type().heap().takeBack(tailSize(m_size, m_hasAttributes));
}

std::size_t StringObject::tailSize(std::size_t size, bool hasAttributes) {
    return hasAttributes ? aligned(size) + sizeof(Value) : size;
}

Value* StringObject::attributes() {
    return m_hasAttributes ? reinterpret_cast<Value*>(data() + aligned(m_size)) : nullptr;
}

void StringObject::clearReferences() {
    if (m_hasAttributes) *attributes() = Value();
}

std::size_t StringObject::byteOffset(std::size_t index) const {
    return isAscii() ? index : offsetOfCodePoint(text(), index);
}

std::size_t StringObject::countLength() const {
    return m_length = countCodePoints(text());
}

std::uint64_t StringObject::computeHash() const {
    return m_hash = hashText(text());
}

std::uint64_t hashText(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3ull;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

}  // namespace namescape
