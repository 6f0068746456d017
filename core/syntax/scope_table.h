// The scopes of a program while it is resolved: who binds which name, who captures what from whom.
#pragma once

#include "support/diagnostic.h"
#include "syntax/arena.h"
#include "syntax/name_table.h"
#include "syntax/names.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

enum class Declaration : std::uint8_t { None, Global, Nonlocal };

// Filled by a walk over the program in source order, scope by scope; finish() then decides where every name lives.
class ScopeTable {
public:
    ScopeTable(Arena& arena, NameTable& names);

    // Begins a scope inside the running one. The result is filled in by finish().
    const Scope* enter(ScopeKind kind, std::string_view name, SourceRange range);
    const Scope* enter(ScopeKind kind, NameId name, SourceRange range);
    void leave();

    // The running scope reads, binds or declares a name; finish() writes into `variable`.
    void use(VariableRef& variable);
    void bind(VariableRef& variable);
    void bindParameter(VariableRef& variable);
    void bindOutside(VariableRef& variable);
    // The running scope notes an annotation of one of its names: a class gets `__annotations__`.
    void noteAnnotation();
    void declare(NameId name, Declaration declaration, SourceRange range);
    // The running function has a `yield`.
    void markGenerator(SourceRange range);

    void finish();
    std::vector<const Scope*> scopes() const;

    std::vector<NameId> globals;
    std::vector<Diagnostic> diagnostics;

private:
    using ScopeIndex = std::uint32_t;
    using SymbolIndex = std::uint32_t;
    static constexpr std::uint32_t none = 0xffffffff;

    struct SymbolInfo {
        NameId name{};
        ScopeIndex scope = 0;
        bool isBound = false, isParameter = false, isUsed = false;
        bool isCell = false;          // an inner frame captures it
        bool hasSlot = false;         // lives in its scope's frame
        Declaration declaration = Declaration::None;
        SourceRange declaredAt;
        std::uint32_t slot = noSlot;
        VariableRef resolved;
        SymbolIndex sameFrameOwner = none;  // the variable around an inlined comprehension that this name means
        VariableRef fallback;         // of a class's own name
    };

    struct CaptureInfo {
        SymbolIndex owner = 0;
        ScopeIndex ownerFrame = 0;
        Capture capture;
    };

    struct ScopeInfo {
        Scope* scope = nullptr;
        ScopeIndex parent = none;
        ScopeIndex frame = 0;                 // the scope whose frame it runs in: itself, unless it is inlined
        std::vector<SymbolIndex> symbols;     // in order of appearance
        std::vector<CaptureInfo> captures;    // of a frame
        std::vector<NameId> slotNames;        // of a frame
        SymbolIndex classCell = none;         // of a class
    };

    // A pair of a scope and a number, as a key.
    static std::uint64_t key(ScopeIndex scope, std::uint32_t number) { return std::uint64_t{scope} << 32 | number; }

    SymbolIndex symbolIn(ScopeIndex scope, NameId name);
    SymbolIndex findSymbol(ScopeIndex scope, NameId name) const;
    SymbolIndex running(NameId name) { return symbolIn(m_running, name); }
    bool isFunctionLike(ScopeIndex scope) const;
    void report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments);

    void assignSlots(ScopeIndex scope);
    void addSlot(ScopeIndex scope, NameId name);
    void resolveScope(ScopeIndex scope);
    VariableRef resolveSymbol(ScopeIndex scope, SymbolInfo& symbol);
    VariableRef resolveOuter(ScopeIndex scope, SymbolInfo& symbol);
    SymbolIndex findOwner(ScopeIndex scope, NameId name) const;
    VariableRef globalVariable(NameId name);
    VariableRef reach(ScopeIndex scope, SymbolIndex owner);
    std::uint32_t captureIndex(ScopeIndex frame, SymbolIndex owner);
    void addClassCells();
    SymbolIndex classCellFor(ScopeIndex scope);
    void fillScope(ScopeIndex scope);

    Arena& m_arena;
    NameTable& m_names;
    std::vector<ScopeInfo> m_scopes;
    std::vector<SymbolInfo> m_symbols;
    std::unordered_map<std::uint64_t, SymbolIndex> m_index;              // scope and name
    std::unordered_map<std::uint64_t, std::uint32_t> m_captureIndex;     // frame and owner
    std::vector<std::pair<VariableRef*, SymbolIndex>> m_uses;
    std::vector<std::uint32_t> m_globalSlots;                            // per name
    ScopeIndex m_running = none;
    NameId m_super{}, m_class{}, m_annotations{};
};

}  // namespace namescape
