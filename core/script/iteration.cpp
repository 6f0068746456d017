// iter(), next(), len() and index conversions (CPython's Objects/abstract.c).
#include "script/builtin_operations.h"
#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/interpreter.h"
#include "script/iterators.h"
#include "script/numbers.h"
#include "script/set_operations.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

// Iterates over what has __getitem__ only.
class ItemIterator final : public IteratorObject {
public:
    ItemIterator(TypeObject& type, Value sequence) : IteratorObject(type), m_sequence(std::move(sequence)) {}
    void clearReferences() override { m_sequence = Value(); }

    bool next(Interpreter& interpreter, Value& value) override {
        if (m_isAtEnd) return false;
        try {
            value = interpreter.getItem(m_sequence, m_at++);
            return true;
        } catch (const ScriptError& error) {
            const TypeObject& type = error.exception().type();
            if (!type.isSubtypeOf(*interpreter.types().indexError) && !type.isSubtypeOf(*interpreter.types().stopIteration)) throw;
            m_isAtEnd = true;
            return false;
        }
    }

private:
    Value m_sequence;
    std::int64_t m_at = 0;
    bool m_isAtEnd = false;
};

class SetIterator final : public IteratorObject {
public:
    SetIterator(TypeObject& type, SetObject& set) : IteratorObject(type), m_set(&set), m_elements(setElements(set)) {}
    void clearReferences() override {
        m_set = {};
        m_elements.clear();
    }

    bool next(Interpreter& interpreter, Value& value) override {
        if (!m_set) return false;
        if (m_set->table.size() != m_elements.size()) throw interpreter.runtimeError("Set changed size during iteration");
        if (m_at < m_elements.size()) {
            value = m_elements[m_at++];
            return true;
        }
        clearReferences();
        return false;
    }

private:
    Ref<SetObject> m_set;
    std::vector<Value> m_elements;
    std::size_t m_at = 0;
};

bool isIterator(const Value& value) {
    return value.isObject() && (value.object()->kind() == ObjectKind::Iterator || value.object()->kind() == ObjectKind::Generator);
}

}  // namespace

std::optional<Value> builtinIterate(Interpreter& interpreter, const Value& iterable) {
    if (!iterable.isObject()) return std::nullopt;
    Object& object = *iterable.object();
    const BuiltinTypes& types = interpreter.types();
    Heap& heap = interpreter.heap();
    switch (object.kind()) {
    case ObjectKind::List: return heap.make<ListIterator>(*types.listIterator, static_cast<ListObject&>(object));
    case ObjectKind::Tuple: return heap.make<TupleIterator>(*types.tupleIterator, static_cast<TupleObject&>(object));
    case ObjectKind::Range: return heap.make<RangeIterator>(*types.rangeIterator, static_cast<RangeObject&>(object));
    case ObjectKind::String: return heap.make<StringIterator>(*types.stringIterator, static_cast<StringObject&>(object));
    case ObjectKind::Dict: return iterateDict(interpreter, static_cast<DictObject&>(object), ViewKind::Keys);
    case ObjectKind::DictView: {
        const auto& view = static_cast<DictViewObject&>(object);
        return iterateDict(interpreter, *view.dict, view.view);
    }
    case ObjectKind::Set: return heap.make<SetIterator>(*types.setIterator, static_cast<SetObject&>(object));
    case ObjectKind::Iterator:
    case ObjectKind::Generator: return Value(&object);
    case ObjectKind::Bytes: {
        std::string bytes(static_cast<BytesObject&>(object).bytes());
        return interpreter.makeIterator([bytes = std::move(bytes), at = std::size_t{0}](Interpreter&, Value& value) mutable {
            if (at >= bytes.size()) return false;
            value = static_cast<int>(static_cast<unsigned char>(bytes[at++]));
            return true;
        });
    }
    default: return std::nullopt;
    }
}

