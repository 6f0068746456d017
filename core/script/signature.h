// A function's parameters, and how a call's arguments are put into them: the same for script and native functions.
#pragma once

#include "script/string_object.h"
#include "syntax/ast.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace namescape {

class Interpreter;

struct SignatureParameter {
    InternedName name = nullptr;
    ParameterKind kind = ParameterKind::Positional;
    bool hasDefault = false;
};

// In slot order: positional ones as written, keyword-only ones, `*args`, `**kwargs`.
struct Signature {
    std::vector<SignatureParameter> parameters;
    std::uint32_t positionalOnlyCount = 0;
    std::uint32_t positionalCount = 0;  // positional-only ones included
    std::uint32_t keywordOnlyCount = 0;
    std::uint32_t requiredCount = 0;    // positional ones without default
    bool hasStar = false;
    bool hasDoubleStar = false;
};

// An argument given by name.
struct KeywordValue {
    InternedName name;
    Value value;
};

// What a call passes: names and values of keywords go in pairs.
struct CallArguments {
    std::span<const Value> positional;
    std::span<const InternedName> keywordNames;
    std::span<const Value> keywordValues;
};

// How complaints about a call's arguments are worded.
enum class CallErrorStyle : std::uint8_t {
    Python,   // as for a function written in Python: "f() missing 1 required positional argument: 'x'"
    Builtin,  // as for one written in C: "len() takes exactly one argument (2 given)"
};

// A function as far as its arguments and the complaints about them go.
struct Callee {
    const Signature& signature;
    std::span<const Value> defaults;  // per parameter; unset where there is none
    std::string_view name;            // in complaints
    CallErrorStyle style = CallErrorStyle::Python;
    std::string_view owner = {};      // a method's builtin type or a function's module
    bool isMethod = false;            // of a builtin type: the first argument is not counted in complaints
    bool isConstructor = false;       // __new__ or __init__ of a builtin type, by the name of which it is called
};

// Fills `slots`, one per parameter and all unset, with the arguments and then the defaults. Throws Python's TypeError.
void bindArguments(Interpreter& interpreter, const Callee& callee, const CallArguments& arguments, std::span<Value> slots);

// Reads "name(parameters)" of a native function. Defaults that are no literals are looked up by `given`, in which the
// parameter's name finds them. A text that can't be read is our own bug: std::logic_error.
struct NativeSignature {
    Signature signature;
    std::vector<Value> defaults;
};
NativeSignature readSignature(Interpreter& interpreter, std::string_view text, const std::vector<std::pair<std::string, Value>>& given);

// What inspect.getfullargspec tells about a callable.
struct ArgumentSpec {
    std::vector<std::string> positional;  // `self` of a method included
    std::vector<Value> defaults;          // of the last ones of `positional`
    std::optional<std::string> star;
    std::vector<std::string> keywordOnly;
    std::optional<std::string> doubleStar;
};

}  // namespace namescape
