// Python's exceptions as objects, and the C++ exception that carries one through native code.
#pragma once

#include "script/containers.h"

#include <exception>
#include <memory>
#include <string>

namespace namescape {

class ExceptionObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Exception;

    // `tuple`: what the exception was made with.
    ExceptionObject(TypeObject& type, Value tuple) : Object(type, kindOfObject), arguments(std::move(tuple)) {}
    Value* attributes() override { return &m_attributes; }
    void clearReferences() override { arguments = cause = context = value = m_attributes = Value(); }

    Value arguments;  // a tuple
    Value cause;      // behind `raise … from`
    Value context;    // the exception that was being handled
    Value value;      // of StopIteration
    bool suppressContext = false;
    std::uint32_t origin = 0;  // where it was raised first: see Interpreter::currentOrigin(); 0: not raised yet

private:
    Value m_attributes;
};

// A Python exception on its way through native code. Must not outlive its interpreter.
class ScriptError : public std::exception {
public:
    explicit ScriptError(Ref<ExceptionObject> exception) : m_exception(std::move(exception)) {}

    ExceptionObject& exception() const { return *m_exception; }
    const Value& value() const { return m_exception; }
    const char* what() const noexcept override { return "Python exception"; }

private:
    Ref<ExceptionObject> m_exception;
};

}  // namespace namescape