bool StringIterator::next(Interpreter& interpreter, Value& value) {
    if (!m_string || m_at >= m_string->size()) return false;
    const std::string_view text = m_string->text();
    std::size_t end = m_at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    value = interpreter.string(text.substr(m_at, end - m_at));
    m_at = end;
    return true;
}

bool FunctionIterator::next(Interpreter& interpreter, Value& value) {
    struct Running {
        unsigned& count;
        explicit Running(unsigned& steps) : count(steps) { ++count; }
        ~Running() { --count; }
    };
    if (m_isAtEnd || !m_step) return false;
    interpreter.checkStack();
    {
        const Running running(m_running);
        if (m_step(interpreter, value)) return true;
    }
    m_isAtEnd = true;
    if (m_running == 0) m_step = nullptr;
    return false;
}

Value Interpreter::makeIterator(IteratorStep step) {
    return heap().make<FunctionIterator>(*types().iterator, std::move(step));
}

bool Interpreter::isIterable(const Value& value) const {
    if (!value.isObject()) return false;
    TypeObject& type = value.object()->type();
    if (const Value* iter = findInType(type, names().iter)) return !iter->isNone();
    return isIterator(value) || findInType(type, names().getitem) != nullptr;
}

Value Interpreter::iterate(const Value& iterable) {
    if (iterable.isObject()) {
        TypeObject& type = iterable.object()->type();
        if (const Value* method = findOverride(type, names().iter)) {
            if (method->isNone()) throw typeError(fmt::format("'{}' object is not iterable", type.name));
            Value iterator = callOverride(*method, iterable, {});
            if (!isIterator(iterator) && !findInType(typeOf(iterator), names().next)) throw typeError(fmt::format("iter() returned non-iterator of type '{}'", typeName(iterator)));
            return iterator;
        }
        if (auto iterator = builtinIterate(*this, iterable)) return std::move(*iterator);
        if (findOverride(type, names().getitem)) return heap().make<ItemIterator>(*types().iterator, iterable);
    }
    throw typeError(fmt::format("'{}' object is not iterable", typeName(iterable)));
}

bool Interpreter::next(const Value& iterator, Value& value) {
    if (isIterator(iterator)) return static_cast<IteratorObject*>(iterator.object())->next(*this, value);
    const Value* method = findInType(typeOf(iterator), names().next);
    if (!method) throw typeError(fmt::format("'{}' object is not an iterator", typeName(iterator)));
    try {
        value = callOverride(*method, iterator, {});
        return true;
    } catch (const ScriptError& error) {
        if (!error.exception().type().isSubtypeOf(*types().stopIteration)) throw;
        return false;
    }
}

std::vector<Value> Interpreter::elements(const Value& iterable) {
    if (iterable.isObject() && !findOverride(iterable.object()->type(), names().iter)) {
        if (const auto* list = iterable.as<ListObject>()) return {list->values.begin(), list->values.end()};
        if (const auto* tuple = iterable.as<TupleObject>()) return {tuple->values().begin(), tuple->values().end()};
    }
    std::vector<Value> result;
    std::size_t charged = 0;
    // The vector is no object, but it can be the largest thing around: hold its size against the limit as well.
    forEach(iterable, [&](const Value& value) {
        if (result.size() == charged) heap().ensureRoom(charged = charged * 2 + 64, sizeof(Value));
        result.push_back(value);
    });
    return result;
}

std::optional<std::int64_t> builtinLength(const Value& value) {
    if (!value.isObject()) return std::nullopt;
    switch (value.object()->kind()) {
    case ObjectKind::String: return static_cast<std::int64_t>(value.as<StringObject>()->length());
    case ObjectKind::Bytes: return static_cast<std::int64_t>(value.as<BytesObject>()->bytes().size());
    case ObjectKind::List: return static_cast<std::int64_t>(value.as<ListObject>()->values.size());
    case ObjectKind::Tuple: return static_cast<std::int64_t>(value.as<TupleObject>()->size());
    case ObjectKind::Dict: return static_cast<std::int64_t>(value.as<DictObject>()->table.size());
    case ObjectKind::DictView: return static_cast<std::int64_t>(value.as<DictViewObject>()->dict->table.size());
    case ObjectKind::Set: return static_cast<std::int64_t>(value.as<SetObject>()->table.size());
    case ObjectKind::Range: return static_cast<std::int64_t>(std::min<std::uint64_t>(value.as<RangeObject>()->length(), INT64_MAX));
    default: return std::nullopt;
    }
}

