#include "script/sequences.h"

#include "script/builtin_types.h"
#include "script/integers.h"
#include "script/interpreter.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace namescape {

namespace {

// A slice's bound: an index clamped to 64 bits.
std::int64_t sliceIndex(Interpreter& interpreter, const Value& value) {
    if (value.isInt() || value.isBool()) return value.asInt();
    if (value.is<BigIntObject>()) return isNegative(value) ? INT64_MIN : INT64_MAX;
    if (!interpreter.findInType(interpreter.typeOf(value), interpreter.names().index))
        throw interpreter.typeError("slice indices must be integers or None or have an __index__ method");
    return interpreter.index(value);
}

template <typename Copy>
void forEachInSlice(const SliceBounds& bounds, Copy copy) {
    for (std::int64_t i = 0; i < bounds.count; ++i) copy(static_cast<std::size_t>(bounds.start + i * bounds.step));
}

Value sliceString(Interpreter& interpreter, const StringObject& string, const SliceBounds& bounds) {
    if (bounds.step == 1) return substring(interpreter, string, static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.start + bounds.count));
    std::string text;
    if (string.isAscii()) {
        forEachInSlice(bounds, [&](std::size_t at) { text += string.text()[at]; });
    } else {
        std::vector<std::string_view> characters;
        for (std::size_t at = 0; at < string.size();) {
            std::size_t end = at + 1;
            while (end < string.size() && (static_cast<unsigned char>(string.text()[end]) & 0xc0) == 0x80) ++end;
            characters.push_back(string.text().substr(at, end - at));
            at = end;
        }
        forEachInSlice(bounds, [&](std::size_t at) { text += characters[at]; });
    }
    return interpreter.string(text);
}

Value sliceRange(Interpreter& interpreter, const RangeObject& range, const SliceBounds& bounds) {
    const auto at = [&](std::int64_t index) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(range.start) + static_cast<std::uint64_t>(index) * static_cast<std::uint64_t>(range.step));
    };
    std::int64_t step;
    if (__builtin_mul_overflow(range.step, bounds.step, &step)) throw interpreter.overflowError("Python int too large to convert to C ssize_t");
    return interpreter.heap().make<RangeObject>(*interpreter.types().range, at(bounds.start), at(bounds.stop), step);
}

void assignSlice(Interpreter& interpreter, ListObject& list, const SliceObject& slice, const Value& value) {
    if (!value.is<ListObject>() && !value.is<TupleObject>()) {
        if (!interpreter.findInType(interpreter.typeOf(value), interpreter.names().iter) && !interpreter.findInType(interpreter.typeOf(value), interpreter.names().getitem))
            throw interpreter.typeError("can only assign an iterable");
    }
    const std::vector<Value> given = interpreter.elements(value);
    const SliceIndices indices = sliceIndices(interpreter, slice);
    const SliceBounds bounds = indices.within(list.values.size());
    if (bounds.step == 1) {
        ValueVector replaced(list.values.begin() + bounds.start, list.values.begin() + bounds.start + bounds.count, list.values.get_allocator());
        list.values.erase(list.values.begin() + bounds.start, list.values.begin() + bounds.start + bounds.count);
        list.values.insert(list.values.begin() + bounds.start, given.begin(), given.end());
        return;
    }
    if (given.size() != static_cast<std::size_t>(bounds.count))
        throw interpreter.valueError(fmt::format("attempt to assign sequence of size {} to extended slice of size {}", given.size(), bounds.count));
    std::size_t next = 0;
    std::vector<Value> values(given);
    forEachInSlice(bounds, [&](std::size_t at) { list.values[at].swap(values[next++]); });
}

}  // namespace

SliceIndices sliceIndices(Interpreter& interpreter, const SliceObject& slice) {
    const auto given = [&](const Value& value) { return value.isNone() ? std::nullopt : std::optional(sliceIndex(interpreter, value)); };
    SliceIndices indices;
    indices.step = std::max(given(slice.step).value_or(1), -INT64_MAX);
    if (indices.step == 0) throw interpreter.valueError("slice step cannot be zero");
    indices.start = given(slice.start);
    indices.stop = given(slice.stop);
    return indices;
}

SliceBounds SliceIndices::within(std::size_t length) const {
    const auto size = static_cast<std::int64_t>(length);
    const bool forward = step > 0;
    const auto bound = [&](std::optional<std::int64_t> given, std::int64_t fallback) {
        if (!given) return fallback;
        if (*given < 0) return *given < -size ? (forward ? 0 : -1) : *given + size;
        return *given >= size ? (forward ? size : size - 1) : *given;
    };
    SliceBounds bounds{bound(start, forward ? 0 : size - 1), bound(stop, forward ? size : -1), step, 0};
    if (forward && bounds.start < bounds.stop) bounds.count = (bounds.stop - bounds.start - 1) / step + 1;
    if (!forward && bounds.start > bounds.stop) bounds.count = (bounds.start - bounds.stop - 1) / -step + 1;
    return bounds;
}

