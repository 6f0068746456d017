// The longer instructions: functions, unpacking, with, raise, imports, f-strings.
#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/evaluator.h"
#include "script/nearest_name.h"
#include "script/text_of_values.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

// ---- Names and functions -----------------------------------------------------------------------------------------

Value Evaluator::loadMissingGlobal(Frame& frame, std::uint32_t slot) {
    const InternedName name = frame.code->unit->globalNames[slot];
    if (const Value* builtin = m_interpreter.builtins().table().get(name)) return *builtin;
    if (m_interpreter.m_unresolvedName && !frame.code->unit->isLibrary)
        if (auto found = m_interpreter.m_unresolvedName(m_interpreter, name->text())) return std::move(*found);
    ScriptError error = m_interpreter.error(*m_interpreter.types().nameError, fmt::format("name '{}' is not defined", name->text()));
    if (!frame.code->unit->isLibrary) m_interpreter.noteUndefinedName(error, name->text(), locationOf(frame).expression);
    throw error;
}

Value Evaluator::makeFunction(Frame& frame, const Code& code, Value*& top) {
    auto made = m_interpreter.heap().make<FunctionObject>(*m_interpreter.types().function, code, *frame.module);
    const auto& parameters = code.signature.parameters;
    made->defaults.assign(parameters.size(), Value::unset());
    for (std::size_t i = parameters.size(); i-- > 0;)
        if (parameters[i].hasDefault) made->defaults[i] = Value::takeFrom(--top);
    for (const Capture& capture : code.captures) made->closure.push_back(capture.from == Access::Cell ? frame.slots[capture.slot] : frame.closure[capture.slot]);
    made->name = code.name->text();
    made->qualifiedName = code.qualifiedName;
    made->doc = code.doc;
    return made;
}

// ---- Methods and with --------------------------------------------------------------------------------------------

// Spares the bound method where the attribute is a plain method.
void Evaluator::loadMethod(Value*& top, InternedName name) {
    const Value& object = top[-1];
    TypeObject& type = m_interpreter.typeOf(object);
    const ObjectKind kind = object.isObject() ? object.object()->kind() : ObjectKind::BigInt;
    const bool isPlain = kind != ObjectKind::Module && kind != ObjectKind::Type && kind != ObjectKind::Super &&
                         (type.isBuiltin || !m_interpreter.hooksOf(type).getattribute);
    const Value* found = isPlain ? m_interpreter.findInType(type, name) : nullptr;
    const auto* native = found ? found->as<NativeFunctionObject>() : nullptr;
    const bool isMethod = found && (found->is<FunctionObject>() || (native && (native->owner || native->style() == CallErrorStyle::Python)));
    if (isMethod) {
        const Value* attributes = object.isObject() ? object.object()->attributes() : nullptr;
        const auto* dict = attributes ? attributes->as<DictObject>() : nullptr;
        if (!dict || !dict->table.get(name)) {
            Value self = *found;
            top[-1].swap(self);
            new (top++) Value(std::move(self));
            return;
        }
    }
    Value attribute = m_interpreter.getAttribute(object, name);
    top[-1].swap(attribute);
    new (top++) Value(Value::unset());
}

void Evaluator::enterWith(Value*& top) {
    const Value context = top[-1];
    TypeObject& type = m_interpreter.typeOf(context);
    const WellKnownNames& names = m_interpreter.names();
    const Value* enter = m_interpreter.findInType(type, names.enter);
    const Value* exit = m_interpreter.findInType(type, names.exit);
    if (!enter || !exit) {
        if (m_interpreter.options().wording == ErrorWording::Python37) throw m_interpreter.attributeError(enter ? "__exit__" : "__enter__");
        throw m_interpreter.typeError(fmt::format("'{}' object does not support the context manager protocol{}", type.name, enter ? " (missed __exit__ method)" : ""));
    }
    const Value enterHeld = *enter;
    Value bound = m_interpreter.bind(*exit, context, type);
    WithObserver* observer = m_frame->code->unit->isLibrary ? nullptr : m_interpreter.withObserver();
    const std::uint64_t mark = observer ? observer->enteringWith() : 0;
    Value result = m_interpreter.call(m_interpreter.bind(enterHeld, context, type));
    if (observer) observer->enteredWith(mark, bound.isObject() ? bound.object() : nullptr);
    top[-1].swap(bound);
    new (top++) Value(std::move(result));
}

void Evaluator::leavingWith(const Value& exit) {
    WithObserver* observer = m_interpreter.withObserver();
    if (observer && exit.isObject()) observer->leavingWith(exit.object());
}

// ---- raise and except --------------------------------------------------------------------------------------------

