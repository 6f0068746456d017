// Runs compiled code: frames, the stack of values, calls, generators.
//
// Calls from script to script don't use the C++ stack. A frame's slots and operands lie on one stack of values; a callee's
// slots begin where the caller put the arguments. Generators keep theirs in themselves and are run where they are resumed.
#pragma once

#include "script/code.h"
#include "script/function_object.h"
#include "script/generator_object.h"
#include "script/interpreter.h"

#include <memory>
#include <span>
#include <vector>

namespace namescape {

struct Frame {
    const Code* code = nullptr;
    const Instruction* pc = nullptr;  // the instruction that is running
    Value* slots = nullptr;
    Value* operands = nullptr;        // where the operand stack begins
    Value* top = nullptr;             // its end; only right while the frame is not the one being executed
    Value* limit = nullptr;           // first value on the stack of values that callees may take
    Value* result = nullptr;          // everything from here to `top` goes when the frame ends; null for a generator's
    Value* closure = nullptr;
    ModuleObject* module = nullptr;
    Frame* caller = nullptr;
    GeneratorObject* generator = nullptr;
    Value function;
    Value handled;                    // the exception that an except or finally of this frame deals with, or None
    const Instruction* originPc = nullptr;  // `origin` was asked for here
    OriginNumber origin = 0;
    OriginNumber callerOrigin = 0;
    bool hasCallerOrigin = false;
    bool isEntry = false;             // returns to C++
    bool isConstructor = false;       // of __init__: the result is the new object, at `result`
};

class Evaluator {
public:
    explicit Evaluator(Interpreter& interpreter);
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;
    ~Evaluator();

    // Keeps the unit and runs its module code.
    void runModule(std::unique_ptr<CodeUnit> unit, ModuleObject& module);

    Value call(const Value& callable, const CallArguments& arguments);
    // type.__call__, without the metaclass's own.
    Value construct(TypeObject& type, const CallArguments& arguments);

    // Goes on with a generator: `sent` is what its yield gives, or the exception that it raises where `isThrown`. False when
    // it ended; `value` is then what it returned.
    bool resume(GeneratorObject& generator, Value sent, bool isThrown, Value& value);

    // The same where a `yield from` of the generator has its value, on top of its operands, already.
    bool resumeAfterDelegate(GeneratorObject& generator, Value& value) { return run(generator, Value::unset(), false, false, value); }

    // The innermost frame, or that of the program; null where there is none.
    const Frame* frame() const { return m_frame; }
    const Frame* programFrame() const;
    OriginNumber currentOrigin();
    static CodeLocation locationOf(const Frame& frame);
    // Where the run was ended by a limit.
    OriginNumber originOfLimit() const { return m_limitOrigin; }
    // The exception that is being handled, None where there is none.
    Value handledException() const;
    // What locals() gives in the innermost frame.
    Value locals();
    // The first argument and the class of the method that is running, for super().
    std::pair<Value, TypeObject*> methodContext();

    void checkStack(const char* situation);
    // Throws RecursionError where the stack of values has less room behind `from`.
    void ensureStack(const Value* from, std::size_t count);

private:
    friend class StackRegion;

    Value execute(Frame& entry, Value thrown);
    bool run(GeneratorObject& generator, Value sent, bool isThrown, bool isFirst, Value& value);
    Value callFunction(FunctionObject& function, const CallArguments& arguments);
    Value callNative(NativeFunctionObject& function, const CallArguments& arguments);
    Value invoke(NativeFunctionObject& function, std::span<Value> arguments);
    void checkFirstArgument(const NativeFunctionObject& function, const Value& first);
    Value callWithSelf(const Value& callable, const Value& self, const CallArguments& arguments);
    ScriptError translate(const std::exception& error);

    Frame& pushFrame(FunctionObject& function, Value* result, Value* slots);
    Frame& pushModuleFrame(const Code& code, ModuleObject& module);
    void popFrame() noexcept;
    Frame& newFrame();
    void makeCells(Frame& frame);
    void makeCellsOrLeave(Frame& frame);
    Value makeGenerator(FunctionObject& function, std::span<Value> slots);
    // Pushes a frame with the arguments bound.
    Frame& enterFunction(FunctionObject& function, const CallArguments& arguments);
    std::string functionName(const FunctionObject& function) const;
    bool unwind(Frame& entry, const Value& exception);
    void unwindAll(Frame& entry) noexcept;
    void noteRaised(ExceptionObject& exception);
    OriginNumber originOf(Frame& frame);

    // Parts of execute() that are long or rare.
    struct Called {
        Frame* frame = nullptr;  // entered; otherwise the result stands in `result`
        Value result;
    };
    Called callKeywords(Value* callee, std::uint32_t count, const std::vector<InternedName>& names);
    Called callUnpacked(Value* callee);
    Called callGeneral(const Value& callable, const CallArguments& arguments);
    Value makeFunction(Frame& frame, const Code& code, Value*& top);
    // Whether calling the class makes an object and calls its __init__, and nothing else.
    bool isPlainlyMade(const TypeObject& type) const;
    ScriptError notCallable(const Value& value);
    void mergeMapping(DictObject& dict, const Value& source);
    Value buildClass(const Value& function, ListObject& bases, DictObject& keywords);
    Value classNamespace(Frame& frame);
    Value loadMissingGlobal(Frame& frame, std::uint32_t slot);
    [[noreturn]] void raiseUnbound(const Frame& frame, InternedName name, bool isFree);
    Value raised(std::span<Value> operands);
    bool matches(const Value& exception, const Value& type);
    void loadMethod(Value*& top, InternedName name);
    void enterWith(Value*& top);
    void leavingWith(const Value& exit);
    void unpackSequence(Value*& top, std::uint32_t count);
    void unpackStarred(Value*& top, std::uint32_t before, std::uint32_t after);
    void mergeKeywords(DictObject& keywords, const Value& source, const Value& callee);
    Value formatValue(const Value& value, std::uint32_t conversion, std::string_view specification);
    Value importFrom(const Value& module, InternedName name);
    void importStar(Frame& frame, const Value& module);
    Value importedModule(InternedName name, bool wantsRoot);
    bool yieldFrom(Value*& top, Value& yielded);
    bool stepIterator(const Value& iterator, Value& value);
    void extend(ListObject& list, const Value& iterable, const Value* callee);
    std::string calledName(const Value& callee);

    Interpreter& m_interpreter;
    std::vector<std::unique_ptr<CodeUnit>> m_units;
    std::unique_ptr<std::byte[]> m_memory;
    Value* m_stackBegin;
    Value* m_stackEnd;
    Value* m_top;  // first free value for whatever begins now
    std::vector<std::unique_ptr<Frame[]>> m_frames;  // in pieces, as frames must stay where they are
    std::uint32_t m_frameCount = 0;
    Frame* m_frame = nullptr;
    bool m_hasYielded = false;
    OriginNumber m_limitOrigin = 0;
    const char* m_stackBase = nullptr;  // of the thread's stack, where it was first entered
    unsigned m_nesting = 0;             // C++ calls of execute() within each other
};

}  // namespace namescape
