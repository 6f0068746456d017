// Class statements and type(name, bases, dict) (CPython's Python/bltinmodule.c, Objects/typeobject.c).
#include "script/builtin_types.h"
#include "script/class_builder.h"
#include "script/evaluator.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

// The own names of a class body, as they are at its end.
Value Evaluator::classNamespace(Frame& frame) {
    auto names = m_interpreter.dict();
    const Code& code = *frame.code;
    names->table.set(m_interpreter.names().module, m_interpreter.string(frame.module->name()));
    names->table.set(m_interpreter.names().qualname, m_interpreter.string(code.qualifiedName));
    if (!code.doc.isNone()) names->table.set(m_interpreter.names().doc, code.doc);
    for (std::uint32_t slot = 0; slot < code.ownSlotCount; ++slot) {
        const auto* cell = frame.slots[slot].as<CellObject>();
        const Value& value = cell ? cell->value : frame.slots[slot];
        if (!value.isUnset()) names->table.set(code.slotNames[slot], value);
    }
    if (code.classCell != noSlot) names->table.set(m_interpreter.names().classcell, frame.slots[code.classCell]);
    return names;
}

Value Evaluator::buildClass(const Value& function, ListObject& bases, DictObject& keywords) {
    const auto& body = *function.as<FunctionObject>();
    std::vector<Value> baseValues(bases.values.begin(), bases.values.end());
    TypeObject* metaclass = m_interpreter.types().type.get();
    if (const Value* given = keywords.table.get(m_interpreter.names().metaclass)) {
        const Value held = *given;
        keywords.table.remove(m_interpreter.names().metaclass);
        auto* type = held.as<TypeObject>();
        if (!type) {
            // Any callable will do.
            const Value names = m_interpreter.call(function);
            return m_interpreter.call(held, {m_interpreter.string(body.name), m_interpreter.tuple(baseValues), names});
        }
        metaclass = type;
    }
    metaclass = &mostDerivedMetaclass(m_interpreter, *metaclass, baseValues);
    const Value names = m_interpreter.call(function);
    std::vector<KeywordValue> passed;
    for (const auto& entry : keywords.table.entries())
        if (!entry.value.isUnset()) passed.push_back({m_interpreter.intern(*entry.key.as<StringObject>()), entry.value});
    const Value arguments[3] = {m_interpreter.string(body.name), m_interpreter.tuple(baseValues), names};
    return m_interpreter.call(Value(metaclass), std::span<const Value>(arguments), passed);
}

}  // namespace namescape
