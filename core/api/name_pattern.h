// Python's re.match on names, for the `scope` of collections.
#pragma once

#include "script/interpreter.h"

#include <memory>
#include <string>
#include <string_view>

namespace namescape {

class NamePattern {
public:
    // Throws ScriptError (ValueError) for what is no regular expression.
    NamePattern(Interpreter& interpreter, const std::string& pattern);
    ~NamePattern();
    NamePattern(const NamePattern&) = delete;
    NamePattern& operator=(const NamePattern&) = delete;

    // Whether the name's beginning matches; a match that takes too long is none.
    bool matches(std::string_view name) const;

private:
    struct Compiled;

    std::string m_literal;                // a pattern without special characters
    std::unique_ptr<Compiled> m_compiled; // null for such
};

}  // namespace namescape
