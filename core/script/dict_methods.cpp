// Methods of dict and its views.
#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/set_operations.h"

#include <fmt/format.h>

namespace namescape {

namespace {

DictObject& self(const Arguments& a) { return *a[0].as<DictObject>(); }

Value dictNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    return type.allocate(in, type);
}

Value update(Interpreter& in, Arguments a) {
    const auto given = a[1].as<TupleObject>()->values();
    if (given.size() > 1) throw in.typeError(fmt::format("update expected at most 1 argument, got {}", given.size()));
    if (!given.empty()) updateDict(in, self(a), given[0]);
    updateDict(in, self(a), a[2]);
    return {};
}

Value dictInit(Interpreter& in, Arguments a) {
    const auto given = a[1].as<TupleObject>()->values();
    if (given.size() > 1) throw in.typeError(fmt::format("dict expected at most 1 argument, got {}", given.size()));
    if (given.size() == 1 && !in.isIterable(given[0])) throw in.typeError(fmt::format("'{}' object is not iterable", in.typeName(given[0])));
    return update(in, a);
}

Value get(Interpreter& in, Arguments a) {
    const std::size_t at = self(a).table.find(in, a[1]);
    return at == Table::notFound ? a[2] : self(a).table.entries()[at].value;
}

Value setdefault(Interpreter& in, Arguments a) {
    const std::size_t at = self(a).table.find(in, a[1]);
    if (at != Table::notFound) return self(a).table.entries()[at].value;
    self(a).table.set(in, a[1], a[2]);
    return a[2];
}

Value pop(Interpreter& in, Arguments a) {
    const std::size_t at = self(a).table.find(in, a[1]);
    if (at != Table::notFound) return self(a).table.removeAt(at);
    const auto fallback = a[2].as<TupleObject>()->values();
    if (fallback.size() > 1) throw in.typeError(fmt::format("pop expected at most 2 arguments, got {}", fallback.size() + 1));
    if (fallback.empty()) throw in.keyError(a[1]);
    return fallback[0];
}

Value popitem(Interpreter& in, Arguments a) {
    auto& table = self(a).table;
    for (std::size_t i = table.entries().size(); i-- > 0;) {
        if (table.entries()[i].value.isUnset()) continue;
        const Value key = table.entries()[i].key;
        return in.tuple({key, table.removeAt(i)});
    }
    throw in.keyError(in.string("popitem(): dictionary is empty"));
}

Value clear(Interpreter&, Arguments a) {
    self(a).table.clear();
    return {};
}

Value copy(Interpreter& in, Arguments a) {
    auto made = in.dict();
    updateDict(in, *made, a[0]);
    return made;
}

Value fromkeys(Interpreter& in, Arguments a) {
    const Value made = in.call(a[0]);
    in.forEach(a[1], [&](const Value& key) { in.setItem(made, key, a[2]); });
    return made;
}

template <ViewKind kind>
Value view(Interpreter& in, Arguments a) {
    const BuiltinTypes& types = in.types();
    const auto& type = kind == ViewKind::Keys ? types.dictKeys : kind == ViewKind::Values ? types.dictValues : types.dictItems;
    return in.heap().make<DictViewObject>(*type, self(a), kind);
}

Value reversed(Interpreter& in, Arguments a) { return iterateDict(in, self(a), ViewKind::Keys, true); }

Value viewReversed(Interpreter& in, Arguments a) {
    auto& shown = *a[0].as<DictViewObject>();
    return iterateDict(in, *shown.dict, shown.view, true);
}

Value inPlaceOr(Interpreter& in, Arguments a) {
    updateDict(in, self(a), a[1]);
    return a[0];
}

Value isDisjoint(Interpreter& in, Arguments a) {
    const Value common = setOperation(in, BinaryOperator::BitAnd, asSet(in, a[0]), asSet(in, a[1]));
    return common.as<SetObject>()->table.size() == 0;
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, *args, **kwargs)", dictNew},
    {"__init__(self, *args, **kwargs)", dictInit},
    {"__repr__(self, /)", reprMethod},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__setitem__(self, key, value, /)", setItemMethod},
    {"__delitem__(self, key, /)", deleteItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__reversed__(self, /)", reversed},
    {"__or__(self, value, /)", forwardMethod<BinaryOperator::BitOr>},
    {"__ior__(self, value, /)", inPlaceOr},
    {"get(self, key, default=None, /)", get},
    {"setdefault(self, key, default=None, /)", setdefault},
    {"pop(self, key, /, *default)", pop},
    {"popitem(self, /)", popitem},
    {"update(self, /, *args, **kwargs)", update},
    {"clear(self, /)", clear},
    {"copy(self, /)", copy},
    {"fromkeys(cls, iterable, value=None, /)", fromkeys},
    {"keys(self, /)", view<ViewKind::Keys>},
    {"values(self, /)", view<ViewKind::Values>},
    {"items(self, /)", view<ViewKind::Items>},
};

constexpr BuiltinFunction viewMethods[] = {
    {"__len__(self, /)", lengthMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__reversed__(self, /)", viewReversed},
    {"__and__(self, value, /)", forwardMethod<BinaryOperator::BitAnd>},
    {"__or__(self, value, /)", forwardMethod<BinaryOperator::BitOr>},
    {"__sub__(self, value, /)", forwardMethod<BinaryOperator::Subtract>},
    {"__xor__(self, value, /)", forwardMethod<BinaryOperator::BitXor>},
    {"isdisjoint(self, other, /)", isDisjoint},
};

}  // namespace

void addDictMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    setup.methods(*types.dict, methods);
    addComparisons(setup, *types.dict, false);
    setup.unhashable(*types.dict);
    for (const auto& type : {types.dictKeys, types.dictValues, types.dictItems}) {
        setup.methods(*type, viewMethods);
        addComparisons(setup, *type, true);
        type->allocate = nullptr;
    }
}

}  // namespace namescape