std::size_t resolveIndex(Interpreter& interpreter, std::int64_t index, std::size_t length, const char* message) {
    const auto size = static_cast<std::int64_t>(length);
    if (index < 0) index += size;
    if (index < 0 || index >= size) throw interpreter.indexError(message);
    return static_cast<std::size_t>(index);
}

std::int64_t indexKey(Interpreter& interpreter, const Value& key, std::string_view complaint) {
    if (key.isInt() || key.isBool()) return key.asInt();
    if (key.is<BigIntObject>()) throw interpreter.error(*interpreter.types().indexError, fmt::format("cannot fit 'int' into an index-sized integer"));
    if (!interpreter.findInType(interpreter.typeOf(key), interpreter.names().index)) throw interpreter.typeError(fmt::format("{}{}", complaint, interpreter.typeName(key)));
    return interpreter.index(key);
}

std::int64_t clampIndex(Interpreter& interpreter, const Value& bound, std::size_t length, std::int64_t fallback) {
    if (bound.isNone()) return fallback;
    const auto size = static_cast<std::int64_t>(length);
    std::int64_t index = sliceIndex(interpreter, bound);
    if (index < 0) index = std::max<std::int64_t>(0, index < -size ? 0 : index + size);
    return index;
}

Value substring(Interpreter& interpreter, const StringObject& string, std::size_t begin, std::size_t end) {
    if (begin == 0 && end == string.length() && string.type().isBuiltin) return Value(const_cast<StringObject*>(&string));
    const std::size_t from = string.byteOffset(begin);
    const std::size_t to = string.isAscii() ? end : from + offsetOfCodePoint(string.text().substr(from), end - begin);
    return interpreter.string(string.text().substr(from, to - from));
}

Value sliceOf(Interpreter& interpreter, const Value& sequence, const SliceObject& slice) {
    if (const auto* list = sequence.as<ListObject>()) {
        const SliceIndices indices = sliceIndices(interpreter, slice);
        const SliceBounds bounds = indices.within(list->values.size());
        interpreter.step(1 + static_cast<std::uint64_t>(bounds.count) / 64);
        auto made = interpreter.list();
        made->values.reserve(static_cast<std::size_t>(bounds.count));
        forEachInSlice(bounds, [&](std::size_t at) { made->values.push_back(list->values[at]); });
        return made;
    }
    if (const auto* tuple = sequence.as<TupleObject>()) {
        const SliceBounds bounds = sliceIndices(interpreter, slice).within(tuple->size());
        auto made = interpreter.newTuple(static_cast<std::size_t>(bounds.count));
        auto to = made->values().begin();
        forEachInSlice(bounds, [&](std::size_t at) { *to++ = tuple->values()[at]; });
        return made;
    }
    if (const auto* string = sequence.as<StringObject>()) return sliceString(interpreter, *string, sliceIndices(interpreter, slice).within(string->length()));
    if (const auto* bytes = sequence.as<BytesObject>()) {
        std::string text;
        forEachInSlice(sliceIndices(interpreter, slice).within(bytes->bytes().size()), [&](std::size_t at) { text += bytes->bytes()[at]; });
        return interpreter.heap().make<BytesObject>(*interpreter.types().bytes, text, interpreter.heap());
    }
    const auto* range = sequence.as<RangeObject>();
    if (range->length() > INT64_MAX) throw interpreter.overflowError("Python int too large to convert to C ssize_t");
    return sliceRange(interpreter, *range, sliceIndices(interpreter, slice).within(static_cast<std::size_t>(range->length())));
}

void assignListItem(Interpreter& interpreter, ListObject& list, const Value& key, const Value& value) {
    if (const auto* slice = key.as<SliceObject>()) return assignSlice(interpreter, list, *slice, value);
    const std::int64_t index = indexKey(interpreter, key, "list indices must be integers or slices, not ");
    Value held = value;  // what was there goes when the list is whole again
    list.values[resolveIndex(interpreter, index, list.values.size(), "list assignment index out of range")].swap(held);
}

