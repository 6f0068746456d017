// Python's iterators: what a `for` steps through.
#pragma once

#include "script/heap.h"

#include <functional>

namespace namescape {

class Interpreter;

class IteratorObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Iterator;

    explicit IteratorObject(TypeObject& type, ObjectKind kindOfIterator = kindOfObject) : Object(type, kindOfIterator) {}

    // Puts the next value into `value`; false at the end. May throw ScriptError.
    virtual bool next(Interpreter& interpreter, Value& value) = 0;
};

// An iterator whose steps are a function's; see Interpreter::makeIterator().
using IteratorStep = std::function<bool(Interpreter& interpreter, Value& value)>;

}  // namespace namescape
