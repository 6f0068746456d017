// object's own methods, and what all builtin types share.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

Value lengthMethod(Interpreter& in, Arguments a) {
    if (const auto length = builtinLength(a[0])) return *length;
    throw in.typeError(fmt::format("object of type '{}' has no len()", in.typeName(a[0])));
}

Value getItemMethod(Interpreter& in, Arguments a) {
    if (auto item = builtinGetItem(in, a[0], a[1])) return std::move(*item);
    throw in.typeError(fmt::format("'{}' object is not subscriptable", in.typeName(a[0])));
}

Value setItemMethod(Interpreter& in, Arguments a) {
    if (!builtinSetItem(in, a[0], a[1], a[2])) throw in.typeError(fmt::format("'{}' object does not support item assignment", in.typeName(a[0])));
    return {};
}

Value deleteItemMethod(Interpreter& in, Arguments a) {
    if (!builtinDeleteItem(in, a[0], a[1])) throw in.typeError(fmt::format("'{}' object doesn't support item deletion", in.typeName(a[0])));
    return {};
}

Value containsMethod(Interpreter& in, Arguments a) {
    if (const auto found = builtinContains(in, a[0], a[1])) return *found;
    throw in.typeError(fmt::format("argument of type '{}' is not iterable", in.typeName(a[0])));
}

Value iterMethod(Interpreter& in, Arguments a) {
    if (auto iterator = builtinIterate(in, a[0])) return std::move(*iterator);
    throw in.typeError(fmt::format("'{}' object is not iterable", in.typeName(a[0])));
}

Value hashMethod(Interpreter& in, Arguments a) {
    return static_cast<std::int64_t>(builtinHash(in, a[0]));
}

Value reprMethod(Interpreter& in, Arguments a) {
    return in.string(in.builtinRepr(a[0]));
}

Value strMethod(Interpreter& in, Arguments a) {
    return in.string(in.builtinStr(a[0]));
}

void addComparisons(const BuiltinSetup& setup, TypeObject& type, bool isOrdered) {
    static constexpr BuiltinFunction equality[] = {
        {"__eq__(self, value, /)", compareMethod<CompareOperator::Equal>},
        {"__ne__(self, value, /)", compareMethod<CompareOperator::NotEqual>},
    };
    static constexpr BuiltinFunction order[] = {
        {"__lt__(self, value, /)", compareMethod<CompareOperator::Less>},
        {"__le__(self, value, /)", compareMethod<CompareOperator::LessEqual>},
        {"__gt__(self, value, /)", compareMethod<CompareOperator::Greater>},
        {"__ge__(self, value, /)", compareMethod<CompareOperator::GreaterEqual>},
    };
    setup.methods(type, equality);
    if (isOrdered) setup.methods(type, order);
}

