// The iterators of the builtin types.
#pragma once

#include "script/containers.h"
#include "script/iterator_object.h"

namespace namescape {

class ListIterator final : public IteratorObject {
public:
    ListIterator(TypeObject& type, ListObject& list) : IteratorObject(type), m_list(&list) {}
    void clearReferences() override { m_list = {}; }

    bool next(Interpreter&, Value& value) override { return step(value); }
    bool step(Value& value) {
        if (!m_list) return false;
        if (m_at >= m_list->values.size()) {
            m_list = {};
            return false;
        }
        value = m_list->values[m_at++];
        return true;
    }

private:
    Ref<ListObject> m_list;
    std::size_t m_at = 0;
};

class TupleIterator final : public IteratorObject {
public:
    TupleIterator(TypeObject& type, TupleObject& tuple) : IteratorObject(type), m_tuple(&tuple) {}
    void clearReferences() override { m_tuple = {}; }

    bool next(Interpreter&, Value& value) override {
        if (!m_tuple || m_at >= m_tuple->size()) return false;
        value = m_tuple->values()[m_at++];
        return true;
    }

private:
    Ref<TupleObject> m_tuple;
    std::size_t m_at = 0;
};

class RangeIterator final : public IteratorObject {
public:
    RangeIterator(TypeObject& type, const RangeObject& range)
        : IteratorObject(type), m_next(static_cast<std::uint64_t>(range.start)), m_left(range.length()), m_step(static_cast<std::uint64_t>(range.step)) {}

    bool next(Interpreter&, Value& value) override { return step(value); }
    bool step(Value& value) {
        if (m_left == 0) return false;
        value = static_cast<std::int64_t>(m_next);
        m_next += m_step;
        --m_left;
        return true;
    }

private:
    std::uint64_t m_next;
    std::uint64_t m_left;
    std::uint64_t m_step;
};

class StringIterator final : public IteratorObject {
public:
    StringIterator(TypeObject& type, StringObject& string) : IteratorObject(type), m_string(&string) {}
    void clearReferences() override { m_string = {}; }

    bool next(Interpreter& interpreter, Value& value) override;

private:
    Ref<StringObject> m_string;
    std::size_t m_at = 0;
};

// An iterator whose steps are a function's.
class FunctionIterator final : public IteratorObject {
public:
    FunctionIterator(TypeObject& type, IteratorStep step) : IteratorObject(type), m_step(std::move(step)) {}
    void clearReferences() override { m_step = nullptr; }

    bool next(Interpreter& interpreter, Value& value) override;

private:
    IteratorStep m_step;
    unsigned m_running = 0;   // steps within each other: a step may come back to its own iterator
    bool m_isAtEnd = false;
};

}  // namespace namescape
