// Runs programs of the Python subset, and is what native code talks to: it makes values and does with them what Python does.
//
// One Interpreter is one program's run, used by one thread. It knows nothing of TensorFlow: a binding adds modules, types
// and hooks (native.h) before run(). Everything that may run code of the program, or find an error in it, throws
// ScriptError; LimitReached passes through everything.
#pragma once

#include "script/body_runs.h"
#include "script/containers.h"
#include "script/exception_object.h"
#include "script/function_object.h"
#include "script/iterator_object.h"
#include "script/limits.h"
#include "script/module_object.h"
#include "script/origins.h"
#include "script/type_object.h"
#include "support/diagnostic.h"
#include "support/line_index.h"
#include "syntax/ast.h"

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

class BuiltinTypes;
class Evaluator;
class MethodCache;
class InternTable;
class SyntaxTree;
struct WellKnownNames;

// Whose words errors have, where they changed: "f() missing …" became "C.f() missing …" in 3.10, "can't set attribute" and
// "local variable 'x' referenced before assignment" are others in 3.11. The recorded results of TensorFlow 1.15
// have the former.
enum class ErrorWording : std::uint8_t { Python37, Python311 };

// What happens with a program of which some statements could not be read.
enum class BrokenStatements : std::uint8_t {
    AreSkipped,  // the others run; the parser's diagnostics tell of the broken ones
    EndTheRun,   // nothing runs; the result is a SyntaxError
};

struct ScriptOptions {
    ScriptLimits limits;
    std::stop_token stop;  // asks a run to end, from any thread
    ErrorWording wording = ErrorWording::Python37;
    BrokenStatements brokenStatements = BrokenStatements::AreSkipped;
};

// How a run ended that did not end well.
struct RunError {
    std::string type;     // "ValueError"; the limit's name ("step limit", …) where a limit ended the run
    std::string message;  // str(e)
    SourceRange statement;   // of the innermost frame of the program
    SourceRange expression;  // the innermost part of it that was running
    std::uint32_t line = 0;  // of `expression`, as a traceback of Python gives it; 0: none
    std::vector<Origin> calls;  // the innermost first
    OriginNumber origin = 0;    // of the innermost
    std::string suggestion;     // the keyword argument that was probably meant
    std::optional<LimitKind> limit;
};

struct RunResult {
    std::optional<RunError> error;
};

// Watches the `with` items of a program, though not those of library code.
class WithObserver {
public:
    virtual ~WithObserver() = default;
    // A context manager is about to be entered; what this returns goes to the next.
    virtual std::uint64_t enteringWith() = 0;
    // It has been; `exit` is the same object when it is left.
    virtual void enteredWith(std::uint64_t mark, const Object* exit) = 0;
    virtual void leavingWith(const Object* exit) = 0;
};

class Interpreter {
public:
    explicit Interpreter(ScriptOptions options = {});
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;
    ~Interpreter();

    // A call was given a keyword that it does not know, and another one is near.
    void noteUnexpectedKeyword(const ScriptError& error, std::string suggestion) { m_unexpectedKeyword = {error.value(), std::move(suggestion)}; }

    // --- Running

    // Runs a program as __main__. What it did before an error stays done. Throws nothing.
    RunResult run(const SyntaxTree& program);
    // The values of the program's module after (and during) run(). Null before.
    ModuleObject* mainModule() const { return m_mainModule.get(); }

    // Runs `text`, a module in the script language that belongs to the library and not to the program: its lines are never
    // named in errors. Returns the module, which can be imported by `name`. Throws ScriptError, or for a text that can't be
    // read std::logic_error.
    ModuleObject& loadLibrary(std::string_view name, std::string_view text);

    // Everything printed so far.
    const std::string& output() const { return m_output; }
    void print(std::string_view text);

