#include "syntax/scope_table.h"

#include <algorithm>

namespace namescape {

ScopeTable::ScopeTable(Arena& arena, NameTable& names)
    : m_arena(arena), m_names(names), m_super(names.intern("super")), m_class(names.intern("__class__")), m_annotations(names.intern("__annotations__")) {}

const Scope* ScopeTable::enter(ScopeKind kind, std::string_view name, SourceRange range) {
    return enter(kind, m_names.internCopy(name), range);
}

const Scope* ScopeTable::enter(ScopeKind kind, NameId name, SourceRange range) {
    const auto index = static_cast<ScopeIndex>(m_scopes.size());
    ScopeInfo info;
    info.scope = m_arena.make<Scope>();
    info.scope->kind = kind;
    info.scope->isGenerator = kind == ScopeKind::Generator;
    info.scope->name = name;
    info.scope->range = range;
    info.parent = m_running;
    if (m_running != none) info.scope->parent = m_scopes[m_running].scope;
    info.frame = kind == ScopeKind::Comprehension ? m_scopes[m_running].frame : index;
    m_scopes.push_back(std::move(info));
    m_running = index;
    return m_scopes.back().scope;
}

void ScopeTable::leave() {
    m_running = m_scopes[m_running].parent;
}

ScopeTable::SymbolIndex ScopeTable::symbolIn(ScopeIndex scope, NameId name) {
    const auto next = static_cast<SymbolIndex>(m_symbols.size());
    const auto [place, isNew] = m_index.try_emplace(key(scope, static_cast<std::uint32_t>(name)), next);
    if (isNew) {
        SymbolInfo symbol;
        symbol.name = name;
        symbol.scope = scope;
        m_symbols.push_back(symbol);
        m_scopes[scope].symbols.push_back(next);
    }
    return place->second;
}

ScopeTable::SymbolIndex ScopeTable::findSymbol(ScopeIndex scope, NameId name) const {
    const auto place = m_index.find(key(scope, static_cast<std::uint32_t>(name)));
    return place == m_index.end() ? none : place->second;
}

void ScopeTable::use(VariableRef& variable) {
    const SymbolIndex symbol = running(variable.name);
    m_symbols[symbol].isUsed = true;
    m_uses.emplace_back(&variable, symbol);
}

void ScopeTable::bind(VariableRef& variable) {
    const SymbolIndex symbol = running(variable.name);
    m_symbols[symbol].isBound = true;
    m_uses.emplace_back(&variable, symbol);
}

void ScopeTable::bindParameter(VariableRef& variable) {
    const SymbolIndex symbol = running(variable.name);
    m_symbols[symbol].isBound = m_symbols[symbol].isParameter = true;
    m_uses.emplace_back(&variable, symbol);
}

void ScopeTable::bindOutside(VariableRef& variable) {
    ScopeIndex outside = m_running;
    while (m_scopes[outside].scope->kind == ScopeKind::Comprehension ||
           m_scopes[outside].scope->kind == ScopeKind::Generator)
        outside = m_scopes[outside].parent;
    const SymbolIndex symbol = symbolIn(outside, variable.name);
    m_symbols[symbol].isBound = true;
    if (outside == m_running || m_scopes[outside].scope->kind == ScopeKind::Class)
        m_uses.emplace_back(&variable, symbol);
    else use(variable);
}

void ScopeTable::noteAnnotation() {
    if (m_scopes[m_running].scope->kind == ScopeKind::Class) m_symbols[running(m_annotations)].isBound = true;
}

void ScopeTable::declare(NameId name, Declaration declaration, SourceRange range) {
    SymbolInfo& symbol = m_symbols[running(name)];
    const auto text = std::string(m_names.text(name));
    const char* keyword = declaration == Declaration::Global ? "global" : "nonlocal";
    if (symbol.isParameter)
        return report(DiagnosticKind::DeclaredParameter, range, {text, keyword});
    if ((symbol.isUsed || symbol.isBound) && m_scopes[m_running].parent != none)
        report(DiagnosticKind::DeclarationAfterUse, range, {text, keyword});
    symbol.declaration = declaration;
    symbol.declaredAt = range;
}

void ScopeTable::markGenerator(SourceRange range) {
    const ScopeKind kind = m_scopes[m_running].scope->kind;
    if (kind != ScopeKind::Function && kind != ScopeKind::Lambda)
        return report(DiagnosticKind::OutsideFunction, range, {"yield"});
    m_scopes[m_running].scope->isGenerator = true;
}

bool ScopeTable::isFunctionLike(ScopeIndex scope) const {
    const ScopeKind kind = m_scopes[scope].scope->kind;
    return kind != ScopeKind::Module && kind != ScopeKind::Class;
}

void ScopeTable::report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments) {
    constexpr std::size_t enough = 1000;
    if (diagnostics.size() >= enough) return;
    Diagnostic diagnostic;
    diagnostic.kind = kind;
    diagnostic.range = range;
    diagnostic.arguments = std::move(arguments);
    diagnostics.push_back(std::move(diagnostic));
}