namespace {

InternedName nameArgument(Interpreter& in, const Value& value) {
    auto* name = value.as<StringObject>();
    if (!name) throw in.typeError(fmt::format("attribute name must be string, not '{}'", in.typeName(value)));
    return in.intern(*name);
}

std::string abstractComplaint(const TypeObject& type) {
    std::string names;
    for (const std::string& name : type.abstractMethods) names += (names.empty() ? "" : ", ") + name;
    return fmt::format("Can't instantiate abstract class {} with abstract method{} {}", type.name, type.abstractMethods.size() == 1 ? "" : "s", names);
}

Value objectNew(Interpreter& in, Arguments a) {
    auto* type = a[0].as<TypeObject>();
    if (!type) throw in.typeError(fmt::format("object.__new__(X): X is not a type object ({})", in.typeName(a[0])));
    const bool hasArguments = a[1].as<TupleObject>()->size() > 0 || a[2].as<DictObject>()->table.size() > 0;
    if (hasArguments && !in.isObjectNew(*in.findInType(*type, in.names().new_))) throw in.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
    if (hasArguments && !in.findOverride(*type, in.names().init)) throw in.typeError(fmt::format("{}() takes no arguments", type->name));
    if (type->isAbstract()) throw in.typeError(abstractComplaint(*type));
    if (!type->allocate) throw in.typeError(fmt::format("object.__new__({0}) is not safe, use {0}.__new__()", type->name));
    return type->allocate(in, *type);
}

Value objectInit(Interpreter& in, Arguments a) {
    const bool hasArguments = a[1].as<TupleObject>()->size() > 0 || a[2].as<DictObject>()->table.size() > 0;
    TypeObject& type = in.typeOf(a[0]);
    if (hasArguments && in.findOverride(type, in.names().init)) throw in.typeError("object.__init__() takes exactly one argument (the instance to initialize)");
    return {};
}

Value objectEqual(Interpreter& in, Arguments a) {
    return in.identical(a[0], a[1]) ? Value(true) : Value::notImplemented();
}

Value objectNotEqual(Interpreter& in, Arguments a) {
    const Value equal = in.tryCompare(CompareOperator::Equal, a[0], a[1]);
    if (equal.isNotImplemented()) return in.identical(a[0], a[1]) ? Value(false) : equal;
    return !in.truth(equal);
}

Value objectFormat(Interpreter& in, Arguments a) {
    const auto* specification = a[1].as<StringObject>();
    if (!specification) throw in.typeError(fmt::format("__format__() argument must be str, not {}", in.typeName(a[1])));
    return in.string(in.builtinFormat(a[0], specification->text()));
}

Value objectGetAttribute(Interpreter& in, Arguments a) {
    const InternedName name = nameArgument(in, a[1]);
    if (auto found = in.findGenericAttribute(a[0], name)) return std::move(*found);
    throw in.attributeError(fmt::format("'{}' object has no attribute '{}'", in.typeName(a[0]), name->text()));
}

Value objectSetAttribute(Interpreter& in, Arguments a) {
    in.setGenericAttribute(a[0], nameArgument(in, a[1]), a[2]);
    return {};
}

Value objectDeleteAttribute(Interpreter& in, Arguments a) {
    in.deleteGenericAttribute(a[0], nameArgument(in, a[1]));
    return {};
}

Value objectDir(Interpreter& in, Arguments a) {
    return in.attributeNames(a[0]);
}

Value initSubclass(Interpreter& in, Arguments a) {
    if (a[1].as<DictObject>()->table.size() > 0) throw in.typeError(fmt::format("{}.__init_subclass__() takes no keyword arguments", a[0].is<TypeObject>() ? a[0].as<TypeObject>()->name : "object"));
    return {};
}

Value getClass(Interpreter& in, const Value& self) {
    return Value(&in.typeOf(self));
}

void setClass(Interpreter& in, const Value& self, const Value& value) {
    auto* type = value.as<TypeObject>();
    if (!type) throw in.typeError(fmt::format("__class__ must be set to a class, not '{}' object", in.typeName(value)));
    if (!self.isObject() || type->isBuiltin || self.object()->type().isBuiltin || type->instanceKind != self.object()->kind())
        throw in.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
    self.object()->setType(*type);
}

Value getDict(Interpreter& in, const Value& self) {
    if (auto* attributes = in.attributesOf(self)) return Value(attributes);
    throw in.attributeError(fmt::format("'{}' object has no attribute '__dict__'", in.typeName(self)));
}

void setDict(Interpreter& in, const Value& self, const Value& value) {
    if (!value.is<DictObject>()) throw in.typeError(fmt::format("__dict__ must be set to a dictionary, not a '{}'", in.typeName(value)));
    Value* attributes = self.isObject() ? self.object()->attributes() : nullptr;
    if (!attributes) throw in.attributeError(fmt::format("'{}' object has no attribute '__dict__'", in.typeName(self)));
    *attributes = value;
}

constexpr BuiltinFunction objectMethods[] = {
    {"__new__(cls, *args, **kwargs)", objectNew},
    {"__init__(self, *args, **kwargs)", objectInit},
    {"__repr__(self, /)", reprMethod},
    {"__str__(self, /)", [](Interpreter& in, Arguments a) -> Value { return in.string(in.repr(a[0])); }},
    {"__hash__(self, /)", hashMethod},
    {"__eq__(self, value, /)", objectEqual},
    {"__ne__(self, value, /)", objectNotEqual},
    {"__format__(self, format_spec, /)", objectFormat},
    {"__getattribute__(self, name, /)", objectGetAttribute},
    {"__setattr__(self, name, value, /)", objectSetAttribute},
    {"__delattr__(self, name, /)", objectDeleteAttribute},
    {"__dir__(self, /)", objectDir},
    {"__init_subclass__(cls, **kwargs)", initSubclass},
};

constexpr BuiltinGetter objectGetters[] = {
    {"__class__", getClass, setClass},
    {"__dict__", getDict, setDict},
};

}  // namespace

// Names of attributes, sorted, as dir() gives them.
Value Interpreter::attributeNames(const Value& object) {
    std::vector<std::string> found;
    const auto add = [&](const Table& table) {
        for (const auto& entry : table.entries())
            if (const auto* key = entry.key.as<StringObject>(); key && !entry.value.isUnset()) found.emplace_back(key->text());
    };
    const auto* asType = object.as<TypeObject>();
    const TypeObject& type = asType ? *asType : typeOf(object);
    if (!object.is<ModuleObject>())
        for (TypeObject* base : type.order()) add(base->ownAttributes());
    if (!asType)
        if (const DictObject* attributes = attributesOf(object)) add(attributes->table);
    if (const auto* module = object.as<ModuleObject>(); module && module->missingNames)
        for (const std::string_view name : module->missingNames()) found.emplace_back(name);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    auto result = list();
    for (const std::string& name : found) result->values.push_back(string(name));
    return result;
}

bool Interpreter::isObjectNew(const Value& maker) const {
    return maker.isObject() && maker.object() == m_objectNew;
}

void addObjectMethods(const BuiltinSetup& setup) {
    TypeObject& object = *setup.interpreter.types().object;
    setup.methods(object, objectMethods);
    setup.getters(object, objectGetters);
    setup.interpreter.noteObjectMethods();
}

void Interpreter::noteObjectMethods() {
    m_objectNew = types().object->ownAttributes().get(names().new_)->object();
    m_objectInit = types().object->ownAttributes().get(names().init)->object();
}

}  // namespace namescape
