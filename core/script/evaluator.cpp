#include "script/evaluator.h"

#include "script/builtin_types.h"
#include "script/well_known_names.h"

#include <algorithm>
#include <memory>

namespace namescape {

namespace {

// Room for values on the stack: what a thousand nested calls need, who are not greedy.
constexpr std::size_t valuesPerCall = 1024;
constexpr std::uint32_t framesPerPiece = 64;
// Room behind a frame's operands for the defaults of native functions that it calls.
constexpr std::size_t stackSlack = 16;

std::size_t stackSize(const Interpreter& interpreter) {
    constexpr std::size_t most = 1'000;
    return std::min<std::size_t>(interpreter.options().limits.maxRecursionDepth, most) * valuesPerCall + valuesPerCall;
}

}  // namespace

Evaluator::Evaluator(Interpreter& interpreter)
    : m_interpreter(interpreter), m_memory(std::make_unique_for_overwrite<std::byte[]>(stackSize(interpreter) * sizeof(Value))),
      m_stackBegin(reinterpret_cast<Value*>(m_memory.get())), m_stackEnd(m_stackBegin + stackSize(interpreter)), m_top(m_stackBegin) {}

Evaluator::~Evaluator() = default;

// ---- Frames ------------------------------------------------------------------------------------------------------

void Evaluator::ensureStack(const Value* from, std::size_t count) {
    if (count > static_cast<std::size_t>(m_stackEnd - from)) throw m_interpreter.error(*m_interpreter.types().recursionError, "maximum recursion depth exceeded");
}

Frame& Evaluator::newFrame() {
    if (m_frameCount >= m_interpreter.options().limits.maxRecursionDepth) throw m_interpreter.error(*m_interpreter.types().recursionError, "maximum recursion depth exceeded");
    const std::uint32_t piece = m_frameCount / framesPerPiece;
    if (piece >= m_frames.size()) m_frames.push_back(std::make_unique<Frame[]>(framesPerPiece));
    return m_frames[piece][m_frameCount % framesPerPiece];
}

// The first values in `slots`, one per parameter, are there already; the others are made here.
Frame& Evaluator::pushFrame(FunctionObject& function, Value* result, Value* slots) {
    const Code& code = function.code();
    const std::size_t parameters = code.signature.parameters.size();
    ensureStack(slots, code.slotCount + code.stackSize + stackSlack);
    Frame& frame = newFrame();
    for (std::size_t i = parameters; i < code.slotCount; ++i) new (slots + i) Value(Value::unset());
    ++m_frameCount;
    frame.code = &code;
    frame.pc = code.instructions.data();
    frame.slots = slots;
    frame.operands = frame.top = slots + code.slotCount;
    frame.limit = m_top = frame.operands + code.stackSize + stackSlack;
    frame.result = result;
    frame.closure = function.closure.data();
    frame.module = &function.module();
    frame.caller = m_frame;
    frame.generator = nullptr;
    frame.function = Value(&function);
    frame.originPc = nullptr;
    frame.hasCallerOrigin = false;
    frame.isEntry = frame.isConstructor = false;
    m_frame = &frame;
    if (!code.cells.empty()) makeCellsOrLeave(frame);
    return frame;
}

Frame& Evaluator::pushModuleFrame(const Code& code, ModuleObject& module) {
    Value* slots = m_top;
    ensureStack(slots, code.slotCount + code.stackSize + stackSlack);
    Frame& frame = newFrame();
    for (std::size_t i = 0; i < code.slotCount; ++i) new (slots + i) Value(Value::unset());
    ++m_frameCount;
    frame.code = &code;
    frame.pc = code.instructions.data();
    frame.slots = frame.result = slots;
    frame.operands = frame.top = slots + code.slotCount;
    frame.limit = m_top = frame.operands + code.stackSize + stackSlack;
    frame.closure = nullptr;
    frame.module = &module;
    frame.caller = m_frame;
    frame.generator = nullptr;
    frame.function = Value();
    frame.originPc = nullptr;
    frame.hasCallerOrigin = false;
    frame.isEntry = true;
    frame.isConstructor = false;
    m_frame = &frame;
    makeCellsOrLeave(frame);
    return frame;
}

void Evaluator::makeCells(Frame& frame) {
    Heap& heap = m_interpreter.heap();
    for (const std::uint32_t slot : frame.code->cells) frame.slots[slot] = heap.make<CellObject>(*m_interpreter.types().cell, frame.slots[slot]);
}

// Without room for its cells the frame is not there.
void Evaluator::makeCellsOrLeave(Frame& frame) {
    try {
        makeCells(frame);
    } catch (...) {
        m_frame = frame.caller;
        m_top = frame.slots;
        --m_frameCount;
        frame.function = Value();
        throw;
    }
}

// Its values up to `top` go.
void Evaluator::popFrame() noexcept {
    Frame& frame = *m_frame;
    if (frame.generator) {
        frame.generator->top = frame.top;
        m_top = frame.limit;
    } else {
        std::destroy(frame.result, frame.top);
        m_top = frame.isEntry ? frame.result : frame.caller->limit;
    }
    frame.function = Value();
    frame.handled = Value();
    m_frame = frame.caller;
    --m_frameCount;
}

void Evaluator::unwindAll(Frame& entry) noexcept {
    for (;;) {
        const bool isLast = m_frame == &entry;
        popFrame();
        if (isLast) return;
    }
}

// ---- Exceptions --------------------------------------------------------------------------------------------------

Value Evaluator::handledException() const {
    for (const Frame* frame = m_frame; frame; frame = frame->caller)
        if (!frame->handled.isNone()) return frame->handled;
    return {};
}

// The first time that an exception is seen: where it comes from, and what was being dealt with then.
void Evaluator::noteRaised(ExceptionObject& exception) {
    if (exception.origin == 0) exception.origin = currentOrigin();
    if (!exception.context.isNone()) return;
    Value context = handledException();
    if (!context.isNone() && !context.isSame(Value(&exception))) exception.context = std::move(context);
}

// Finds the handler, in the running frame or one of its callers up to `entry`, and makes its frame the running one. False
// where there is none: all those frames are gone then.
bool Evaluator::unwind(Frame& entry, const Value& exception) {
    const Value held = exception;
    for (;;) {
        Frame& frame = *m_frame;
        const auto at = static_cast<std::uint32_t>(frame.pc - frame.code->instructions.data());
        for (const HandlerRange& range : frame.code->handlers) {
            if (at < range.begin || at >= range.end) continue;
            Value* keep = frame.operands + range.depth;
            std::destroy(keep, frame.top);
            new (keep) Value(held);
            frame.top = keep + 1;
            frame.pc = frame.code->instructions.data() + range.handler;
            m_top = frame.limit;
            return true;
        }
        const bool isLast = &frame == &entry;
        popFrame();
        if (isLast) return false;
    }
}

void Evaluator::raiseUnbound(const Frame&, InternedName name, bool isFree) {
    const std::string text(name->text());
    if (m_interpreter.options().wording == ErrorWording::Python37) {
        if (isFree) throw m_interpreter.error(*m_interpreter.types().nameError, "free variable '" + text + "' referenced before assignment in enclosing scope");
        throw m_interpreter.error(*m_interpreter.types().unboundLocalError, "local variable '" + text + "' referenced before assignment");
    }
    if (isFree) throw m_interpreter.error(*m_interpreter.types().nameError, "cannot access free variable '" + text + "' where it is not associated with a value in enclosing scope");
    throw m_interpreter.error(*m_interpreter.types().unboundLocalError, "cannot access local variable '" + text + "' where it is not associated with a value");
}

// ---- Where the program is ----------------------------------------------------------------------------------------

CodeLocation Evaluator::locationOf(const Frame& frame) {
    return frame.code->unit->locations[frame.code->locations[static_cast<std::size_t>(frame.pc - frame.code->instructions.data())]];
}

const Frame* Evaluator::programFrame() const {
    const Frame* frame = m_frame;
    while (frame && frame->code->unit->isLibrary) frame = frame->caller;
    return frame;
}

OriginNumber Evaluator::originOf(Frame& frame) {
    if (!frame.hasCallerOrigin) {
        frame.callerOrigin = frame.caller ? originOf(*frame.caller) : 0;
        frame.hasCallerOrigin = true;
    }
    if (frame.code->unit->isLibrary) return frame.callerOrigin;
    if (frame.originPc == frame.pc) return frame.origin;
    const CodeLocation location = locationOf(frame);
    frame.originPc = frame.pc;
    return frame.origin = m_interpreter.m_origins.add({frame.callerOrigin, location.statement, location.expression, frame.code->originFunction});
}

OriginNumber Evaluator::currentOrigin() {
    return m_frame ? originOf(*m_frame) : 0;
}

// ---- What builtins ask about the running frame -------------------------------------------------------------------

Value Evaluator::locals() {
    if (!m_frame) return m_interpreter.dict();
    const Frame& frame = *m_frame;
    if (!frame.function.isObject() && frame.module) return frame.module->dict();
    auto result = m_interpreter.dict();
    const auto add = [&](InternedName name, const Value& value) {
        const auto* cell = value.as<CellObject>();
        const Value& content = cell ? cell->value : value;
        if (!content.isUnset() && name->text().find('.') == std::string_view::npos) result->table.set(name, content);
    };
    for (std::size_t i = 0; i < frame.code->slotNames.size(); ++i) add(frame.code->slotNames[i], frame.slots[i]);
    for (std::size_t i = 0; i < frame.code->freeNames.size(); ++i) add(frame.code->freeNames[i], frame.closure[i]);
    return result;
}

std::pair<Value, TypeObject*> Evaluator::methodContext() {
    if (!m_frame || !m_frame->function.isObject()) throw m_interpreter.runtimeError("super(): no arguments");
    const Frame& frame = *m_frame;
    if (frame.code->signature.positionalCount == 0) throw m_interpreter.runtimeError("super(): no arguments");
    if (frame.code->classCell == noSlot) throw m_interpreter.runtimeError("super(): __class__ cell not found");
    Value self = frame.slots[0];
    if (const auto* cell = self.as<CellObject>()) self = Value(cell->value);
    if (self.isUnset()) throw m_interpreter.runtimeError("super(): arg[0] deleted");
    const auto* cell = frame.closure[frame.code->classCell].as<CellObject>();
    auto* type = cell ? cell->value.as<TypeObject>() : nullptr;
    if (!type) throw m_interpreter.runtimeError("super(): empty __class__ cell");
    return {self, type};
}

void Evaluator::checkStack(const char* situation) {
    const char* here = static_cast<const char*>(__builtin_frame_address(0));
    if (!m_stackBase) return;
    const auto used = static_cast<std::size_t>(here < m_stackBase ? m_stackBase - here : here - m_stackBase);
    if (used > m_interpreter.options().limits.maxStackBytes)
        throw m_interpreter.error(*m_interpreter.types().recursionError, std::string("maximum recursion depth exceeded") + situation);
}

void Evaluator::runModule(std::unique_ptr<CodeUnit> unit, ModuleObject& module) {
    const Code& code = *unit->codes.front();
    for (const InternedName name : unit->globalNames) module.table().pin(name);
    module.table().set(m_interpreter.names().name, m_interpreter.string(module.name()));
    m_units.push_back(std::move(unit));
    execute(pushModuleFrame(code, module), Value::unset());
}

}  // namespace namescape
