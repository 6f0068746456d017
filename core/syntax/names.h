// Where the value of a name lives: the result of Python's scoping rules, worked out before the program runs.
#pragma once

#include "support/source_range.h"

#include <cstdint>
#include <span>

namespace namescape {

// A name of one tree's program, by number; SyntaxTree::name() gives its text.
enum class NameId : std::uint32_t {};

inline constexpr std::uint32_t noSlot = 0xffffffff;

// How a frame reaches a variable.
enum class Access : std::uint8_t {
    Local,       // slot: of the frame
    Cell,        // slot: of the frame; it holds a cell that inner functions share
    Free,        // slot: index into the closure of the running function; it holds an outer frame's cell
    Global,      // slot: of the module's globals; the builtin of that name while it is unset
    ClassLocal,  // slot: of the class body's frame; Scope::fallbacks[slot] says where to look while it is unset
};

// A name as it is used at one place.
struct VariableRef {
    NameId name{};
    Access access = Access::Global;
    std::uint32_t slot = noSlot;

    bool operator==(const VariableRef&) const = default;
};

enum class ScopeKind : std::uint8_t {
    Module,
    Function,
    Lambda,
    Class,
    Comprehension,  // list, set or dict: runs inside the frame of the scope around it, in slots of its own
    Generator,      // generator expression: a frame of its own; slot 0 is handed the iterator of the first `for`
};

// A variable that a scope binds or mentions; one entry per name.
struct Symbol {
    VariableRef variable;
    bool isBound = false;      // assigned, imported, defined, a parameter… in this scope
    bool isParameter = false;
    bool isDeclared = false;   // by `global` or `nonlocal`
};

// A cell that a function takes with it when it is made: where the frame that makes it finds that cell.
struct Capture {
    NameId name{};
    Access from = Access::Cell;  // Cell: in the maker's slot; Free: in the maker's own closure
    std::uint32_t slot = 0;
};

// The symbol table of a module, function, lambda, class or comprehension, and the plan of its frame.
// Parameters take the first slots, in the order of Parameters::all. A class body's own names take its first
// `ownSlotCount` slots: they become the attributes of the class.
struct Scope {
    ScopeKind kind = ScopeKind::Module;
    bool isGenerator = false;  // has a `yield`, or is a generator expression
    NameId name{};
    const Scope* parent = nullptr;       // the scope around it in the text
    SourceRange range;
    std::span<const Symbol> symbols;
    std::uint32_t firstSlot = 0;  // comprehension: its slots [firstSlot, firstSlot + ownSlotCount) are unset on entry
    std::uint32_t ownSlotCount = 0;
    std::uint32_t slotCount = 0;         // of the whole frame, inlined comprehensions included; 0 for a comprehension
    std::span<const NameId> slotNames;   // per slot of the frame
    std::span<const std::uint32_t>
        cells;                           // slots to be given a fresh cell on entry (a parameter's value moves into it)
    std::span<const Capture> captures;   // per index of the closure
    std::span<const VariableRef> fallbacks;  // class: per own slot
    std::uint32_t classCell =
        noSlot;  // class: slot of the `__class__` cell; function: its index in the closure, for super()
};

}  // namespace namescape
