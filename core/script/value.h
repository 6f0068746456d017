// A Python value in 16 bytes: small ones stand in it, the others are counted references to objects of a heap.
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace namescape {

class Object;
void destroyObject(Object* object);

// What a Value holds. Everything but the first group is an Object; see ObjectKind for what kind of object.
enum class ValueTag : std::uint8_t {
    None,
    Unset,  // no value at all: a variable before its assignment; never seen by a program
    NotImplemented,
    Ellipsis,
    Bool,
    Int,  // fits 64 bits; larger ones are objects
    Float,
    Object,
};

// Kept alive by counting, not by threads: a Value belongs to the one Interpreter whose heap its object is in,
// and must be gone before that Interpreter is.
class Value {
public:
    Value() noexcept : m_tag(ValueTag::None), m_integer(0) {}
    Value(std::same_as<bool> auto value) noexcept : m_tag(ValueTag::Bool), m_integer(value) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && (sizeof(T) < 8 || std::is_signed_v<T>))
    Value(T value) noexcept : m_tag(ValueTag::Int), m_integer(value) {}
    Value(std::floating_point auto value) noexcept : m_tag(ValueTag::Float), m_float(value) {}
    // Null gives None.
    template <std::derived_from<Object> T>
    Value(T* object) noexcept : m_tag(object ? ValueTag::Object : ValueTag::None), m_object(object) { retain(); }
    Value(const char*) = delete;  // text needs a heap: Interpreter::string()

    Value(const Value& other) noexcept : m_tag(other.m_tag), m_integer(other.m_integer) { retain(); }
    Value(Value&& other) noexcept : m_tag(other.m_tag), m_integer(other.m_integer) { other.m_tag = ValueTag::None; }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        Value moved(std::move(other));
        swap(moved);
        return *this;
    }
    ~Value() { release(); }

    // Takes the value out of a place that then counts as raw memory again: neither counts nor destroys anything.
    static Value takeFrom(Value* place) noexcept {
        Value taken(place->m_tag);
        taken.m_integer = place->m_integer;
        return taken;
    }

    static Value unset() { return Value(ValueTag::Unset); }
    static Value notImplemented() { return Value(ValueTag::NotImplemented); }
    static Value ellipsis() { return Value(ValueTag::Ellipsis); }

    ValueTag tag() const { return m_tag; }
    bool isNone() const { return m_tag == ValueTag::None; }
    bool isUnset() const { return m_tag == ValueTag::Unset; }
    bool isNotImplemented() const { return m_tag == ValueTag::NotImplemented; }
    bool isBool() const { return m_tag == ValueTag::Bool; }
    bool isInt() const { return m_tag == ValueTag::Int; }      // bool is not; nor are ints beyond 64 bits
    bool isFloat() const { return m_tag == ValueTag::Float; }
    bool isObject() const { return m_tag == ValueTag::Object; }
    bool isTrue() const { return isBool() && m_integer; }      // the value True itself; see Interpreter::truth()
    bool isFalse() const { return isBool() && !m_integer; }

    bool asBool() const { assert(isBool()); return m_integer != 0; }
    std::int64_t asInt() const { assert(isInt() || isBool()); return m_integer; }
    double asFloat() const { assert(isFloat()); return m_float; }
    Object* object() const { assert(isObject()); return m_object; }

    // The object as a T, or null where the value is something else. T is a class of objects (ListObject, …), or the
    // type of the payload that native code put into an instance (see InstanceObject). Defined in object.h.
    template <typename T>
    T* as() const;
    template <typename T>
    bool is() const { return as<T>() != nullptr; }

    // The same value or the same object, as far as can be told without the types; see Interpreter::identical().
    bool isSame(const Value& other) const { return m_tag == other.m_tag && m_integer == other.m_integer; }

    void swap(Value& other) noexcept {
        std::swap(m_tag, other.m_tag);
        std::swap(m_integer, other.m_integer);
    }

private:
    explicit Value(ValueTag tag) noexcept : m_tag(tag), m_integer(0) {}
    inline void retain() const noexcept;
    inline void release() noexcept;

    ValueTag m_tag;
    union {
        std::int64_t m_integer;
        double m_float;
        Object* m_object;
    };
};

static_assert(sizeof(Value) == 16);

}  // namespace namescape

#include "script/object.h"
