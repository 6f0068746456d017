#include "script/set_operations.h"

#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/interpreter.h"
#include "script/numbers.h"

#include <algorithm>

namespace namescape {

namespace {

bool isSetView(const Value& value) {
    const auto* view = value.as<DictViewObject>();
    return view && view->view != ViewKind::Values;
}

bool isSetLike(const Value& value) {
    return value.is<SetObject>() || isSetView(value);
}

template <typename Visit>
void forEachEntry(const Table& table, Visit visit) {
    for (std::size_t i = 0; i < table.entries().size(); ++i) {
        const Table::Entry entry = table.entries()[i];
        if (!entry.value.isUnset()) visit(entry);
    }
}

void intersect(Interpreter& interpreter, const SetObject& left, const SetObject& right, SetObject& result) {
    forEachEntry(left.table, [&](const Table::Entry& entry) {
        if (right.table.find(interpreter, entry.key, entry.hash) != Table::notFound) result.table.set(interpreter, entry.key, true, entry.hash);
    });
}

void subtract(Interpreter& interpreter, const SetObject& left, const SetObject& right, SetObject& result) {
    forEachEntry(left.table, [&](const Table::Entry& entry) {
        if (right.table.find(interpreter, entry.key, entry.hash) == Table::notFound) result.table.set(interpreter, entry.key, true, entry.hash);
    });
}

Ref<SetObject> emptyLike(Interpreter& interpreter, const Value& value) {
    const bool isFrozen = value.is<SetObject>() && value.object()->type().isSubtypeOf(*interpreter.types().frozenset);
    return interpreter.heap().make<SetObject>(isFrozen ? *interpreter.types().frozenset : *interpreter.types().set, interpreter.heap());
}

Ref<SetObject> combine(Interpreter& interpreter, BinaryOperator op, const Value& leftGiven, const Value& rightGiven) {
    const Value leftValue = asSet(interpreter, leftGiven), rightValue = asSet(interpreter, rightGiven);
    const SetObject& left = *leftValue.as<SetObject>();
    const SetObject& right = *rightValue.as<SetObject>();
    interpreter.step(1 + left.table.size() + right.table.size());
    auto result = emptyLike(interpreter, leftGiven);
    switch (op) {
    case BinaryOperator::BitAnd: intersect(interpreter, left, right, *result); break;
    case BinaryOperator::Subtract: subtract(interpreter, left, right, *result); break;
    case BinaryOperator::BitXor:
        subtract(interpreter, left, right, *result);
        subtract(interpreter, right, left, *result);
        break;
    default:
        for (const SetObject* side : {&left, &right}) forEachEntry(side->table, [&](const Table::Entry& entry) { result->table.set(interpreter, entry.key, true, entry.hash); });
        break;
    }
    return result;
}

bool isSubset(Interpreter& interpreter, const SetObject& left, const SetObject& right) {
    if (left.table.size() > right.table.size()) return false;
    bool all = true;
    forEachEntry(left.table, [&](const Table::Entry& entry) { all = all && right.table.find(interpreter, entry.key, entry.hash) != Table::notFound; });
    return all;
}

// CPython's table of a set (Objects/setobject.c): where its elements end up, for hashes that it shares with us.
class TableOrder {
public:
    void add(const Value& value, std::uint64_t hash) {
        place(m_slots, value, hash);
        ++m_used;
        if (m_used * 5 < (m_slots.size() - 1) * 3) return;
        std::size_t size = 8;
        const std::size_t wanted = m_used > 50000 ? m_used * 2 : m_used * 4;
        while (size <= wanted) size *= 2;
        std::vector<Slot> larger(size);
        for (const Slot& slot : m_slots)
            if (slot.isUsed) place(larger, slot.value, slot.hash);
        m_slots.swap(larger);
    }

    std::vector<Value> values() const {
        std::vector<Value> result;
        for (const Slot& slot : m_slots)
            if (slot.isUsed) result.push_back(slot.value);
        return result;
    }

private:
    struct Slot {
        Value value;
        std::uint64_t hash = 0;
        bool isUsed = false;
    };

    static void place(std::vector<Slot>& slots, const Value& value, std::uint64_t hash) {
        constexpr std::size_t linearProbes = 9;
        const std::size_t mask = slots.size() - 1;
        std::uint64_t perturb = hash;
        for (std::size_t i = hash & mask;;) {
            const std::size_t last = i + linearProbes <= mask ? i + linearProbes : i;
            for (std::size_t at = i; at <= last; ++at) {
                if (slots[at].isUsed) continue;
                slots[at] = {value, hash, true};
                return;
            }
            perturb >>= 5;
            i = (i * 5 + 1 + perturb) & mask;
        }
    }

