#include "api/structure.h"

#include <algorithm>
#include <optional>

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

bool isSequence(const Value& value) {
    return value.is<DictObject>() || value.is<ListObject>() || value.is<TupleObject>();
}

// As PyObjectToString of TensorFlow's util.cc.
std::string described(Interpreter& in, const Value& value) {
    return "type=" + in.typeName(value) + " str=" + in.str(value);
}

// The structure with a dot for each leaf.
std::string dotted(Interpreter& in, const Value& structure) {
    if (!isSequence(structure)) return ".";
    std::string text;
    if (const auto* dict = structure.as<DictObject>()) {
        for (const auto& entry : dict->table.entries())
            if (!entry.value.isUnset()) text += (text.empty() ? "" : ", ") + in.repr(entry.key) + ": " + dotted(in, entry.value);
        return "{" + text + "}";
    }
    const auto elements = in.elements(structure);
    for (const Value& element : elements) text += (text.empty() ? "" : ", ") + dotted(in, element);
    if (structure.is<ListObject>()) return "[" + text + "]";
    return "(" + text + (elements.size() == 1 ? ",)" : ")");
}

struct Difference {
    std::string text;
    bool isOfTypes = false;
};

std::optional<Difference> differenceOf(Interpreter& in, const Value& first, const Value& second);

std::optional<Difference> differenceOfKeys(Interpreter& in, const Value& first, const Value& second) {
    const auto keys = [&](const Value& dict) { return in.list(in.elements(dict)); };
    const auto* other = second.as<DictObject>();
    const auto wanted = sortedKeys(in, *first.as<DictObject>()), found = sortedKeys(in, *other);
    const bool isSame = wanted.size() == found.size() && std::ranges::equal(wanted, found, [&](const Value& left, const Value& right) { return in.equal(left, right); });
    if (!isSame)
        return Difference{"The two dictionaries don't have the same set of keys. First structure has keys " + described(in, keys(first)) +
                          ", while second structure has keys " + described(in, keys(second))};
    for (const Value& key : wanted)
        if (auto inner = differenceOf(in, in.getItem(first, key), in.getItem(second, key))) return inner;
    return std::nullopt;
}

std::optional<Difference> differenceOfElements(Interpreter& in, const Value& first, const Value& second) {
    const auto left = in.elements(first), right = in.elements(second);
    for (std::size_t index = 0; index < std::min(left.size(), right.size()); ++index)
        if (auto inner = differenceOf(in, left[index], right[index])) return inner;
    if (left.size() == right.size()) return std::nullopt;
    return Difference{"The two structures don't have the same number of elements. First structure: " + described(in, first) + ". Second structure: " + described(in, second)};
}

std::optional<Difference> differenceOf(Interpreter& in, const Value& first, const Value& second) {
    in.checkStack();
    if (isSequence(first) != isSequence(second)) {
        const Value& sequence = isSequence(first) ? first : second;
        const Value& other = isSequence(first) ? second : first;
        return Difference{"Substructure \"" + described(in, sequence) + "\" is a sequence, while substructure \"" + described(in, other) + "\" is not"};
    }
    if (!isSequence(first)) return std::nullopt;
    const bool isPairOfLists = first.is<ListObject>() && second.is<ListObject>(), isPairOfDicts = first.is<DictObject>() && second.is<DictObject>();
    if (&in.typeOf(first) != &in.typeOf(second) && !isPairOfLists && !isPairOfDicts)
        return Difference{"The two structures don't have the same sequence type. First structure has type " + in.typeName(first) + ", while second structure has type " +
                              in.typeName(second),
                          true};
    return isPairOfDicts ? differenceOfKeys(in, first, second) : differenceOfElements(in, first, second);
}

}  // namespace

void assertSameStructure(Interpreter& in, const Value& first, const Value& second, const std::string& beforeTypes, const std::string& before) {
    const auto difference = differenceOf(in, first, second);
    if (!difference) return;
    const std::string message = "The two structures don't have the same nested structure.\n\nFirst structure: " + described(in, first) + "\n\nSecond structure: " +
                                described(in, second) + "\n\nMore specifically: " + difference->text + "\nEntire first structure:\n" + dotted(in, first) +
                                "\nEntire second structure:\n" + dotted(in, second);
    if (difference->isOfTypes) throw in.typeError(beforeTypes + message);
    throw in.valueError(before + message);
}

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
