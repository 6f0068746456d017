// How a `with` of a program opens a scope: which name and which reuse it gives, and edits that would give it others.
#pragma once

#include "explain/program_text.h"
#include "support/result.h"
#include "support/text_edit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Where `reuse` stands among variable_scope's arguments.
inline constexpr int kReusePosition = 8;

// A call of name_scope, variable_scope, or what is older of both, as a `with` item. Points into the tree.
struct ScopeOpening {
    const WithStatement* statement = nullptr;
    const WithItem* item = nullptr;
    const CallExpression* call = nullptr;
    bool isVariableScope = false;
    int namePosition = 0;              // default_name stands behind it
    const Expression* name = nullptr;  // null where it is not given; so below
    const Expression* defaultName = nullptr;
    const Expression* reuse = nullptr;
};

// Those of the `with` statements around a line, or within it: the innermost first.
std::vector<ScopeOpening> scopeOpeningsAround(const SyntaxTree& tree, SourceRange line);
// The one whose item begins there; a failure says why it cannot be edited.
Result<ScopeOpening> scopeOpeningAt(const SyntaxTree& tree, std::uint32_t begin);

// The name that is written there in quotes; empty where nothing is, or None. Nothing for any other expression.
std::optional<std::string_view> nameIn(const Expression* expression);

// What is to be otherwise; what is not set stays as it is written.
struct ScopeWish {
    std::optional<std::string> name, defaultName;  // names where nameIn() tells one, else Python
    // Python, as "True"; empty to take the argument away.
    std::optional<std::string> reuse;

    bool operator==(const ScopeWish&) const = default;
};

// In the order of the text; none for what is so already.
std::vector<TextEdit> editsFor(const ProgramText& program, const ScopeOpening& opening, const ScopeWish& wish);

// tf.AUTO_REUSE, by the name that the module has in the call.
std::string autoReuseFor(const ProgramText& program, const ScopeOpening& opening);

}  // namespace namescape
