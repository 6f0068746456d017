// Iterators and generators by their methods.
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"

#include <fmt/format.h>

namespace namescape {

namespace {

Value itself(Interpreter&, Arguments a) { return a[0]; }

Value nextMethod(Interpreter& in, Arguments a) {
    Value value;
    if (in.next(a[0], value)) return value;
    throw in.stopIteration();
}

// What a generator yields next, or StopIteration with what it returned.
Value resumed(Interpreter& in, const Value& generator, Value sent, bool isThrown) {
    Value value;
    if (in.evaluator().resume(*generator.as<GeneratorObject>(), std::move(sent), isThrown, value)) return value;
    throw in.stopIteration(std::move(value));
}

Value generatorNext(Interpreter& in, Arguments a) { return resumed(in, a[0], {}, false); }
Value generatorSend(Interpreter& in, Arguments a) { return resumed(in, a[0], a[1], false); }

Value exceptionInstance(Interpreter& in, const Value& type, const Value& value) {
    if (type.is<ExceptionObject>()) return type;
    if (auto* asType = type.as<TypeObject>(); asType && asType->isSubtypeOf(*in.types().baseException)) {
        if (value.is<ExceptionObject>()) return value;
        return value.isNone() ? in.call(type) : in.call(type, {value});
    }
    throw in.typeError(fmt::format("exceptions must be classes or instances deriving from BaseException, not {}", in.typeName(type)));
}

// The generator that a `yield from` of this one waits for.
GeneratorObject* delegate(GeneratorObject& generator) {
    if (generator.state != GeneratorObject::State::Suspended || opcodeOf(*generator.pc) != Opcode::YieldFrom) return nullptr;
    return generator.top[-1].as<GeneratorObject>();
}

Value throwInto(Interpreter& in, GeneratorObject& generator, const Value& exception) {
    in.checkStack();
    if (GeneratorObject* inner = delegate(generator)) {
        const Value keepAlive(inner);
        Value sent;
        try {
            return throwInto(in, *inner, exception);
        } catch (const ScriptError& error) {
            if (!error.exception().type().isSubtypeOf(*in.types().stopIteration) || error.value().isSame(exception)) return resumed(in, Value(&generator), error.value(), true);
            sent = error.exception().value;
        }
        // The inner one ended: its value is that of the `yield from`.
        generator.top[-1].swap(sent);
        ++generator.pc;
        Value value;
        if (in.evaluator().resumeAfterDelegate(generator, value)) return value;
        throw in.stopIteration(std::move(value));
    }
    return resumed(in, Value(&generator), exception, true);
}

Value generatorThrow(Interpreter& in, Arguments a) {
    return throwInto(in, *a[0].as<GeneratorObject>(), exceptionInstance(in, a[1], a[2]));
}

Value generatorClose(Interpreter& in, Arguments a) {
    auto& generator = *a[0].as<GeneratorObject>();
    if (generator.state == GeneratorObject::State::NotStarted) generator.finish();
    if (generator.state == GeneratorObject::State::Finished) return {};
    try {
        throwInto(in, generator, in.call(in.types().generatorExit));
    } catch (const ScriptError& error) {
        const TypeObject& type = error.exception().type();
        if (type.isSubtypeOf(*in.types().generatorExit) || type.isSubtypeOf(*in.types().stopIteration)) return {};
        throw;
    }
    throw in.runtimeError("generator ignored GeneratorExit");
}

constexpr BuiltinFunction iteratorMethods[] = {
    {"__iter__(self, /)", itself},
    {"__next__(self, /)", nextMethod},
};

constexpr BuiltinFunction generatorMethods[] = {
    {"__iter__(self, /)", itself},
    {"__next__(self, /)", generatorNext},
    {"send(self, value, /)", generatorSend},
    {"throw(self, type, value=None, traceback=None, /)", generatorThrow},
    {"close(self, /)", generatorClose},
};

constexpr BuiltinGetter generatorGetters[] = {
    {"__name__", [](Interpreter& in, const Value& self) -> Value { return in.string(self.as<GeneratorObject>()->function().name); }},
    {"__qualname__", [](Interpreter& in, const Value& self) -> Value { return in.string(self.as<GeneratorObject>()->function().qualifiedName); }},
    {"gi_running", [](Interpreter&, const Value& self) -> Value { return self.as<GeneratorObject>()->state == GeneratorObject::State::Running; }},
};

}  // namespace

void addIteratorMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    for (const auto& type : {types.iterator, types.listIterator, types.tupleIterator, types.stringIterator, types.rangeIterator, types.dictKeyIterator, types.dictValueIterator,
                             types.dictItemIterator, types.setIterator, types.map, types.filter, types.zip, types.enumerate, types.reversed}) {
        setup.methods(*type, iteratorMethods);
        type->allocate = nullptr;
        type->instanceKind = ObjectKind::Iterator;
        type->canBeBase = false;
    }
    setup.methods(*types.generator, generatorMethods);
    setup.getters(*types.generator, generatorGetters);
    types.generator->allocate = nullptr;
}

}  // namespace namescape