    // Warnings and hints of the run (names taken for others, unknown modules …); native code may add its own.
    const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }
    void report(Diagnostic diagnostic) { m_diagnostics.push_back(std::move(diagnostic)); }

    // --- Where the program is

    // The statement, and the part of it, that the innermost frame of the program is running. Empty where none is.
    SourceRange currentStatement() const;
    SourceRange currentExpression() const;
    // The place with the calls that led to it. Cheap enough to be asked for every operation.
    OriginNumber currentOrigin();
    const Origins& origins() const { return m_origins; }
    std::uint32_t addOriginFunction(const std::string& name) { return m_origins.addFunctionName(name); }

    // --- Making values

    Heap& heap() { return *m_heap; }
    const BuiltinTypes& types() const { return *m_types; }
    const WellKnownNames& names() const { return *m_wellKnownNames; }

    Ref<StringObject> string(std::string_view utf8);
    InternedName intern(std::string_view text);
    InternedName intern(StringObject& text);
    // A string to be written into data(); a tuple to be filled through values(). `type`: str or tuple, or a class of the
    // program that inherits from it.
    Ref<StringObject> newString(std::size_t size, TypeObject* type = nullptr);
    Ref<TupleObject> newTuple(std::size_t size, TypeObject* type = nullptr);
    Ref<TupleObject> tuple(std::span<const Value> values);
    Ref<TupleObject> tuple(std::initializer_list<Value> values) { return tuple(std::span(values.begin(), values.size())); }
    Ref<ListObject> list(std::span<const Value> values = {});
    Ref<ListObject> list(std::initializer_list<Value> values) { return list(std::span(values.begin(), values.size())); }
    Ref<DictObject> dict();
    Ref<SetObject> set();
    // An iterator whose step() puts the next value and returns true, or returns false at the end.
    Value makeIterator(IteratorStep step);
    Ref<NativeFunctionObject> function(SignatureText signature, NativeBody body, NativeDefaults defaults = {});

    // An instance of a native type around a new T, without __init__ being called.
    template <typename T, typename... Arguments>
    Value wrap(TypeObject& type, Arguments&&... arguments) {
        return heap().make<PayloadInstance<T>>(type, std::forward<Arguments>(arguments)...);
    }

    // --- Errors: `throw interpreter.valueError("…")`

    ScriptError error(TypeObject& type, std::string_view message);
    ScriptError typeError(std::string_view message);
    ScriptError valueError(std::string_view message);
    ScriptError attributeError(std::string_view message);
    ScriptError indexError(std::string_view message);
    ScriptError runtimeError(std::string_view message);
    ScriptError notImplementedError(std::string_view message);
    ScriptError overflowError(std::string_view message);
    ScriptError zeroDivisionError(std::string_view message);
    ScriptError keyError(const Value& key);
    ScriptError stopIteration(Value value = {});

    // Turns C++ exceptions that native bodies let out (TensorFlowError, say) into Python's. May throw LimitReached instead;
    // without an answer the exception becomes a RuntimeError with its what().
    using ErrorTranslator = std::function<std::optional<ScriptError>(Interpreter& interpreter, const std::exception& error)>;
    void setErrorTranslator(ErrorTranslator translator) { m_translator = std::move(translator); }

    // --- Types

    TypeObject& typeOf(const Value& value) const;
    // "Tensor": for messages.
    const std::string& typeName(const Value& value) const { return typeOf(value).name; }
    bool isInstance(const Value& value, const TypeObject& type) const { return typeOf(value).isSubtypeOf(type); }
    // As isinstance() and issubclass(): `types` may be a tuple; may run __instancecheck__.
    bool isInstance(const Value& value, const Value& types);
    bool isSubclass(const Value& type, const Value& types);
    bool isCallable(const Value& value) const;

    // A class without attributes yet, whose metaclass is type. The bases must have an order (see TypeObject::setBases).
    Ref<TypeObject> makeType(std::string_view name, std::vector<TypeObject*> bases);
    void setTypeAttribute(TypeObject& type, InternedName name, Value value);
    void setTypeAttributesLater(TypeObject& type, TypeObject::LateAttributes make);

    // --- Attributes

    Value getAttribute(const Value& object, InternedName name);
    Value getAttribute(const Value& object, std::string_view name) { return getAttribute(object, intern(name)); }
    // Nothing where Python would raise AttributeError.
    std::optional<Value> findAttribute(const Value& object, InternedName name);
    std::optional<Value> findAttribute(const Value& object, std::string_view name) { return findAttribute(object, intern(name)); }
    bool hasAttribute(const Value& object, std::string_view name) { return findAttribute(object, name).has_value(); }
    void setAttribute(const Value& object, InternedName name, const Value& value);
    void setAttribute(const Value& object, std::string_view name, const Value& value) { setAttribute(object, intern(name), value); }
    void deleteAttribute(const Value& object, InternedName name);
    // The attribute of the type or of those it inherits from, as it stands there; null where there is none.
    const Value* findInType(const TypeObject& type, InternedName name) const;
    // Asked for at every attribute, so remembered with the type until any type changes.
    const TypeObject::AttributeHooks& hooksOf(const TypeObject& type) const;
    // As findInType(), but null where it is what a builtin type has: those do without the call.
    const Value* findOverride(const TypeObject& type, InternedName name) const;
    // Calls what findOverride() found; at most three arguments.
    Value callOverride(const Value& method, const Value& self, std::initializer_list<Value> arguments);
    // object.__getattribute__, without the type's own __getattribute__ and __getattr__.
    std::optional<Value> findGenericAttribute(const Value& object, InternedName name);
    void setGenericAttribute(const Value& object, InternedName name, const Value& value);
    void deleteGenericAttribute(const Value& object, InternedName name);
    // As dir(): a sorted list.
    Value attributeNames(const Value& object);
    // What `object.__dict__` is, made where it isn't yet; null for objects without.
    DictObject* attributesOf(const Value& object);
    // What is found in a class as seen through an instance (none: through the class itself): methods bound, properties read.
    Value bind(const Value& found, const Value& self, TypeObject& type);

    // --- Calls

    Value call(const Value& callable, std::span<const Value> positional = {}, std::span<const KeywordValue> keywords = {});
    Value call(const Value& callable, std::initializer_list<Value> positional) { return call(callable, std::span(positional.begin(), positional.size())); }
    Value callMethod(const Value& object, InternedName method, std::span<const Value> positional = {}, std::span<const KeywordValue> keywords = {});
    Value callMethod(const Value& object, InternedName method, std::initializer_list<Value> positional) {
        return callMethod(object, method, std::span(positional.begin(), positional.size()));
    }
    Value callMethod(const Value& object, std::string_view method, std::initializer_list<Value> positional = {}) {
        return callMethod(object, intern(method), std::span(positional.begin(), positional.size()));
    }
    // Makes an object of the class, without the metaclass's own __call__.
    Value construct(TypeObject& type, std::span<const Value> positional, std::span<const KeywordValue> keywords = {});
    // Of functions, methods, classes and objects with __call__; nothing where it can't be told.
    std::optional<ArgumentSpec> argumentSpec(const Value& callable);

    // --- What Python's operators and builtins do

    bool truth(const Value& value);
    std::string str(const Value& value);
    std::string repr(const Value& value);
    Value strValue(const Value& value);   // the str object itself
    Value reprValue(const Value& value);
    // As object's own or the builtin type's __repr__ and __str__, whatever a class of the program has.
    std::string builtinRepr(const Value& value);
    std::string builtinStr(const Value& value);
    std::string builtinFormat(const Value& value, std::string_view specification);
    std::string format(const Value& value, std::string_view specification);

    bool identical(const Value& left, const Value& right) const;
    bool equal(const Value& left, const Value& right);
    std::uint64_t hash(const Value& value);
    Value absolute(const Value& value);
    Value divmod(const Value& left, const Value& right);
    Value rounded(const Value& value, const Value& digits);  // digits: None without
    // A number that tells the object from all others alive; not an address.
    std::uint64_t identityOf(const Value& value);

    Value unary(UnaryOperator op, const Value& operand);
    Value binary(BinaryOperator op, const Value& left, const Value& right);
    Value binaryInPlace(BinaryOperator op, const Value& left, const Value& right);
    // As binary(), but NotImplemented where neither operand knows the other.
    Value tryBinary(BinaryOperator op, const Value& left, const Value& right);
    // Rich comparison, and is/in; the result need not be a bool.
    Value compare(CompareOperator op, const Value& left, const Value& right);
    // As compare(), but NotImplemented where neither operand knows the other; not for is and in.
    Value tryCompare(CompareOperator op, const Value& left, const Value& right);
    bool isLess(const Value& left, const Value& right) { return truth(compare(CompareOperator::Less, left, right)); }

    Value getItem(const Value& object, const Value& key);
    void setItem(const Value& object, const Value& key, const Value& value);
    void deleteItem(const Value& object, const Value& key);
    bool contains(const Value& container, const Value& item);
    std::int64_t length(const Value& value);
    // As operator.index(): TypeError for what is no integer, OverflowError beyond 64 bits.
    std::int64_t index(const Value& value);
    Value indexValue(const Value& value);  // at any size
    // As float(): TypeError for what is no number.
    double toDouble(const Value& value);

    Value iterate(const Value& iterable);
    bool isIterable(const Value& value) const;
    // Puts the iterator's next value; false at its end.
    bool next(const Value& iterator, Value& value);
    // Calls `visit` with each element until it returns false (or, returning nothing, with all).
    template <typename Visit>
    void forEach(const Value& iterable, Visit visit);
    std::vector<Value> elements(const Value& iterable);

    // --- Modules

    // A module made when it is first imported.
    using ModuleMaker = std::function<void(Interpreter& interpreter, ModuleObject& module)>;
    void addModule(std::string name, ModuleMaker make);
    // Supplies modules that nobody added; nothing: ModuleNotFoundError.
    using UnknownModule = std::function<Value(Interpreter& interpreter, std::string_view name)>;
    void setUnknownModuleHook(UnknownModule hook) { m_unknownModule = std::move(hook); }
    // The module of this dotted name, made where needed. Throws ModuleNotFoundError.
    Value importModule(std::string_view name);
    // The module of this name, made where needed; nothing where there is none.
    std::optional<Value> findModule(std::string_view name);
    // An empty module that is not registered by its name.
    Ref<ModuleObject> makeModule(std::string name);
    ModuleObject& builtins() const { return *m_builtins; }

    // Supplies a name that is neither a global nor a builtin (`tf` without its import); None-less nothing: NameError.
    using UnresolvedName = std::function<std::optional<Value>(Interpreter& interpreter, std::string_view name)>;
    void setUnresolvedNameHook(UnresolvedName hook) { m_unresolvedName = std::move(hook); }

    // Told of the program's `with` items; must outlive the run.
    void setWithObserver(WithObserver* observer) { m_withObserver = observer; }
    WithObserver* withObserver() const { return m_withObserver; }

    // For the setup of the builtin types.
    void noteObjectMethods();
    bool isObjectNew(const Value& maker) const;
    // For builtins that look at the running frames.
    Evaluator& evaluator() const { return *m_evaluator; }

    // --- Limits

    const ScriptOptions& options() const { return m_options; }
    // Counts work of native code; throws LimitReached when steps or time are used up or the run was asked to end.
    void step(std::uint64_t count = 1) {
        if (m_stepsLeft <= count) return outOfSteps(count);
        m_stepsLeft -= count;
    }
    std::uint64_t stepsTaken() const;

    // --- How often the bodies of the program's loops and functions ran

    std::uint32_t addBody(SourceRange statement) {
        m_bodyRuns.push_back({statement, 0});
        return static_cast<std::uint32_t>(m_bodyRuns.size() - 1);
    }
    void countRun(std::uint32_t body) { ++m_bodyRuns[body].count; }
    const std::vector<BodyRuns>& bodyRuns() const { return m_bodyRuns; }
    // Guards recursion in native code: throws RecursionError when the stack gets too deep.
    void checkStack(const char* situation = "");