// ---- Where names live --------------------------------------------------------------------------------------------

void ScopeTable::finish() {
    addClassCells();
    for (ScopeIndex scope = 0; scope < m_scopes.size(); ++scope) assignSlots(scope);
    for (ScopeIndex scope = 0; scope < m_scopes.size(); ++scope) resolveScope(scope);
    for (ScopeIndex scope = 0; scope < m_scopes.size(); ++scope) fillScope(scope);
    for (const auto& [variable, index] : m_uses) {
        const VariableRef resolved = m_symbols[index].resolved;
        *variable = {variable->name, resolved.access, resolved.slot};
    }
}

std::vector<const Scope*> ScopeTable::scopes() const {
    std::vector<const Scope*> all;
    for (const ScopeInfo& info : m_scopes) all.push_back(info.scope);
    return all;
}

// A method that says `super` or `__class__` captures a cell that its class's body owns.
void ScopeTable::addClassCells() {
    const auto count = static_cast<ScopeIndex>(m_scopes.size());
    for (ScopeIndex scope = 0; scope < count; ++scope) {
        if (!isFunctionLike(scope)) continue;
        const bool mentions = findSymbol(scope, m_super) != none || findSymbol(scope, m_class) != none;
        if (mentions) symbolIn(scope, m_class);
    }
    for (ScopeIndex scope = 0; scope < count; ++scope)
        if (isFunctionLike(scope) && findSymbol(scope, m_class) != none) classCellFor(scope);
}

// The `__class__` of the class around a function; made when it is first asked for.
ScopeTable::SymbolIndex ScopeTable::classCellFor(ScopeIndex scope) {
    while (scope != none && m_scopes[scope].scope->kind != ScopeKind::Class) scope = m_scopes[scope].parent;
    if (scope == none) return none;
    SymbolIndex& cell = m_scopes[scope].classCell;
    if (cell == none) {
        SymbolInfo symbol;
        symbol.name = m_class;
        symbol.scope = scope;
        symbol.isCell = true;
        cell = static_cast<SymbolIndex>(m_symbols.size());
        m_symbols.push_back(symbol);
    }
    return cell;
}

void ScopeTable::addSlot(ScopeIndex scope, NameId name) {
    m_scopes[m_scopes[scope].frame].slotNames.push_back(name);
    ++m_scopes[scope].scope->ownSlotCount;
}

// Parents come before their children, so a frame's own names come before those of the comprehensions in it.
void ScopeTable::assignSlots(ScopeIndex index) {
    ScopeInfo& info = m_scopes[index];
    auto& slots = m_scopes[info.frame].slotNames;
    info.scope->firstSlot = static_cast<std::uint32_t>(slots.size());
    if (info.scope->kind == ScopeKind::Generator) addSlot(index, m_names.intern(".0"));
    for (const SymbolIndex symbolIndex : info.symbols) {
        SymbolInfo& symbol = m_symbols[symbolIndex];
        symbol.hasSlot =
            symbol.isBound && symbol.declaration == Declaration::None && info.scope->kind != ScopeKind::Module;
        if (!symbol.hasSlot) continue;
        symbol.slot = static_cast<std::uint32_t>(slots.size());
        addSlot(index, symbol.name);
    }
    if (info.classCell == none) return;
    m_symbols[info.classCell].slot = static_cast<std::uint32_t>(slots.size());
    slots.push_back(m_class);
    info.scope->classCell = m_symbols[info.classCell].slot;
}

void ScopeTable::resolveScope(ScopeIndex scope) {
    for (const SymbolIndex index : m_scopes[scope].symbols) {
        SymbolInfo symbol = m_symbols[index];
        const VariableRef resolved = resolveSymbol(scope, symbol);
        m_symbols[index].resolved = resolved;
        m_symbols[index].fallback = symbol.fallback;
        m_symbols[index].sameFrameOwner = symbol.sameFrameOwner;
        const bool isClassCell = symbol.name == m_class && resolved.access == Access::Free && isFunctionLike(scope);
        if (isClassCell) m_scopes[m_scopes[scope].frame].scope->classCell = resolved.slot;
    }
}

VariableRef ScopeTable::resolveSymbol(ScopeIndex scope, SymbolInfo& symbol) {
    const ScopeKind kind = m_scopes[scope].scope->kind;
    if (kind == ScopeKind::Module || symbol.declaration == Declaration::Global) return globalVariable(symbol.name);
    if (symbol.hasSlot && kind == ScopeKind::Class) {
        symbol.fallback = resolveOuter(scope, symbol);
        return {symbol.name, Access::ClassLocal, symbol.slot};
    }
    if (symbol.hasSlot) return {symbol.name, Access::Local, symbol.slot};  // Cell is told apart at the end
    return resolveOuter(scope, symbol);
}

