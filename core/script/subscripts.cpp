// object[key]: reading, setting, deleting.
#include "script/builtin_operations.h"
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/sequences.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

Value dictItem(Interpreter& interpreter, const Value& object, DictObject& dict, const Value& key) {
    const std::size_t at = dict.table.find(interpreter, key);
    if (at != Table::notFound) return dict.table.entries()[at].value;
    if (!dict.type().isBuiltin)
        if (const Value* missing = interpreter.findInType(dict.type(), interpreter.names().missing)) return interpreter.callOverride(*missing, object, {key});
    throw interpreter.keyError(key);
}

Value stringItem(Interpreter& interpreter, const StringObject& string, const Value& key) {
    const bool isOld = interpreter.options().wording == ErrorWording::Python37;
    if (isOld && !key.isInt() && !key.isBool() && !interpreter.findInType(interpreter.typeOf(key), interpreter.names().index)) throw interpreter.typeError("string indices must be integers");
    if (!key.isInt() && !key.isBool() && !interpreter.findInType(interpreter.typeOf(key), interpreter.names().index))
        throw interpreter.typeError(fmt::format("string indices must be integers, not '{}'", interpreter.typeName(key)));
    const std::size_t index = resolveIndex(interpreter, interpreter.index(key), string.length(), "string index out of range");
    return substring(interpreter, string, index, index + 1);
}

Value rangeItem(Interpreter& interpreter, const RangeObject& range, const Value& key) {
    const std::int64_t index = indexKey(interpreter, key, "range indices must be integers or slices, not ");
    const std::uint64_t length = range.length();  // may be more than an index can be
    const auto at = static_cast<std::uint64_t>(index < 0 ? index + static_cast<std::int64_t>(std::min<std::uint64_t>(length, INT64_MAX)) : index);
    if (length > INT64_MAX && index < 0) return range.at(length - (0 - static_cast<std::uint64_t>(index)));
    if (at >= length) throw interpreter.indexError("range object index out of range");
    return range.at(at);
}

}  // namespace

std::optional<Value> builtinGetItem(Interpreter& interpreter, const Value& object, const Value& key) {
    if (!object.isObject()) return std::nullopt;
    const auto* slice = key.as<SliceObject>();
    switch (object.object()->kind()) {
    case ObjectKind::List: {
        if (slice) return sliceOf(interpreter, object, *slice);
        const std::int64_t index = indexKey(interpreter, key, "list indices must be integers or slices, not ");
        const auto& values = object.as<ListObject>()->values;
        return values[resolveIndex(interpreter, index, values.size(), "list index out of range")];
    }
    case ObjectKind::Tuple: {
        if (slice) return sliceOf(interpreter, object, *slice);
        const std::int64_t index = indexKey(interpreter, key, "tuple indices must be integers or slices, not ");
        const auto values = object.as<TupleObject>()->values();
        return values[resolveIndex(interpreter, index, values.size(), "tuple index out of range")];
    }
    case ObjectKind::Dict: return dictItem(interpreter, object, *object.as<DictObject>(), key);
    case ObjectKind::String: return slice ? sliceOf(interpreter, object, *slice) : stringItem(interpreter, *object.as<StringObject>(), key);
    case ObjectKind::Range: return slice ? sliceOf(interpreter, object, *slice) : rangeItem(interpreter, *object.as<RangeObject>(), key);
    case ObjectKind::Bytes: {
        if (slice) return sliceOf(interpreter, object, *slice);
        const std::string_view bytes = object.as<BytesObject>()->bytes();
        const std::int64_t index = indexKey(interpreter, key, "byte indices must be integers or slices, not ");
        return static_cast<int>(static_cast<unsigned char>(bytes[resolveIndex(interpreter, index, bytes.size(), "index out of range")]));
    }
    default: return std::nullopt;
    }
}

bool builtinSetItem(Interpreter& interpreter, const Value& object, const Value& key, const Value& value) {
    if (auto* list = object.as<ListObject>()) assignListItem(interpreter, *list, key, value);
    else if (auto* dict = object.as<DictObject>()) dict->table.set(interpreter, key, value);
    else return false;
    return true;
}

bool builtinDeleteItem(Interpreter& interpreter, const Value& object, const Value& key) {
    if (auto* list = object.as<ListObject>()) {
        deleteListItem(interpreter, *list, key);
        return true;
    }
    auto* dict = object.as<DictObject>();
    if (!dict) return false;
    const std::size_t at = dict->table.find(interpreter, key);
    if (at == Table::notFound) throw interpreter.keyError(key);
    dict->table.removeAt(at);
    return true;
}

namespace {

// `Class[…]`: what annotations need.
Value classItem(Interpreter& interpreter, const Value& object, const Value& key) {
    auto& type = *object.as<TypeObject>();
    if (const auto method = interpreter.findAttribute(object, interpreter.names().classGetItem)) return interpreter.call(*method, {key});
    const BuiltinTypes& types = interpreter.types();
    for (const auto& generic : {types.list, types.dict, types.tuple, types.set, types.frozenset, types.type})
        if (&type == generic.get()) return object;  // the parameters are for type checkers only
    throw interpreter.typeError(fmt::format("type '{}' is not subscriptable", type.name));
}

}  // namespace

Value Interpreter::getItem(const Value& object, const Value& key) {
    if (object.isObject()) {
        if (const Value* method = findOverride(object.object()->type(), names().getitem)) return callOverride(*method, object, {key});
        if (auto item = builtinGetItem(*this, object, key)) return std::move(*item);
        if (object.is<TypeObject>()) return classItem(*this, object, key);
    }
    throw typeError(fmt::format("'{}' object is not subscriptable", typeName(object)));
}

void Interpreter::setItem(const Value& object, const Value& key, const Value& value) {
    if (object.isObject()) {
        if (const Value* method = findOverride(object.object()->type(), names().setitem)) {
            callOverride(*method, object, {key, value});
            return;
        }
        if (builtinSetItem(*this, object, key, value)) return;
    }
    throw typeError(fmt::format("'{}' object does not support item assignment", typeName(object)));
}

void Interpreter::deleteItem(const Value& object, const Value& key) {
    if (object.isObject()) {
        if (const Value* method = findOverride(object.object()->type(), names().delitem)) {
            callOverride(*method, object, {key});
            return;
        }
        if (builtinDeleteItem(*this, object, key)) return;
    }
    // CPython words it by whether the type has a sequence's methods and the key could be an index of one.
    const bool isSequenceLike = object.isObject() && (typeOf(object).isScript || findInType(typeOf(object), names().contains));
    const bool isIndex = isInteger(plainNumber(key)) || findInType(typeOf(key), names().index);
    throw typeError(fmt::format("'{}' object {} support item deletion", typeName(object), isSequenceLike && isIndex ? "doesn't" : "does not"));
}

}  // namespace namescape
