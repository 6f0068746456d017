// The loop over instructions. It is long because it is one switch; whatever is rare or long is elsewhere.
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/iterators.h"
#include "script/numbers.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <memory>

namespace namescape {

namespace {

// Counts how deeply execute() is nested, for the depth of the C++ stack.
class Nesting {
public:
    Nesting(unsigned& count, const char*& base) : m_count(count), m_base(base) {
        if (m_count++ == 0) m_base = static_cast<const char*>(__builtin_frame_address(0));
    }
    ~Nesting() {
        if (--m_count == 0) m_base = nullptr;
    }

private:
    unsigned& m_count;
    const char*& m_base;
};

}  // namespace

bool Evaluator::stepIterator(const Value& iterator, Value& value) {
    const ObjectKind kind = iterator.object()->kind();
    if (kind == ObjectKind::Iterator || kind == ObjectKind::Generator) return static_cast<IteratorObject*>(iterator.object())->next(m_interpreter, value);
    return m_interpreter.next(iterator, value);
}

// Runs frames until `entry` returns or yields (then m_hasYielded is set). `thrown`, unless unset, is raised at its present place.
Value Evaluator::execute(Frame& entry, Value thrown) {
    const Nesting nesting(m_nesting, m_stackBase);
    Interpreter& in = m_interpreter;
    entry.isEntry = true;
    Frame* frame = &entry;
    const Instruction* pc = frame->pc;
    const Instruction* code = frame->code->instructions.data();
    Value* top = frame->top;
    Value* slots = frame->slots;
    const TypeObject* rangeIterator = in.types().rangeIterator.get();
    const TypeObject* listIterator = in.types().listIterator.get();
    Value raisedValue = std::move(thrown);

    const auto push = [&top](Value value) { new (top++) Value(std::move(value)); };
    const auto drop = [&top] { (--top)->~Value(); };
    const auto take = [&top] { return Value::takeFrom(--top); };
    const auto setTop = [&top](Value value) { top[-1].swap(value); };
    // Replaces the two topmost values.
    const auto setTopTwo = [&top](Value value) {
        (--top)->~Value();
        top[-1].swap(value);
    };
    const auto enter = [&](Frame* entered) {
        frame = entered;
        pc = frame->pc;
        code = frame->code->instructions.data();
        top = frame->top;
        slots = frame->slots;
    };
    const auto dropTo = [&top](Value* end) {
        while (top > end) (--top)->~Value();
    };

    if (!raisedValue.isUnset()) goto handle;
    for (;;) {
        try {
            for (;;) {
                const Instruction instruction = *pc;
                const std::uint32_t a = argumentOf(instruction);
                frame->pc = pc;
                switch (opcodeOf(instruction)) {
                // --- Constants and the stack
                case Opcode::LoadConstant: push(frame->code->constants[a]); break;
                case Opcode::LoadNone: push(Value()); break;
                case Opcode::LoadTrue: push(true); break;
                case Opcode::LoadFalse: push(false); break;
                case Opcode::LoadEllipsis: push(Value::ellipsis()); break;
                case Opcode::LoadUnset: push(Value::unset()); break;
                case Opcode::LoadInteger: push(static_cast<std::int64_t>(a)); break;
                case Opcode::Pop: drop(); break;
                case Opcode::PopBelow:
                    top[-1].swap(top[-2]);
                    drop();
                    break;
                case Opcode::Duplicate: push(top[-1]); break;
                case Opcode::DuplicateTwo:
                    push(top[-2]);
                    push(top[-2]);
                    break;
                case Opcode::Swap: top[-1].swap(top[-2]); break;
                case Opcode::RotateThree:
                    top[-1].swap(top[-2]);
                    top[-2].swap(top[-3]);
                    break;

                // --- Variables
                case Opcode::LoadLocal:
                    if (slots[a].isUnset()) [[unlikely]] raiseUnbound(*frame, frame->code->slotNames[a], false);
                    push(slots[a]);
                    break;
                case Opcode::StoreLocal: {
                    const Value old = Value::takeFrom(slots + a);
                    new (slots + a) Value(take());
                    break;
                }
                case Opcode::DeleteLocal:
                    if (slots[a].isUnset()) raiseUnbound(*frame, frame->code->slotNames[a], false);
                    slots[a] = Value::unset();
                    break;
                case Opcode::UnsetLocal: slots[a] = Value::unset(); break;
                case Opcode::MakeCell: slots[a] = in.heap().make<CellObject>(*in.types().cell, Value::unset()); break;
                case Opcode::LoadCell: {
                    const auto* cell = static_cast<CellObject*>(slots[a].object());
                    if (cell->value.isUnset()) raiseUnbound(*frame, frame->code->slotNames[a], false);
                    push(cell->value);
                    break;
                }
                case Opcode::StoreCell: {
                    Value value = take();
                    static_cast<CellObject*>(slots[a].object())->value.swap(value);
                    break;
                }
                case Opcode::DeleteCell: {
                    auto* cell = static_cast<CellObject*>(slots[a].object());
                    if (cell->value.isUnset()) raiseUnbound(*frame, frame->code->slotNames[a], false);
                    cell->value = Value::unset();
                    break;
                }
                case Opcode::LoadFree: {
                    const auto* cell = static_cast<CellObject*>(frame->closure[a].object());
                    if (cell->value.isUnset()) raiseUnbound(*frame, frame->code->freeNames[a], true);
                    push(cell->value);
                    break;
                }
                case Opcode::StoreFree: {
                    Value value = take();
                    static_cast<CellObject*>(frame->closure[a].object())->value.swap(value);
                    break;
                }
                case Opcode::DeleteFree: {
                    auto* cell = static_cast<CellObject*>(frame->closure[a].object());
                    if (cell->value.isUnset()) raiseUnbound(*frame, frame->code->freeNames[a], true);
                    cell->value = Value::unset();
                    break;
                }
                case Opcode::LoadGlobal: {
                    const Value& global = frame->module->table().pinned(a);
                    if (!global.isUnset()) [[likely]] {
                        push(global);
                        break;
                    }
                    const Value& builtin = frame->code->unit->builtins[a];
                    if (!builtin.isUnset()) push(builtin);
                    else push(loadMissingGlobal(*frame, a));
                    break;
                }
                case Opcode::StoreGlobal: frame->module->table().setPinned(a, take()); break;
                case Opcode::DeleteGlobal:
                    if (frame->module->table().pinned(a).isUnset())
                        throw in.error(*in.types().nameError, fmt::format("name '{}' is not defined", frame->code->unit->globalNames[a]->text()));
                    frame->module->table().unsetPinned(a);
                    break;
                case Opcode::LoadClassLocal:
                    if (slots[a].isUnset()) break;  // the next instruction looks elsewhere
                    push(slots[a]);
                    ++pc;
                    break;

                // --- Parts of objects
                case Opcode::LoadAttribute: setTop(in.getAttribute(top[-1], static_cast<InternedName>(frame->code->constants[a].object()))); break;
                case Opcode::LoadMethod: loadMethod(top, static_cast<InternedName>(frame->code->constants[a].object())); break;
                case Opcode::StoreAttribute:
                    in.setAttribute(top[-1], static_cast<InternedName>(frame->code->constants[a].object()), top[-2]);
                    drop();
                    drop();
                    break;
                case Opcode::DeleteAttribute:
                    in.deleteAttribute(top[-1], static_cast<InternedName>(frame->code->constants[a].object()));
                    drop();
                    break;
                case Opcode::LoadItem: {
                    if (const auto* list = top[-2].as<ListObject>(); list && top[-1].isInt() && list->type().isBuiltin) {
                        const std::int64_t index = top[-1].asInt();
                        if (index >= 0 && static_cast<std::size_t>(index) < list->values.size()) {
                            setTopTwo(list->values[static_cast<std::size_t>(index)]);
                            break;
                        }
                    }
                    setTopTwo(in.getItem(top[-2], top[-1]));
                    break;
                }
                case Opcode::StoreItem:
                    in.setItem(top[-2], top[-1], top[-3]);
                    dropTo(top - 3);
                    break;
                case Opcode::DeleteItem:
                    in.deleteItem(top[-2], top[-1]);
                    dropTo(top - 2);
                    break;
                case Opcode::BuildSlice: {
                    Value slice = in.heap().make<SliceObject>(*in.types().slice, top[-3], top[-2], top[-1]);
                    dropTo(top - 3);
                    push(std::move(slice));
                    break;
                }

                // --- Operators
                case Opcode::Binary: {
                    const auto op = static_cast<BinaryOperator>(a);
                    const Value& left = top[-2];
                    const Value& right = top[-1];
                    if (left.isInt() && right.isInt()) {
                        std::int64_t result;
                        bool isDone = false;
                        if (op == BinaryOperator::Add) isDone = !__builtin_add_overflow(left.asInt(), right.asInt(), &result);
                        else if (op == BinaryOperator::Subtract) isDone = !__builtin_sub_overflow(left.asInt(), right.asInt(), &result);
                        else if (op == BinaryOperator::Multiply) isDone = !__builtin_mul_overflow(left.asInt(), right.asInt(), &result);
                        if (isDone) {
                            --top;
                            new (top - 1) Value(result);
                            break;
                        }
                    } else if (left.isFloat() && right.isFloat()) {
                        const double x = left.asFloat(), y = right.asFloat();
                        if (op == BinaryOperator::Add || op == BinaryOperator::Subtract || op == BinaryOperator::Multiply) {
                            --top;
                            new (top - 1) Value(op == BinaryOperator::Add ? x + y : op == BinaryOperator::Subtract ? x - y : x * y);
                            break;
                        }
                    }
                    setTopTwo(in.binary(op, left, right));
                    break;
                }
                case Opcode::InPlace: {
                    const auto op = static_cast<BinaryOperator>(a);
                    if (op == BinaryOperator::Add && top[-2].isInt() && top[-1].isInt()) {
                        std::int64_t result;
                        if (!__builtin_add_overflow(top[-2].asInt(), top[-1].asInt(), &result)) {
                            --top;
                            new (top - 1) Value(result);
                            break;
                        }
                    }
                    setTopTwo(in.binaryInPlace(op, top[-2], top[-1]));
                    break;
                }
                case Opcode::Unary: setTop(in.unary(static_cast<UnaryOperator>(a), top[-1])); break;
                case Opcode::Not: setTop(!in.truth(top[-1])); break;
                case Opcode::Compare: {
                    const auto op = static_cast<CompareOperator>(a);
                    if (top[-2].isInt() && top[-1].isInt()) {
                        const std::int64_t left = top[-2].asInt(), right = top[-1].asInt();
                        bool result = false, isDone = true;
                        switch (op) {
                        case CompareOperator::Equal: result = left == right; break;
                        case CompareOperator::NotEqual: result = left != right; break;
                        case CompareOperator::Less: result = left < right; break;
                        case CompareOperator::LessEqual: result = left <= right; break;
                        case CompareOperator::Greater: result = left > right; break;
                        case CompareOperator::GreaterEqual: result = left >= right; break;
                        default: isDone = false; break;
                        }
                        if (isDone) {
                            --top;
                            new (top - 1) Value(result);
                            break;
                        }
                    }
                    setTopTwo(in.compare(op, top[-2], top[-1]));
                    break;
                }

                // --- Jumps
                case Opcode::Jump: pc = code + a; continue;
                case Opcode::CountRun: in.countRun(a); break;
                case Opcode::JumpBack:
                    in.step();
                    pc = code + a;
                    continue;
                case Opcode::JumpIfFalse:
                case Opcode::JumpIfTrue: {
                    const bool truth = top[-1].isBool() ? top[-1].asBool() : in.truth(top[-1]);
                    drop();
                    if (truth == (opcodeOf(instruction) == Opcode::JumpIfTrue)) {
                        pc = code + a;
                        continue;
                    }
                    break;
                }
                case Opcode::JumpIfFalseOrPop:
                case Opcode::JumpIfTrueOrPop:
                    if (in.truth(top[-1]) == (opcodeOf(instruction) == Opcode::JumpIfTrueOrPop)) {
                        pc = code + a;
                        continue;
                    }
                    drop();
                    break;

                // --- Building
                case Opcode::BuildTuple: {
                    Value tuple = in.tuple(std::span<const Value>(top - a, a));
                    dropTo(top - a);
                    push(std::move(tuple));
                    break;
                }
                case Opcode::BuildList: {
                    Value list = in.list(std::span<const Value>(top - a, a));
                    dropTo(top - a);
                    push(std::move(list));
                    break;
                }
                case Opcode::BuildSet: {
                    auto set = in.set();
                    for (const Value* value = top - a; value < top; ++value) set->table.set(in, *value, true);
                    dropTo(top - a);
                    push(std::move(set));
                    break;
                }
                case Opcode::BuildDict: push(in.dict()); break;
                case Opcode::BuildString: {
                    std::string text;
                    for (const Value* value = top - a; value < top; ++value) text += static_cast<StringObject*>(value->object())->text();
                    Value string = in.string(text);
                    dropTo(top - a);
                    push(std::move(string));
                    break;
                }
                case Opcode::AppendTo: {
                    auto& values = static_cast<ListObject*>(top[-2 - static_cast<std::ptrdiff_t>(a)].object())->values;
                    values.push_back(top[-1]);
                    drop();
                    break;
                }
                case Opcode::AddTo:
                    static_cast<SetObject*>(top[-2 - static_cast<std::ptrdiff_t>(a)].object())->table.set(in, top[-1], true);
                    drop();
                    break;
                case Opcode::PutInto:
                    static_cast<DictObject*>(top[-3 - static_cast<std::ptrdiff_t>(a)].object())->table.set(in, top[-2], top[-1]);
                    dropTo(top - 2);
                    break;
                case Opcode::Extend:
                    extend(*static_cast<ListObject*>(top[-2].object()), top[-1], a != 0 ? top - 4 : nullptr);
                    drop();
                    break;
                case Opcode::UpdateSet: {
                    auto& table = static_cast<SetObject*>(top[-2].object())->table;
                    in.forEach(top[-1], [&](const Value& value) { table.set(in, value, true); });
                    drop();
                    break;
                }
                case Opcode::UpdateDict:
                    mergeMapping(*static_cast<DictObject*>(top[-2].object()), top[-1]);
                    drop();
                    break;
                case Opcode::MergeKeywords:
                    mergeKeywords(*static_cast<DictObject*>(top[-2].object()), top[-1], top[-5]);
                    drop();
                    break;
                case Opcode::ListToTuple: {
                    const auto& values = static_cast<ListObject*>(top[-1].object())->values;
                    setTop(in.tuple(std::span<const Value>(values)));
                    break;
                }
                case Opcode::FormatValue: setTop(formatValue(top[-1], a, {})); break;
                case Opcode::FormatValueWith: setTopTwo(formatValue(top[-2], a, static_cast<StringObject*>(top[-1].object())->text())); break;
                case Opcode::UnpackSequence: unpackSequence(top, a); break;
                case Opcode::UnpackStarred:
                    ++pc;
                    unpackStarred(top, a, *pc);
                    break;

                // --- Calls
                case Opcode::Call: {
                    Value* callee = top - a - 2;
                callAgain:
                    if (!callee->isObject()) [[unlikely]] throw notCallable(*callee);
                    Value* arguments = callee[1].isUnset() ? callee + 2 : callee + 1;
                    const auto count = static_cast<std::size_t>(top - arguments);
                    switch (callee->object()->kind()) {
                    case ObjectKind::Function: {
                        auto& function = *static_cast<FunctionObject*>(callee->object());
                        const Code& called = function.code();
                        const std::uint32_t wanted = called.signature.positionalCount;
                        if (!called.isSimple || called.isGenerator || frame->generator || count > wanted || count < called.signature.requiredCount) break;
                        in.step();
                        ensureStack(top, called.slotCount + 1);
                        for (std::size_t i = count; i < wanted; ++i) push(function.defaults[i]);
                        Frame& made = pushFrame(function, callee, arguments);
                        frame->top = callee;
                        enter(&made);
                        continue;
                    }
                    case ObjectKind::NativeFunction: {
                        auto& function = *static_cast<NativeFunctionObject*>(callee->object());
                        const Signature& signature = function.signature(in);
                        const std::size_t wanted = signature.positionalCount;
                        if (!function.isSimple() || count > wanted || count < signature.requiredCount || (count < wanted && (frame->generator || top + (wanted - count) > frame->limit))) break;
                        for (std::size_t i = count; i < wanted; ++i) push(function.defaults()[i]);
                        Value result = invoke(function, {arguments, wanted});
                        dropTo(callee);
                        push(std::move(result));
                        ++pc;
                        continue;
                    }
                    case ObjectKind::BoundMethod:
                        if (callee[1].isUnset()) {
                            const auto& method = *static_cast<BoundMethodObject*>(callee->object());
                            Value held = method.self;
                            callee[1].swap(held);
                            held = method.function;
                            callee->swap(held);
                            goto callAgain;
                        }
                        break;
                    case ObjectKind::Type: {
                        auto& type = *static_cast<TypeObject*>(callee->object());
                        if (!callee[1].isUnset() || !isPlainlyMade(type)) break;
                        const Value* init = in.findInType(type, in.names().init);
                        auto* function = init ? init->as<FunctionObject>() : nullptr;
                        if (!function || frame->generator || !function->code().isSimple || function->code().isGenerator || count + 1 > function->code().signature.positionalCount ||
                            count + 1 < function->code().signature.requiredCount)
                            break;
                        in.step();
                        const Value keepAlive = *init;
                        const std::uint32_t wanted = function->code().signature.positionalCount;
                        ensureStack(top, function->code().slotCount + 1);
                        Value instance = type.allocate(in, type);
                        callee[1] = instance;
                        callee->swap(instance);
                        for (std::size_t i = count + 1; i < wanted; ++i) push(function->defaults[i]);
                        Frame& made = pushFrame(*function, callee, callee + 1);
                        made.isConstructor = true;
                        frame->top = callee;
                        enter(&made);
                        continue;
                    }
                    default: break;
                    }
                    Called called = callGeneral(*callee, {std::span<const Value>(arguments, count), {}, {}});
                    dropTo(callee);
                    if (called.frame) {
                        frame->top = top;
                        enter(called.frame);
                        continue;
                    }
                    push(std::move(called.result));
                    break;
                }
                case Opcode::CallKeywords: {
                    ++pc;
                    frame->pc = pc;
                    Value* callee = top - a - 2;
                    Called called = callKeywords(callee, a, frame->code->keywordNames[*pc]);
                    dropTo(callee);
                    if (called.frame) {
                        frame->top = top;
                        enter(called.frame);
                        continue;
                    }
                    push(std::move(called.result));
                    break;
                }
                case Opcode::CallUnpacked: {
                    Value* callee = top - 4;
                    Called called = callUnpacked(callee);
                    dropTo(callee);
                    if (called.frame) {
                        frame->top = top;
                        enter(called.frame);
                        continue;
                    }
                    push(std::move(called.result));
                    break;
                }
                case Opcode::Return: {
                    Value result = take();
                    if (frame->isConstructor) {
                        if (!result.isNone()) throw in.typeError(fmt::format("__init__() should return None, not '{}'", in.typeName(result)));
                        result = *frame->result;
                    }
                    const bool isLast = frame == &entry;
                    frame->top = top;
                    popFrame();
                    if (isLast) return result;
                    enter(m_frame);
                    push(std::move(result));
                    break;
                }

                // --- Functions and classes
                case Opcode::MakeFunction: {
                    Value function = makeFunction(*frame, *frame->code->unit->codes[a], top);
                    push(std::move(function));
                    break;
                }
                case Opcode::BuildClass: {
                    Value made = buildClass(top[-3], *static_cast<ListObject*>(top[-2].object()), *static_cast<DictObject*>(top[-1].object()));
                    dropTo(top - 3);
                    push(std::move(made));
                    break;
                }
                case Opcode::ClassNamespace: push(classNamespace(*frame)); break;

                // --- Loops
                case Opcode::GetIterator: setTop(in.iterate(top[-1])); break;
                case Opcode::ForIterator: {
                    in.step();
                    Value value;
                    bool hasNext;
                    const TypeObject* type = &top[-1].object()->type();
                    if (type == rangeIterator) hasNext = static_cast<RangeIterator*>(top[-1].object())->step(value);
                    else if (type == listIterator) hasNext = static_cast<ListIterator*>(top[-1].object())->step(value);
                    else hasNext = stepIterator(top[-1], value);
                    if (hasNext) {
                        push(std::move(value));
                        break;
                    }
                    drop();
                    pc = code + a;
                    continue;
                }

                // --- with and try
                case Opcode::EnterWith: enterWith(top); break;
                case Opcode::ExitWith: {
                    const Value nones[3];
                    leavingWith(top[-1]);
                    in.call(top[-1], std::span<const Value>(nones));
                    drop();
                    break;
                }
                case Opcode::ExitWithBelow: {
                    const Value nones[3];
                    leavingWith(top[-2]);
                    in.call(top[-2], std::span<const Value>(nones));
                    top[-1].swap(top[-2]);
                    drop();
                    break;
                }
                case Opcode::ExitWithException: {
                    const Value arguments[3] = {Value(&in.typeOf(top[-1])), top[-1], Value()};
                    leavingWith(top[-3]);
                    push(in.truth(in.call(top[-3], std::span<const Value>(arguments))));
                    break;
                }
                case Opcode::EnterHandler: {
                    Value exception = take();
                    push(std::move(frame->handled));
                    frame->handled = exception;
                    push(std::move(exception));
                    break;
                }
                case Opcode::LeaveHandler:
                    drop();
                    frame->handled = take();
                    break;
                case Opcode::LeaveHandlerBelow: {
                    Value result = take();
                    drop();
                    frame->handled = take();
                    push(std::move(result));
                    break;
                }
                case Opcode::ReraiseHandled:
                    raisedValue = take();
                    frame->handled = take();
                    goto handle;
                case Opcode::MatchException: setTop(matches(top[-2], top[-1])); break;
                case Opcode::EnterFinally:
                    push(std::move(frame->handled));
                    frame->handled = Value();
                    if (top[-2].asInt() == 1) frame->handled = top[-3];
                    break;
                case Opcode::LeaveFinally: frame->handled = take(); break;
                case Opcode::LeaveFinallyBelow: {
                    Value result = take();
                    frame->handled = take();
                    push(std::move(result));
                    break;
                }
                case Opcode::JumpIfReason:
                    ++pc;
                    if (top[-1].asInt() == static_cast<std::int64_t>(*pc)) {
                        drop();
                        pc = code + a;
                        continue;
                    }
                    break;
                case Opcode::EndFinally: {
                    const bool wasRaised = top[-1].asInt() == 1;
                    drop();
                    Value payload = take();
                    if (!wasRaised) break;
                    raisedValue = std::move(payload);
                    goto handle;
                }
                case Opcode::Raise: {
                    Value exception = raised(std::span<Value>(top - a, a));
                    dropTo(top - a);
                    raisedValue = std::move(exception);
                    goto handle;
                }
                case Opcode::AssertionFailed: {
                    Value arguments = in.tuple(std::span<const Value>(top - a, a));
                    dropTo(top - a);
                    raisedValue = in.heap().make<ExceptionObject>(*in.types().assertionError, std::move(arguments));
                    goto handle;
                }

                // --- Imports
                case Opcode::Import:
                    ++pc;
                    push(importedModule(static_cast<InternedName>(frame->code->constants[a].object()), *pc != 0));
                    break;
                case Opcode::ImportFrom: push(importFrom(top[-1], static_cast<InternedName>(frame->code->constants[a].object()))); break;
                case Opcode::ImportStar:
                    importStar(*frame, top[-1]);
                    drop();
                    break;

                // --- Generators
                case Opcode::Yield: {
                    Value yielded = take();
                    frame->top = top;
                    frame->generator->pc = pc;
                    frame->generator->handled = std::move(frame->handled);
                    popFrame();
                    m_hasYielded = true;
                    return yielded;
                }
                case Opcode::YieldFrom: {
                    Value yielded;
                    if (yieldFrom(top, yielded)) break;
                    frame->top = top;
                    frame->generator->pc = pc;  // once more, with what is sent
                    frame->generator->handled = std::move(frame->handled);
                    popFrame();
                    m_hasYielded = true;
                    return yielded;
                }
                case Opcode::GetYieldFromIterator: setTop(in.iterate(top[-1])); break;
                case Opcode::Unsupported:
                    throw in.error(*in.types().syntaxError, fmt::format("{} is not supported", static_cast<StringObject*>(frame->code->constants[a].object())->text()));
                }
                ++pc;
            }
        } catch (const ScriptError& error) {
            raisedValue = error.value();
        } catch (...) {
            frame->top = top;
            if (m_limitOrigin == 0) m_limitOrigin = currentOrigin();
            unwindAll(entry);
            throw;
        }
    handle:
        frame->top = top;
        noteRaised(*static_cast<ExceptionObject*>(raisedValue.object()));
        if (!unwind(entry, raisedValue)) throw ScriptError(Ref<ExceptionObject>(static_cast<ExceptionObject*>(raisedValue.object())));
        raisedValue = Value();
        enter(m_frame);
    }
}

}  // namespace namescape
