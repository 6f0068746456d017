// How the files with Python's own methods and functions make them known to an interpreter.
#pragma once

#include "script/interpreter.h"

#include <span>
#include <string_view>

namespace namescape {

// One function in C++: its signature as in native.h, and what it does.
struct BuiltinFunction {
    const char* signature;
    Value (*body)(Interpreter& interpreter, std::span<Value> arguments);
};

// An attribute of a builtin type's objects that is worked out when it is read.
struct BuiltinGetter {
    const char* name;
    Value (*get)(Interpreter& interpreter, const Value& self);
    void (*set)(Interpreter& interpreter, const Value& self, const Value& value) = nullptr;
};

struct BuiltinSetup {
    Interpreter& interpreter;

    // Methods; a first parameter `cls` makes a class method, but for __new__, which is a static one. The lists must stay: what
    // they say is made when it is first looked for.
    void methods(TypeObject& type, std::span<const BuiltinFunction> functions) const;
    void getters(TypeObject& type, std::span<const BuiltinGetter> getters) const;
    // Sets and dicts refuse its instances.
    void unhashable(TypeObject& type) const;
    // Functions of the module `builtins`, or of another.
    void functions(ModuleObject& module, std::span<const BuiltinFunction> functions) const;
    void functions(std::span<const BuiltinFunction> list) const { functions(interpreter.builtins(), list); }
    void constant(std::string_view name, Value value) const;
};

// Each in the file of that name.
void addObjectMethods(const BuiltinSetup& setup);
void addTypeMethods(const BuiltinSetup& setup);
void addNumberMethods(const BuiltinSetup& setup);
void addStringMethods(const BuiltinSetup& setup);
void addBytesMethods(const BuiltinSetup& setup);
void addListMethods(const BuiltinSetup& setup);
void addTupleMethods(const BuiltinSetup& setup);
void addDictMethods(const BuiltinSetup& setup);
void addSetMethods(const BuiltinSetup& setup);
void addRangeMethods(const BuiltinSetup& setup);
void addFunctionMethods(const BuiltinSetup& setup);
void addExceptionMethods(const BuiltinSetup& setup);
void addIteratorMethods(const BuiltinSetup& setup);
void addObjectBuiltins(const BuiltinSetup& setup);
void addNumberBuiltins(const BuiltinSetup& setup);
void addIterationBuiltins(const BuiltinSetup& setup);
void addTextBuiltins(const BuiltinSetup& setup);
void addModuleBuiltins(const BuiltinSetup& setup);
void addStandardModules(const BuiltinSetup& setup);

}  // namespace namescape
