// A function's parameters, and how a call's arguments are put into them: the same for script and native functions.
#pragma once

#include "script/string_object.h"
#include "syntax/ast.h"

#include <optional>
#include <span>
#include <string>
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

// What a call passes.
struct CallArguments {
    std::span<const Value> positional;
    std::span<const KeywordValue> keywords;
};

// Fills `slots`, one per parameter and all unset, with the arguments and then the defaults (per parameter; unset where
// there is none). Throws Python's TypeError, with `functionName` as the function's name in it.
void bindArguments(Interpreter& interpreter, const Signature& signature, std::span<const Value> defaults, std::string_view functionName,
                   const CallArguments& arguments, std::span<Value> slots);

// What inspect.getfullargspec tells about a callable.
struct ArgumentSpec {
    std::vector<std::string> positional;  // `self` of a method included
    std::vector<Value> defaults;          // of the last ones of `positional`
    std::optional<std::string> star;
    std::vector<std::string> keywordOnly;
    std::optional<std::string> doubleStar;
};

}  // namespace namescape
