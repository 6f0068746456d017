// Rich comparison, identity, equality and membership (CPython's Objects/object.c).
#include "script/builtin_operations.h"
#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_names.h"
#include "script/sequences.h"
#include "script/set_operations.h"

#include <fmt/format.h>

namespace namescape {

InternedName nameOf(const WellKnownNames& names, CompareOperator op) {
    switch (op) {
    case CompareOperator::Equal: return names.eq;
    case CompareOperator::NotEqual: return names.ne;
    case CompareOperator::Less: return names.lt;
    case CompareOperator::LessEqual: return names.le;
    case CompareOperator::Greater: return names.gt;
    case CompareOperator::GreaterEqual: return names.ge;
    default: return nullptr;
    }
}

CompareOperator mirrored(CompareOperator op) {
    switch (op) {
    case CompareOperator::Less: return CompareOperator::Greater;
    case CompareOperator::LessEqual: return CompareOperator::GreaterEqual;
    case CompareOperator::Greater: return CompareOperator::Less;
    case CompareOperator::GreaterEqual: return CompareOperator::LessEqual;
    default: return op;
    }
}

namespace {

bool isPlain(const Value& value) {
    return !value.isObject() || value.object()->type().isBuiltin;
}

Value ordered(CompareOperator op, int order) {
    switch (op) {
    case CompareOperator::Equal: return order == 0;
    case CompareOperator::NotEqual: return order != 0;
    case CompareOperator::Less: return order < 0;
    case CompareOperator::LessEqual: return order <= 0;
    case CompareOperator::Greater: return order > 0;
    case CompareOperator::GreaterEqual: return order >= 0;
    default: return Value::notImplemented();
    }
}

bool isSameOrEqual(Interpreter& interpreter, const Value& left, const Value& right) {
    return interpreter.identical(left, right) || interpreter.equal(left, right);
}

// Lists and tuples: the first elements that differ decide. Elements are read anew each time: comparing may change them.
template <typename Sequence>
Value compareSequences(Interpreter& interpreter, CompareOperator op, const Sequence& left, const Sequence& right) {
    if ((op == CompareOperator::Equal || op == CompareOperator::NotEqual) && left.size() != right.size()) return op == CompareOperator::NotEqual;
    interpreter.checkStack(" in comparison");
    for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
        interpreter.step();
        const Value a = left[i], b = right[i];
        if (isSameOrEqual(interpreter, a, b)) continue;
        if (op == CompareOperator::Equal) return false;
        if (op == CompareOperator::NotEqual) return true;
        return interpreter.compare(op, a, b);
    }
    return ordered(op, left.size() < right.size() ? -1 : left.size() > right.size());
}

struct TupleView {
    const TupleObject& tuple;
    std::size_t size() const { return tuple.size(); }
    const Value& operator[](std::size_t i) const { return tuple.values()[i]; }
};

Value compareDicts(Interpreter& interpreter, CompareOperator op, const DictObject& left, const DictObject& right) {
    if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return Value::notImplemented();
    interpreter.checkStack(" in comparison");
    bool same = left.table.size() == right.table.size();
    for (std::size_t i = 0; same && i < left.table.entries().size(); ++i) {
        const Table::Entry entry = left.table.entries()[i];
        if (entry.value.isUnset()) continue;
        interpreter.step();
        const std::size_t at = right.table.find(interpreter, entry.key, entry.hash);
        same = at != Table::notFound;
        if (!same) break;
        const Value other = right.table.entries()[at].value;
        same = isSameOrEqual(interpreter, entry.value, other);
    }
    return same == (op == CompareOperator::Equal);
}

Value compareRanges(CompareOperator op, const RangeObject& left, const RangeObject& right) {
    if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return Value::notImplemented();
    const auto length = left.length();
    const bool same = length == right.length() && (length == 0 || (left.start == right.start && (length == 1 || left.step == right.step)));
    return same == (op == CompareOperator::Equal);
}

}  // namespace

