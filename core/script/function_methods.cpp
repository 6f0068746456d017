// Attributes and methods of functions, bound methods, properties, static and class methods, super, cells, modules.
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

// ---- Functions

Value functionName(Interpreter& in, const Value& self) {
    if (const auto* function = self.as<FunctionObject>()) return in.string(function->name);
    return in.string(self.as<NativeFunctionObject>()->name());
}

void setFunctionName(Interpreter& in, const Value& self, const Value& value) {
    if (!value.is<StringObject>()) throw in.typeError("__name__ must be set to a string object");
    if (auto* function = self.as<FunctionObject>()) function->name = in.str(value);
}

Value functionQualifiedName(Interpreter& in, const Value& self) {
    if (const auto* function = self.as<FunctionObject>()) return in.string(function->qualifiedName);
    return in.string(self.as<NativeFunctionObject>()->qualifiedName());
}

void setFunctionQualifiedName(Interpreter& in, const Value& self, const Value& value) {
    if (auto* function = self.as<FunctionObject>()) function->qualifiedName = in.str(value);
}

// An attribute that has a value of its own until the program sets one.
Value givenAttribute(Interpreter& in, const Value& self, std::string_view name, Value fallback) {
    const Value* attributes = self.object()->attributes();
    if (const auto* dict = attributes->as<DictObject>())
        if (const Value* set = dict->table.get(in.intern(name))) return *set;
    return fallback;
}

void setGiven(Interpreter& in, const Value& self, std::string_view name, const Value& value) {
    in.attributesOf(self)->table.set(in.intern(name), value);
}

Ref<StringObject> moduleOf(Interpreter& in, const NativeFunctionObject& function) {
    return function.module ? Ref(function.module) : in.string("");
}

Value functionModule(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    return givenAttribute(in, self, "__module__", function ? in.string(function->module().name()) : moduleOf(in, *self.as<NativeFunctionObject>()));
}

Value functionDoc(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    return givenAttribute(in, self, "__doc__", function ? function->doc : Value());
}

Value functionDefaults(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    if (!function) return {};
    std::vector<Value> defaults;
    for (std::size_t i = 0; i < function->code().signature.positionalCount; ++i)
        if (!function->defaults[i].isUnset()) defaults.push_back(function->defaults[i]);
    return defaults.empty() ? Value() : Value(in.tuple(defaults));
}

Value functionKeywordDefaults(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    if (!function) return {};
    const Signature& signature = function->code().signature;
    Ref<DictObject> defaults;
    for (std::size_t i = signature.positionalCount; i < signature.parameters.size(); ++i) {
        if (function->defaults[i].isUnset()) continue;
        if (!defaults) defaults = in.dict();
        defaults->table.set(signature.parameters[i].name, function->defaults[i]);
    }
    return defaults;
}

Value functionClosure(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    return function && !function->closure.empty() ? Value(in.tuple(function->closure)) : Value();
}

Value functionGlobals(Interpreter& in, const Value& self) {
    const auto* function = self.as<FunctionObject>();
    return function ? function->module().dict() : Value(in.dict());
}

// A stand-in for the code object: the names and numbers that programs ask for.
Value functionCode(Interpreter& in, const Value& self) {
    const auto spec = in.argumentSpec(self);
    auto code = in.heap().make<InstanceObject>(*in.types().code);
    std::vector<Value> names;
    for (const auto& name : spec->positional) names.push_back(in.string(name));
    for (const auto& name : spec->keywordOnly) names.push_back(in.string(name));
    if (spec->star) names.push_back(in.string(*spec->star));
    if (spec->doubleStar) names.push_back(in.string(*spec->doubleStar));
    if (const auto* function = self.as<FunctionObject>())
        for (std::size_t i = names.size(); i < function->code().slotNames.size(); ++i) names.push_back(Value(function->code().slotNames[i]));
    in.setGenericAttribute(code, in.intern("co_name"), functionName(in, self));
    in.setGenericAttribute(code, in.intern("co_argcount"), static_cast<std::int64_t>(spec->positional.size()));
    in.setGenericAttribute(code, in.intern("co_kwonlyargcount"), static_cast<std::int64_t>(spec->keywordOnly.size()));
    in.setGenericAttribute(code, in.intern("co_varnames"), in.tuple(names));
    in.setGenericAttribute(code, in.intern("co_flags"), static_cast<std::int64_t>((spec->star ? 4 : 0) | (spec->doubleStar ? 8 : 0)));
    return code;
}

Value functionGet(Interpreter& in, Arguments a) {
    return in.bind(a[0], a[1].isNone() ? Value::unset() : a[1], a[2].is<TypeObject>() ? *a[2].as<TypeObject>() : in.typeOf(a[1]));
}

