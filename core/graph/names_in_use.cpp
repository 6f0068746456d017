#include "graph/names_in_use.h"

#include <array>
#include <charconv>
#include <cstring>

namespace namescape {

namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::size_t kFirstCapacity = 64;
// What the slot's bit-fields hold; a suffix is "_" and at most ten digits.
constexpr std::uint32_t kMaxLength = (1u << 28) - 1;
constexpr std::uint32_t kMaxSuffixLength = 15;

// ASCII letters only, whatever the locale: other letters are no valid names.
void appendLowered(std::string& target, std::string_view text) {
    for (const char c : text) target.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
}

// Eight bytes a step with a multiply-and-fold mix; fixed seed, so that nothing depends on the run.
std::uint64_t hashOf(std::string_view text) {
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
    return hash;
}

void appendNumber(std::string& target, std::uint32_t number) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    target.append(digits.data(), end);
}

}  // namespace

NamesInUse::NamesInUse() : m_slots(kFirstCapacity) {}

std::size_t NamesInUse::find(std::string_view key, std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = m_slots[at];
        if (slot.counter == 0) return at;
        if (slot.hash == hash && slot.length == key.size() && std::memcmp(m_bytes.data() + slot.offset, key.data(), key.size()) == 0) return at;
    }
}

void NamesInUse::insert(std::size_t at, const Key& key) {
    Slot& slot = m_slots[at];
    slot.hash = key.hash;
    slot.offset = static_cast<std::uint32_t>(m_bytes.size());
    slot.length = static_cast<std::uint32_t>(key.text.size()) & kMaxLength;
    slot.suffixLength = key.taking.suffixLength & kMaxSuffixLength;
    slot.counter = 1;
    slot.origin = key.taking.origin;
    m_bytes.insert(m_bytes.end(), key.text.begin(), key.text.end());
    if (++m_count * 4 > m_slots.size() * 3) grow();
}

void NamesInUse::grow() {
    std::vector<Slot> former(m_slots.size() * 2);
    former.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : former) {
        if (slot.counter == 0) continue;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].counter != 0) at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

std::string NamesInUse::unique(std::string_view scope, std::string_view name, Mark mark, std::uint32_t origin) {
    std::string full;
    full.reserve(scope.size() + name.size() + 8);
    if (!scope.empty()) full.append(scope).push_back('/');
    full.append(name);
    std::string key;
    key.reserve(full.size() + 8);
    appendLowered(key, full);

    const auto hash = hashOf(key);
    const auto at = find(key, hash);
    std::uint32_t count = m_slots[at].counter;
    const bool marking = mark == Mark::Used;
    if (count == 0) {
        if (marking) insert(at, {key, hash, {origin, 0}});
        return full;
    }
    if (marking) ++m_slots[at].counter;

    const std::size_t stem = key.size();
    for (;; ++count) {
        key.resize(stem);
        key.push_back('_');
        appendNumber(key, count);
        const auto candidateHash = hashOf(key);
        const auto candidate = find(key, candidateHash);
        if (m_slots[candidate].counter != 0) continue;
        if (marking) insert(candidate, {key, candidateHash, {origin, static_cast<std::uint32_t>(key.size() - stem)}});
        break;
    }
    return full.append(key, stem);
}

std::optional<NamesInUse::Taking> NamesInUse::taking(std::string_view fullName) const {
    std::string key;
    appendLowered(key, fullName);
    const Slot& slot = m_slots[find(key, hashOf(key))];
    if (slot.counter == 0) return std::nullopt;
    return Taking{slot.origin, slot.suffixLength};
}

bool NamesInUse::contains(std::string_view fullName) const {
    std::string key;
    appendLowered(key, fullName);
    return m_slots[find(key, hashOf(key))].counter != 0;
}

std::size_t NamesInUse::bytes() const {
    return m_slots.capacity() * sizeof(Slot) + m_bytes.capacity();
}

}  // namespace namescape
