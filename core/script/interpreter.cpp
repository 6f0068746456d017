#include "script/interpreter.h"

#include "script/builtin_setup.h"
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/method_cache.h"
#include "script/intern_table.h"
#include "script/well_known_names.h"

#include <algorithm>
#include <cstring>

namespace namescape {

Interpreter::Interpreter(ScriptOptions options)
    : m_options(std::move(options)), m_heap(std::make_unique<Heap>(m_options.limits.maxMemory)), m_internTable(std::make_unique<InternTable>()),
      m_wellKnownNames(std::make_unique<WellKnownNames>()), m_types(std::make_unique<BuiltinTypes>()), m_methodCache(std::make_unique<MethodCache>()) {
    makeTypes();
#define NAMESCAPE_INTERN(member, text) m_wellKnownNames->member = intern(text);
    NAMESCAPE_WELL_KNOWN_NAMES(NAMESCAPE_INTERN)
#undef NAMESCAPE_INTERN
    m_evaluator = std::make_unique<Evaluator>(*this);
    m_builtins = makeModule("builtins");
    m_modules.emplace("builtins", m_builtins);
    const BuiltinSetup setup{*this};
    for (const auto add : {addObjectMethods, addTypeMethods, addNumberMethods, addStringMethods, addBytesMethods, addListMethods, addTupleMethods,
                           addDictMethods, addSetMethods, addRangeMethods, addFunctionMethods, addExceptionMethods, addIteratorMethods,
                           addObjectBuiltins, addNumberBuiltins, addIterationBuiltins, addTextBuiltins, addModuleBuiltins, addStandardModules})
        add(setup);
    m_methodCache->forget();
}

// Hooks and tables may hold Values: they go before the heap does.
Interpreter::~Interpreter() {
    m_unresolvedName = nullptr;
    m_unknownModule = nullptr;
    m_translator = nullptr;
    m_modules.clear();
    m_moduleMakers.clear();
    m_builtins = {};
    m_emptyTuple = {};
    m_mainModule = {};
    m_undefinedName = {};
    m_unexpectedKeyword = {};
    m_identities.clear();
    m_evaluator.reset();
    m_internTable.reset();
    *m_types = {};
    m_heap->freeAll();
}

Ref<StringObject> Interpreter::newString(std::size_t size, TypeObject* type) {
    TypeObject& actual = type ? *type : *types().string;
    const bool hasAttributes = actual.isScript;
    if (size > largeText) step(size / largeText);
    return heap().makeWithTail<StringObject>(StringObject::tailSize(size, hasAttributes), actual, size, hasAttributes);
}

Ref<StringObject> Interpreter::string(std::string_view utf8) {
    auto made = newString(utf8.size());
    std::ranges::copy(utf8, made->data());
    return made;
}

InternedName Interpreter::intern(std::string_view text) {
    if (InternedName known = m_internTable->find(text)) return known;
    auto made = string(text);
    m_internTable->add(*made);
    return made.get();
}

InternedName Interpreter::intern(StringObject& text) {
    if (text.isInterned()) return &text;
    if (InternedName known = m_internTable->find(text.text(), text.hash())) return known;
    if (!text.type().isBuiltin) return intern(text.text());
    m_internTable->add(text);
    return &text;
}

Ref<TupleObject> Interpreter::newTuple(std::size_t size, TypeObject* type) {
    TypeObject& actual = type ? *type : *types().tuple;
    const bool hasAttributes = actual.isScript;
    heap().ensureRoom(size, sizeof(Value));
    return heap().makeWithTail<TupleObject>(TupleObject::tailSize(size, hasAttributes), actual, size, hasAttributes);
}

Ref<TupleObject> Interpreter::tuple(std::span<const Value> values) {
    if (values.empty() && m_emptyTuple) return m_emptyTuple;
    auto made = newTuple(values.size());
    std::copy(values.begin(), values.end(), made->values().begin());
    if (values.empty()) m_emptyTuple = made;
    return made;
}

Ref<ListObject> Interpreter::list(std::span<const Value> values) {
    auto made = heap().make<ListObject>(*types().list, heap());
    made->values.assign(values.begin(), values.end());
    return made;
}

Ref<DictObject> Interpreter::dict() {
    return heap().make<DictObject>(*types().dict, heap());
}

Ref<SetObject> Interpreter::set() {
    return heap().make<SetObject>(*types().set, heap());
}

Ref<NativeFunctionObject> Interpreter::function(SignatureText signature, NativeBody body, NativeDefaults defaults) {
    return heap().make<NativeFunctionObject>(*types().function, std::move(signature), std::move(body), defaults, CallErrorStyle::Python);
}

void Interpreter::print(std::string_view text) {
    const std::size_t limit = m_options.limits.maxOutput;
    if (text.size() > limit - m_output.size()) {
        m_output += text.substr(0, limit - m_output.size());
        throw LimitReached(LimitKind::Output, limit);
    }
    m_output += text;
}

// --- Limits

namespace {
// Steps between two looks at the clock and at the request to stop.
constexpr std::uint64_t stepsPerLook = 4096;
}  // namespace

void Interpreter::startCounting() {
    m_stepsLeft = 0;
    m_stepsBeyond = m_options.limits.maxSteps;
    m_deadline = std::chrono::steady_clock::now() + m_options.limits.maxTime;
}

std::uint64_t Interpreter::stepsTaken() const {
    return m_options.limits.maxSteps - m_stepsBeyond - m_stepsLeft;
}

void Interpreter::outOfSteps(std::uint64_t count) {
    if (m_options.stop.stop_requested()) throw LimitReached(LimitKind::Stopped, 0);
    if (std::chrono::steady_clock::now() > m_deadline)
        throw LimitReached(LimitKind::Time, static_cast<std::uint64_t>(m_options.limits.maxTime.count()));
    const std::uint64_t all = m_stepsLeft + m_stepsBeyond;
    if (count >= all) {
        m_stepsLeft = m_stepsBeyond = 0;
        throw LimitReached(LimitKind::Steps, m_options.limits.maxSteps);
    }
    m_stepsLeft = std::min(all - count, stepsPerLook);
    m_stepsBeyond = all - count - m_stepsLeft;
}

}  // namespace namescape
