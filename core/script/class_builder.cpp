#include "script/class_builder.h"

#include "script/builtin_types.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace namescape {

namespace {

std::vector<TypeObject*> checkedBases(Interpreter& interpreter, std::span<const Value> values) {
    std::vector<TypeObject*> bases;
    for (const Value& value : values) {
        auto* base = value.as<TypeObject>();
        if (!base) throw interpreter.typeError(fmt::format("bases must be types"));
        if (!base->canBeBase) throw interpreter.typeError(fmt::format("type '{}' is not an acceptable base type", base->name));
        if (std::find(bases.begin(), bases.end(), base) != bases.end()) throw interpreter.typeError(fmt::format("duplicate base class {}", base->name));
        bases.push_back(base);
    }
    if (bases.empty()) bases.push_back(interpreter.types().object.get());
    return bases;
}

void checkLayouts(Interpreter& interpreter, const std::vector<TypeObject*>& bases) {
    ObjectKind layout = ObjectKind::Instance;
    for (const TypeObject* base : bases) {
        if (base->instanceKind == ObjectKind::Instance) continue;
        if (layout != ObjectKind::Instance && layout != base->instanceKind) throw interpreter.typeError("multiple bases have instance lay-out conflict");
        layout = base->instanceKind;
    }
}

ScriptError noOrder(Interpreter& interpreter, const std::vector<TypeObject*>& bases) {
    std::string names;
    for (const TypeObject* base : bases) names += (names.empty() ? "" : ", ") + base->name;
    return interpreter.typeError("Cannot create a consistent method resolution\norder (MRO) for bases " + names);
}

// Python makes some methods static or class methods without being told.
Value asStored(Interpreter& interpreter, InternedName name, const Value& value) {
    const WellKnownNames& names = interpreter.names();
    if (!value.is<FunctionObject>()) return value;
    if (name == names.new_) return interpreter.heap().make<StaticMethodObject>(*interpreter.types().staticMethod, value);
    if (name == names.initSubclass || name == names.classGetItem) return interpreter.heap().make<ClassMethodObject>(*interpreter.types().classMethod, value);
    return value;
}

bool isAbstractMethod(Interpreter& interpreter, const Value& value) {
    if (!value.isObject()) return false;
    if (const auto* property = value.as<PropertyObject>()) return isAbstractMethod(interpreter, property->getter) || isAbstractMethod(interpreter, property->setter);
    if (const auto* wrapper = value.as<ClassMethodObject>()) return isAbstractMethod(interpreter, wrapper->function);
    if (const auto* wrapper = value.as<StaticMethodObject>()) return isAbstractMethod(interpreter, wrapper->function);
    if (!value.is<FunctionObject>()) return false;
    const auto mark = interpreter.findAttribute(value, "__isabstractmethod__");
    return mark && interpreter.truth(*mark);
}

// The library's own, or a class that inherits from it.
bool isAbcMeta(const TypeObject& metaclass) {
    return std::ranges::any_of(metaclass.order(), [](const TypeObject* type) { return type->name == "ABCMeta"; });
}

// As ABCMeta does: what is declared abstract here or in a base and not defined since.
void noteAbstractMethods(Interpreter& interpreter, TypeObject& type) {
    std::set<std::string> abstract;
    for (const auto& base : type.bases())
        for (const std::string& name : base->abstractMethods) {
            const Value* found = type.find(interpreter.intern(name));
            if (found && isAbstractMethod(interpreter, *found)) abstract.insert(name);
        }
    for (const auto& entry : type.ownAttributes().entries())
        if (!entry.value.isUnset() && isAbstractMethod(interpreter, entry.value)) abstract.insert(interpreter.str(entry.key));
    type.abstractMethods.assign(abstract.begin(), abstract.end());
}

void fillAttributes(Interpreter& interpreter, TypeObject& type, const DictObject& given) {
    const WellKnownNames& names = interpreter.names();
    for (std::size_t i = 0; i < given.table.entries().size(); ++i) {
        const Table::Entry entry = given.table.entries()[i];
        auto* key = entry.key.as<StringObject>();
        if (entry.value.isUnset() || !key) continue;
        const InternedName name = interpreter.intern(*key);
        if (name == names.classcell) {
            if (auto* cell = entry.value.as<CellObject>()) cell->value = Value(&type);
            continue;
        }
        if (name == names.qualname) {
            type.qualifiedName = interpreter.str(entry.value);
            continue;
        }
        if (name == names.module) type.module = interpreter.str(entry.value);
        interpreter.setTypeAttribute(type, name, asStored(interpreter, name, entry.value));
    }
    if (!type.ownAttributes().get(names.doc)) interpreter.setTypeAttribute(type, names.doc, Value());
    // A class with its own equality is not hashable unless it says how.
    if (type.ownAttributes().get(names.eq) && !type.ownAttributes().get(names.hash)) interpreter.setTypeAttribute(type, names.hash, Value());
}

void callSetNames(Interpreter& interpreter, TypeObject& type) {
    for (std::size_t i = 0; i < type.ownAttributes().entries().size(); ++i) {
        const Table::Entry entry = type.ownAttributes().entries()[i];
        if (entry.value.isUnset() || !entry.value.isObject()) continue;
        if (auto* property = entry.value.as<PropertyObject>(); property && property->name.empty()) property->name = interpreter.str(entry.key);
        TypeObject& valueType = entry.value.object()->type();
        if (valueType.isBuiltin) continue;
        if (const Value* hook = interpreter.findInType(valueType, interpreter.names().setName)) interpreter.callOverride(*hook, entry.value, {Value(&type), entry.key});
    }
}

void callInitSubclass(Interpreter& interpreter, TypeObject& type, std::span<const KeywordValue> keywords) {
    for (std::size_t i = 1; i < type.order().size(); ++i) {
        const Value* found = type.order()[i]->ownAttributes().get(interpreter.names().initSubclass);
        if (!found) continue;
        const Value held = *found;
        interpreter.call(interpreter.bind(held, Value::unset(), type), std::span<const Value>(), keywords);
        return;
    }
}

}  // namespace

TypeObject& mostDerivedMetaclass(Interpreter& interpreter, TypeObject& metaclass, std::span<const Value> bases) {
    TypeObject* winner = &metaclass;
    for (const Value& base : bases) {
        if (!base.is<TypeObject>()) continue;
        TypeObject& candidate = base.object()->type();
        if (winner->isSubtypeOf(candidate)) continue;
        if (!candidate.isSubtypeOf(*winner))
            throw interpreter.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
        winner = &candidate;
    }
    return *winner;
}

Value makeClass(Interpreter& interpreter, TypeObject& metaclass, std::string_view name, std::span<const Value> baseValues, const DictObject& names, std::span<const KeywordValue> keywords) {
    const std::vector<TypeObject*> bases = checkedBases(interpreter, baseValues);
    checkLayouts(interpreter, bases);
    {
        // Tried out first, on a type that nobody sees.
        auto probe = interpreter.heap().make<TypeObject>(interpreter.types().type.get(), interpreter.heap(), std::string(name));
        if (!probe->setBases(bases)) throw noOrder(interpreter, bases);
    }
    auto type = interpreter.makeType(name, bases);
    type->setType(metaclass);
    type->isScript = true;
    fillAttributes(interpreter, *type, names);
    if (std::any_of(bases.begin(), bases.end(), [](const TypeObject* base) { return base->isAbstract(); }) || isAbcMeta(metaclass)) noteAbstractMethods(interpreter, *type);
    callSetNames(interpreter, *type);
    callInitSubclass(interpreter, *type, keywords);
    return type;
}

}  // namespace namescape
