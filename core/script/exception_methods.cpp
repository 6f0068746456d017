// BaseException and what particular exceptions have besides.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"

#include <fmt/format.h>

#include <cerrno>

namespace namescape {

namespace {

// OSError(2, …) is a FileNotFoundError.
TypeObject& typeForNumber(Interpreter& in, TypeObject& type, std::span<const Value> arguments) {
    const BuiltinTypes& types = in.types();
    if (&type != types.osError.get() || arguments.size() < 2 || !arguments[0].isInt()) return type;
    switch (arguments[0].asInt()) {
    case ENOENT: return *types.fileNotFoundError;
    case EEXIST: return *types.fileExistsError;
    case EACCES:
    case EPERM: return *types.permissionError;
    case ETIMEDOUT: return *types.timeoutError;
    }
    return type;
}

Value exceptionNew(Interpreter& in, Arguments a) {
    const auto arguments = a[1].as<TupleObject>()->values();
    auto made = in.heap().make<ExceptionObject>(typeForNumber(in, *a[0].as<TypeObject>(), arguments), a[1]);
    if (made->type().isSubtypeOf(*in.types().stopIteration) && !arguments.empty()) made->value = arguments[0];
    return made;
}

Value exceptionInit(Interpreter& in, Arguments a) {
    auto* exception = a[0].as<ExceptionObject>();
    const bool isImportError = exception->type().isSubtypeOf(*in.types().importError);
    const bool isNameError = exception->type().isSubtypeOf(*in.types().nameError) || exception->type().isSubtypeOf(*in.types().attributeError);
    if (const auto& keywords = a[2].as<DictObject>()->table; keywords.size() > 0 && !isImportError && !isNameError)
        throw in.typeError(fmt::format("{}() takes no keyword arguments", exception->type().name));
    exception->arguments = a[1];
    return {};
}

ExceptionObject& exceptionOf(const Value& self) { return *self.as<ExceptionObject>(); }

Value withTraceback(Interpreter&, Arguments a) { return a[0]; }

Value addNote(Interpreter&, Arguments) { return {}; }

void setCause(Interpreter& in, const Value& self, const Value& value) {
    if (!value.isNone() && !value.is<ExceptionObject>()) throw in.typeError("exception cause must be None or derive from BaseException");
    exceptionOf(self).cause = value;
    exceptionOf(self).suppressContext = true;
}

void setArguments(Interpreter& in, const Value& self, const Value& value) {
    exceptionOf(self).arguments = in.tuple(in.elements(value));
}

Value argumentAt(const Value& self, std::size_t index) {
    const auto arguments = exceptionOf(self).arguments.as<TupleObject>()->values();
    return index < arguments.size() ? arguments[index] : Value();
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, *args, **kwargs)", exceptionNew},
    {"__init__(self, *args, **kwargs)", exceptionInit},
    {"__repr__(self, /)", reprMethod},
    {"__str__(self, /)", strMethod},
    {"with_traceback(self, tb, /)", withTraceback},
    {"add_note(self, note, /)", addNote},
};

constexpr BuiltinGetter getters[] = {
    {"args", [](Interpreter&, const Value& self) { return exceptionOf(self).arguments; }, setArguments},
    {"__cause__", [](Interpreter&, const Value& self) { return exceptionOf(self).cause; }, setCause},
    {"__context__", [](Interpreter&, const Value& self) { return exceptionOf(self).context; }, [](Interpreter&, const Value& self, const Value& value) { exceptionOf(self).context = value; }},
    {"__suppress_context__", [](Interpreter&, const Value& self) -> Value { return exceptionOf(self).suppressContext; },
     [](Interpreter& in, const Value& self, const Value& value) { exceptionOf(self).suppressContext = in.truth(value); }},
    {"__traceback__", [](Interpreter&, const Value&) -> Value { return {}; }, [](Interpreter&, const Value&, const Value&) {}},
};

}  // namespace

void addExceptionMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    setup.methods(*types.baseException, methods);
    setup.getters(*types.baseException, getters);
    static constexpr BuiltinGetter stopGetters[] = {{"value", [](Interpreter&, const Value& self) { return exceptionOf(self).value; }}};
    setup.getters(*types.stopIteration, stopGetters);
    static constexpr BuiltinGetter exitGetters[] = {{"code", [](Interpreter&, const Value& self) { return argumentAt(self, 0); }}};
    setup.getters(*types.systemExit, exitGetters);
    static constexpr BuiltinGetter osGetters[] = {{"errno", [](Interpreter&, const Value& self) { return argumentAt(self, 0); }},
                                           {"strerror", [](Interpreter&, const Value& self) { return argumentAt(self, 1); }},
                                           {"filename", [](Interpreter&, const Value& self) { return argumentAt(self, 2); }}};
    setup.getters(*types.osError, osGetters);
    const auto publish = [&](const Ref<TypeObject>& type) { setup.constant(type->name, type); };
    publish(types.baseException);
#define NAMESCAPE_PUBLISH(member, name, base) publish(types.member);
    NAMESCAPE_EXCEPTION_TYPES(NAMESCAPE_PUBLISH)
#undef NAMESCAPE_PUBLISH
    setup.constant("IOError", types.osError);
    setup.constant("EnvironmentError", types.osError);
}

}  // namespace namescape