Value functionCall(Interpreter& in, Arguments a) {
    std::vector<KeywordValue> keywords;
    for (const auto& entry : a[2].as<DictObject>()->table.entries())
        if (!entry.value.isUnset()) keywords.push_back({in.intern(*entry.key.as<StringObject>()), entry.value});
    return in.call(a[0], a[1].as<TupleObject>()->values(), keywords);
}

// ---- Bound methods: what they don't have themselves is their function's

Value methodFunction(Interpreter&, const Value& self) { return self.as<BoundMethodObject>()->function; }
Value methodSelf(Interpreter&, const Value& self) { return self.as<BoundMethodObject>()->self; }

template <const char* name>
Value ofFunction(Interpreter& in, const Value& self) { return in.getAttribute(self.as<BoundMethodObject>()->function, name); }

constexpr char nameText[] = "__name__", qualifiedNameText[] = "__qualname__", moduleText[] = "__module__", docText[] = "__doc__", codeText[] = "__code__", defaultsText[] = "__defaults__";

Value methodGetAttr(Interpreter& in, Arguments a) {
    return in.getAttribute(a[0].as<BoundMethodObject>()->function, in.str(a[1]));
}

// ---- property

Value propertyNew(Interpreter& in, Arguments a) {
    auto made = in.heap().make<PropertyObject>(*a[0].as<TypeObject>());
    made->getter = a[1];
    made->setter = a[2];
    made->deleter = a[3];
    made->doc = a[4];
    if (made->doc.isNone() && made->getter.is<FunctionObject>()) made->doc = made->getter.as<FunctionObject>()->doc;
    return made;
}

Ref<PropertyObject> copyOf(Interpreter& in, const Value& self) {
    const auto& given = *self.as<PropertyObject>();
    auto made = in.heap().make<PropertyObject>(given.type());
    made->getter = given.getter;
    made->setter = given.setter;
    made->deleter = given.deleter;
    made->doc = given.doc;
    made->name = given.name;
    made->owner = given.owner;
    made->nativeGetter = given.nativeGetter;
    made->nativeSetter = given.nativeSetter;
    return made;
}

Value propertyGetter(Interpreter& in, Arguments a) {
    auto made = copyOf(in, a[0]);
    made->getter = a[1];
    made->nativeGetter = nullptr;
    return made;
}

Value propertySetter(Interpreter& in, Arguments a) {
    auto made = copyOf(in, a[0]);
    made->setter = a[1];
    made->nativeSetter = nullptr;
    return made;
}

Value propertyDeleter(Interpreter& in, Arguments a) {
    auto made = copyOf(in, a[0]);
    made->deleter = a[1];
    return made;
}

