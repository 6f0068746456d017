#include "script/function_compiler.h"

#include "script/builtin_types.h"
#include "script/compiler.h"
#include "script/interpreter.h"

#include <algorithm>
#include <cassert>

namespace namescape {

namespace {

int effectOf(Opcode opcode, int a) {
    (void)a;
    switch (opcode) {
#define NAMESCAPE_EFFECT(name, effect) \
    case Opcode::name: return effect;
        NAMESCAPE_OPCODES(NAMESCAPE_EFFECT)
#undef NAMESCAPE_EFFECT
    }
    return 0;
}

}  // namespace

FunctionCompiler::FunctionCompiler(UnitCompiler& unit, Code& code, const Scope& scope, FunctionCompiler* outer)
    : m_unit(unit), m_code(code), m_scope(scope), m_outer(outer) {}

FunctionCompiler::Place::Place(FunctionCompiler& compiler, SourceRange range) : m_compiler(compiler), m_previous(compiler.m_location) {
    compiler.m_location = compiler.locate(range);
}

FunctionCompiler::Place::~Place() {
    m_compiler.m_location = m_previous;
}

std::uint32_t FunctionCompiler::locate(SourceRange expression) {
    auto& locations = m_unit.unit.locations;
    const CodeLocation location{m_statement, expression};
    if (locations.empty() || locations.back() != location) locations.push_back(location);
    return static_cast<std::uint32_t>(locations.size() - 1);
}

void FunctionCompiler::emit(Opcode opcode, std::uint32_t argument) {
    assert(argument <= maxArgument);
    emitWord(static_cast<std::uint32_t>(opcode) | argument << 8);
    adjustDepth(effectOf(opcode, static_cast<int>(argument)));
}

void FunctionCompiler::emitWord(std::uint32_t word) {
    m_code.instructions.push_back(word);
    m_code.locations.push_back(m_location);
}

void FunctionCompiler::countRuns(SourceRange statement) {
    if (!m_unit.unit.isLibrary) emit(Opcode::CountRun, m_unit.interpreter.addBody(statement));
}

void FunctionCompiler::adjustDepth(int change) {
    m_depth += change;
    assert(m_depth >= 0);
    m_maxDepth = std::max(m_maxDepth, m_depth);
}

FunctionCompiler::Patch FunctionCompiler::emitJump(Opcode opcode) {
    emit(opcode);
    return here() - 1;
}

void FunctionCompiler::patchTo(Patch jump, std::uint32_t target) {
    Instruction& instruction = m_code.instructions[jump];
    instruction = (instruction & 0xff) | target << 8;
}

void FunctionCompiler::addHandler(std::uint32_t begin, std::uint32_t end, std::uint32_t handler, std::uint32_t depth) {
    if (begin < end) m_code.handlers.push_back({begin, end, handler, depth});
}

std::uint32_t FunctionCompiler::addConstant(Value value) {
    m_code.constants.push_back(std::move(value));
    return static_cast<std::uint32_t>(m_code.constants.size() - 1);
}

std::uint32_t FunctionCompiler::nameConstant(InternedName name) {
    const auto [place, isNew] = m_nameConstants.try_emplace(name, 0);
    if (isNew) place->second = addConstant(Value(name));
    return place->second;
}

void FunctionCompiler::loadName(InternedName name) {
    emit(Opcode::LoadConstant, nameConstant(name));
}

Code& FunctionCompiler::makeCode(const Scope& scope, InternedName name, SourceRange range) {
    m_unit.unit.codes.push_back(std::make_unique<Code>());
    Code& code = *m_unit.unit.codes.back();
    code.unit = &m_unit.unit;
    code.name = name;
    code.range = range;
    code.isGenerator = scope.isGenerator;
    code.slotCount = scope.slotCount;
    code.ownSlotCount = scope.ownSlotCount;
    code.classCell = scope.classCell;
    code.cells.assign(scope.cells.begin(), scope.cells.end());
    code.captures.assign(scope.captures.begin(), scope.captures.end());
    for (const NameId id : scope.slotNames) code.slotNames.push_back(m_unit.name(id));
    for (const Capture& capture : scope.captures) code.freeNames.push_back(m_unit.name(capture.name));
    code.qualifiedName = name->text();
    if (m_outer || m_scope.kind != ScopeKind::Module) {
        const bool isInFunction = !m_code.isClassBody;
        code.qualifiedName = m_code.qualifiedName + (isInFunction ? ".<locals>." : ".") + code.qualifiedName;
    }
    code.originFunction = m_unit.unit.isLibrary ? 0 : m_unit.interpreter.addOriginFunction(code.qualifiedName);
    return code;
}

void FunctionCompiler::finish() {
    m_code.stackSize = static_cast<std::uint32_t>(m_maxDepth);
}

void FunctionCompiler::compileModule(const Module& module) {
    block(module.body);
    emit(Opcode::LoadNone);
    emit(Opcode::Return);
    finish();
}

std::unique_ptr<CodeUnit> compile(Interpreter& interpreter, const SyntaxTree& tree, bool isLibrary) {
    auto unit = std::make_unique<CodeUnit>();
    unit->isLibrary = isLibrary;
    unit->lines = tree.lines();
    unit->text = tree.text();
    unit->locations.push_back({});
    UnitCompiler shared{interpreter, tree, *unit, {}, {}};
    shared.names.reserve(tree.nameCount());
    for (std::size_t i = 0; i < tree.nameCount(); ++i) shared.names.push_back(interpreter.intern(tree.name(static_cast<NameId>(i))));
    shared.constants.assign(tree.constantCount(), Value::unset());
    for (const NameId id : tree.globals()) {
        const InternedName name = shared.name(id);
        const Value* builtin = interpreter.builtins().table().get(name);
        unit->globalNames.push_back(name);
        unit->builtins.push_back(builtin ? *builtin : Value::unset());
    }
    unit->codes.push_back(std::make_unique<Code>());
    Code& code = *unit->codes.back();
    const Scope& scope = *tree.module().scope;
    code.unit = unit.get();
    code.name = interpreter.intern("<module>");
    code.qualifiedName = "<module>";
    code.slotCount = scope.slotCount;
    code.cells.assign(scope.cells.begin(), scope.cells.end());
    for (const NameId id : scope.slotNames) code.slotNames.push_back(shared.name(id));
    FunctionCompiler(shared, code, scope, nullptr).compileModule(tree.module());
    return unit;
}

}  // namespace namescape