Value builtinCompare(Interpreter& interpreter, CompareOperator op, const Value& left, const Value& right) {
    if (Value result = compareNumbers(interpreter, op, left, right); !result.isNotImplemented()) return result;
    if (!left.isObject() || !right.isObject()) return Value::notImplemented();
    if (const auto *a = left.as<StringObject>(), *b = right.as<StringObject>(); a && b) {
        if (op == CompareOperator::Equal) return a->equals(*b);
        if (op == CompareOperator::NotEqual) return !a->equals(*b);
        return ordered(op, a->text().compare(b->text()));
    }
    if (const auto *a = left.as<TupleObject>(), *b = right.as<TupleObject>(); a && b) return compareSequences(interpreter, op, TupleView{*a}, TupleView{*b});
    if (const auto *a = left.as<ListObject>(), *b = right.as<ListObject>(); a && b) return compareSequences(interpreter, op, a->values, b->values);
    if (const auto *a = left.as<DictObject>(), *b = right.as<DictObject>(); a && b) return compareDicts(interpreter, op, *a, *b);
    if (const auto *a = left.as<BytesObject>(), *b = right.as<BytesObject>(); a && b) return ordered(op, a->bytes().compare(b->bytes()));
    if (const auto *a = left.as<RangeObject>(), *b = right.as<RangeObject>(); a && b) return compareRanges(op, *a, *b);
    if (const auto *a = left.as<SliceObject>(), *b = right.as<SliceObject>(); a && b)
        return compareSequences(interpreter, op, std::vector<Value>{a->start, a->stop, a->step}, std::vector<Value>{b->start, b->stop, b->step});
    if (const auto *a = left.as<BoundMethodObject>(), *b = right.as<BoundMethodObject>(); a && b && (op == CompareOperator::Equal || op == CompareOperator::NotEqual)) {
        const bool same = a->self.isSame(b->self) && a->function.isSame(b->function);
        return same == (op == CompareOperator::Equal);
    }
    return compareSets(interpreter, op, left, right);
}

namespace {

bool containsByIteration(Interpreter& interpreter, const Value& container, const Value& item) {
    bool found = false;
    interpreter.forEach(container, [&](const Value& value) {
        found = isSameOrEqual(interpreter, value, item);
        return !found;
    });
    return found;
}

bool rangeContains(Interpreter& interpreter, const RangeObject& range, const Value& item) {
    if (item.isFloat()) {
        const double number = item.asFloat();
        if (number != static_cast<double>(static_cast<std::int64_t>(number))) return false;
        return rangeContains(interpreter, range, static_cast<std::int64_t>(number));
    }
    if (!item.isInt() && !item.isBool()) return isInteger(item) || isPlain(item) ? false : containsByIteration(interpreter, Value(const_cast<RangeObject*>(&range)), item);
    const std::int64_t number = item.asInt();
    if (range.step > 0 ? number < range.start || number >= range.stop : number > range.start || number <= range.stop) return false;
    return (static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(range.start)) % static_cast<std::uint64_t>(range.step > 0 ? range.step : -range.step) == 0 ||
           (range.step < 0 && (static_cast<std::uint64_t>(range.start) - static_cast<std::uint64_t>(number)) % (0 - static_cast<std::uint64_t>(range.step)) == 0);
}

}  // namespace

bool Interpreter::identical(const Value& left, const Value& right) const {
    if (left.isSame(right)) return true;
    if (!left.isObject() || !right.isObject()) return false;
    const auto identity = left.object()->type().identity;
    return identity && identity == right.object()->type().identity && identity(*left.object()) == identity(*right.object());
}

