#include "script/nearest_name.h"

#include <algorithm>
#include <array>
#include <vector>

namespace namescape {

namespace {

char folded(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20) : character;
}

// Twice the number of edits; a change of case is half of one.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> twoAgo(right.size() + 1), last(right.size() + 1), row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = 2 * j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = 2 * i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const char a = left[i - 1], b = right[j - 1];
            const std::size_t change = a == b ? 0 : folded(a) == folded(b) ? 1 : 2;
            row[j] = std::min({last[j] + 2, row[j - 1] + 2, last[j - 1] + change});
            if (i > 1 && j > 1 && a == right[j - 2] && left[i - 2] == b) row[j] = std::min(row[j], twoAgo[j - 2] + 2);
        }
        std::swap(twoAgo, last);
        std::swap(last, row);
    }
    return last[right.size()];
}

// Whether more than half the letters of the longer name are in both.
bool sharesLetters(std::string_view left, std::string_view right) {
    std::array<int, 256> counts{};
    for (const char character : left) ++counts[static_cast<unsigned char>(folded(character))];
    std::size_t shared = 0;
    for (const char character : right) shared += counts[static_cast<unsigned char>(folded(character))]-- > 0;
    return 2 * shared > std::max(left.size(), right.size());
}

}  // namespace

std::string nearestName(std::string_view name, std::span<const std::string_view> candidates) {
    constexpr std::size_t maxLength = 64;
    if (name.empty() || name.size() > maxLength) return {};
    std::string_view best;
    std::size_t bestDistance = 2 * std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate == name || candidate.empty() || candidate.size() > maxLength) continue;
        const std::size_t difference = candidate.size() > name.size() ? candidate.size() - name.size() : name.size() - candidate.size();
        if (2 * difference >= bestDistance) continue;
        const std::size_t found = distance(name, candidate);
        if (found < bestDistance && sharesLetters(name, candidate)) {
            bestDistance = found;
            best = candidate;
        }
    }
    return std::string(best);
}

}  // namespace namescape
