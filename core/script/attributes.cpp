// Reading, setting and deleting attributes, as object.__getattribute__ and its like do (CPython's Objects/object.c, typeobject.c).
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/method_cache.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

// Wins over what is set in the object itself.
bool isDataDescriptor(Interpreter& interpreter, const Value& found) {
    if (!found.isObject()) return false;
    if (found.object()->kind() == ObjectKind::Property) return true;
    return found.object()->kind() == ObjectKind::Instance && !found.object()->type().isBuiltin &&
           interpreter.findInType(found.object()->type(), interpreter.names().set);
}

bool isAttributeError(Interpreter& interpreter, const ScriptError& error) {
    return error.exception().type().isSubtypeOf(*interpreter.types().attributeError);
}

// The dict behind `object.__dict__` where there is one already.
DictObject* existingAttributes(const Value& object) {
    if (!object.isObject()) return nullptr;
    const Value* attributes = object.object()->attributes();
    return attributes ? attributes->as<DictObject>() : nullptr;
}

ScriptError noAttribute(Interpreter& interpreter, const Value& object, InternedName name) {
    if (const auto* type = object.as<TypeObject>()) return interpreter.attributeError(fmt::format("type object '{}' has no attribute '{}'", type->name, name->text()));
    if (const auto* module = object.as<ModuleObject>()) return interpreter.attributeError(fmt::format("module '{}' has no attribute '{}'", module->name(), name->text()));
    return interpreter.attributeError(fmt::format("'{}' object has no attribute '{}'", interpreter.typeName(object), name->text()));
}

std::optional<Value> findInSuper(Interpreter& interpreter, SuperObject& super, InternedName name) {
    bool isBehind = false;
    for (TypeObject* type : super.start->order()) {
        if (isBehind) {
            if (const Value* found = type->ownAttributes().get(name)) {
                const bool isClass = super.self.is<TypeObject>() && super.self.object() == super.start.get();
                return interpreter.bind(*found, isClass ? Value::unset() : super.self, *super.start);
            }
        }
        isBehind |= type == super.after.get();
    }
    return std::nullopt;
}

}  // namespace

Value Interpreter::bind(const Value& found, const Value& self, TypeObject& type) {
    if (!found.isObject()) return found;
    switch (found.object()->kind()) {
    case ObjectKind::NativeFunction: {
        const auto& native = static_cast<const NativeFunctionObject&>(*found.object());
        if (native.style() == CallErrorStyle::Builtin && !native.owner) return found;
        [[fallthrough]];
    }
    case ObjectKind::Function:
        if (self.isUnset()) return found;
        return heap().make<BoundMethodObject>(*types().method, found, self);
    case ObjectKind::ClassMethod: {
        const Value& function = static_cast<const ClassMethodObject&>(*found.object()).function;
        return heap().make<BoundMethodObject>(*types().method, function, Value(&type));
    }
    case ObjectKind::StaticMethod: return static_cast<const StaticMethodObject&>(*found.object()).function;
    case ObjectKind::Property: {
        const auto& property = static_cast<const PropertyObject&>(*found.object());
        if (self.isUnset()) return found;
        if (property.nativeGetter) return property.nativeGetter(*this, self);
        if (property.getter.isNone()) throw attributeError(fmt::format("property '{}' of '{}' object has no getter", property.name, type.name));
        const Value getter = property.getter;
        return call(getter, {self});
    }
    case ObjectKind::Instance: {
        TypeObject& foundType = found.object()->type();
        if (foundType.isBuiltin) return found;
        const Value* get = findInType(foundType, names().get);
        if (!get) return found;
        const Value getter = *get;
        return call(bind(getter, found, foundType), {self.isUnset() ? Value() : self, Value(&type)});
    }
    default: return found;
    }
}

std::optional<Value> Interpreter::findGenericAttribute(const Value& object, InternedName name) {
    if (auto* super = object.as<SuperObject>())
        if (auto found = findInSuper(*this, *super, name)) return found;
    TypeObject& type = typeOf(object);
    const Value* inType = findInType(type, name);
    if (inType && isDataDescriptor(*this, *inType)) {
        const Value descriptor = *inType;
        return bind(descriptor, object, type);
    }
    if (auto* asType = object.as<TypeObject>()) {
        if (const Value* found = findInType(*asType, name)) {
            const Value held = *found;
            return bind(held, Value::unset(), *asType);
        }
    } else if (auto* module = object.as<ModuleObject>()) {
        if (const Value* found = module->table().get(name)) return *found;
    } else if (const auto* attributes = existingAttributes(object)) {
        if (const Value* found = attributes->table.get(name)) return *found;
    }
    if (inType) {
        const Value held = *inType;
        return bind(held, object, type);
    }
    if (auto* module = object.as<ModuleObject>(); module && module->onMissing) {
        const Value keepAlive = object;
        return module->onMissing(*this, name->text());
    }
    return std::nullopt;
}

