#include "graph/names_in_use.h"

#include "support/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace namescape {

namespace {

constexpr std::size_t kFirstCapacity = 64;

void appendSuffix(std::string& target, std::uint32_t number) {
    std::array<char, 12> suffix{'_'};
    const auto end = std::to_chars(suffix.data() + 1, suffix.data() + suffix.size(), number).ptr;
    target.append(suffix.data(), end);
}

struct Parts {
    std::string_view scope;  // with its slash
    std::string_view leaf;
};

Parts partsOf(std::string_view lowered) {
    const auto leaf = lowered.rfind('/') + 1;
    return {lowered.substr(0, leaf), lowered.substr(leaf)};
}

// A name that ends as a handed-out suffix does: "_" and a number without leading zeros, that a count can reach.
struct Suffixed {
    std::string_view stem;
    std::uint32_t number = 0;
};

std::optional<Suffixed> suffixed(std::string_view leaf) {
    constexpr std::size_t kMaxDigits = 9;
    const auto digits = leaf.size() - (leaf.find_last_not_of("0123456789") + 1);
    if (digits == 0 || digits > kMaxDigits || digits == leaf.size()) return std::nullopt;
    const char* const first = leaf.data() + leaf.size() - digits;
    if (*first == '0' || first[-1] != '_') return std::nullopt;
    Suffixed found{leaf.substr(0, leaf.size() - digits - 1), 0};
    std::from_chars(first, first + digits, found.number);
    return found;
}

}  // namespace

NamesInUse::NamesInUse() : m_slots(kFirstCapacity) {}

// Names mostly come many from one scope.
StringId NamesInUse::internScope(std::string_view scope) {
    if (m_scopes[m_lastScope] != scope) m_lastScope = m_scopes.intern(scope);
    return m_lastScope;
}

// Where the key is, or the free slot where it would be. Last parts that came one after the other are neighbours within a scope: four
// entries come with one miss of the cache.
std::size_t NamesInUse::slotOf(Key key) const {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ull;
    constexpr std::uint32_t kNeighbours = 4;
    const std::size_t mask = m_slots.size() - 1;
    const std::uint64_t hash = ((std::uint64_t{key.scope.value} << 32 | key.leaf.value / kNeighbours) + 1) * kMultiplier;
    std::size_t at = ((hash >> 32) * kNeighbours + key.leaf.value % kNeighbours) & mask;
    while (m_slots[at].state != Slot::kFree && m_slots[at].key != key) at = (at + 1) & mask;
    return at;
}

// Null where there is none.
const NamesInUse::Slot* NamesInUse::find(StringId scope, std::string_view leaf) const {
    const auto id = m_leaves.find(leaf);
    if (!id) return nullptr;
    const Slot& slot = m_slots[slotOf({scope, *id})];
    return slot.state == Slot::kFree ? nullptr : &slot;
}

// The entry of a key, made at `at`, where slotOf() ended, if there is none; the caller makes it one that is not free.
NamesInUse::Slot& NamesInUse::obtain(Key key, std::size_t at) {
    if (m_slots[at].state != Slot::kFree) return m_slots[at];
    if ((m_entries + 1) * 4 > m_slots.size() * 3) {
        grow();
        at = slotOf(key);
    }
    ++m_entries;
    m_slots[at].key = key;
    return m_slots[at];
}

NamesInUse::Clash NamesInUse::clashOf(const Slot& slot) const {
    if (slot.state >= Slot::kFirstClash) return m_clashes[slot.state - Slot::kFirstClash];
    return {.count = slot.state == Slot::kAskedOnce ? 1u : 0u};
}

NamesInUse::Clash& NamesInUse::obtainClash(Slot& slot) {
    if (slot.state < Slot::kFirstClash) {
        m_clashes.push_back(clashOf(slot));
        slot.state = static_cast<std::uint32_t>(m_clashes.size() - 1) + Slot::kFirstClash;
    }
    return m_clashes[slot.state - Slot::kFirstClash];
}

void NamesInUse::grow() {
    std::vector<Slot> former(m_slots.size() * 2);
    former.swap(m_slots);
    for (const Slot& slot : former)
        if (slot.state != Slot::kFree) m_slots[slotOf(slot.key)] = slot;
}

// Who took the name for another one, to which a suffix was added.
std::optional<NamesInUse::Taking> NamesInUse::takingWithSuffix(StringId scope, std::string_view leaf) const {
    const auto parts = suffixed(leaf);
    const Slot* stem = parts ? find(scope, parts->stem) : nullptr;
    if (!stem) return std::nullopt;
    const Clash clash = clashOf(*stem);
    if (clash.lastSuffix < parts->number) return std::nullopt;
    const std::uint32_t origin = m_suffixOrigins.find(clash.lastChunk, clash.lastSuffix, parts->number);
    if (origin == SuffixOrigins::kNotTaken) return std::nullopt;
    return Taking{origin, static_cast<std::uint32_t>(leaf.size() - parts->stem.size())};
}

