// A generator: a function's frame that goes on and stops again, with its values in itself.
#pragma once

#include "script/code.h"
#include "script/function_object.h"
#include "script/iterator_object.h"
#include "script/module_object.h"

#include <memory>

namespace namescape {

class GeneratorObject final : public IteratorObject {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Generator;
    enum class State : std::uint8_t { NotStarted, Suspended, Running, Finished };

    // Takes the values of `slots`, which hold the bound arguments.
    GeneratorObject(TypeObject& type, FunctionObject& function, std::span<Value> slots);
    ~GeneratorObject() override;
    void clearReferences() override;

    bool next(Interpreter& interpreter, Value& value) override;

    const Code& code() const { return *m_code; }
    FunctionObject& function() const { return *m_function; }
    Value* slots() const { return reinterpret_cast<Value*>(m_memory.get()); }
    Value* operands() const { return slots() + m_code->slotCount; }
    // Ends it: its values go.
    void finish() noexcept;

    State state = State::NotStarted;
    Value* top = nullptr;
    const Instruction* pc = nullptr;
    Value handled;

private:
    const Code* m_code;  // may be gone by the time that the generator goes
    Ref<FunctionObject> m_function;
    std::size_t m_bytes;
    std::unique_ptr<std::byte[]> m_memory;
};

}  // namespace namescape