// NotImplemented where neither operand knows the other.
Value Interpreter::tryCompare(CompareOperator op, const Value& left, const Value& right) {
    if (isPlain(left) && isPlain(right)) return builtinCompare(*this, op, left, right);
    TypeObject& leftType = typeOf(left);
    TypeObject& rightType = typeOf(right);
    const auto attempt = [&](TypeObject& type, CompareOperator sideOp, const Value& self, const Value& other) {
        if (const Value* method = findOverride(type, nameOf(names(), sideOp))) return method->isNone() ? Value::notImplemented() : callOverride(*method, self, {other});
        // Without its own __ne__ a class negates its __eq__.
        if (sideOp == CompareOperator::NotEqual) {
            if (const Value* equals = findOverride(type, names().eq); equals && !equals->isNone()) {
                Value result = callOverride(*equals, self, {other});
                return result.isNotImplemented() ? result : Value(!truth(result));
            }
        }
        return builtinCompare(*this, sideOp, self, other);
    };
    const bool rightFirst = &leftType != &rightType && rightType.isSubtypeOf(leftType) && findOverride(rightType, nameOf(names(), mirrored(op)));
    if (rightFirst) {
        Value result = attempt(rightType, mirrored(op), right, left);
        if (!result.isNotImplemented()) return result;
    }
    Value result = attempt(leftType, op, left, right);
    if (!result.isNotImplemented() || rightFirst) return result;
    return attempt(rightType, mirrored(op), right, left);
}

Value Interpreter::compare(CompareOperator op, const Value& left, const Value& right) {
    switch (op) {
    case CompareOperator::Is: return identical(left, right);
    case CompareOperator::IsNot: return !identical(left, right);
    case CompareOperator::In: return contains(right, left);
    case CompareOperator::NotIn: return !contains(right, left);
    default: break;
    }
    Value result = tryCompare(op, left, right);
    if (!result.isNotImplemented()) return result;
    if (op == CompareOperator::Equal) return identical(left, right);
    if (op == CompareOperator::NotEqual) return !identical(left, right);
    throw typeError(fmt::format("'{}' not supported between instances of '{}' and '{}'", spelling(op), typeName(left), typeName(right)));
}

bool Interpreter::equal(const Value& left, const Value& right) {
    if (left.isSame(right) && !left.isFloat() && isPlain(left)) return true;
    return truth(compare(CompareOperator::Equal, left, right));
}

std::optional<bool> builtinContains(Interpreter& interpreter, const Value& container, const Value& item) {
    if (!container.isObject()) return std::nullopt;
    switch (container.object()->kind()) {
    case ObjectKind::Dict: return container.as<DictObject>()->table.find(interpreter, item) != Table::notFound;
    case ObjectKind::Set: return setContains(interpreter, *container.as<SetObject>(), item);
    case ObjectKind::List:
    case ObjectKind::Tuple: return containsByIteration(interpreter, container, item);
    case ObjectKind::Range: return rangeContains(interpreter, *container.as<RangeObject>(), item);
    case ObjectKind::DictView: return viewContains(interpreter, *container.as<DictViewObject>(), item);
    case ObjectKind::String: {
        const auto* part = item.as<StringObject>();
        if (!part) throw interpreter.typeError(fmt::format("'in <string>' requires string as left operand, not {}", interpreter.typeName(item)));
        return container.as<StringObject>()->text().find(part->text()) != std::string_view::npos;
    }
    case ObjectKind::Bytes:
        if (item.isInt()) return container.as<BytesObject>()->bytes().find(static_cast<char>(item.asInt())) != std::string_view::npos;
        if (const auto* part = item.as<BytesObject>()) return container.as<BytesObject>()->bytes().find(part->bytes()) != std::string_view::npos;
        throw interpreter.typeError(fmt::format("a bytes-like object is required, not '{}'", interpreter.typeName(item)));
    default: return std::nullopt;
    }
}

bool Interpreter::contains(const Value& container, const Value& item) {
    TypeObject& type = typeOf(container);
    if (const Value* method = findOverride(type, names().contains)) {
        if (method->isNone()) throw typeError(fmt::format("argument of type '{}' is not iterable", type.name));
        return truth(callOverride(*method, container, {item}));
    }
    const bool iteratesItself = (container.is<ListObject>() || container.is<TupleObject>()) && findOverride(type, names().iter);
    if (!iteratesItself)
        if (const auto found = builtinContains(*this, container, item)) return *found;
    if (!isIterable(container)) throw typeError(fmt::format("argument of type '{}' is not iterable", type.name));
    return containsByIteration(*this, container, item);
}

}  // namespace namescape
