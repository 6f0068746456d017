#include "script/dict_views.h"

#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

class DictIterator final : public IteratorObject {
public:
    DictIterator(TypeObject& type, DictObject& dict, ViewKind view, bool isReversed)
        : IteratorObject(type), m_dict(&dict), m_size(dict.table.size()), m_at(isReversed ? dict.table.entries().size() : 0), m_view(view), m_isReversed(isReversed) {}
    void clearReferences() override { m_dict = {}; }

    bool next(Interpreter& interpreter, Value& value) override {
        if (!m_dict) return false;
        const Table& table = m_dict->table;
        if (table.size() != m_size) {
            m_size = Table::notFound;
            throw interpreter.runtimeError("dictionary changed size during iteration");
        }
        const auto entries = table.entries();
        m_at = std::min(m_at, entries.size());
        while (m_isReversed ? m_at > 0 : m_at < entries.size()) {
            const Table::Entry& entry = entries[m_isReversed ? --m_at : m_at++];
            if (entry.value.isUnset()) continue;
            value = shownOf(interpreter, entry, m_view);
            return true;
        }
        m_dict = {};
        return false;
    }

private:
    Ref<DictObject> m_dict;
    std::size_t m_size;
    std::size_t m_at;
    ViewKind m_view;
    bool m_isReversed;
};

}  // namespace

Value shownOf(Interpreter& interpreter, const Table::Entry& entry, ViewKind view) {
    switch (view) {
    case ViewKind::Keys: return entry.key;
    case ViewKind::Values: return entry.value;
    case ViewKind::Items: break;
    }
    return interpreter.tuple({entry.key, entry.value});
}

bool viewContains(Interpreter& interpreter, const DictViewObject& view, const Value& item) {
    const Table& table = view.dict->table;
    switch (view.view) {
    case ViewKind::Keys: return table.find(interpreter, item) != Table::notFound;
    case ViewKind::Items: {
        const auto* pair = item.as<TupleObject>();
        if (!pair || pair->size() != 2) return false;
        const std::size_t at = table.find(interpreter, pair->values()[0]);
        if (at == Table::notFound) return false;
        const Value value = table.entries()[at].value;
        return interpreter.identical(value, pair->values()[1]) || interpreter.equal(value, pair->values()[1]);
    }
    case ViewKind::Values: break;
    }
    for (std::size_t i = 0; i < table.entries().size(); ++i) {
        const Value value = table.entries()[i].value;
        if (!value.isUnset() && (interpreter.identical(value, item) || interpreter.equal(value, item))) return true;
        interpreter.step();
    }
    return false;
}

Value iterateDict(Interpreter& interpreter, DictObject& dict, ViewKind view, bool isReversed) {
    const BuiltinTypes& types = interpreter.types();
    const auto& type = view == ViewKind::Keys ? types.dictKeyIterator : view == ViewKind::Values ? types.dictValueIterator : types.dictItemIterator;
    return interpreter.heap().make<DictIterator>(*type, dict, view, isReversed);
}

void updateDict(Interpreter& interpreter, DictObject& dict, const Value& source) {
    if (const auto* other = source.as<DictObject>(); other && !interpreter.findOverride(other->type(), interpreter.names().iter)) {
        const Value held = source;
        for (std::size_t i = 0; i < other->table.entries().size(); ++i) {
            const Table::Entry entry = other->table.entries()[i];
            if (!entry.value.isUnset()) dict.table.set(interpreter, entry.key, entry.value, entry.hash);
        }
        interpreter.step(1 + other->table.size());
        return;
    }
    if (const auto keys = interpreter.findAttribute(source, interpreter.names().keys)) {
        interpreter.forEach(interpreter.call(*keys), [&](const Value& key) { dict.table.set(interpreter, key, interpreter.getItem(source, key)); });
        return;
    }
    std::size_t number = 0;
    interpreter.forEach(source, [&](const Value& element) {
        if (!interpreter.isIterable(element)) throw interpreter.typeError(fmt::format("cannot convert dictionary update sequence element #{} to a sequence", number));
        const std::vector<Value> pair = interpreter.elements(element);
        if (pair.size() != 2) throw interpreter.valueError(fmt::format("dictionary update sequence element #{} has length {}; 2 is required", number, pair.size()));
        dict.table.set(interpreter, pair[0], pair[1]);
        ++number;
    });
}

}  // namespace namescape