void deleteListItem(Interpreter& interpreter, ListObject& list, const Value& key) {
    if (const auto* slice = key.as<SliceObject>()) {
        const SliceIndices indices = sliceIndices(interpreter, *slice);
        const SliceBounds bounds = indices.within(list.values.size());
        std::vector<bool> isDeleted(list.values.size());
        forEachInSlice(bounds, [&](std::size_t at) { isDeleted[at] = true; });
        ValueVector kept(list.values.get_allocator());
        for (std::size_t i = 0; i < list.values.size(); ++i)
            if (!isDeleted[i]) kept.push_back(list.values[i]);
        list.values.swap(kept);
        return;
    }
    const std::int64_t index = indexKey(interpreter, key, "list indices must be integers or slices, not ");
    const std::size_t at = resolveIndex(interpreter, index, list.values.size(), "list assignment index out of range");
    const Value held = std::move(list.values[at]);
    list.values.erase(list.values.begin() + static_cast<std::ptrdiff_t>(at));
}

Value repeatSequence(Interpreter& interpreter, const Value& sequence, const Value& countGiven) {
    if (!sequence.is<ListObject>() && !sequence.is<TupleObject>() && !sequence.is<StringObject>() && !sequence.is<BytesObject>()) return Value::notImplemented();
    if (!isInteger(countGiven) && !interpreter.findInType(interpreter.typeOf(countGiven), interpreter.names().index)) return Value::notImplemented();
    if (countGiven.is<BigIntObject>() && !isNegative(countGiven)) throw interpreter.overflowError("cannot fit 'int' into an index-sized integer");
    const std::int64_t signedCount = countGiven.is<BigIntObject>() ? 0 : interpreter.index(countGiven);
    const auto count = static_cast<std::size_t>(std::max<std::int64_t>(0, signedCount));
    const auto fits = [&](std::size_t size, std::size_t each) {
        if (size > 0) interpreter.heap().ensureRoom(count, size * each);
        interpreter.step(1 + count * size / 64);
        return size * count;
    };
    if (const auto* string = sequence.as<StringObject>()) {
        const std::string_view text = string->text();
        auto made = interpreter.newString(fits(text.size(), 1));
        if (text.size() == 1) std::memset(made->data(), text[0], count);
        else
            for (std::size_t i = 0; i < count && !text.empty(); ++i) std::memcpy(made->data() + i * text.size(), text.data(), text.size());
        return made;
    }
    if (const auto* bytes = sequence.as<BytesObject>()) {
        std::string text;
        text.reserve(fits(bytes->bytes().size(), 2));
        for (std::size_t i = 0; i < count; ++i) text += bytes->bytes();
        return interpreter.heap().make<BytesObject>(*interpreter.types().bytes, text, interpreter.heap());
    }
    if (const auto* list = sequence.as<ListObject>()) {
        auto made = interpreter.list();
        made->values.reserve(fits(list->values.size(), sizeof(Value)));
        for (std::size_t i = 0; i < count; ++i) made->values.insert(made->values.end(), list->values.begin(), list->values.end());
        return made;
    }
    const auto* tuple = sequence.as<TupleObject>();
    auto made = interpreter.newTuple(fits(tuple->size(), sizeof(Value)));
    auto to = made->values().begin();
    for (std::size_t i = 0; i < count; ++i) to = std::copy(tuple->values().begin(), tuple->values().end(), to);
    return made;
}

Value concatenate(Interpreter& interpreter, const Value& left, const Value& right) {
    if (const auto* string = left.as<StringObject>()) {
        const auto* other = right.as<StringObject>();
        if (!other) return Value::notImplemented();
        auto made = interpreter.newString(string->size() + other->size());
        std::memcpy(made->data(), string->data(), string->size());
        std::memcpy(made->data() + string->size(), other->data(), other->size());
        return made;
    }
    if (const auto* list = left.as<ListObject>()) {
        const auto* other = right.as<ListObject>();
        if (!other) return Value::notImplemented();
        interpreter.step(1 + (list->values.size() + other->values.size()) / 64);
        auto made = interpreter.list();
        made->values.reserve(list->values.size() + other->values.size());
        made->values.assign(list->values.begin(), list->values.end());
        made->values.insert(made->values.end(), other->values.begin(), other->values.end());
        return made;
    }
    if (const auto* tuple = left.as<TupleObject>()) {
        const auto* other = right.as<TupleObject>();
        if (!other) return Value::notImplemented();
        interpreter.step(1 + (tuple->size() + other->size()) / 64);
        auto made = interpreter.newTuple(tuple->size() + other->size());
        std::copy(other->values().begin(), other->values().end(), std::copy(tuple->values().begin(), tuple->values().end(), made->values().begin()));
        return made;
    }
    const auto* bytes = left.as<BytesObject>();
    const auto* other = right.as<BytesObject>();
    if (!bytes || !other) return Value::notImplemented();
    return interpreter.heap().make<BytesObject>(*interpreter.types().bytes, std::string(bytes->bytes()) + std::string(other->bytes()), interpreter.heap());
}

}  // namespace namescape