VariableRef ScopeTable::resolveOuter(ScopeIndex scope, SymbolInfo& symbol) {
    const SymbolIndex owner = findOwner(scope, symbol.name);
    symbol.sameFrameOwner = owner;
    if (owner != none) return reach(scope, owner);
    if (symbol.declaration == Declaration::Nonlocal)
        report(DiagnosticKind::NoNonlocalBinding, symbol.declaredAt, {std::string(m_names.text(symbol.name))});
    return globalVariable(symbol.name);
}

// The variable of that name in the nearest function around a scope; none where it is global.
ScopeTable::SymbolIndex ScopeTable::findOwner(ScopeIndex scope, NameId name) const {
    for (ScopeIndex outer = m_scopes[scope].parent; outer != none; outer = m_scopes[outer].parent) {
        const ScopeInfo& info = m_scopes[outer];
        if (info.scope->kind == ScopeKind::Class && name == m_class && info.classCell != none && isFunctionLike(scope))
            return info.classCell;
        if (!isFunctionLike(outer)) continue;
        const SymbolIndex index = findSymbol(outer, name);
        if (index == none) continue;
        if (m_symbols[index].declaration == Declaration::Global) return none;
        if (m_symbols[index].hasSlot) return index;
    }
    return none;
}

VariableRef ScopeTable::globalVariable(NameId name) {
    if (m_globalSlots.size() < m_names.size()) m_globalSlots.resize(m_names.size(), noSlot);
    std::uint32_t& slot = m_globalSlots[static_cast<std::size_t>(name)];
    if (slot == noSlot) {
        slot = static_cast<std::uint32_t>(globals.size());
        globals.push_back(name);
    }
    return {name, Access::Global, slot};
}

VariableRef ScopeTable::reach(ScopeIndex scope, SymbolIndex owner) {
    const ScopeIndex frame = m_scopes[scope].frame;
    const NameId name = m_symbols[owner].name;
    if (frame == m_scopes[m_symbols[owner].scope].frame) return {name, Access::Local, m_symbols[owner].slot};
    return {name, Access::Free, captureIndex(frame, owner)};
}

// The index of a captured variable in a frame's closure. Every frame between it and the owner captures it too.
std::uint32_t ScopeTable::captureIndex(ScopeIndex frame, SymbolIndex owner) {
    if (const auto known = m_captureIndex.find(key(frame, owner)); known != m_captureIndex.end()) return known->second;
    m_symbols[owner].isCell = true;
    CaptureInfo info;
    info.owner = owner;
    info.capture.name = m_symbols[owner].name;
    const ScopeIndex maker = m_scopes[m_scopes[frame].parent].frame;
    const bool isOwners = maker == m_scopes[m_symbols[owner].scope].frame;
    info.capture.from = isOwners ? Access::Cell : Access::Free;
    info.capture.slot = isOwners ? m_symbols[owner].slot : captureIndex(maker, owner);
    const auto index = static_cast<std::uint32_t>(m_scopes[frame].captures.size());
    m_scopes[frame].captures.push_back(info);
    m_captureIndex.emplace(key(frame, owner), index);
    return index;
}

// ---- The finished symbol tables ----------------------------------------------------------------------------------

void ScopeTable::fillScope(ScopeIndex index) {
    ScopeInfo& info = m_scopes[index];
    std::vector<Symbol> symbols;
    std::vector<std::uint32_t> cells;
    std::vector<VariableRef> fallbacks;
    for (const SymbolIndex symbolIndex : info.symbols) {
        SymbolInfo& symbol = m_symbols[symbolIndex];
        if (symbol.hasSlot && symbol.isCell) cells.push_back(symbol.slot);
        const SymbolIndex owner = symbol.hasSlot ? symbolIndex : symbol.sameFrameOwner;
        if (symbol.resolved.access == Access::Local && m_symbols[owner].isCell) symbol.resolved.access = Access::Cell;
        if (symbol.resolved.access == Access::ClassLocal) fallbacks.push_back(symbol.fallback);
        symbols.push_back(
            {symbol.resolved, symbol.isBound, symbol.isParameter, symbol.declaration != Declaration::None});
    }
    if (info.classCell != none) cells.push_back(m_symbols[info.classCell].slot);
    std::vector<Capture> captures;
    for (const CaptureInfo& capture : info.captures) captures.push_back(capture.capture);
    Scope& scope = *info.scope;
    scope.symbols = m_arena.copy(std::span<const Symbol>(symbols));
    scope.cells = m_arena.copy(std::span<const std::uint32_t>(cells));
    scope.fallbacks = m_arena.copy(std::span<const VariableRef>(fallbacks));
    scope.captures = m_arena.copy(std::span<const Capture>(captures));
    scope.slotNames = m_arena.copy(std::span<const NameId>(info.slotNames));
    scope.slotCount = static_cast<std::uint32_t>(info.slotNames.size());
}

}  // namespace namescape
