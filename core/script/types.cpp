// Makes the builtin types, and tells what type a value has.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/method_cache.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

Value allocateInstance(Interpreter& interpreter, TypeObject& type) {
    return interpreter.heap().make<InstanceObject>(type);
}

template <typename T>
Value allocateContainer(Interpreter& interpreter, TypeObject& type) {
    if (type.isScript) return interpreter.heap().make<WithAttributes<T>>(type, interpreter.heap());
    return interpreter.heap().make<T>(type, interpreter.heap());
}

Value allocateException(Interpreter& interpreter, TypeObject& type) {
    return interpreter.heap().make<ExceptionObject>(type, interpreter.tuple({}));
}

}  // namespace

void Interpreter::makeTypes() {
    BuiltinTypes& types = *m_types;
    types.type = heap().make<TypeObject>(nullptr, heap(), "type");
    const auto make = [&](const char* name, TypeObject* base) {
        auto made = heap().make<TypeObject>(types.type.get(), heap(), name);
        made->isBuiltin = true;
        made->module = "builtins";
        if (base) {
            made->setBases({base});
            made->allocate = base->allocate;
            made->instanceKind = base->instanceKind;
        }
        return made;
    };
    types.object = make("object", nullptr);
    types.object->allocate = allocateInstance;
    types.type->setBases({types.object.get()});
    types.type->isBuiltin = true;
    types.type->module = "builtins";
    types.type->instanceKind = ObjectKind::Type;
#define NAMESCAPE_MAKE(member, name) types.member = make(name, types.object.get());
    NAMESCAPE_PLAIN_TYPES(NAMESCAPE_MAKE)
#undef NAMESCAPE_MAKE
    types.boolean->setBases({types.integer.get()});
    types.baseException = make("BaseException", types.object.get());
    types.baseException->allocate = allocateException;
    types.baseException->instanceKind = ObjectKind::Exception;
#define NAMESCAPE_MAKE(member, name, base) types.member = make(name, types.base.get());
    NAMESCAPE_EXCEPTION_TYPES(NAMESCAPE_MAKE)
#undef NAMESCAPE_MAKE

    const auto layout = [](const Ref<TypeObject>& type, ObjectKind kind, TypeObject::Allocator allocate) {
        type->instanceKind = kind;
        type->allocate = allocate;
    };
    layout(types.list, ObjectKind::List, allocateContainer<ListObject>);
    layout(types.dict, ObjectKind::Dict, allocateContainer<DictObject>);
    layout(types.set, ObjectKind::Set, allocateContainer<SetObject>);
    layout(types.frozenset, ObjectKind::Set, allocateContainer<SetObject>);
    layout(types.string, ObjectKind::String, nullptr);
    layout(types.tuple, ObjectKind::Tuple, nullptr);
    layout(types.integer, ObjectKind::Number, nullptr);
    layout(types.floating, ObjectKind::Number, nullptr);
    for (const auto& type : {types.boolean, types.noneType, types.notImplementedType, types.ellipsisType, types.range, types.slice, types.function, types.nativeFunction, types.method,
                             types.generator, types.bytes, types.complex, types.module, types.cell, types.code, types.dictKeys, types.dictValues, types.dictItems})
        type->canBeBase = false;
}

Ref<TypeObject> Interpreter::makeType(std::string_view name, std::vector<TypeObject*> bases) {
    auto made = heap().make<TypeObject>(types().type.get(), heap(), std::string(name));
    const TypeObject* layout = bases.front();
    for (const TypeObject* base : bases)
        if (base->instanceKind != ObjectKind::Instance) layout = base;
    made->allocate = layout->allocate;
    made->instanceKind = layout->instanceKind;
    for (const TypeObject* base : bases)
        if (base->identity) made->identity = base->identity;
    made->setBases(std::move(bases));
    return made;
}

void Interpreter::setTypeAttribute(TypeObject& type, InternedName name, Value value) {
    type.ownAttributes().set(name, std::move(value));
    m_methodCache->forget();
}

void Interpreter::setTypeAttributesLater(TypeObject& type, TypeObject::LateAttributes make) {
    type.addLater(std::move(make));
    m_methodCache->forget();
}

TypeObject& Interpreter::typeOf(const Value& value) const {
    switch (value.tag()) {
    case ValueTag::None:
    case ValueTag::Unset: return *m_types->noneType;
    case ValueTag::NotImplemented: return *m_types->notImplementedType;
    case ValueTag::Ellipsis: return *m_types->ellipsisType;
    case ValueTag::Bool: return *m_types->boolean;
    case ValueTag::Int: return *m_types->integer;
    case ValueTag::Float: return *m_types->floating;
    case ValueTag::Object: break;
    }
    return value.object()->type();
}

const Value* Interpreter::findInType(const TypeObject& type, InternedName name) const {
    return m_methodCache->find(type, name);
}

const TypeObject::AttributeHooks& Interpreter::hooksOf(const TypeObject& type) const {
    if (const auto version = m_methodCache->version(); type.hooks.version != version)
        type.hooks = TypeObject::AttributeHooks{version, findOverride(type, names().getattribute) != nullptr, findInType(type, names().getattr) != nullptr, findOverride(type, names().setattr) != nullptr};
    return type.hooks;
}

}  // namespace namescape