Value Evaluator::raised(std::span<Value> operands) {
    const BuiltinTypes& types = m_interpreter.types();
    if (operands.empty()) {
        Value current = handledException();
        if (current.isNone()) throw m_interpreter.runtimeError("No active exception to reraise");
        return current;
    }
    const auto instance = [&](const Value& given, const char* complaint) -> Value {
        if (auto* type = given.as<TypeObject>(); type && type->isSubtypeOf(*types.baseException)) {
            Value made = m_interpreter.call(given);
            if (!made.is<ExceptionObject>())
                throw m_interpreter.typeError(fmt::format("calling {} should have returned an instance of BaseException, not {}", m_interpreter.repr(given), m_interpreter.repr(Value(&m_interpreter.typeOf(made)))));
            return made;
        }
        if (given.is<ExceptionObject>()) return given;
        throw m_interpreter.typeError(complaint);
    };
    Value exception = instance(operands[0], "exceptions must derive from BaseException");
    if (operands.size() == 2) {
        auto& object = *exception.as<ExceptionObject>();
        object.suppressContext = true;
        object.cause = operands[1].isNone() ? Value() : instance(operands[1], "exception causes must derive from BaseException");
    }
    return exception;
}

bool Evaluator::matches(const Value& exception, const Value& type) {
    const auto isClass = [&](const Value& value) {
        const auto* given = value.as<TypeObject>();
        if (!given || !given->isSubtypeOf(*m_interpreter.types().baseException)) throw m_interpreter.typeError("catching classes that do not inherit from BaseException is not allowed");
        return exception.object()->type().isSubtypeOf(*given);
    };
    if (const auto* tuple = type.as<TupleObject>()) {
        bool any = false;
        for (const Value& one : tuple->values()) any |= isClass(one);
        return any;
    }
    return isClass(type);
}

// ---- Unpacking ---------------------------------------------------------------------------------------------------

void Evaluator::unpackSequence(Value*& top, std::uint32_t count) {
    const Value sequence = Value::takeFrom(--top);
    const auto put = [&](std::span<const Value> values) {
        for (std::size_t i = values.size(); i-- > 0;) new (top++) Value(values[i]);
    };
    const auto complain = [&](std::size_t got, bool tooMany) {
        if (tooMany) return m_interpreter.valueError(fmt::format("too many values to unpack (expected {})", count));
        return m_interpreter.valueError(fmt::format("not enough values to unpack (expected {}, got {})", count, got));
    };
    std::span<const Value> direct;
    bool isDirect = false;
    if (const auto* tuple = sequence.as<TupleObject>(); tuple && !m_interpreter.findOverride(tuple->type(), m_interpreter.names().iter)) {
        direct = tuple->values();
        isDirect = true;
    } else if (const auto* list = sequence.as<ListObject>(); list && !m_interpreter.findOverride(list->type(), m_interpreter.names().iter)) {
        direct = list->values;
        isDirect = true;
    }
    if (isDirect) {
        if (direct.size() != count) throw complain(direct.size(), direct.size() > count);
        return put(direct);
    }
    if (!m_interpreter.isIterable(sequence)) throw m_interpreter.typeError(fmt::format("cannot unpack non-iterable {} object", m_interpreter.typeName(sequence)));
    std::vector<Value> values;
    const Value iterator = m_interpreter.iterate(sequence);
    for (Value value; values.size() <= count && m_interpreter.next(iterator, value);) values.push_back(value);
    if (values.size() != count) throw complain(values.size(), values.size() > count);
    put(values);
}

void Evaluator::unpackStarred(Value*& top, std::uint32_t before, std::uint32_t after) {
    const Value sequence = Value::takeFrom(--top);
    if (!m_interpreter.isIterable(sequence)) throw m_interpreter.typeError(fmt::format("cannot unpack non-iterable {} object", m_interpreter.typeName(sequence)));
    const std::vector<Value> values = m_interpreter.elements(sequence);
    if (values.size() < before + after) throw m_interpreter.valueError(fmt::format("not enough values to unpack (expected at least {}, got {})", before + after, values.size()));
    const std::size_t behind = values.size() - after;
    Value middle = m_interpreter.list(std::span(values).subspan(before, behind - before));
    for (std::size_t i = values.size(); i-- > behind;) new (top++) Value(values[i]);
    new (top++) Value(std::move(middle));
    for (std::size_t i = before; i-- > 0;) new (top++) Value(values[i]);
}

// `callee`, unless null: whose argument list it is.
void Evaluator::extend(ListObject& list, const Value& iterable, const Value* callee) {
    if (callee && !m_interpreter.isIterable(iterable))
        throw m_interpreter.typeError(fmt::format("{} argument after * must be an iterable, not {}", calledName(*callee), m_interpreter.typeName(iterable)));
    m_interpreter.forEach(iterable, [&](const Value& value) { list.values.push_back(value); });
}

