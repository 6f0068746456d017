// range and slice.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/sequences.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

Value rangeNew(Interpreter& in, Arguments a) {
    const auto given = a[1].as<TupleObject>()->values();
    if (given.empty()) throw in.typeError("range expected at least 1 argument, got 0");
    if (given.size() > 3) throw in.typeError(fmt::format("range expected at most 3 arguments, got {}", given.size()));
    const std::int64_t start = given.size() > 1 ? in.index(given[0]) : 0;
    const std::int64_t stop = in.index(given[given.size() > 1 ? 1 : 0]);
    const std::int64_t step = given.size() > 2 ? in.index(given[2]) : 1;
    if (step == 0) throw in.valueError("range() arg 3 must not be zero");
    return in.heap().make<RangeObject>(*in.types().range, start, stop, step);
}

const RangeObject& range(const Value& value) { return *value.as<RangeObject>(); }

Value reversed(Interpreter& in, Arguments a) {
    const RangeObject& given = range(a[0]);
    return in.makeIterator([held = a[0], left = given.length()](Interpreter&, Value& value) mutable {
        if (left == 0) return false;
        value = range(held).at(--left);
        return true;
    });
}

Value index(Interpreter& in, Arguments a) {
    if (!in.contains(a[0], a[1])) throw in.valueError(fmt::format("{} is not in range", in.repr(a[1])));
    const RangeObject& within = range(a[0]);
    const auto distance = static_cast<std::uint64_t>(in.index(a[1])) - static_cast<std::uint64_t>(within.start);
    const auto step = static_cast<std::uint64_t>(within.step);
    return static_cast<std::int64_t>(within.step > 0 ? distance / step : (0 - distance) / (0 - step));
}

Value count(Interpreter& in, Arguments a) { return in.contains(a[0], a[1]) ? 1 : 0; }

Value sliceNew(Interpreter& in, Arguments a) {
    const auto given = a[1].as<TupleObject>()->values();
    if (given.empty()) throw in.typeError("slice expected at least 1 argument, got 0");
    if (given.size() > 3) throw in.typeError(fmt::format("slice expected at most 3 arguments, got {}", given.size()));
    const auto at = [&](std::size_t i) { return i < given.size() ? given[i] : Value(); };
    if (given.size() == 1) return in.heap().make<SliceObject>(*in.types().slice, Value(), at(0), Value());
    return in.heap().make<SliceObject>(*in.types().slice, at(0), at(1), at(2));
}

Value indices(Interpreter& in, Arguments a) {
    const std::int64_t length = in.index(a[1]);
    if (length < 0) throw in.valueError("length should not be negative");
    const SliceBounds bounds = sliceIndices(in, *a[0].as<SliceObject>()).within(static_cast<std::size_t>(length));
    return in.tuple({Value(bounds.start), Value(bounds.stop), Value(bounds.step)});
}

constexpr BuiltinFunction rangeMethods[] = {
    {"__new__(cls, *args)", rangeNew},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__reversed__(self, /)", reversed},
    {"__hash__(self, /)", hashMethod},
    {"index(self, value, /)", index},
    {"count(self, value, /)", count},
};
constexpr BuiltinGetter rangeGetters[] = {
    {"start", [](Interpreter&, const Value& self) -> Value { return range(self).start; }},
    {"stop", [](Interpreter&, const Value& self) -> Value { return range(self).stop; }},
    {"step", [](Interpreter&, const Value& self) -> Value { return range(self).step; }},
};
constexpr BuiltinFunction sliceMethods[] = {
    {"__new__(cls, *args)", sliceNew},
    {"indices(self, length, /)", indices},
};
constexpr BuiltinGetter sliceGetters[] = {
    {"start", [](Interpreter&, const Value& self) { return self.as<SliceObject>()->start; }},
    {"stop", [](Interpreter&, const Value& self) { return self.as<SliceObject>()->stop; }},
    {"step", [](Interpreter&, const Value& self) { return self.as<SliceObject>()->step; }},
};

}  // namespace

void addRangeMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    setup.methods(*types.range, rangeMethods);
    setup.getters(*types.range, rangeGetters);
    addComparisons(setup, *types.range, false);
    setup.methods(*types.slice, sliceMethods);
    setup.getters(*types.slice, sliceGetters);
    addComparisons(setup, *types.slice, false);
}

}  // namespace namescape
