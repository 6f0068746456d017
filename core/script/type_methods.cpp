// type's own methods and attributes: __name__, __mro__, type(name, bases, dict) …
#include "script/builtin_types.h"
#include "script/class_builder.h"
#include "script/evaluator.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

TypeObject& typeArgument(Interpreter& in, const Value& value) {
    if (auto* type = value.as<TypeObject>()) return *type;
    throw in.typeError(fmt::format("descriptor requires a 'type' object but received a '{}'", in.typeName(value)));
}

Value typeNew(Interpreter& in, Arguments a) {
    TypeObject& metaclass = typeArgument(in, a[0]);
    const auto given = a[1].as<TupleObject>()->values();
    if (given.size() == 1 && &metaclass == in.types().type.get()) return Value(&in.typeOf(given[0]));
    if (given.size() != 3) throw in.typeError("type() takes 1 or 3 arguments");
    const auto* name = given[0].as<StringObject>();
    const auto* bases = given[1].as<TupleObject>();
    const auto* names = given[2].as<DictObject>();
    if (!name) throw in.typeError(fmt::format("type.__new__() argument 1 must be str, not {}", in.typeName(given[0])));
    if (!bases) throw in.typeError(fmt::format("type.__new__() argument 2 must be tuple, not {}", in.typeName(given[1])));
    if (!names) throw in.typeError(fmt::format("type.__new__() argument 3 must be dict, not {}", in.typeName(given[2])));
    std::vector<KeywordValue> keywords;
    for (const auto& entry : a[2].as<DictObject>()->table.entries())
        if (!entry.value.isUnset()) keywords.push_back({in.intern(*entry.key.as<StringObject>()), entry.value});
    TypeObject& winner = mostDerivedMetaclass(in, metaclass, bases->values());
    Value made = makeClass(in, winner, name->text(), bases->values(), *names, keywords);
    if (auto* type = made.as<TypeObject>(); type->module.empty()) {
        type->module = "__main__";
        if (const Value* module = type->find(in.names().module); module && module->is<StringObject>()) type->module = in.str(*module);
    }
    return made;
}

Value typeInit(Interpreter&, Arguments) {
    return {};
}

Value typeCall(Interpreter& in, Arguments a) {
    std::vector<KeywordValue> keywords;
    for (const auto& entry : a[2].as<DictObject>()->table.entries())
        if (!entry.value.isUnset()) keywords.push_back({in.intern(*entry.key.as<StringObject>()), entry.value});
    return in.construct(typeArgument(in, a[0]), a[1].as<TupleObject>()->values(), keywords);
}

Value typeMro(Interpreter& in, Arguments a) {
    auto result = in.list();
    for (TypeObject* type : typeArgument(in, a[0]).order()) result->values.push_back(Value(type));
    return result;
}

Value typeSubclasses(Interpreter& in, Arguments) {
    return in.list();
}

Value instanceCheck(Interpreter& in, Arguments a) {
    return in.isInstance(a[1], typeArgument(in, a[0]));
}

Value subclassCheck(Interpreter& in, Arguments a) {
    return typeArgument(in, a[1]).isSubtypeOf(typeArgument(in, a[0]));
}

Value getName(Interpreter& in, const Value& self) {
    return in.string(typeArgument(in, self).name);
}

void setName(Interpreter& in, const Value& self, const Value& value) {
    TypeObject& type = typeArgument(in, self);
    if (type.isBuiltin) throw in.typeError(fmt::format("cannot set '__name__' attribute of immutable type '{}'", type.name));
    if (!value.is<StringObject>()) throw in.typeError(fmt::format("can only assign string to {}.__name__, not '{}'", type.name, in.typeName(value)));
    type.name = in.str(value);
}

Value getQualifiedName(Interpreter& in, const Value& self) {
    return in.string(typeArgument(in, self).qualifiedName);
}

void setQualifiedName(Interpreter& in, const Value& self, const Value& value) {
    typeArgument(in, self).qualifiedName = in.str(value);
}

Value getModule(Interpreter& in, const Value& self) {
    return in.string(typeArgument(in, self).module);
}

void setModule(Interpreter& in, const Value& self, const Value& value) {
    typeArgument(in, self).module = in.str(value);
}

Value getBases(Interpreter& in, const Value& self) {
    std::vector<Value> bases;
    for (const auto& base : typeArgument(in, self).bases()) bases.push_back(base);
    return in.tuple(bases);
}

