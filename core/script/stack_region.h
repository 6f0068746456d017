// Some values on the evaluator's stack, for as long as native code needs them.
#pragma once

#include "script/evaluator.h"

#include <memory>

namespace namescape {

class StackRegion {
public:
    // `count` unset values. Throws RecursionError where there is no room.
    StackRegion(Evaluator& evaluator, std::size_t count) : m_evaluator(evaluator), m_begin(evaluator.m_top), m_count(count) {
        evaluator.ensureStack(m_begin, count);
        for (std::size_t i = 0; i < count; ++i) new (m_begin + i) Value(Value::unset());
        evaluator.m_top = m_begin + count;
    }
    StackRegion(const StackRegion&) = delete;
    StackRegion& operator=(const StackRegion&) = delete;
    ~StackRegion() {
        if (m_isReleased) return;
        std::destroy_n(m_begin, m_count);
        m_evaluator.m_top = m_begin;
    }

    std::span<Value> values() const { return {m_begin, m_count}; }
    Value* begin() const { return m_begin; }

    // Leaves the values to a frame.
    Value* release() {
        m_isReleased = true;
        m_evaluator.m_top = m_begin;
        return m_begin;
    }

private:
    Evaluator& m_evaluator;
    Value* m_begin;
    std::size_t m_count;
    bool m_isReleased = false;
};

}  // namespace namescape
