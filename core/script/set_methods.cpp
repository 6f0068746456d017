// Methods of set and frozenset.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/set_operations.h"

#include <fmt/format.h>

namespace namescape {

namespace {

SetObject& self(const Arguments& a) { return *a[0].as<SetObject>(); }

Value setNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    return type.allocate(in, type);
}

Value setInit(Interpreter& in, Arguments a) {
    Table fresh(in.heap());
    auto filled = in.set();
    updateSet(in, *filled, a[1]);
    std::swap(self(a).table, filled->table);
    return {};
}

// A frozenset is filled where it is made, as it can't be later.
Value frozenNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    if (type.isBuiltin && a[1].is<SetObject>() && a[1].object()->type().isSubtypeOf(*in.types().frozenset)) return a[1];
    Value made = type.allocate(in, type);
    updateSet(in, *made.as<SetObject>(), a[1]);
    return made;
}

Value add(Interpreter& in, Arguments a) {
    addToSet(in, self(a), a[1]);
    return {};
}

bool removeFrom(Interpreter& in, SetObject& set, const Value& value) {
    const std::size_t at = set.table.find(in, value);
    if (at == Table::notFound) return false;
    set.table.removeAt(at);
    return true;
}

Value remove(Interpreter& in, Arguments a) {
    if (!removeFrom(in, self(a), a[1])) throw in.keyError(a[1]);
    return {};
}

Value discard(Interpreter& in, Arguments a) {
    removeFrom(in, self(a), a[1]);
    return {};
}

Value pop(Interpreter& in, Arguments a) {
    const std::vector<Value> elements = setElements(self(a));
    if (elements.empty()) throw in.keyError(in.string("pop from an empty set"));
    removeFrom(in, self(a), elements.front());
    return elements.front();
}

Value clear(Interpreter&, Arguments a) {
    self(a).table.clear();
    return {};
}

Value copy(Interpreter& in, Arguments a) { return copySet(in, self(a)); }

template <BinaryOperator op>
Value combined(Interpreter& in, Arguments a) {
    Value result = copySet(in, self(a));
    for (const Value& other : a[1].as<TupleObject>()->values()) result = setOperation(in, op, result, asSet(in, other));
    return result;
}

template <BinaryOperator op>
Value combineInPlace(Interpreter& in, Arguments a) {
    Value result = combined<op>(in, a);
    std::swap(self(a).table, result.as<SetObject>()->table);
    return {};
}

Value symmetricDifference(Interpreter& in, Arguments a) { return setOperation(in, BinaryOperator::BitXor, a[0], asSet(in, a[1])); }

Value symmetricDifferenceUpdate(Interpreter& in, Arguments a) {
    Value result = symmetricDifference(in, a);
    std::swap(self(a).table, result.as<SetObject>()->table);
    return {};
}

Value isSubset(Interpreter& in, Arguments a) { return compareSets(in, CompareOperator::LessEqual, a[0], asSet(in, a[1])); }
Value isSuperset(Interpreter& in, Arguments a) { return compareSets(in, CompareOperator::GreaterEqual, a[0], asSet(in, a[1])); }
Value isDisjoint(Interpreter& in, Arguments a) {
    const Value common = setOperation(in, BinaryOperator::BitAnd, a[0], asSet(in, a[1]));
    return common.as<SetObject>()->table.size() == 0;
}

template <BinaryOperator op>
Value inPlace(Interpreter& in, Arguments a) {
    return updateInPlace(in, op, a[0], a[1]) ? a[0] : Value::notImplemented();
}

constexpr BuiltinFunction sharedMethods[] = {
    {"__repr__(self, /)", reprMethod},
    {"__len__(self, /)", lengthMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__and__(self, value, /)", forwardMethod<BinaryOperator::BitAnd>},
    {"__or__(self, value, /)", forwardMethod<BinaryOperator::BitOr>},
    {"__sub__(self, value, /)", forwardMethod<BinaryOperator::Subtract>},
    {"__xor__(self, value, /)", forwardMethod<BinaryOperator::BitXor>},
    {"copy(self, /)", copy},
    {"union(self, /, *others)", combined<BinaryOperator::BitOr>},
    {"intersection(self, /, *others)", combined<BinaryOperator::BitAnd>},
    {"difference(self, /, *others)", combined<BinaryOperator::Subtract>},
    {"symmetric_difference(self, other, /)", symmetricDifference},
    {"issubset(self, other, /)", isSubset},
    {"issuperset(self, other, /)", isSuperset},
    {"isdisjoint(self, other, /)", isDisjoint},
};

constexpr BuiltinFunction setMethods[] = {
    {"__new__(cls, *args, **kwargs)", setNew},
    {"__init__(self, iterable=(), /)", setInit},
    {"__iand__(self, value, /)", inPlace<BinaryOperator::BitAnd>},
    {"__ior__(self, value, /)", inPlace<BinaryOperator::BitOr>},
    {"__isub__(self, value, /)", inPlace<BinaryOperator::Subtract>},
    {"__ixor__(self, value, /)", inPlace<BinaryOperator::BitXor>},
    {"add(self, object, /)", add},
    {"remove(self, object, /)", remove},
    {"discard(self, object, /)", discard},
    {"pop(self, /)", pop},
    {"clear(self, /)", clear},
    {"update(self, /, *others)", combineInPlace<BinaryOperator::BitOr>},
    {"intersection_update(self, /, *others)", combineInPlace<BinaryOperator::BitAnd>},
    {"difference_update(self, /, *others)", combineInPlace<BinaryOperator::Subtract>},
    {"symmetric_difference_update(self, other, /)", symmetricDifferenceUpdate},
};

}  // namespace

void addSetMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    for (const auto& type : {types.set, types.frozenset}) {
        setup.methods(*type, sharedMethods);
        addComparisons(setup, *type, true);
    }
    setup.methods(*types.set, setMethods);
    setup.unhashable(*types.set);
    static constexpr BuiltinFunction frozenMethods[] = {{"__new__(cls, iterable=(), /)", frozenNew}, {"__hash__(self, /)", hashMethod}};
    setup.methods(*types.frozenset, frozenMethods);
}

}  // namespace namescape