Value getBase(Interpreter& in, const Value& self) {
    const auto& bases = typeArgument(in, self).bases();
    return bases.empty() ? Value() : Value(bases.front());
}

Value getMro(Interpreter& in, const Value& self) {
    std::vector<Value> order;
    for (TypeObject* type : typeArgument(in, self).order()) order.emplace_back(type);
    return in.tuple(order);
}

// A copy: Python's own is read-only.
Value getDict(Interpreter& in, const Value& self) {
    auto result = in.dict();
    const Table& table = typeArgument(in, self).ownAttributes();
    for (std::size_t i = 0; i < table.entries().size(); ++i) {
        const Table::Entry entry = table.entries()[i];
        if (!entry.value.isUnset()) result->table.set(in, entry.key, entry.value, entry.hash);
    }
    return result;
}

Value getDoc(Interpreter& in, const Value& self) {
    const Value* doc = typeArgument(in, self).ownAttributes().get(in.names().doc);
    return doc ? *doc : Value();
}

void setDoc(Interpreter& in, const Value& self, const Value& value) {
    in.setTypeAttribute(typeArgument(in, self), in.names().doc, value);
}

Value getAbstractMethods(Interpreter& in, const Value& self) {
    auto result = in.heap().make<SetObject>(*in.types().frozenset, in.heap());
    for (const std::string& name : typeArgument(in, self).abstractMethods) result->table.set(in, in.string(name), true);
    return result;
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, *args, **kwargs)", typeNew},
    {"__init__(self, *args, **kwargs)", typeInit},
    {"__call__(self, *args, **kwargs)", typeCall},
    {"mro(self, /)", typeMro},
    {"__subclasses__(self, /)", typeSubclasses},
    {"__instancecheck__(self, instance, /)", instanceCheck},
    {"__subclasscheck__(self, subclass, /)", subclassCheck},
};

constexpr BuiltinGetter getters[] = {
    {"__name__", getName, setName}, {"__qualname__", getQualifiedName, setQualifiedName}, {"__module__", getModule, setModule},
    {"__bases__", getBases},        {"__base__", getBase},                                {"__mro__", getMro},
    {"__dict__", getDict},          {"__doc__", getDoc, setDoc},                          {"__abstractmethods__", getAbstractMethods},
};

}  // namespace

void addTypeMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().type;
    setup.methods(type, methods);
    setup.getters(type, getters);
}

bool Interpreter::isInstance(const Value& value, const Value& given) {
    if (auto* type = given.as<TypeObject>()) {
        if (!type->type().isBuiltin)
            if (const Value* check = findOverride(type->type(), names().instancecheck)) return truth(callOverride(*check, given, {value}));
        return isInstance(value, *type);
    }
    if (const auto* tuple = given.as<TupleObject>()) {
        checkStack();
        for (const Value& one : tuple->values())
            if (isInstance(value, one)) return true;
        return false;
    }
    if (given.isObject() && !given.object()->type().isBuiltin)
        if (const Value* check = findOverride(given.object()->type(), names().instancecheck)) return truth(callOverride(*check, given, {value}));
    throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

bool Interpreter::isSubclass(const Value& value, const Value& given) {
    const auto* subclass = value.as<TypeObject>();
    if (!subclass) throw typeError("issubclass() arg 1 must be a class");
    if (auto* type = given.as<TypeObject>()) {
        if (!type->type().isBuiltin)
            if (const Value* check = findOverride(type->type(), names().subclasscheck)) return truth(callOverride(*check, given, {value}));
        return subclass->isSubtypeOf(*type);
    }
    if (const auto* tuple = given.as<TupleObject>()) {
        checkStack();
        for (const Value& one : tuple->values())
            if (isSubclass(value, one)) return true;
        return false;
    }
    throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

Value Interpreter::construct(TypeObject& type, std::span<const Value> positional, std::span<const KeywordValue> keywords) {
    std::vector<InternedName> keywordNames;
    std::vector<Value> keywordValues;
    for (const KeywordValue& keyword : keywords) {
        keywordNames.push_back(keyword.name);
        keywordValues.push_back(keyword.value);
    }
    return m_evaluator->construct(type, {positional, keywordNames, keywordValues});
}

}  // namespace namescape
