// What lists, tuples, strings and ranges have in common: indices, slices, repetition.
#pragma once

#include "script/containers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace namescape {

class Interpreter;

// A slice on a sequence of a given length: `count` elements from `start` on, `step` apart.
struct SliceBounds {
    std::int64_t start = 0;
    std::int64_t stop = 0;
    std::int64_t step = 1;
    std::int64_t count = 0;
};

// A slice's parts as integers, before the length of the sequence matters: asking for them may run code that changes it.
struct SliceIndices {
    std::optional<std::int64_t> start, stop;
    std::int64_t step = 1;

    SliceBounds within(std::size_t length) const;
};

// Throws TypeError for bounds that are no integers, ValueError for a step of zero.
SliceIndices sliceIndices(Interpreter& interpreter, const SliceObject& slice);

// An index that may be negative, in [0, length); IndexError with `message` otherwise.
std::size_t resolveIndex(Interpreter& interpreter, std::int64_t index, std::size_t length, const char* message);

// The integer of a key that is no slice: `complaint` is the TypeError's text, to which the key's type is added.
std::int64_t indexKey(Interpreter& interpreter, const Value& key, std::string_view complaint);

// A bound of list.index(), str.find() and so on: clamped, negative counts from the end. None gives `fallback`.
std::int64_t clampIndex(Interpreter& interpreter, const Value& bound, std::size_t length, std::int64_t fallback);

// Part of a string by code points.
Value substring(Interpreter& interpreter, const StringObject& string, std::size_t begin, std::size_t end);

Value sliceOf(Interpreter& interpreter, const Value& sequence, const SliceObject& slice);
// Element or slice assignment and deletion on a list.
void assignListItem(Interpreter& interpreter, ListObject& list, const Value& key, const Value& value);
void deleteListItem(Interpreter& interpreter, ListObject& list, const Value& key);

// NotImplemented where `sequence` can't be repeated or `count` is no integer.
Value repeatSequence(Interpreter& interpreter, const Value& sequence, const Value& count);
// NotImplemented where the two can't be put together.
Value concatenate(Interpreter& interpreter, const Value& left, const Value& right);

}  // namespace namescape
