// Builtins about iteration: iter, next, zip, enumerate, map, filter, sorted, any, all …
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/iterators.h"
#include "script/list_methods.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

Value typedIterator(Interpreter& in, const Ref<TypeObject>& type, IteratorStep step) {
    return in.heap().make<FunctionIterator>(*type, std::move(step));
}

Value iterate(Interpreter& in, Arguments a) {
    const auto sentinel = a[1].as<TupleObject>()->values();
    if (sentinel.empty()) return in.iterate(a[0]);
    if (!in.isCallable(a[0])) throw in.typeError("iter(v, w): v must be callable");
    return in.makeIterator([callable = a[0], end = sentinel[0]](Interpreter& inner, Value& value) {
        value = inner.call(callable);
        return !inner.equal(value, end);
    });
}

Value next(Interpreter& in, Arguments a) {
    const auto fallback = a[1].as<TupleObject>()->values();
    if (fallback.size() > 1) throw in.typeError(fmt::format("next expected at most 2 arguments, got {}", fallback.size() + 1));
    const bool isNative = a[0].isObject() && (a[0].object()->kind() == ObjectKind::Iterator || a[0].object()->kind() == ObjectKind::Generator);
    if (!isNative && fallback.empty()) {
        const Value* method = in.findInType(in.typeOf(a[0]), in.names().next);
        if (!method) throw in.typeError(fmt::format("'{}' object is not an iterator", in.typeName(a[0])));
        return in.callOverride(*method, a[0], {});
    }
    Value value;
    if (in.next(a[0], value)) return value;
    if (!fallback.empty()) return fallback[0];
    throw in.stopIteration(std::move(value));
}

Value enumerate(Interpreter& in, Arguments a) {
    return typedIterator(in, in.types().enumerate, [iterator = in.iterate(a[0]), number = in.indexValue(a[1])](Interpreter& inner, Value& value) mutable {
        Value element;
        if (!inner.next(iterator, element)) return false;
        value = inner.tuple({number, element});
        number = inner.binary(BinaryOperator::Add, number, 1);
        return true;
    });
}

Value zip(Interpreter& in, Arguments a) {
    std::vector<Value> iterators;
    const auto given = a[1].as<TupleObject>()->values();
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (!in.isIterable(given[i])) {
            if (in.options().wording == ErrorWording::Python37) throw in.typeError(fmt::format("zip argument #{} must support iteration", i + 1));
            throw in.typeError(fmt::format("'{}' object is not iterable", in.typeName(given[i])));
        }
        iterators.push_back(in.iterate(given[i]));
    }
    const bool isStrict = in.truth(a[0]);
    return typedIterator(in, in.types().zip, [iterators, isStrict](Interpreter& inner, Value& value) {
        if (iterators.empty()) return false;
        auto row = inner.newTuple(iterators.size());
        for (std::size_t i = 0; i < iterators.size(); ++i) {
            if (inner.next(iterators[i], row->values()[i])) continue;
            const auto others = [&](std::size_t count) { return count == 1 ? std::string(" 1") : fmt::format("s 1-{}", count); };
            if (isStrict && i > 0) throw inner.valueError(fmt::format("zip() argument {} is shorter than argument{}", i + 1, others(i)));
            Value extra;
            for (std::size_t j = 1; isStrict && j < iterators.size(); ++j)
                if (inner.next(iterators[j], extra)) throw inner.valueError(fmt::format("zip() argument {} is longer than argument{}", j + 1, others(j)));
            return false;
        }
        value = row;
        return true;
    });
}

Value map(Interpreter& in, Arguments a) {
    const auto given = a[1].as<TupleObject>()->values();
    if (given.empty()) throw in.typeError("map() must have at least two arguments.");
    std::vector<Value> iterators;
    for (const Value& iterable : given) iterators.push_back(in.iterate(iterable));
    return typedIterator(in, in.types().map, [function = a[0], iterators](Interpreter& inner, Value& value) {
        std::vector<Value> arguments(iterators.size());
        for (std::size_t i = 0; i < iterators.size(); ++i)
            if (!inner.next(iterators[i], arguments[i])) return false;
        value = inner.call(function, arguments);
        return true;
    });
}

