#include "script/containers.h"

#include "script/type_object.h"

#include <memory>

namespace namescape {

TupleObject::TupleObject(TypeObject& type, std::size_t size, bool hasAttributes)
    : Object(type, kindOfObject), m_size(size), m_hasAttributes(hasAttributes) {
    static_assert(sizeof(TupleObject) % alignof(Value) == 0);
    std::uninitialized_default_construct_n(data(), size + hasAttributes);
}

TupleObject::~TupleObject() {
    std::destroy_n(data(), m_size + m_hasAttributes);
    type().heap().takeBack(tailSize(m_size, m_hasAttributes));
}

void TupleObject::clearReferences() {
    for (std::size_t i = 0; i < m_size + m_hasAttributes; ++i) data()[i] = Value();
}

std::uint64_t RangeObject::length() const {
    const auto low = static_cast<std::uint64_t>(step > 0 ? start : stop);
    const auto high = static_cast<std::uint64_t>(step > 0 ? stop : start);
    if (step > 0 ? start >= stop : start <= stop) return 0;
    const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    return (high - low - 1) / stride + 1;
}

}  // namespace namescape
