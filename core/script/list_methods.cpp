#include "script/list_methods.h"

#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_methods.h"
#include "script/sequences.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

void extendList(Interpreter& interpreter, ListObject& list, const Value& iterable) {
    if (iterable.isObject() && iterable.object() == &list) {
        const std::vector<Value> copy(list.values.begin(), list.values.end());
        list.values.insert(list.values.end(), copy.begin(), copy.end());
        return;
    }
    interpreter.forEach(iterable, [&](const Value& value) { list.values.push_back(value); });
}

namespace {

// A merge sort: std::sort must not be given a comparison that may be inconsistent or throw.
class Sorter {
public:
    Sorter(Interpreter& interpreter, std::vector<Value>& keys) : m_interpreter(interpreter), m_keys(keys) {
        m_order.resize(keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) m_order[i] = i;
        m_buffer = m_order;
        m_allInts = std::all_of(keys.begin(), keys.end(), [](const Value& key) { return key.isInt(); });
    }

    const std::vector<std::size_t>& sort() {
        constexpr std::size_t run = 8;
        for (std::size_t begin = 0; begin < m_order.size(); begin += run) insertionSort(begin, std::min(begin + run, m_order.size()));
        for (std::size_t width = run; width < m_order.size(); width *= 2) {
            for (std::size_t begin = 0; begin < m_order.size(); begin += 2 * width)
                merge(begin, std::min(begin + width, m_order.size()), std::min(begin + 2 * width, m_order.size()));
            m_order.swap(m_buffer);
        }
        return m_order;
    }

private:
    bool isLess(std::size_t left, std::size_t right) {
        const Value& a = m_keys[left];
        const Value& b = m_keys[right];
        if (m_allInts) return a.asInt() < b.asInt();
        m_interpreter.step();
        return m_interpreter.isLess(a, b);
    }

    void insertionSort(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i < end; ++i) {
            const std::size_t moved = m_order[i];
            std::size_t at = i;
            for (; at > begin && isLess(moved, m_order[at - 1]); --at) m_order[at] = m_order[at - 1];
            m_order[at] = moved;
        }
    }

    void merge(std::size_t begin, std::size_t middle, std::size_t end) {
        std::size_t left = begin, right = middle;
        for (std::size_t to = begin; to < end; ++to) {
            const bool takeRight = right < end && (left >= middle || isLess(m_order[right], m_order[left]));
            m_buffer[to] = takeRight ? m_order[right++] : m_order[left++];
        }
    }

    Interpreter& m_interpreter;
    std::vector<Value>& m_keys;
    std::vector<std::size_t> m_order, m_buffer;
    bool m_allInts = false;
};

}  // namespace

void sortList(Interpreter& interpreter, ListObject& list, const Value& key, bool isReversed) {
    ValueVector values(list.values.get_allocator());
    values.swap(list.values);
    const auto restore = [&] {
        if (!list.values.empty()) {
            list.values.swap(values);
            throw interpreter.valueError("list modified during sort");
        }
        list.values.swap(values);
    };
    try {
        std::vector<Value> keys;
        keys.reserve(values.size());
        for (const Value& value : values) {
            interpreter.step();
            keys.push_back(key.isNone() ? value : interpreter.call(key, {value}));
        }
        // Equal elements keep their order, also when the sort is the other way round.
        if (isReversed) {
            std::reverse(keys.begin(), keys.end());
            std::reverse(values.begin(), values.end());
        }
        std::vector<Value> sorted;
        sorted.reserve(values.size());
        Sorter sorter(interpreter, keys);
        for (const std::size_t at : sorter.sort()) sorted.push_back(std::move(values[at]));
        std::move(sorted.begin(), sorted.end(), values.begin());
        if (isReversed) std::reverse(values.begin(), values.end());
    } catch (...) {
        list.values.swap(values);
        throw;
    }
    restore();
}