Value filter(Interpreter& in, Arguments a) {
    return typedIterator(in, in.types().filter, [function = a[0], iterator = in.iterate(a[1])](Interpreter& inner, Value& value) {
        while (inner.next(iterator, value)) {
            inner.step();
            if (inner.truth(function.isNone() ? value : inner.call(function, {value}))) return true;
        }
        return false;
    });
}

Value reversed(Interpreter& in, Arguments a) {
    TypeObject& type = in.typeOf(a[0]);
    if (const Value* method = in.findInType(type, in.names().reversed); method && !method->isNone()) return in.callOverride(*method, a[0], {});
    const bool isSequence = a[0].is<StringObject>() || a[0].is<TupleObject>() || a[0].is<BytesObject>() ||
                            (in.findInType(type, in.names().getitem) && in.findInType(type, in.names().len) && !a[0].is<DictObject>());
    if (!isSequence) throw in.typeError(fmt::format("'{}' object is not reversible", type.name));
    return typedIterator(in, in.types().reversed, [sequence = a[0], at = in.length(a[0])](Interpreter& inner, Value& value) mutable {
        if (at == 0) return false;
        value = inner.getItem(sequence, --at);
        return true;
    });
}

Value sorted(Interpreter& in, Arguments a) {
    const auto given = a[2].as<TupleObject>()->values();
    if (given.size() != 1) throw in.typeError(fmt::format("sorted expected 1 argument, got {}", given.size()));
    auto list = in.list();
    extendList(in, *list, given[0]);
    sortList(in, *list, a[0], in.truth(a[1]));
    return list;
}

Value any(Interpreter& in, Arguments a) {
    bool found = false;
    in.forEach(a[0], [&](const Value& value) {
        found = in.truth(value);
        return !found;
    });
    return found;
}

Value all(Interpreter& in, Arguments a) {
    bool holds = true;
    in.forEach(a[0], [&](const Value& value) {
        holds = in.truth(value);
        return holds;
    });
    return holds;
}

constexpr BuiltinFunction functions[] = {
    {"iter(object, /, *sentinel)", iterate},
    {"next(iterator, /, *default)", next},
    {"enumerate(iterable, start=0)", enumerate},
    {"zip(*iterables, strict=False)", zip},
    {"map(func, /, *iterables)", map},
    {"filter(function, iterable, /)", filter},
    {"reversed(sequence, /)", reversed},
    {"sorted(*args, key=None, reverse=False)", sorted},
    {"any(iterable, /)", any},
    {"all(iterable, /)", all},
};

// Those that are classes in Python: made by calling the type.
void makeConstructor(const BuiltinSetup& setup, const Ref<TypeObject>& type) {
    const Value function = *setup.interpreter.builtins().table().get(setup.interpreter.intern(type->name));
    setup.interpreter.setTypeAttributesLater(*type, [function, &interpreter = setup.interpreter](TypeObject& late) {
        auto made = interpreter.function("__new__(cls, *args, **kwargs)", [function](Interpreter& in, Arguments a) -> Value {
            std::vector<KeywordValue> keywords;
            for (const auto& entry : a[2].as<DictObject>()->table.entries())
                if (!entry.value.isUnset()) keywords.push_back({in.intern(*entry.key.as<StringObject>()), entry.value});
            return in.call(function, a[1].as<TupleObject>()->values(), keywords);
        });
        late.ownAttributes().set(interpreter.names().new_, interpreter.heap().make<StaticMethodObject>(*interpreter.types().staticMethod, made));
    });
    setup.constant(type->name, type);
}

}  // namespace

void addIterationBuiltins(const BuiltinSetup& setup) {
    setup.functions(functions);
    const BuiltinTypes& types = setup.interpreter.types();
    for (const auto& type : {types.enumerate, types.zip, types.map, types.filter, types.reversed}) makeConstructor(setup, type);
}

}  // namespace namescape
