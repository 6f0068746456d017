// Why a name is what it is, as a value: its parts, who gave each, and what a variable was looked up by.
#pragma once

#include "api/evaluation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// A place of the program that something is told of.
struct ExplainedPlace {
    OriginId origin = 0;
    SourceRange range;
    std::uint32_t line = 0;               // from 1; 0: not known
    std::vector<std::uint32_t> callLines; // of the calls that led there, the innermost first
    std::uint64_t run = 0;                // of the block, from 0
    std::uint64_t runCount = 1;

    bool operator==(const ExplainedPlace&) const = default;
};

enum class HolderKind : std::uint8_t {
    Operation,
    Variable,
    NameScope,
    VariableScope,
    Request,  // asked for, and nothing of that name was made (unique_name, or an operation that failed)
};

// Who had a name first, so that the next one got a suffix.
struct NameHolder {
    std::string name;  // "foo"
    HolderKind kind = HolderKind::Request;
    ExplainedPlace place;

    bool operator==(const NameHolder&) const = default;
};

// What a part of a name stands for.
enum class NamePartKind : std::uint8_t {
    NameScope,      // a `with` block's name scope
    VariableScope,  // a name scope that a variable_scope block opened
    VariableKey,    // a variable scope, as part of a variable's name
    CallScope,      // the scope that a call opened for what it makes
    Root,           // nothing: a block that goes back to the root
    Own,            // the name of the thing itself
};

// Who gave a part its name.
enum class NamePartSource : std::uint8_t {
    Given,           // an argument
    DefaultName,     // the default_name of the block, or what the call takes where no name is given
    ScopeObject,     // a scope object that was entered
    Exact,           // a name that ends in "/": taken as it is
    Inner,           // the function that was called, for something that it makes inside
    Partition,       // the partitioner: which of the parts it is
    Changed,         // a custom getter, in place of the name given
    ImplicitInput,   // the function that was called, for a constant made of an argument that was no tensor
    Beginning,       // nobody by itself: a name with slashes begins with it
};

struct NamePart {
    std::string text;  // "foo_1"; may have slashes
    std::string path;  // the full name up to the end of this part
    NamePartKind kind = NamePartKind::Own;
    NamePartSource source = NamePartSource::Given;
    ExplainedPlace place;
    std::string whole;                 // for Beginning: the name that has slashes
    std::string suffix;                // "_1" where it was added
    std::optional<NameHolder> holder;  // with a suffix; for Exact: who made the scope first

    // The text as it was asked for, before a suffix was added.
    std::string_view asked() const { return std::string_view(text).substr(0, text.size() - suffix.size()); }

    bool operator==(const NamePart&) const = default;
};

// One time that get_variable was asked for a variable, or tf.Variable made it.
struct VariableLookup {
    ExplainedPlace place;
    bool created = false;
    ReuseValue reuse = ReuseValue::False;
    ReuseSource reuseSource = ReuseSource::Default;
    ExplainedPlace reusePlace;
    std::string nameScope;      // that was open there
    std::string variableScope;

    bool operator==(const VariableLookup&) const = default;
};

struct VariableExplanation {
    std::string storeKey;  // empty for tf.Variable
    std::vector<VariableLookup> lookups;

    bool operator==(const VariableExplanation&) const = default;
};

// One way in which a variable scope was opened.
struct ScopeEntry {
    ExplainedPlace place;
    std::string nameScope;  // that the block opened; empty: the root
    ReuseValue reuse = ReuseValue::False;
    ReuseSource reuseSource = ReuseSource::Default;
    ExplainedPlace reusePlace;

    bool operator==(const ScopeEntry&) const = default;
};

enum class ExplainedKind : std::uint8_t { Operation, Variable, NameScope, VariableScope };

struct NameExplanation {
    std::string name;
    ExplainedKind kind = ExplainedKind::Operation;
    std::string operationType;  // of an operation or variable
    ExplainedPlace place;       // where it was made, or opened first
    std::vector<NamePart> parts;
    std::optional<VariableExplanation> variable;
    std::vector<ScopeEntry> entries;  // of a name that is a variable scope's too
    bool isInOtherGraph = false;      // not in the default one

    bool operator==(const NameExplanation&) const = default;
};

}  // namespace namescape
