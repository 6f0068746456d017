#include "graph/names_in_use.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>

namespace namescape {

namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::size_t kFirstCapacity = 64;

// ASCII letters only, whatever the locale: other letters are no valid names.
void assignLowered(std::string& target, std::string_view text) {
    target.assign(text);
    for (char& c : target) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
}

// Eight bytes a step with a multiply-and-fold mix; fixed seed, so that nothing depends on the run.
std::uint32_t hashOf(std::string_view text) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ull;
    std::uint64_t hash = text.size() * kMultiplier;
    const auto fold = [&](std::uint64_t word) {
        const auto product = static_cast<Wide>(hash ^ word) * kMultiplier;
        hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word;
        std::memcpy(&word, text.data(), 8);
        fold(word);
    }
    std::uint64_t tail = 0;
    std::memcpy(&tail, text.data(), text.size());
    fold(tail);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

void appendSuffix(std::string& target, std::uint32_t number) {
    std::array<char, 12> suffix{'_'};
    const auto end = std::to_chars(suffix.data() + 1, suffix.data() + suffix.size(), number).ptr;
    target.append(suffix.data(), end);
}

// A name that ends as a handed-out suffix does: "_" and a number without leading zeros, that a count can reach.
struct Suffixed {
    std::string_view stem;
    std::uint32_t number = 0;
};

std::optional<Suffixed> suffixed(std::string_view key) {
    constexpr std::size_t kMaxDigits = 9;
    const auto digits = key.size() - (key.find_last_not_of("0123456789") + 1);
    if (digits == 0 || digits > kMaxDigits || digits + 1 >= key.size()) return std::nullopt;
    const char* const first = key.data() + key.size() - digits;
    if (*first == '0' || first[-1] != '_') return std::nullopt;
    Suffixed found{key.substr(0, key.size() - digits - 1), 0};
    std::from_chars(first, first + digits, found.number);
    return found;
}

}  // namespace

NamesInUse::NamesInUse() : m_slots(kFirstCapacity) {}

std::size_t NamesInUse::find(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = m_slots[at];
        if (slot.isFree()) return at;
        if (slot.hash == hash && slot.length == key.size() && std::memcmp(m_bytes.data() + slot.offset, key.data(), key.size()) == 0) return at;
    }
}

// The entry of a key, made at `at`, where find() ended, if there is none; the caller makes it one that is not free.
NamesInUse::Slot& NamesInUse::obtain(std::string_view key, std::uint32_t hash, std::size_t at) {
    if (!m_slots[at].isFree()) return m_slots[at];
    if ((m_entries + 1) * 4 > m_slots.size() * 3) {
        grow();
        at = find(key, hash);
    }
    ++m_entries;
    m_slots[at] = {.offset = m_bytes.size(), .length = static_cast<std::uint32_t>(key.size()), .hash = hash};
    m_bytes.insert(m_bytes.end(), key.begin(), key.end());
    return m_slots[at];
}

void NamesInUse::grow() {
    std::vector<Slot> former(m_slots.size() * 2);
    former.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : former) {
        if (slot.isFree()) continue;
        std::size_t at = slot.hash & mask;
        while (!m_slots[at].isFree()) at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

// Remembers of a name with a suffix that was asked for as such, so that its stem's suffixes are looked up from now on.
void NamesInUse::noteGivenSuffix(std::string_view key) {
    const auto parts = suffixed(key);
    if (!parts) return;
    const auto hash = hashOf(parts->stem);
    obtain(parts->stem, hash, find(parts->stem, hash)).hasGivenSuffix = 1;
}

bool NamesInUse::isSuffixOfOther(std::string_view key) const {
    const auto parts = suffixed(key);
    return parts && m_slots[find(parts->stem, hashOf(parts->stem))].lastSuffix >= parts->number;
}

std::uint32_t NamesInUse::countAt(std::size_t at, std::string_view key) const {
    return m_slots[at].count != 0 ? m_slots[at].count : isSuffixOfOther(key);
}

// The first free one from `count` on, of the name whose entry this is and which stands in m_key.
std::uint32_t NamesInUse::freeSuffix(const Slot& slot, std::uint32_t count) {
    std::uint32_t number = std::max<std::uint32_t>(count, slot.lastSuffix + 1);
    if (!slot.hasGivenSuffix) return number;
    const std::size_t stem = m_key.size();
    for (;; ++number) {
        appendSuffix(m_key, number);
        const bool isFree = m_slots[find(m_key, hashOf(m_key))].count == 0;
        m_key.resize(stem);
        if (isFree) return number;
    }
}

std::string NamesInUse::unique(std::string_view scope, std::string_view name, Mark mark) {
    std::string full;
    full.reserve(scope.size() + name.size() + 8);
    if (!scope.empty()) full.append(scope).push_back('/');
    full.append(name);
    assignLowered(m_key, full);

    const auto hash = hashOf(m_key);
    const auto at = find(m_key, hash);
    const std::uint32_t count = countAt(at, m_key);
    if (mark == Mark::LookOnly) {
        if (count != 0) appendSuffix(full, freeSuffix(m_slots[at], count));
        return full;
    }
    ++m_count;
    Slot& slot = obtain(m_key, hash, at);
    slot.count = count + 1;
    if (count == 0) {
        noteGivenSuffix(m_key);
        return full;
    }
    const std::uint32_t number = freeSuffix(slot, count);
    slot.lastSuffix = number & 0x7FFF'FFFFu;
    appendSuffix(full, number);
    return full;
}

bool NamesInUse::contains(std::string_view fullName) const {
    std::string key;
    assignLowered(key, fullName);
    return countAt(find(key, hashOf(key)), key) != 0;
}

std::size_t NamesInUse::bytes() const {
    return m_slots.capacity() * sizeof(Slot) + m_bytes.capacity();
}

}  // namespace namescape
