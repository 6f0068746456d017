// Builtins about objects and classes: isinstance, getattr, type, id, vars …
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

InternedName nameArgument(Interpreter& in, const Value& value) {
    if (auto* name = value.as<StringObject>()) return in.intern(*name);
    throw in.typeError(fmt::format("attribute name must be string, not '{}'", in.typeName(value)));
}

Value isInstance(Interpreter& in, Arguments a) { return in.isInstance(a[0], a[1]); }
Value isSubclass(Interpreter& in, Arguments a) { return in.isSubclass(a[0], a[1]); }
Value callable(Interpreter& in, Arguments a) { return in.isCallable(a[0]); }
Value identity(Interpreter& in, Arguments a) { return static_cast<std::int64_t>(in.identityOf(a[0])); }
Value hashOf(Interpreter& in, Arguments a) { return static_cast<std::int64_t>(in.hash(a[0])); }
Value length(Interpreter& in, Arguments a) { return in.length(a[0]); }

Value getAttribute(Interpreter& in, Arguments a) {
    const auto fallback = a[2].as<TupleObject>()->values();
    if (fallback.size() > 1) throw in.typeError(fmt::format("getattr expected at most 3 arguments, got {}", fallback.size() + 2));
    const InternedName name = nameArgument(in, a[1]);
    if (fallback.empty()) return in.getAttribute(a[0], name);
    auto found = in.findAttribute(a[0], name);
    return found ? std::move(*found) : fallback[0];
}

Value hasAttribute(Interpreter& in, Arguments a) { return in.findAttribute(a[0], nameArgument(in, a[1])).has_value(); }

Value setAttribute(Interpreter& in, Arguments a) {
    in.setAttribute(a[0], nameArgument(in, a[1]), a[2]);
    return {};
}

Value deleteAttribute(Interpreter& in, Arguments a) {
    in.deleteAttribute(a[0], nameArgument(in, a[1]));
    return {};
}

Value variables(Interpreter& in, Arguments a) {
    const auto given = a[0].as<TupleObject>()->values();
    if (given.empty()) return in.evaluator().locals();
    if (auto found = in.findAttribute(given[0], in.names().dict)) return std::move(*found);
    throw in.typeError("vars() argument must have __dict__ attribute");
}

Value directory(Interpreter& in, Arguments a) {
    const auto given = a[0].as<TupleObject>()->values();
    if (!given.empty()) {
        if (const Value* method = in.findOverride(in.typeOf(given[0]), in.names().dir)) {
            return in.callMethod(Value(&in.builtins()), "sorted", {in.callOverride(*method, given[0], {})});
        }
        return in.attributeNames(given[0]);
    }
    auto names = in.list();
    const Value locals = in.evaluator().locals();
    in.forEach(locals, [&](const Value& name) { names->values.push_back(name); });
    return in.callMethod(Value(&in.builtins()), "sorted", {names});
}

Value locals(Interpreter& in, Arguments) { return in.evaluator().locals(); }

Value globals(Interpreter& in, Arguments) {
    const Frame* frame = in.evaluator().frame();
    return frame ? frame->module->dict() : Value(in.dict());
}

constexpr BuiltinFunction functions[] = {
    {"isinstance(obj, class_or_tuple, /)", isInstance},
    {"issubclass(cls_, class_or_tuple, /)", isSubclass},
    {"callable(obj, /)", callable},
    {"id(obj, /)", identity},
    {"hash(obj, /)", hashOf},
    {"len(obj, /)", length},
    {"getattr(object, name, /, *default)", getAttribute},
    {"hasattr(obj, name, /)", hasAttribute},
    {"setattr(obj, name, value, /)", setAttribute},
    {"delattr(obj, name, /)", deleteAttribute},
    {"vars(*object)", variables},
    {"dir(*object)", directory},
    {"locals()", locals},
    {"globals()", globals},
};

}  // namespace

void addObjectBuiltins(const BuiltinSetup& setup) {
    setup.functions(functions);
    const BuiltinTypes& types = setup.interpreter.types();
    setup.constant("type", types.type);
    setup.constant("object", types.object);
    for (const auto& type : {types.integer, types.boolean, types.floating, types.complex, types.string, types.bytes, types.list, types.tuple, types.dict, types.set, types.frozenset,
                             types.range, types.slice, types.property, types.staticMethod, types.classMethod, types.super})
        setup.constant(type->name, type);
    setup.constant("NotImplemented", Value::notImplemented());
    setup.constant("Ellipsis", Value::ellipsis());
    setup.constant("__debug__", true);
    setup.constant("__name__", setup.interpreter.string("builtins"));
}

}  // namespace namescape