Value Interpreter::getAttribute(const Value& object, InternedName name) {
    TypeObject& type = typeOf(object);
    if (type.isBuiltin) {
        if (auto found = findGenericAttribute(object, name)) return std::move(*found);
        throw noAttribute(*this, object, name);
    }
    if (const auto& hooks = hooksOf(type); !hooks.getattribute && !hooks.getattr) {
        if (auto found = findGenericAttribute(object, name)) return std::move(*found);
        throw noAttribute(*this, object, name);
    }
    const Value* custom = findOverride(type, names().getattribute);
    const Value* fallback = findInType(type, names().getattr);
    const Value keepAlive = object;
    const Value fallbackHeld = fallback ? *fallback : Value::unset();
    try {
        if (custom) {
            const Value hook = *custom;
            return call(bind(hook, object, type), {Value(name)});
        }
        if (auto found = findGenericAttribute(object, name)) return std::move(*found);
    } catch (const ScriptError& error) {
        if (!fallback || !isAttributeError(*this, error)) throw;
    }
    if (fallbackHeld.isUnset()) throw noAttribute(*this, object, name);
    return call(bind(fallbackHeld, object, type), {Value(name)});
}

std::optional<Value> Interpreter::findAttribute(const Value& object, InternedName name) {
    try {
        TypeObject& type = typeOf(object);
        if (type.isBuiltin || (!hooksOf(type).getattribute && !hooksOf(type).getattr)) return findGenericAttribute(object, name);
        return getAttribute(object, name);
    } catch (const ScriptError& error) {
        if (!isAttributeError(*this, error)) throw;
        return std::nullopt;
    }
}

DictObject* Interpreter::attributesOf(const Value& object) {
    if (auto* module = object.as<ModuleObject>()) return module->dict().as<DictObject>();
    if (!object.isObject()) return nullptr;
    Value* attributes = object.object()->attributes();
    if (!attributes) return nullptr;
    if (attributes->isNone()) *attributes = dict();
    return attributes->as<DictObject>();
}

void Interpreter::setAttribute(const Value& object, InternedName name, const Value& value) {
    TypeObject& type = typeOf(object);
    if (const Value* custom = hooksOf(type).setattr ? findOverride(type, names().setattr) : nullptr) {
        const Value hook = *custom;
        call(bind(hook, object, type), {Value(name), value});
        return;
    }
    setGenericAttribute(object, name, value);
}

void Interpreter::setGenericAttribute(const Value& object, InternedName name, const Value& value) {
    TypeObject& type = typeOf(object);
    const Value* inType = findInType(type, name);
    if (inType && isDataDescriptor(*this, *inType)) {
        const Value descriptor = *inType;
        if (const auto* property = descriptor.as<PropertyObject>()) {
            if (property->nativeSetter) return property->nativeSetter(*this, object, value);
            if (property->setter.isNone()) {
                if (options().wording == ErrorWording::Python37) throw attributeError("can't set attribute");
                throw attributeError(fmt::format("property '{}' of '{}' object has no setter", property->name, type.name));
            }
            call(property->setter, {object, value});
            return;
        }
        callMethod(descriptor, names().set, {object, value});
        return;
    }
    if (auto* asType = object.as<TypeObject>()) {
        if (asType->isBuiltin) throw typeError(fmt::format("cannot set '{}' attribute of immutable type '{}'", name->text(), asType->name));
        return setTypeAttribute(*asType, name, value);
    }
    DictObject* attributes = attributesOf(object);
    if (!attributes) {
        if (inType) throw attributeError(fmt::format("'{}' object attribute '{}' is read-only", type.name, name->text()));
        throw noAttribute(*this, object, name);
    }
    attributes->table.set(name, value);
}

void Interpreter::deleteAttribute(const Value& object, InternedName name) {
    TypeObject& type = typeOf(object);
    if (const Value* custom = findOverride(type, names().delattr)) {
        const Value hook = *custom;
        call(bind(hook, object, type), {Value(name)});
        return;
    }
    deleteGenericAttribute(object, name);
}

void Interpreter::deleteGenericAttribute(const Value& object, InternedName name) {
    TypeObject& type = typeOf(object);
    const Value* inType = findInType(type, name);
    if (inType && isDataDescriptor(*this, *inType)) {
        const Value descriptor = *inType;
        if (const auto* property = descriptor.as<PropertyObject>()) {
            if (property->deleter.isNone()) {
                if (options().wording == ErrorWording::Python37) throw attributeError("can't delete attribute");
                throw attributeError(fmt::format("property '{}' of '{}' object has no deleter", property->name, type.name));
            }
            call(property->deleter, {object});
            return;
        }
        callMethod(descriptor, names().delete_, {object});
        return;
    }
    if (auto* asType = object.as<TypeObject>()) {
        if (asType->isBuiltin) throw typeError(fmt::format("cannot set '{}' attribute of immutable type '{}'", name->text(), asType->name));
        if (!asType->ownAttributes().remove(name)) throw noAttribute(*this, object, name);
        m_methodCache->forget();
        return;
    }
    DictObject* attributes = attributesOf(object);
    if (!attributes || !attributes->table.remove(name)) throw noAttribute(*this, object, name);
}

}  // namespace namescape