private:
    friend class Evaluator;

    // Texts from this size on cost steps.
    static constexpr std::size_t largeText = 4096;
    struct Identity {
        Value object;  // kept alive, so that its number stays its own
        std::uint64_t number;
    };

    struct UndefinedName {
        Value exception;
        std::string name;
        std::string suggestion;
        SourceRange range;
    };

    void noteUndefinedName(const ScriptError& error, std::string_view name, SourceRange range);
    RunError describe(const ExceptionObject& exception) const;
    RunError describe(const LimitReached& limit);
    RunResult runParsed(const SyntaxTree& program);
    void makeTypes();
    void startCounting();
    void outOfSteps(std::uint64_t count);

    ScriptOptions m_options;
    std::vector<BodyRuns> m_bodyRuns;
    std::uint64_t m_stepsLeft = 0;  // until the next look at the clock
    std::uint64_t m_stepsBeyond = 0;  // that may follow then
    std::chrono::steady_clock::time_point m_deadline;
    std::unique_ptr<Heap> m_heap;
    std::unique_ptr<InternTable> m_internTable;
    std::unique_ptr<WellKnownNames> m_wellKnownNames;
    std::unique_ptr<BuiltinTypes> m_types;
    std::unique_ptr<MethodCache> m_methodCache;
    std::unique_ptr<Evaluator> m_evaluator;
    std::unordered_map<std::string, ModuleMaker> m_moduleMakers;
    std::unordered_map<std::string, Value> m_modules;
    Ref<ModuleObject> m_builtins;
    Ref<TupleObject> m_emptyTuple;
    const Object* m_objectNew = nullptr;   // object.__new__ and object.__init__
    const Object* m_objectInit = nullptr;
    ErrorTranslator m_translator;
    UnknownModule m_unknownModule;
    UnresolvedName m_unresolvedName;
    WithObserver* m_withObserver = nullptr;
    Origins m_origins;
    std::string m_output;
    std::vector<Diagnostic> m_diagnostics;
    UndefinedName m_undefinedName;
    std::pair<Value, std::string> m_unexpectedKeyword;
    Ref<ModuleObject> m_mainModule;
    LineIndex m_programLines;
    std::unordered_map<const void*, Identity> m_identities;
    std::vector<const Object*> m_reprStack;
    std::unordered_map<std::uint64_t, std::uint64_t> m_nativeIdentities;
};

template <typename Visit>
void Interpreter::forEach(const Value& iterable, Visit visit) {
    const Value iterator = iterate(iterable);
    for (Value value; next(iterator, value);) {
        step();
        if constexpr (std::is_same_v<decltype(visit(value)), bool>) {
            if (!visit(value)) return;
        } else {
            visit(value);
        }
    }
}

}  // namespace namescape