std::int64_t Interpreter::length(const Value& value) {
    if (value.isObject()) {
        if (const Value* method = findOverride(value.object()->type(), names().len)) {
            const Value result = callOverride(*method, value, {});
            const Value& number = plainNumber(result);
            if (!isInteger(number)) throw typeError(fmt::format("'{}' object cannot be interpreted as an integer", typeName(result)));
            if (isNegative(number)) throw valueError("__len__() should return >= 0");
            return index(result);
        }
        const auto builtin = builtinLength(value);
        if (builtin == INT64_MAX) throw overflowError("Python int too large to convert to C ssize_t");
        if (builtin) return *builtin;
    }
    throw typeError(fmt::format("object of type '{}' has no len()", typeName(value)));
}

std::int64_t Interpreter::index(const Value& value) {
    const Value integer = indexValue(value);
    if (integer.isObject()) throw overflowError("Python int too large to convert to C ssize_t");
    return integer.asInt();
}

Value Interpreter::indexValue(const Value& value) {
    const Value& plain = plainNumber(value);
    if (isInteger(plain)) return plain;
    if (const Value* method = findOverride(typeOf(value), names().index)) {
        const Value result = callOverride(*method, value, {});
        if (!isInteger(plainNumber(result))) throw typeError(fmt::format("__index__ returned non-int (type {})", typeName(result)));
        return plainNumber(result);
    }
    throw typeError(fmt::format("'{}' object cannot be interpreted as an integer", typeName(value)));
}

double Interpreter::toDouble(const Value& value) {
    const Value& plain = plainNumber(value);
    if (plain.isFloat()) return plain.asFloat();
    if (isInteger(plain)) return integerToDouble(*this, plain);
    if (const Value* method = findOverride(typeOf(value), names().float_)) {
        const Value result = callOverride(*method, value, {});
        if (!plainNumber(result).isFloat()) throw typeError(fmt::format("{}.__float__ returned non-float (type {})", typeName(value), typeName(result)));
        return plainNumber(result).asFloat();
    }
    if (findOverride(typeOf(value), names().index)) return integerToDouble(*this, indexValue(value));
    throw typeError(fmt::format("must be real number, not {}", typeName(value)));
}

bool Interpreter::truth(const Value& value) {
    switch (value.tag()) {
    case ValueTag::None:
    case ValueTag::Unset: return false;
    case ValueTag::Bool:
    case ValueTag::Int: return value.asInt() != 0;
    case ValueTag::Float: return value.asFloat() != 0;
    case ValueTag::NotImplemented:
    case ValueTag::Ellipsis: return true;
    case ValueTag::Object: break;
    }
    TypeObject& type = value.object()->type();
    if (const Value* method = findOverride(type, names().bool_)) {
        const Value result = callOverride(*method, value, {});
        if (!result.isBool()) throw typeError(fmt::format("__bool__ should return bool, returned {}", typeName(result)));
        return result.asBool();
    }
    if (findOverride(type, names().len)) return length(value) != 0;
    switch (value.object()->kind()) {
    case ObjectKind::String: return value.as<StringObject>()->size() != 0;
    case ObjectKind::Complex: return value.as<ComplexObject>()->value != 0.0;
    case ObjectKind::Number: return truth(value.as<NumberObject>()->number);
    case ObjectKind::Bytes:
    case ObjectKind::List:
    case ObjectKind::Tuple:
    case ObjectKind::Dict:
    case ObjectKind::DictView:
    case ObjectKind::Set: return length(value) != 0;
    case ObjectKind::Range: return value.as<RangeObject>()->length() != 0;
    default: return true;
    }
}

}  // namespace namescape