void Evaluator::mergeMapping(DictObject& dict, const Value& source) {
    if (!source.is<DictObject>() && !m_interpreter.findAttribute(source, m_interpreter.names().keys)) throw m_interpreter.typeError(fmt::format("'{}' object is not a mapping", m_interpreter.typeName(source)));
    updateDict(m_interpreter, dict, source);
}

// What is called, in complaints about unpacked arguments: "module.function()" since 3.9, "function()" before.
std::string Evaluator::calledName(const Value& callee) {
    const bool isPlain = m_interpreter.options().wording == ErrorWording::Python37;
    const auto path = [&](const std::string& module, const std::string& name) { return isPlain || module.empty() || module == "builtins" ? name : module + "." + name; };
    if (const auto* function = callee.as<FunctionObject>()) return path(function->module().name(), isPlain ? function->name : function->qualifiedName) + "()";
    if (const auto* native = callee.as<NativeFunctionObject>()) return path(native->module ? std::string(native->module->text()) : std::string(), isPlain ? std::string(native->name()) : native->qualifiedName()) + "()";
    if (const auto* type = callee.as<TypeObject>()) return path(type->module, type->qualifiedName) + (isPlain ? " object" : "()");
    return isPlain ? m_interpreter.typeName(callee) + " object" : m_interpreter.str(callee);
}

void Evaluator::mergeKeywords(DictObject& keywords, const Value& source, const Value& callee) {
    const auto name = [&] { return calledName(callee); };
    if (!source.is<DictObject>() && !m_interpreter.findAttribute(source, m_interpreter.names().keys))
        throw m_interpreter.typeError(fmt::format("{} argument after ** must be a mapping, not {}", name(), m_interpreter.typeName(source)));
    auto given = m_interpreter.dict();
    updateDict(m_interpreter, *given, source);
    for (const auto& entry : given->table.entries()) {
        if (entry.value.isUnset()) continue;
        if (keywords.table.find(m_interpreter, entry.key, entry.hash) != Table::notFound)
            throw m_interpreter.typeError(fmt::format("{} got multiple values for keyword argument '{}'", name(), m_interpreter.str(entry.key)));
        keywords.table.set(m_interpreter, entry.key, entry.value, entry.hash);
    }
}

// ---- f-strings ---------------------------------------------------------------------------------------------------

Value Evaluator::formatValue(const Value& value, std::uint32_t conversion, std::string_view specification) {
    Value converted = value;
    if (conversion == 's') converted = m_interpreter.strValue(value);
    else if (conversion == 'r') converted = m_interpreter.reprValue(value);
    else if (conversion == 'a') converted = m_interpreter.string(asciiRepr(m_interpreter, value));
    if (specification.empty() && converted.is<StringObject>() && converted.object()->type().isBuiltin) return converted;
    return m_interpreter.string(m_interpreter.format(converted, specification));
}

// ---- Imports -----------------------------------------------------------------------------------------------------

Value Evaluator::importedModule(InternedName name, bool wantsRoot) {
    const Value module = m_interpreter.importModule(name->text());
    const std::size_t dot = name->text().find('.');
    if (!wantsRoot || dot == std::string_view::npos) return module;
    return m_interpreter.importModule(name->text().substr(0, dot));
}

Value Evaluator::importFrom(const Value& module, InternedName name) {
    if (auto found = m_interpreter.findAttribute(module, name)) return std::move(*found);
    const auto* object = module.as<ModuleObject>();
    const std::string path = object ? object->name() : std::string();
    if (auto found = m_interpreter.findModule(path + "." + std::string(name->text()))) return std::move(*found);
    throw m_interpreter.error(*m_interpreter.types().importError, fmt::format("cannot import name '{}' from '{}' (unknown location)", name->text(), path));
}

void Evaluator::importStar(Frame& frame, const Value& module) {
    auto* object = module.as<ModuleObject>();
    if (!object) return;
    Table& target = frame.module->table();
    if (const Value* all = object->table().get(m_interpreter.names().all)) {
        m_interpreter.forEach(Value(*all), [&](const Value& name) { target.set(m_interpreter, name, m_interpreter.getAttribute(module, m_interpreter.str(name))); });
        return;
    }
    if (object->missingNames)  // they come into the table
        for (const std::string_view name : object->missingNames()) m_interpreter.findAttribute(module, name);
    for (std::size_t i = 0; i < object->table().entries().size(); ++i) {
        const Table::Entry entry = object->table().entries()[i];
        const auto* name = entry.key.as<StringObject>();
        if (!entry.value.isUnset() && name && !name->text().starts_with('_')) target.set(m_interpreter, entry.key, entry.value, entry.hash);
    }
}

}  // namespace namescape
