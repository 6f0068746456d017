// Methods of tuple.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/sequences.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

Value tupleNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    if (type.isBuiltin && a[1].is<TupleObject>() && a[1].object()->type().isBuiltin) return a[1];
    const std::vector<Value> values = in.elements(a[1]);
    if (type.isBuiltin) return in.tuple(values);
    auto made = in.newTuple(values.size(), &type);
    std::copy(values.begin(), values.end(), made->values().begin());
    return made;
}

Value index(Interpreter& in, Arguments a) {
    const auto values = a[0].as<TupleObject>()->values();
    const std::int64_t end = std::min(static_cast<std::int64_t>(values.size()), clampIndex(in, a[3], values.size(), INT64_MAX));
    for (std::int64_t i = clampIndex(in, a[2], values.size(), 0); i < end; ++i) {
        in.step();
        const Value& value = values[static_cast<std::size_t>(i)];
        if (in.identical(value, a[1]) || in.equal(value, a[1])) return i;
    }
    throw in.valueError("tuple.index(x): x not in tuple");
}

Value count(Interpreter& in, Arguments a) {
    std::int64_t found = 0;
    for (const Value& value : a[0].as<TupleObject>()->values()) {
        in.step();
        found += in.identical(value, a[1]) || in.equal(value, a[1]);
    }
    return found;
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, iterable=(), /)", tupleNew},
    {"__repr__(self, /)", reprMethod},
    {"__hash__(self, /)", hashMethod},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"__rmul__(self, value, /)", reflectedMethod<BinaryOperator::Multiply>},
    {"index(self, value, start=None, stop=None, /)", index},
    {"count(self, value, /)", count},
};

}  // namespace

void addTupleMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().tuple;
    setup.methods(type, methods);
    addComparisons(setup, type, true);
}

}  // namespace namescape
