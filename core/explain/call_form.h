// What a call can be given: its parameters by their names, what is written for each, and what would be valid there.
#pragma once

#include "support/result.h"
#include "support/text_edit.h"
#include "syntax/syntax_tree.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

struct CallParameter {
    std::string name;         // "reuse"; "*" and "**" for what is unpacked; empty for an argument that no parameter is known for
    std::string written;      // its value as the text has it; empty where it is not given
    std::string defaultText;  // as Python shows it; empty where there is none, or none is known
    bool isRequired = false;
    int position = -1;        // where it may stand without its name; -1: it may not
    SourceRange range;        // of what is written; empty where it is not given
    std::vector<std::string> choices;  // expressions that one would write there; others may be as good

    bool isGiven() const { return !written.empty(); }
    bool operator==(const CallParameter&) const = default;
};

struct CallForm {
    std::string callee;                    // as written: "tf.get_variable"
    bool isKnown = false;                  // whether the parameters are those of its definition; else what is written, and no more
    std::vector<CallParameter> parameters; // in the order of the definition

    bool operator==(const CallForm&) const = default;
};

// Knows the functions of the `tf` module, of which it runs an interpreter of its own, and those that programs define.
// Used by one thread.
class CallForms {
public:
    CallForms();
    ~CallForms();
    CallForms(const CallForms&) = delete;
    CallForms& operator=(const CallForms&) = delete;

    CallForm formOf(const SyntaxTree& tree, const CallExpression& call);

private:
    struct Known;
    std::unique_ptr<Known> m_known;  // made when it is first asked for
};

// Writes `value`, a Python expression, for a parameter of a call; an empty one takes away what is written. No edits where that
// changes nothing. A failure says in words for a message why the value cannot stand there.
Result<std::vector<TextEdit>> editOfArgument(const SyntaxTree& tree, const CallExpression& call, const CallParameter& parameter, std::string_view value);

}  // namespace namescape
