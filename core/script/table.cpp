#include "script/containers.h"

#include "script/interpreter.h"

namespace namescape {

namespace {
// So that it can be told from no hash at all where hashes are kept.
constexpr std::uint32_t freePlace = 0;
}  // namespace

std::uint64_t Table::hashOf(Interpreter& interpreter, const Value& key) {
    if (const auto* string = key.as<StringObject>()) return string->hash();
    return interpreter.hash(key);
}

template <typename Matches>
std::size_t Table::findWhere(std::uint64_t hash, Matches matches) const {
    if (m_index.empty()) {
        for (std::size_t at = 0; at < m_entries.size(); ++at)
            if (m_entries[at].hash == hash && !m_entries[at].value.isUnset() && matches(m_entries[at].key)) return at;
        return notFound;
    }
    const std::size_t mask = m_index.size() - 1;
    for (std::size_t place = hash & mask; m_index[place] != freePlace; place = (place + 1) & mask) {
        const std::size_t at = m_index[place] - 1;
        if (m_entries[at].hash == hash && !m_entries[at].value.isUnset() && matches(m_entries[at].key)) return at;
    }
    return notFound;
}

std::size_t Table::find(Interpreter& interpreter, const Value& key, std::uint64_t hash) const {
    if (const auto* string = key.as<StringObject>(); string && string->type().isBuiltin) {
        bool isPlain = true;
        const std::size_t found = findWhere(hash, [&](const Value& other) {
            if (other.isSame(key)) return true;
            const auto* otherString = other.as<StringObject>();
            isPlain = isPlain && (!other.isObject() || (otherString && otherString->type().isBuiltin));
            return otherString && otherString->equals(*string);
        });
        if (found != notFound || isPlain) return found;
    }
    // Comparing may run code of the program that changes this table: start over then.
    for (;;) {
        const auto version = m_version;
        bool changed = false;
        const std::size_t found = findWhere(hash, [&](const Value& other) {
            if (changed) return true;
            if (other.isSame(key)) return true;
            const Value held = other;
            const bool same = interpreter.identical(held, key) || interpreter.equal(held, key);
            changed = m_version != version;
            return same || changed;
        });
        if (!changed) return found;
        interpreter.step();
    }
}

std::size_t Table::findName(const StringObject& name) const {
    return findWhere(name.hash(), [&](const Value& key) {
        if (key.isObject() && key.object() == &name) return true;
        const auto* string = key.as<StringObject>();
        return string && string->equals(name);
    });
}

std::size_t Table::findText(std::string_view text) const {
    return findWhere(hashText(text), [&](const Value& key) {
        const auto* string = key.as<StringObject>();
        return string && string->text() == text;
    });
}

void Table::set(Interpreter& interpreter, const Value& key, Value value, std::uint64_t hash) {
    const std::size_t at = find(interpreter, key, hash);
    if (at != notFound) assignAt(at, std::move(value));
    else append(key, std::move(value), hash);
}

void Table::set(InternedName name, Value value) {
    const std::size_t at = findName(*name);
    if (at != notFound) assignAt(at, std::move(value));
    else append(Value(name), std::move(value), name->hash());
}

void Table::assignAt(std::size_t at, Value value) {
    m_entries[at].value.swap(value);
}

void Table::append(Value key, Value value, std::uint64_t hash) {
    // A pinned entry without a value is the place of its name.
    for (std::size_t slot = 0; slot < m_pinned; ++slot) {
        if (m_entries[slot].hash != hash || !m_entries[slot].value.isUnset()) continue;
        const auto* string = key.as<StringObject>();
        if (!string || !static_cast<StringObject*>(m_entries[slot].key.object())->equals(*string)) continue;
        setPinned(slot, std::move(value));
        return;
    }
    if (m_entries.size() >= 2 * linearSize && m_entries.size() - m_pinned > 2 * m_size + linearSize) rebuild();
    m_entries.push_back({std::move(key), std::move(value), hash});
    ++m_size;
    ++m_version;
    if (!m_index.empty() && m_entries.size() * 3 <= m_index.size() * 2) {
        insertIntoIndex(hash, static_cast<std::uint32_t>(m_entries.size()));
    } else if (m_entries.size() > linearSize) {
        std::size_t size = m_index.empty() ? 16 : m_index.size();
        while (m_entries.size() * 3 > size) size *= 2;
        m_index.assign(size, freePlace);
        for (std::size_t at = 0; at < m_entries.size(); ++at) insertIntoIndex(m_entries[at].hash, static_cast<std::uint32_t>(at + 1));
    }
}

void Table::insertIntoIndex(std::uint64_t hash, std::uint32_t at) {
    const std::size_t mask = m_index.size() - 1;
    std::size_t place = hash & mask;
    while (m_index[place] != freePlace) place = (place + 1) & mask;
    m_index[place] = at;
}

// Takes the holes out.
void Table::rebuild() {
    std::size_t to = m_pinned;
    for (std::size_t at = m_pinned; at < m_entries.size(); ++at) {
        if (m_entries[at].value.isUnset()) continue;
        if (to != at) m_entries[to] = std::move(m_entries[at]);
        ++to;
    }
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(to), m_entries.end());
    m_index.clear();
    ++m_version;
    if (m_entries.size() <= linearSize) return;
    std::size_t size = 16;
    while (m_entries.size() * 3 > size) size *= 2;
    m_index.assign(size, freePlace);
    for (std::size_t at = 0; at < m_entries.size(); ++at) insertIntoIndex(m_entries[at].hash, static_cast<std::uint32_t>(at + 1));
}

Value Table::removeAt(std::size_t at) {
    Value removed = std::move(m_entries[at].value);
    m_entries[at].value = Value::unset();
    --m_size;
    ++m_version;
    if (at < m_pinned) return removed;
    Value key;
    key.swap(m_entries[at].key);  // dies when all is in order
    if (m_index.empty()) m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(at));
    return removed;
}

bool Table::remove(InternedName name) {
    const std::size_t at = findName(*name);
    if (at == notFound) return false;
    removeAt(at);
    return true;
}

void Table::clear() {
    if (m_pinned > 0) {
        for (std::size_t at = 0; at < m_entries.size(); ++at)
            if (!m_entries[at].value.isUnset()) removeAt(at);
        return;
    }
    auto entries = std::move(m_entries);  // their end may run nothing, but may be long
    m_entries.clear();
    m_index.clear();
    m_size = 0;
    ++m_version;
}

void Table::pin(InternedName name) {
    m_entries.push_back({Value(name), Value::unset(), name->hash()});
    ++m_pinned;
}

void Table::setPinned(std::size_t slot, Value value) {
    if (m_entries[slot].value.isUnset()) {
        ++m_size;
        ++m_version;
    }
    m_entries[slot].value.swap(value);
}

void Table::unsetPinned(std::size_t slot) {
    if (!m_entries[slot].value.isUnset()) removeAt(slot);
}

void Table::clearReferences() noexcept {
    m_entries.clear();
    m_index.clear();
    m_size = 0;
    m_pinned = 0;
}

}  // namespace namescape