    std::vector<Slot> m_slots = std::vector<Slot>(8);
    std::size_t m_used = 0;
};

}  // namespace

std::vector<Value> setElements(const SetObject& set) {
    bool isNumeric = true;
    std::vector<Value> elements;
    forEachEntry(set.table, [&](const Table::Entry& entry) {
        isNumeric = isNumeric && (entry.key.isInt() || entry.key.isFloat() || entry.key.isBool());
        elements.push_back(entry.key);
    });
    if (!isNumeric) return elements;
    TableOrder order;
    forEachEntry(set.table, [&](const Table::Entry& entry) { order.add(entry.key, entry.hash); });
    return order.values();
}

Value setOperation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right) {
    if (left.is<DictObject>() && right.is<DictObject>() && op == BinaryOperator::BitOr) {
        auto result = interpreter.dict();
        updateDict(interpreter, *result, left);
        updateDict(interpreter, *result, right);
        return result;
    }
    const bool allowed = (isSetLike(left) && isSetLike(right)) || (isSetView(left) && interpreter.isIterable(right));
    if (!allowed) return Value::notImplemented();
    return combine(interpreter, op, left, right);
}

bool updateInPlace(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right) {
    if (auto* dict = left.as<DictObject>()) {
        if (op != BinaryOperator::BitOr) return false;
        updateDict(interpreter, *dict, right);
        return true;
    }
    auto* set = left.as<SetObject>();
    if (!set->type().isSubtypeOf(*interpreter.types().set) || !isSetLike(right)) return false;
    if (op != BinaryOperator::BitOr && op != BinaryOperator::BitAnd && op != BinaryOperator::BitXor && op != BinaryOperator::Subtract) return false;
    auto result = combine(interpreter, op, left, right);
    std::swap(set->table, result->table);
    return true;
}

Value compareSets(Interpreter& interpreter, CompareOperator op, const Value& leftGiven, const Value& rightGiven) {
    if (!isSetLike(leftGiven) || !isSetLike(rightGiven)) return Value::notImplemented();
    const Value leftValue = asSet(interpreter, leftGiven), rightValue = asSet(interpreter, rightGiven);
    const SetObject& left = *leftValue.as<SetObject>();
    const SetObject& right = *rightValue.as<SetObject>();
    interpreter.step(1 + left.table.size());
    const bool sameSize = left.table.size() == right.table.size();
    switch (op) {
    case CompareOperator::Equal: return sameSize && isSubset(interpreter, left, right);
    case CompareOperator::NotEqual: return !sameSize || !isSubset(interpreter, left, right);
    case CompareOperator::Less: return !sameSize && isSubset(interpreter, left, right);
    case CompareOperator::LessEqual: return isSubset(interpreter, left, right);
    case CompareOperator::Greater: return !sameSize && isSubset(interpreter, right, left);
    case CompareOperator::GreaterEqual: return isSubset(interpreter, right, left);
    default: return Value::notImplemented();
    }
}

void addToSet(Interpreter& interpreter, SetObject& set, const Value& value) {
    set.table.set(interpreter, value, true);
}

bool setContains(Interpreter& interpreter, const SetObject& set, const Value& value) {
    if (value.is<SetObject>() && value.object()->type().isSubtypeOf(*interpreter.types().set)) {
        // A set looks for an equal frozenset.
        auto frozen = interpreter.heap().make<SetObject>(*interpreter.types().frozenset, interpreter.heap());
        updateSet(interpreter, *frozen, value);
        return set.table.find(interpreter, frozen) != Table::notFound;
    }
    return set.table.find(interpreter, value) != Table::notFound;
}

Ref<SetObject> copySet(Interpreter& interpreter, const SetObject& set) {
    auto copy = emptyLike(interpreter, Value(const_cast<SetObject*>(&set)));
    updateSet(interpreter, *copy, Value(const_cast<SetObject*>(&set)));
    return copy;
}

void updateSet(Interpreter& interpreter, SetObject& set, const Value& iterable) {
    if (const auto* other = iterable.as<SetObject>()) {
        const Value held = iterable;
        interpreter.step(1 + other->table.size());
        forEachEntry(other->table, [&](const Table::Entry& entry) { set.table.set(interpreter, entry.key, true, entry.hash); });
        return;
    }
    interpreter.forEach(iterable, [&](const Value& value) { addToSet(interpreter, set, value); });
}

Value asSet(Interpreter& interpreter, const Value& iterable) {
    if (iterable.is<SetObject>()) return iterable;
    auto set = interpreter.set();
    updateSet(interpreter, *set, iterable);
    return set;
}

}  // namespace namescape
