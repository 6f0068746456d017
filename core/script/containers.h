// Python's list, tuple, dict, set, range and slice as objects; what they do stands in the files of their methods.
#pragma once

#include "script/heap.h"
#include "script/string_object.h"

#include <optional>
#include <span>
#include <vector>

namespace namescape {

class Interpreter;

using ValueVector = std::vector<Value, HeapAllocator<Value>>;

class ListObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::List;

    ListObject(TypeObject& type, Heap& heap) : Object(type, kindOfObject), values(HeapAllocator<Value>(heap)) {}
    void clearReferences() override { values.clear(); }

    ValueVector values;
};

// The values stand behind the object, and behind them the attributes of an instance of a program's class; fixed once made.
class TupleObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Tuple;

    // Made with `size` Nones, to be filled through values() before anybody sees the tuple. Room for tailSize() bytes must
    // stand behind the object.
    TupleObject(TypeObject& type, std::size_t size, bool hasAttributes = false);
    ~TupleObject() override;
    static std::size_t tailSize(std::size_t size, bool hasAttributes) { return (size + hasAttributes) * sizeof(Value); }

    Value* attributes() override { return m_hasAttributes ? data() + m_size : nullptr; }
    void clearReferences() override;

    std::size_t size() const { return m_size; }
    std::span<Value> values() { return {data(), m_size}; }
    std::span<const Value> values() const { return {data(), m_size}; }

private:
    Value* data() { return reinterpret_cast<Value*>(reinterpret_cast<char*>(this) + sizeof(TupleObject)); }
    const Value* data() const { return reinterpret_cast<const Value*>(reinterpret_cast<const char*>(this) + sizeof(TupleObject)); }

    std::size_t m_size;
    bool m_hasAttributes;
};

// A table from hashable keys to values that keeps the order of insertion: dict, set, attributes, globals.
//
// Up to `linearSize` entries are searched one by one. Removed entries stay as holes (key unset) until there are too many.
// The first `pinned` entries never move: their place is a global slot's number; such an entry without value is not there.
class Table {
public:
    struct Entry {
        Value key;
        Value value;
        std::uint64_t hash;
    };
    static constexpr std::size_t linearSize = 8;
    static constexpr std::size_t notFound = ~std::size_t{0};

    explicit Table(Heap& heap) : m_entries(HeapAllocator<Entry>(heap)), m_index(HeapAllocator<std::uint32_t>(heap)) {}

    std::size_t size() const { return m_size; }
    // Holes included: those have an unset value.
    std::span<const Entry> entries() const { return m_entries; }
    // Changes whenever a key is added or removed.
    std::uint32_t version() const { return m_version; }

    // Where the key is, or notFound. The general form may run code of the program (__hash__, __eq__).
    std::size_t find(Interpreter& interpreter, const Value& key) const { return find(interpreter, key, hashOf(interpreter, key)); }
    std::size_t find(Interpreter& interpreter, const Value& key, std::uint64_t hash) const;
    std::size_t findName(const StringObject& name) const;
    std::size_t findText(std::string_view text) const;

    const Value* get(InternedName name) const {
        const auto at = findName(*name);
        return at == notFound ? nullptr : &m_entries[at].value;
    }

    void set(Interpreter& interpreter, const Value& key, Value value) { set(interpreter, key, std::move(value), hashOf(interpreter, key)); }
    void set(Interpreter& interpreter, const Value& key, Value value, std::uint64_t hash);
    void set(InternedName name, Value value);

    Value& valueAt(std::size_t at) { return m_entries[at].value; }
    // The removed value.
    Value removeAt(std::size_t at);
    bool remove(InternedName name);
    void clear();

    // Makes the entry a slot that never moves, without a value; only while all entries are pinned.
    void pin(InternedName name);
    std::size_t pinnedCount() const { return m_pinned; }
    // A pinned entry's value, unset where there is none.
    const Value& pinned(std::size_t slot) const { return m_entries[slot].value; }
    void setPinned(std::size_t slot, Value value);
    void unsetPinned(std::size_t slot);

    void clearReferences() noexcept;

private:
    static std::uint64_t hashOf(Interpreter& interpreter, const Value& key);

    template <typename Matches>
    std::size_t findWhere(std::uint64_t hash, Matches matches) const;
    void append(Value key, Value value, std::uint64_t hash);
    void assignAt(std::size_t at, Value value);
    void rebuild();
    void insertIntoIndex(std::uint64_t hash, std::uint32_t at);

    std::vector<Entry, HeapAllocator<Entry>> m_entries;
    std::vector<std::uint32_t, HeapAllocator<std::uint32_t>> m_index;  // 0: free, else place + 1; holes stay in
    std::size_t m_size = 0;
    std::uint32_t m_pinned = 0;
    std::uint32_t m_version = 0;
};

// An instance of a program's class that inherits from list, dict or set: it has attributes.
template <typename Base>
class WithAttributes final : public Base {
public:
    using Base::Base;
    Value* attributes() override { return &m_attributes; }
    void clearReferences() override {
        Base::clearReferences();
        m_attributes = Value();
    }

private:
    Value m_attributes;
};

class DictObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Dict;

    DictObject(TypeObject& type, Heap& heap) : Object(type, kindOfObject), table(heap) {}
    void clearReferences() override { table.clearReferences(); }

    Table table;
};

// Python's set and frozenset, told apart by type: a table whose values are all True.
class SetObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Set;

    SetObject(TypeObject& type, Heap& heap) : Object(type, kindOfObject), table(heap) {}
    void clearReferences() override { table.clearReferences(); }

    Table table;
};

class RangeObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Range;

    RangeObject(TypeObject& type, std::int64_t first, std::int64_t end, std::int64_t increment)
        : Object(type, kindOfObject), start(first), stop(end), step(increment) {}

    std::uint64_t length() const;
    std::int64_t at(std::uint64_t index) const { return static_cast<std::int64_t>(static_cast<std::uint64_t>(start) + index * static_cast<std::uint64_t>(step)); }

    const std::int64_t start, stop, step;
};

class SliceObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Slice;

    SliceObject(TypeObject& type, Value first, Value end, Value increment)
        : Object(type, kindOfObject), start(std::move(first)), stop(std::move(end)), step(std::move(increment)) {}
    void clearReferences() override { start = stop = step = Value(); }

    Value start, stop, step;
};

}  // namespace namescape
