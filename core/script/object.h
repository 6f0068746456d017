// What every object on a heap has: a count of references, its type, and its place in the heap's list.
#pragma once

#include "script/value.h"

#include <cstddef>
#include <memory>
#include <new>

namespace namescape {

class Heap;
class DictObject;
class TypeObject;
class InstanceObject;

// The layout of an object. Instances of a script's class that inherits from a builtin have the builtin's kind.
enum class ObjectKind : std::uint8_t {
    Instance,  // of classes made by programs, and of native types
    String,
    Bytes,
    BigInt,
    Complex,
    List,
    Tuple,
    Dict,
    DictView,
    Set,  // frozenset too
    Range,
    Slice,
    Function,
    NativeFunction,
    BoundMethod,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    Type,
    Module,
    Exception,
    Iterator,
    Generator,
    Cell,
    Number,  // an instance of a class that inherits from int or float
};

class Object {
public:
    Object(TypeObject& type, ObjectKind kind) : m_kind(kind), m_type(&type) {}
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    virtual ~Object() = default;

    ObjectKind kind() const { return m_kind; }
    TypeObject& type() const { return *m_type; }
    void setType(TypeObject& type) { m_type = &type; }
    std::uint32_t referenceCount() const { return m_references; }

    // Where `object.__dict__` of this object is, or null for objects that take no attributes. Null inside: none set yet.
    virtual Value* attributes() { return nullptr; }

    // Lets go of every Value that the object holds: how a heap takes cycles apart before it frees all.
    virtual void clearReferences() {}

private:
    friend class Value;
    friend class Heap;
    friend void destroyObject(Object*);

    std::uint32_t m_references = 0;
    std::uint16_t m_size = 0;  // of the C++ object, for the heap's account
    ObjectKind m_kind;
    bool m_isDying = false;
    TypeObject* m_type;
    Object* m_previous = nullptr;
    Object* m_next = nullptr;
};

inline void Value::retain() const noexcept {
    if (isObject()) ++m_object->m_references;
}

inline void Value::release() noexcept {
    if (isObject() && --m_object->m_references == 0) destroyObject(m_object);
}

// A Value known to be an object of class T (T::kindOfObject), or null.
template <typename T>
class Ref : public Value {
public:
    Ref() = default;
    Ref(T* target) : Value(target) {}

    T* get() const { return isObject() ? static_cast<T*>(object()) : nullptr; }
    T* operator->() const { return static_cast<T*>(object()); }
    T& operator*() const { return *static_cast<T*>(object()); }
    explicit operator bool() const { return isObject(); }
};

// ---- Instances ---------------------------------------------------------------------------------------------------

namespace detail {

// One address per payload type: tells whether an instance holds a T without run-time type information.
template <typename T>
inline constexpr char payloadMark = 0;

// Constructors, and structs without any, alike.
template <typename T, typename... Arguments>
void construct(void* place, Arguments&&... arguments) {
    if constexpr (std::is_constructible_v<T, Arguments...>) new (place) T(std::forward<Arguments>(arguments)...);
    else new (place) T{std::forward<Arguments>(arguments)...};
}

// Room for a T, which stands at its beginning.
template <typename T>
class PayloadBox {
public:
    template <typename... Arguments>
    explicit PayloadBox(Arguments&&... arguments) { construct<T>(m_storage, std::forward<Arguments>(arguments)...); }
    PayloadBox(const PayloadBox&) = delete;
    PayloadBox& operator=(const PayloadBox&) = delete;
    ~PayloadBox() { content().~T(); }

    T& content() { return *std::launder(reinterpret_cast<T*>(m_storage)); }

private:
    alignas(T) std::byte m_storage[sizeof(T)];
};

}  // namespace detail

// An object of a script's class or of a native type: attributes, and a payload of native code where there is one.
class InstanceObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Instance;

    explicit InstanceObject(TypeObject& type) : Object(type, kindOfObject) {}
    ~InstanceObject() override { dropPayload(); }

    Value* attributes() override { return &m_attributes; }
    void clearReferences() override {
        m_attributes = Value();
        dropPayload();
    }

    // The payload where it is a T, else null: also for an instance whose __init__ did not run yet.
    template <typename T>
    T* payload() const { return m_mark == &detail::payloadMark<T> ? static_cast<T*>(m_payload) : nullptr; }
    bool hasPayload() const { return m_payload != nullptr; }

    // Makes the payload, in place of what was there. Payloads may hold Values.
    template <typename T, typename... Arguments>
    T& emplace(Arguments&&... arguments) {
        dropPayload();
        auto box = std::make_unique<detail::PayloadBox<T>>(std::forward<Arguments>(arguments)...);
        T* made = &box->content();
        setPayload(made, &detail::payloadMark<T>, [](void* payload) { delete reinterpret_cast<detail::PayloadBox<T>*>(payload); });
        box.release();
        return *made;
    }

protected:
    void setPayload(void* payload, const char* mark, void (*drop)(void*)) {
        m_payload = payload;
        m_mark = mark;
        m_drop = drop;
    }
    void dropPayload() {
        if (!m_payload) return;
        void* payload = std::exchange(m_payload, nullptr);
        m_mark = nullptr;
        m_drop(payload);
    }

private:
    Value m_attributes;  // a DictObject, made when the first attribute is set
    void* m_payload = nullptr;
    const char* m_mark = nullptr;
    void (*m_drop)(void*) = nullptr;
};

// An instance with its payload in the same piece of memory; made by Interpreter::wrap().
template <typename T>
class PayloadInstance final : public InstanceObject {
public:
    template <typename... Arguments>
    explicit PayloadInstance(TypeObject& type, Arguments&&... arguments) : InstanceObject(type) {
        detail::construct<T>(m_storage, std::forward<Arguments>(arguments)...);
        setPayload(std::launder(reinterpret_cast<T*>(m_storage)), &detail::payloadMark<T>, [](void* payload) { static_cast<T*>(payload)->~T(); });
    }
    ~PayloadInstance() override { dropPayload(); }

private:
    alignas(T) std::byte m_storage[sizeof(T)];
};

template <typename T>
T* Value::as() const {
    if (!isObject()) return nullptr;
    if constexpr (std::is_base_of_v<Object, T>)
        return m_object->kind() == T::kindOfObject ? static_cast<T*>(m_object) : nullptr;
    else
        return m_object->kind() == ObjectKind::Instance ? static_cast<InstanceObject*>(m_object)->payload<T>() : nullptr;
}

}  // namespace namescape
