#include "api/structure.h"

#include <algorithm>

namespace namescape {

namespace {

std::vector<Value> sortedKeys(Interpreter& in, const DictObject& dict) {
    std::vector<Value> keys;
    for (const auto& entry : dict.table.entries())
        if (!entry.value.isUnset()) keys.push_back(entry.key);
    std::ranges::sort(keys, [&](const Value& left, const Value& right) { return in.isLess(left, right); });
    return keys;
}

void collect(Interpreter& in, const Value& structure, std::vector<Value>& leaves) {
    in.checkStack();
    if (const auto* dict = structure.as<DictObject>()) {
        for (const Value& key : sortedKeys(in, *dict)) collect(in, in.getItem(structure, key), leaves);
    } else if (structure.is<ListObject>() || structure.is<TupleObject>()) {
        for (const Value& element : in.elements(structure)) collect(in, element, leaves);
    } else {
        leaves.push_back(structure);
    }
}

Value pack(Interpreter& in, const Value& structure, std::span<const Value> leaves, std::size_t& next) {
    if (const auto* dict = structure.as<DictObject>()) {
        const Value packed = in.dict();
        for (const Value& key : sortedKeys(in, *dict)) in.setItem(packed, key, pack(in, in.getItem(structure, key), leaves, next));
        return packed;
    }
    const bool isList = structure.is<ListObject>();
    if (!isList && !structure.is<TupleObject>()) return leaves[next++];
    std::vector<Value> elements;
    for (const Value& element : in.elements(structure)) elements.push_back(pack(in, element, leaves, next));
    if (isList) return in.list(elements);
    // A named tuple is made anew by its own type.
    if (&in.typeOf(structure) != &in.typeOf(in.tuple({}))) return in.call(&in.typeOf(structure), elements);
    return in.tuple(elements);
}

}  // namespace

std::vector<Value> flatten(Interpreter& in, const Value& structure) {
    std::vector<Value> leaves;
    collect(in, structure, leaves);
    return leaves;
}

Value packAs(Interpreter& in, const Value& structure, std::span<const Value> leaves) {
    std::size_t next = 0;
    return pack(in, structure, leaves, next);
}

}  // namespace namescape