Value propertyGet(Interpreter& in, Arguments a) {
    const TypeObject* owner = a[0].as<PropertyObject>()->owner;
    if (owner && !a[1].isNone() && !in.isInstance(a[1], *owner))
        throw in.typeError(fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", a[0].as<PropertyObject>()->name, owner->name, in.typeName(a[1])));
    return in.bind(a[0], a[1].isNone() ? Value::unset() : a[1], in.typeOf(a[1]));
}

// ---- staticmethod, classmethod

Value staticMethodNew(Interpreter& in, Arguments a) { return in.heap().make<StaticMethodObject>(*in.types().staticMethod, a[1]); }
Value classMethodNew(Interpreter& in, Arguments a) { return in.heap().make<ClassMethodObject>(*in.types().classMethod, a[1]); }

Value wrappedFunction(Interpreter&, const Value& self) { return static_cast<MethodWrapperObject*>(self.object())->function; }

Value wrapperGet(Interpreter& in, Arguments a) {
    TypeObject* type = a[2].as<TypeObject>();
    return in.bind(a[0], a[1], type ? *type : in.typeOf(a[1]));
}

// ---- super

Value superNew(Interpreter& in, Arguments a) {
    Value self = a[2];
    TypeObject* after = a[1].as<TypeObject>();
    if (a[1].isUnset() || (a[1].isNone() && a[2].isNone())) {
        auto [object, type] = in.evaluator().methodContext();
        self = std::move(object);
        after = type;
    }
    if (!after) throw in.typeError(fmt::format("super() argument 1 must be a type, not {}", in.typeName(a[1])));
    auto* asType = self.as<TypeObject>();
    TypeObject* start = asType && asType->isSubtypeOf(*after) ? asType : &in.typeOf(self);
    if (!start->isSubtypeOf(*after)) throw in.typeError("super(type, obj): obj must be an instance or subtype of type");
    return in.heap().make<SuperObject>(*in.types().super, *after, self, *start);
}

// ---- Modules and cells

Value moduleName(Interpreter& in, const Value& self) {
    auto* module = self.as<ModuleObject>();
    if (const Value* own = module->table().get(in.names().name)) return *own;
    return in.string(module->name());
}

Value cellContents(Interpreter& in, const Value& self) {
    const Value& content = self.as<CellObject>()->value;
    if (content.isUnset()) throw in.valueError("Cell is empty");
    return content;
}

constexpr BuiltinGetter functionGetters[] = {
    {"__name__", functionName, setFunctionName},
    {"__qualname__", functionQualifiedName, setFunctionQualifiedName},
    {"__module__", functionModule, [](Interpreter& in, const Value& self, const Value& value) { setGiven(in, self, "__module__", value); }},
    {"__doc__", functionDoc, [](Interpreter& in, const Value& self, const Value& value) { setGiven(in, self, "__doc__", value); }},
    {"__defaults__", functionDefaults},
    {"__kwdefaults__", functionKeywordDefaults},
    {"__closure__", functionClosure},
    {"__globals__", functionGlobals},
    {"__code__", functionCode},
};
constexpr BuiltinFunction functionMethods[] = {
    {"__get__(self, instance, owner=None, /)", functionGet},
    {"__call__(self, *args, **kwargs)", functionCall},
};
constexpr BuiltinGetter methodGetters[] = {
    {"__func__", methodFunction},
    {"__self__", methodSelf},
    {"__name__", ofFunction<nameText>},
    {"__qualname__", ofFunction<qualifiedNameText>},
    {"__module__", ofFunction<moduleText>},
    {"__doc__", ofFunction<docText>},
    {"__code__", ofFunction<codeText>},
    {"__defaults__", ofFunction<defaultsText>},
};
constexpr BuiltinFunction methodMethods[] = {
    {"__call__(self, *args, **kwargs)", functionCall},
    {"__getattr__(self, name, /)", methodGetAttr},
};
constexpr BuiltinFunction propertyMethods[] = {
    {"__new__(cls, fget=None, fset=None, fdel=None, doc=None)", propertyNew},
    {"getter(self, fget, /)", propertyGetter},
    {"setter(self, fset, /)", propertySetter},
    {"deleter(self, fdel, /)", propertyDeleter},
    {"__get__(self, instance, owner=None, /)", propertyGet},
};
constexpr BuiltinGetter propertyGetters[] = {
    {"fget", [](Interpreter&, const Value& self) { return self.as<PropertyObject>()->getter; }},
    {"fset", [](Interpreter&, const Value& self) { return self.as<PropertyObject>()->setter; }},
    {"fdel", [](Interpreter&, const Value& self) { return self.as<PropertyObject>()->deleter; }},
    {"__doc__", [](Interpreter&, const Value& self) { return self.as<PropertyObject>()->doc; }},
};
constexpr BuiltinFunction wrapperMethods[] = {{"__get__(self, instance, owner=None, /)", wrapperGet}};
constexpr BuiltinGetter wrapperGetters[] = {{"__func__", wrappedFunction}, {"__wrapped__", wrappedFunction}};

}  // namespace

void addFunctionMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    for (const auto& type : {types.function, types.nativeFunction}) {
        setup.getters(*type, functionGetters);
        setup.methods(*type, functionMethods);
        type->allocate = nullptr;
    }
    setup.getters(*types.method, methodGetters);
    setup.methods(*types.method, methodMethods);
    addComparisons(setup, *types.method, false);
    setup.methods(*types.property, propertyMethods);
    setup.getters(*types.property, propertyGetters);
    static constexpr BuiltinFunction staticNew[] = {{"__new__(cls, function, /)", staticMethodNew}};
    static constexpr BuiltinFunction classNew[] = {{"__new__(cls, function, /)", classMethodNew}};
    setup.methods(*types.staticMethod, staticNew);
    setup.methods(*types.classMethod, classNew);
    for (const auto& type : {types.staticMethod, types.classMethod}) {
        setup.methods(*type, wrapperMethods);
        setup.getters(*type, wrapperGetters);
    }
    static constexpr BuiltinFunction superMethods[] = {{"__new__(cls, type=None, object=None, /)", superNew}};
    setup.methods(*types.super, superMethods);
    static constexpr BuiltinGetter moduleGetters[] = {{"__name__", moduleName}};
    setup.getters(*types.module, moduleGetters);
    static constexpr BuiltinGetter cellGetters[] = {{"cell_contents", cellContents}};
    setup.getters(*types.cell, cellGetters);
}

}  // namespace namescape