namespace {

ListObject& self(const Arguments& a) { return *a[0].as<ListObject>(); }

Value append(Interpreter&, Arguments a) {
    self(a).values.push_back(a[1]);
    return {};
}

Value extend(Interpreter& in, Arguments a) {
    extendList(in, self(a), a[1]);
    return {};
}

Value insert(Interpreter& in, Arguments a) {
    std::int64_t index = in.index(a[1]);
    auto& values = self(a).values;
    const auto size = static_cast<std::int64_t>(values.size());
    if (index < 0) index += size;
    values.insert(values.begin() + std::clamp<std::int64_t>(index, 0, size), a[2]);
    return {};
}

Value pop(Interpreter& in, Arguments a) {
    const std::int64_t index = in.index(a[1]);
    auto& values = self(a).values;
    if (values.empty()) throw in.indexError("pop from empty list");
    const std::size_t at = resolveIndex(in, index, values.size(), "pop index out of range");
    Value popped = std::move(values[at]);
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
    return popped;
}

// Where an equal element is, from `begin` on; the size where there is none.
std::size_t find(Interpreter& in, ListObject& list, const Value& value, std::int64_t begin, std::int64_t end) {
    for (auto i = static_cast<std::size_t>(begin); i < list.values.size() && static_cast<std::int64_t>(i) < end; ++i) {
        in.step();
        const Value held = list.values[i];
        if (in.identical(held, value) || in.equal(held, value)) return i;
    }
    return Table::notFound;
}

Value remove(Interpreter& in, Arguments a) {
    const std::size_t at = find(in, self(a), a[1], 0, INT64_MAX);
    if (at == Table::notFound) throw in.valueError("list.remove(x): x not in list");
    if (at >= self(a).values.size()) return {};  // comparing took it away
    const Value held = std::move(self(a).values[at]);
    self(a).values.erase(self(a).values.begin() + static_cast<std::ptrdiff_t>(at));
    return {};
}

Value index(Interpreter& in, Arguments a) {
    const std::size_t size = self(a).values.size();
    const std::size_t at = find(in, self(a), a[1], clampIndex(in, a[2], size, 0), clampIndex(in, a[3], size, INT64_MAX));
    if (at == Table::notFound) throw in.valueError(fmt::format("{} is not in list", in.repr(a[1])));
    return static_cast<std::int64_t>(at);
}

Value count(Interpreter& in, Arguments a) {
    std::int64_t found = 0;
    in.forEach(a[0], [&](const Value& value) { found += in.identical(value, a[1]) || in.equal(value, a[1]); });
    return found;
}

Value clear(Interpreter&, Arguments a) {
    ValueVector old(self(a).values.get_allocator());
    old.swap(self(a).values);
    return {};
}

Value copy(Interpreter& in, Arguments a) { return in.list(self(a).values); }

Value reverse(Interpreter&, Arguments a) {
    std::reverse(self(a).values.begin(), self(a).values.end());
    return {};
}

Value sort(Interpreter& in, Arguments a) {
    sortList(in, self(a), a[1], in.truth(a[2]));
    return {};
}

Value listInit(Interpreter& in, Arguments a) {
    ValueVector values(self(a).values.get_allocator());
    in.forEach(a[1], [&](const Value& value) { values.push_back(value); });
    values.swap(self(a).values);
    return {};
}

Value listNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    return type.allocate(in, type);
}

Value inPlaceAdd(Interpreter& in, Arguments a) {
    extendList(in, self(a), a[1]);
    return a[0];
}

Value inPlaceMultiply(Interpreter& in, Arguments a) {
    Value repeated = repeatSequence(in, a[0], a[1]);
    if (repeated.isNotImplemented()) return repeated;
    self(a).values.swap(repeated.as<ListObject>()->values);
    return a[0];
}

Value reversed(Interpreter& in, Arguments a) {
    return in.makeIterator([list = a[0], at = self(a).values.size()](Interpreter&, Value& value) mutable {
        const auto& values = list.as<ListObject>()->values;
        if (at == 0 || at > values.size()) return false;
        value = values[--at];
        return true;
    });
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, *args, **kwargs)", listNew},
    {"__init__(self, iterable=(), /)", listInit},
    {"__repr__(self, /)", reprMethod},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__setitem__(self, key, value, /)", setItemMethod},
    {"__delitem__(self, key, /)", deleteItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__reversed__(self, /)", reversed},
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"__rmul__(self, value, /)", reflectedMethod<BinaryOperator::Multiply>},
    {"__iadd__(self, value, /)", inPlaceAdd},
    {"__imul__(self, value, /)", inPlaceMultiply},
    {"append(self, object, /)", append},
    {"extend(self, iterable, /)", extend},
    {"insert(self, index, object, /)", insert},
    {"pop(self, index=-1, /)", pop},
    {"remove(self, value, /)", remove},
    {"index(self, value, start=None, stop=None, /)", index},
    {"count(self, value, /)", count},
    {"clear(self, /)", clear},
    {"copy(self, /)", copy},
    {"reverse(self, /)", reverse},
    {"sort(self, *, key=None, reverse=False)", sort},
};

}  // namespace

void addListMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().list;
    setup.methods(type, methods);
    addComparisons(setup, type, true);
    setup.unhashable(type);
}

}  // namespace namescape