// How often a name was asked for, counting the suffix that made it; `slot` is its entry, where there is one.
std::uint32_t NamesInUse::countOf(const Slot* slot, StringId scope, std::string_view leaf) const {
    if (const std::uint32_t count = slot ? clashOf(*slot).count : 0) return count;
    return takingWithSuffix(scope, leaf) ? 1 : 0;
}

// The first free suffix from `count` on of a name that is in use.
std::uint32_t NamesInUse::freeSuffix(const Clash& clash, StringId scope, std::string_view leaf, std::uint32_t count) const {
    std::uint32_t number = std::max<std::uint32_t>(count, clash.lastSuffix + 1);
    if (!clash.hasGivenSuffix) return number;
    for (;; ++number) {
        std::string candidate(leaf);
        appendSuffix(candidate, number);
        const Slot* given = find(scope, candidate);
        if (!given || clashOf(*given).count == 0) return number;
    }
}

// Remembers of a name with a suffix that was asked for as such, so that its stem's suffixes are looked up from now on.
void NamesInUse::noteGivenSuffix(StringId scope, std::string_view leaf) {
    const auto parts = suffixed(leaf);
    if (!parts) return;
    const Key stem{scope, m_leaves.intern(parts->stem)};
    obtainClash(obtain(stem, slotOf(stem))).hasGivenSuffix = 1;
}

std::string NamesInUse::unique(std::string_view scope, std::string_view name, Mark mark, std::uint32_t origin) {
    std::string full;
    full.reserve(scope.size() + name.size() + 8);
    if (!scope.empty()) full.append(scope).push_back('/');
    full.append(name);
    m_lowered.assign(full);
    for (char& c : m_lowered) c = lowered(c);
    const Parts parts = partsOf(m_lowered);

    if (mark == Mark::LookOnly) {
        if (const auto number = suffixFor(parts.scope, parts.leaf)) appendSuffix(full, *number);
        return full;
    }
    ++m_count;
    const Key key{internScope(parts.scope), m_leaves.intern(parts.leaf)};
    const auto at = slotOf(key);
    const std::uint32_t count = countOf(&m_slots[at], key.scope, parts.leaf);
    Slot& slot = obtain(key, at);
    if (count == 0) {
        slot.origin = origin;
        if (slot.state == Slot::kFree) slot.state = Slot::kAskedOnce;
        else obtainClash(slot).count = 1;
        noteGivenSuffix(key.scope, parts.leaf);
        return full;
    }
    Clash& clash = obtainClash(slot);
    clash.count = count + 1;
    const std::uint32_t number = freeSuffix(clash, key.scope, parts.leaf, count);
    clash.lastChunk = m_suffixOrigins.append(clash.lastChunk, clash.lastSuffix, number, origin);
    clash.lastSuffix = number & 0x7FFF'FFFFu;
    appendSuffix(full, number);
    return full;
}

// The suffix that a name would get now, where it would get one.
std::optional<std::uint32_t> NamesInUse::suffixFor(std::string_view scope, std::string_view leaf) const {
    const auto id = m_scopes.find(scope);
    const Slot* slot = id ? find(*id, leaf) : nullptr;
    const std::uint32_t count = id ? countOf(slot, *id, leaf) : 0;
    if (count == 0) return std::nullopt;
    return slot ? freeSuffix(clashOf(*slot), *id, leaf, count) : count;  // without an entry it is itself one with a suffix
}

std::optional<NamesInUse::Taking> NamesInUse::taking(std::string_view fullName) const {
    const std::string key = lowered(fullName);
    const Parts parts = partsOf(key);
    const auto scope = m_scopes.find(parts.scope);
    if (!scope) return std::nullopt;
    if (const auto taken = takingWithSuffix(*scope, parts.leaf)) return taken;
    const Slot* given = find(*scope, parts.leaf);
    if (!given || clashOf(*given).count == 0) return std::nullopt;
    return Taking{given->origin, 0};
}

void NamesInUse::shrink() {
    m_scopes.shrink();
    m_leaves.shrink();
    m_clashes.shrink_to_fit();
    m_suffixOrigins.shrink();
}

std::size_t NamesInUse::bytes() const {
    return m_slots.capacity() * sizeof(Slot) + m_clashes.capacity() * sizeof(Clash) + m_scopes.bytes() + m_leaves.bytes() + m_suffixOrigins.bytes();
}

}  // namespace namescape
