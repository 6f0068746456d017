#include "script/generator_object.h"

#include "script/evaluator.h"
#include "script/type_object.h"

#include <memory>

namespace namescape {

GeneratorObject::GeneratorObject(TypeObject& type, FunctionObject& function, std::span<Value> bound)
    : IteratorObject(type, kindOfObject), m_code(&function.code()), m_function(&function), m_bytes((m_code->slotCount + m_code->stackSize) * sizeof(Value)) {
    type.heap().charge(m_bytes);
    m_memory = std::make_unique_for_overwrite<std::byte[]>(m_bytes);
    for (std::size_t i = 0; i < m_code->slotCount; ++i) new (slots() + i) Value(i < bound.size() ? std::move(bound[i]) : Value::unset());
    top = operands();
    pc = m_code->instructions.data();
}

GeneratorObject::~GeneratorObject() {
    finish();
    if (m_memory) type().heap().takeBack(m_bytes);
}

void GeneratorObject::clearReferences() {
    finish();
    handled = Value();
    m_function = {};
}

void GeneratorObject::finish() noexcept {
    state = State::Finished;
    if (!top) return;
    Value* end = std::exchange(top, nullptr);
    std::destroy(slots(), end);
}

bool GeneratorObject::next(Interpreter& interpreter, Value& value) {
    if (state == State::Finished) return false;
    return interpreter.evaluator().resume(*this, Value(), false, value);
}

}  // namespace namescape
