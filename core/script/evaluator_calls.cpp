// Calls of every kind (CPython's Objects/call.c, typeobject.c), and generators.
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/stack_region.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

ScriptError Evaluator::notCallable(const Value& value) {
    return m_interpreter.typeError(fmt::format("'{}' object is not callable", m_interpreter.typeName(value)));
}

std::string Evaluator::functionName(const FunctionObject& function) const {
    return m_interpreter.options().wording == ErrorWording::Python37 ? function.name : function.qualifiedName;
}

// ---- Native functions --------------------------------------------------------------------------------------------

ScriptError Evaluator::translate(const std::exception& error) {
    if (m_interpreter.m_translator)
        if (auto translated = m_interpreter.m_translator(m_interpreter, error)) return std::move(*translated);
    return m_interpreter.runtimeError(error.what());
}

// The methods of builtin types rely on it.
void Evaluator::checkFirstArgument(const NativeFunctionObject& function, const Value& first) {
    const TypeObject& owner = *function.owner;
    if (function.firstArgument == NativeFunctionObject::FirstArgument::Instance) {
        if (m_interpreter.isInstance(first, owner)) return;
        const bool isSlot = function.name().starts_with("__");
        throw m_interpreter.typeError(isSlot ? fmt::format("descriptor '{}' requires a '{}' object but received a '{}'", function.name(), owner.name, m_interpreter.typeName(first))
                                             : fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", function.name(), owner.name, m_interpreter.typeName(first)));
    }
    const auto* type = first.as<TypeObject>();
    if (!type) throw m_interpreter.typeError(fmt::format("{}.__new__(X): X is not a type object ({})", owner.name, m_interpreter.typeName(first)));
    if (!type->isSubtypeOf(owner)) throw m_interpreter.typeError(fmt::format("{0}.__new__({1}): {1} is not a subtype of {0}", owner.name, type->name));
}

Value Evaluator::invoke(NativeFunctionObject& function, std::span<Value> arguments) {
    if (function.firstArgument != NativeFunctionObject::FirstArgument::Any) checkFirstArgument(function, arguments[0]);
    try {
        return function.body(m_interpreter, arguments);
    } catch (const ScriptError&) {
        throw;
    } catch (const LimitReached&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw LimitReached(LimitKind::Memory, m_interpreter.heap().limit());
    } catch (const std::exception& error) {
        throw translate(error);
    }
}

namespace {

// CPython names a function in C with the module that it is in, but for those of `builtins`.
std::string_view ownerName(const NativeFunctionObject& function) {
    if (function.owner) return function.owner->name;
    if (!function.module || function.module->text() == "builtins") return {};
    return function.module->text();
}

}  // namespace

Value Evaluator::callNative(NativeFunctionObject& function, const CallArguments& arguments) {
    checkStack("");
    const Signature& signature = function.signature(m_interpreter);
    StackRegion slots(*this, signature.parameters.size());
    const bool isConstructor = function.owner && (function.name() == "__new__" || function.name() == "__init__");
    const std::string_view name = isConstructor ? function.owner->name : function.name();
    bindArguments(m_interpreter, {signature, function.defaults(), name, function.style(), ownerName(function), function.owner != nullptr, isConstructor}, arguments, slots.values());
    return invoke(function, slots.values());
}

// ---- Script functions --------------------------------------------------------------------------------------------

Frame& Evaluator::enterFunction(FunctionObject& function, const CallArguments& arguments) {
    m_interpreter.step();
    const Code& code = function.code();
    const Signature& signature = code.signature;
    StackRegion region(*this, signature.parameters.size());
    const auto slots = region.values();
    const std::size_t count = arguments.positional.size();
    if (code.isSimple && arguments.keywordNames.empty() && count <= signature.positionalCount && count >= signature.requiredCount) {
        std::copy(arguments.positional.begin(), arguments.positional.end(), slots.begin());
        for (std::size_t i = count; i < slots.size(); ++i) slots[i] = function.defaults[i];
    } else {
        const std::string name = functionName(function);
        bindArguments(m_interpreter, {signature, function.defaults, name}, arguments, slots);
    }
    Frame& frame = pushFrame(function, region.begin(), region.begin());
    Value* top = m_top;
    region.release();
    m_top = top;
    return frame;
}

Value Evaluator::makeGenerator(FunctionObject& function, std::span<Value> slots) {
    return m_interpreter.heap().make<GeneratorObject>(*m_interpreter.types().generator, function, slots);
}

Value Evaluator::callFunction(FunctionObject& function, const CallArguments& arguments) {
    checkStack("");
    if (!function.code().isGenerator) return execute(enterFunction(function, arguments), Value::unset());
    StackRegion slots(*this, function.code().signature.parameters.size());
    const std::string name = functionName(function);
    bindArguments(m_interpreter, {function.code().signature, function.defaults, name}, arguments, slots.values());
    return makeGenerator(function, slots.values());
}

// ---- Generators --------------------------------------------------------------------------------------------------

bool Evaluator::resume(GeneratorObject& generator, Value sent, bool isThrown, Value& value) {
    using State = GeneratorObject::State;
    if (generator.state == State::Running) throw m_interpreter.valueError("generator already executing");
    if (generator.state == State::Finished) {
        if (isThrown) throw ScriptError(Ref<ExceptionObject>(sent.as<ExceptionObject>()));
        return false;
    }
    const bool isFirst = generator.state == State::NotStarted;
    if (isFirst && isThrown) {
        generator.finish();
        throw ScriptError(Ref<ExceptionObject>(sent.as<ExceptionObject>()));
    }
    if (isFirst && !sent.isNone()) throw m_interpreter.typeError("can't send non-None value to a just-started generator");
    return run(generator, std::move(sent), isThrown, isFirst, value);
}

// Nothing is sent where `sent` is unset.
bool Evaluator::run(GeneratorObject& generator, Value sent, bool isThrown, bool isFirst, Value& value) {
    using State = GeneratorObject::State;
    checkStack("");
    const Value keepAlive(&generator);
    Frame& frame = newFrame();
    ++m_frameCount;
    const Code& code = generator.code();
    frame.code = &code;
    frame.pc = generator.pc;
    frame.slots = generator.slots();
    frame.operands = generator.operands();
    frame.top = generator.top;
    frame.limit = m_top;
    frame.result = nullptr;
    frame.closure = generator.function().closure.data();
    frame.module = &generator.function().module();
    frame.caller = m_frame;
    frame.generator = &generator;
    frame.function = Value(&generator.function());
    frame.handled = std::move(generator.handled);
    frame.originPc = nullptr;
    frame.hasCallerOrigin = false;
    frame.isConstructor = false;
    frame.isEntry = true;
    m_frame = &frame;
    generator.state = State::Running;
    m_hasYielded = false;
    try {
        if (isFirst) makeCells(frame);
        if (!isFirst && !isThrown && !sent.isUnset()) {
            new (frame.top++) Value(std::move(sent));
            if (opcodeOf(*frame.pc) == Opcode::Yield) ++frame.pc;
        }
        value = execute(frame, isThrown ? std::move(sent) : Value::unset());
    } catch (const ScriptError& error) {
        if (m_frame == &frame) popFrame();
        generator.finish();
        if (!error.exception().type().isSubtypeOf(*m_interpreter.types().stopIteration)) throw;
        ScriptError wrapped = m_interpreter.runtimeError("generator raised StopIteration");
        wrapped.exception().cause = wrapped.exception().context = error.value();
        throw wrapped;
    } catch (...) {
        if (m_frame == &frame) popFrame();
        generator.finish();
        throw;
    }
    if (!m_hasYielded) {
        generator.finish();
        return false;
    }
    m_hasYielded = false;
    generator.state = State::Suspended;
    return true;
}

// TOS is what was sent, below it the iterator. True when the iterator ended: its result replaces both.
bool Evaluator::yieldFrom(Value*& top, Value& yielded) {
    const Value iterator = top[-2];
    Value sent = Value::takeFrom(--top);
    Value result;
    if (auto* generator = iterator.as<GeneratorObject>()) {
        if (resume(*generator, std::move(sent), false, yielded)) return false;
        result = std::move(yielded);
    } else {
        m_interpreter.step();
        try {
            if (sent.isNone() ? m_interpreter.next(iterator, yielded) : (yielded = m_interpreter.callMethod(iterator, m_interpreter.names().send, {sent}), true)) return false;
        } catch (const ScriptError& error) {
            if (!error.exception().type().isSubtypeOf(*m_interpreter.types().stopIteration)) throw;
            result = error.exception().value;
        }
    }
    top[-1].swap(result);
    return true;
}

// ---- Whatever can be called --------------------------------------------------------------------------------------

Value Evaluator::callWithSelf(const Value& callable, const Value& self, const CallArguments& arguments) {
    StackRegion all(*this, arguments.positional.size() + 1);
    all.values()[0] = self;
    std::copy(arguments.positional.begin(), arguments.positional.end(), all.values().begin() + 1);
    return call(callable, {all.values(), arguments.keywordNames, arguments.keywordValues});
}

Value Evaluator::call(const Value& callable, const CallArguments& arguments) {
    if (!callable.isObject()) throw notCallable(callable);
    const Value held = callable;
    switch (held.object()->kind()) {
    case ObjectKind::Function: return callFunction(*held.as<FunctionObject>(), arguments);
    case ObjectKind::NativeFunction: return callNative(*held.as<NativeFunctionObject>(), arguments);
    case ObjectKind::BoundMethod: {
        const auto& method = *held.as<BoundMethodObject>();
        return callWithSelf(method.function, method.self, arguments);
    }
    case ObjectKind::StaticMethod: return call(held.as<StaticMethodObject>()->function, arguments);
    case ObjectKind::Type: {
        auto& type = *held.as<TypeObject>();
        if (!type.type().isBuiltin)
            if (const Value* own = m_interpreter.findOverride(type.type(), m_interpreter.names().call)) return callWithSelf(*own, held, arguments);
        return construct(type, arguments);
    }
    default: break;
    }
    const Value* own = m_interpreter.findInType(held.object()->type(), m_interpreter.names().call);
    if (!own || own->isNone()) throw notCallable(held);
    checkStack("");
    if (own->is<FunctionObject>() || own->is<NativeFunctionObject>()) return callWithSelf(*own, held, arguments);
    return call(m_interpreter.bind(*own, held, held.object()->type()), arguments);
}

bool Evaluator::isPlainlyMade(const TypeObject& type) const {
    if (&type.type() != m_interpreter.types().type.get() || !type.allocate || type.isAbstract()) return false;
    const Value* made = m_interpreter.findInType(type, m_interpreter.names().new_);
    return made && made->isObject() && made->object() == m_interpreter.m_objectNew;
}

Value Evaluator::construct(TypeObject& type, const CallArguments& arguments) {
    checkStack("");
    const Value keepAlive(&type);
    const WellKnownNames& names = m_interpreter.names();
    if (&type == m_interpreter.types().type.get() && arguments.positional.size() == 1 && arguments.keywordNames.empty()) return Value(&m_interpreter.typeOf(arguments.positional[0]));
    const Value* maker = m_interpreter.findInType(type, names.new_);
    const bool isPlain = isPlainlyMade(type);
    Value instance;
    if (isPlain) {
        instance = type.allocate(m_interpreter, type);
    } else {
        if (!maker) throw m_interpreter.typeError(fmt::format("cannot create '{}' instances", type.name));
        instance = callWithSelf(m_interpreter.bind(*maker, Value::unset(), type), Value(&type), arguments);
        if (!m_interpreter.isInstance(instance, type)) return instance;
    }
    TypeObject& made = m_interpreter.typeOf(instance);
    const Value* init = m_interpreter.findInType(made, names.init);
    if (!init || init->object() == m_interpreter.m_objectInit) {
        if (isPlain && (!arguments.positional.empty() || !arguments.keywordNames.empty())) throw m_interpreter.typeError(fmt::format("{}() takes no arguments", type.name));
        return instance;
    }
    const Value result = init->is<FunctionObject>() || init->is<NativeFunctionObject>() ? callWithSelf(*init, instance, arguments) : call(m_interpreter.bind(*init, instance, made), arguments);
    if (!result.isNone()) throw m_interpreter.typeError(fmt::format("__init__() should return None, not '{}'", m_interpreter.typeName(result)));
    return instance;
}

// ---- Calls of the evaluator's own, which need not nest in C++ ----------------------------------------------------

Evaluator::Called Evaluator::callGeneral(const Value& callable, const CallArguments& arguments) {
    auto* function = callable.as<FunctionObject>();
    if (function && !function->code().isGenerator) return {&enterFunction(*function, arguments), {}};
    if (const auto* method = callable.as<BoundMethodObject>()) {
        function = method->function.as<FunctionObject>();
        if (function && !function->code().isGenerator) {
            StackRegion all(*this, arguments.positional.size() + 1);
            all.values()[0] = method->self;
            std::copy(arguments.positional.begin(), arguments.positional.end(), all.values().begin() + 1);
            // The arguments must outlive their binding only: they are below the frame, which is taken down to where they begin.
            Frame& frame = enterFunction(*function, {all.values(), arguments.keywordNames, arguments.keywordValues});
            frame.result = all.begin();
            Value* top = m_top;
            all.release();
            m_top = top;
            return {&frame, {}};
        }
    }
    return {nullptr, call(callable, arguments)};
}

Evaluator::Called Evaluator::callKeywords(Value* callee, std::uint32_t count, const std::vector<InternedName>& names) {
    const Value* first = callee[1].isUnset() ? callee + 2 : callee + 1;
    const Value* end = callee + 2 + count;
    const Value* keywords = end - names.size();
    return callGeneral(*callee, {{first, keywords}, names, {keywords, end}});
}

// callee, self or unset, list of arguments, dict of keywords or unset
Evaluator::Called Evaluator::callUnpacked(Value* callee) {
    std::vector<Value> positional;
    const auto& given = callee[2].as<ListObject>()->values;
    positional.reserve(given.size() + 1);
    if (!callee[1].isUnset()) positional.push_back(callee[1]);
    positional.insert(positional.end(), given.begin(), given.end());
    std::vector<InternedName> names;
    std::vector<Value> values;
    if (const auto* keywords = callee[3].as<DictObject>()) {
        for (const auto& entry : keywords->table.entries()) {
            if (entry.value.isUnset()) continue;
            auto* name = entry.key.as<StringObject>();
            if (!name) throw m_interpreter.typeError("keywords must be strings");
            names.push_back(m_interpreter.intern(*name));
            values.push_back(entry.value);
        }
    }
    return callGeneral(*callee, {positional, names, values});
}

// ---- The interpreter's side --------------------------------------------------------------------------------------

Value Interpreter::call(const Value& callable, std::span<const Value> positional, std::span<const KeywordValue> keywords) {
    if (keywords.empty()) return m_evaluator->call(callable, {positional, {}, {}});
    std::vector<InternedName> keywordNames;
    std::vector<Value> keywordValues;
    for (const KeywordValue& keyword : keywords) {
        keywordNames.push_back(keyword.name);
        keywordValues.push_back(keyword.value);
    }
    return m_evaluator->call(callable, {positional, keywordNames, keywordValues});
}

Value Interpreter::callMethod(const Value& object, InternedName method, std::span<const Value> positional, std::span<const KeywordValue> keywords) {
    const Value held = object;
    return call(getAttribute(held, method), positional, keywords);
}

bool Interpreter::isCallable(const Value& value) const {
    if (!value.isObject()) return false;
    switch (value.object()->kind()) {
    case ObjectKind::Function:
    case ObjectKind::NativeFunction:
    case ObjectKind::BoundMethod:
    case ObjectKind::StaticMethod:
    case ObjectKind::Type: return true;
    default: break;
    }
    const Value* own = findInType(value.object()->type(), names().call);
    return own && !own->isNone();
}

std::optional<ArgumentSpec> Interpreter::argumentSpec(const Value& callable) {
    const Signature* signature = nullptr;
    std::span<const Value> defaults;
    if (const auto* function = callable.as<FunctionObject>()) {
        signature = &function->code().signature;
        defaults = function->defaults;
    } else if (auto* native = callable.as<NativeFunctionObject>()) {
        signature = &native->signature(*this);
        defaults = native->defaults();
    } else if (const auto* method = callable.as<BoundMethodObject>()) {
        return argumentSpec(method->function);
    } else if (const auto* wrapper = callable.as<StaticMethodObject>()) {
        return argumentSpec(wrapper->function);
    } else if (auto* type = callable.as<TypeObject>()) {
        const Value* init = findInType(*type, names().init);
        return init ? argumentSpec(*init) : std::nullopt;
    } else if (callable.isObject()) {
        const Value* own = findInType(callable.object()->type(), names().call);
        return own ? argumentSpec(*own) : std::nullopt;
    } else {
        return std::nullopt;
    }
    ArgumentSpec spec;
    for (std::size_t i = 0; i < signature->parameters.size(); ++i) {
        const auto& parameter = signature->parameters[i];
        const std::string name(parameter.name->text());
        switch (parameter.kind) {
        case ParameterKind::PositionalOnly:
        case ParameterKind::Positional:
            spec.positional.push_back(name);
            if (!defaults[i].isUnset()) spec.defaults.push_back(defaults[i]);
            break;
        case ParameterKind::KeywordOnly: spec.keywordOnly.push_back(name); break;
        case ParameterKind::Star: spec.star = name; break;
        case ParameterKind::DoubleStar: spec.doubleStar = name; break;
        }
    }
    return spec;
}

void Interpreter::checkStack(const char* situation) {
    m_evaluator->checkStack(situation);
}

OriginNumber Interpreter::currentOrigin() {
    return m_evaluator->currentOrigin();
}

SourceRange Interpreter::currentStatement() const {
    const Frame* frame = m_evaluator->programFrame();
    return frame ? Evaluator::locationOf(*frame).statement : SourceRange{};
}

SourceRange Interpreter::currentExpression() const {
    const Frame* frame = m_evaluator->programFrame();
    return frame ? Evaluator::locationOf(*frame).expression : SourceRange{};
}

}  // namespace namescape
