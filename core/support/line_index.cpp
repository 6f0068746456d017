#include "support/line_index.h"

#include <algorithm>
#include <cassert>

namespace namescape {

LineIndex::LineIndex(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n' && text[at] != '\r') continue;
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        m_lineBegins.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

std::uint32_t LineIndex::line(std::uint32_t offset) const {
    const auto next = std::upper_bound(m_lineBegins.begin(), m_lineBegins.end(), offset);
    return static_cast<std::uint32_t>(next - m_lineBegins.begin());
}

LineColumn LineIndex::position(std::string_view text, std::uint32_t offset) const {
    assert(offset <= text.size());
    const std::uint32_t at = line(offset);
    const auto before = text.substr(lineBegin(at), offset - lineBegin(at));
    const auto startsCharacter = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    const auto characters = std::count_if(before.begin(), before.end(), startsCharacter);
    return {at, static_cast<std::uint32_t>(characters) + 1};
}

std::string_view LineIndex::lineText(std::string_view text, std::uint32_t line) const {
    const std::uint32_t begin = lineBegin(line);
    const std::size_t end = line < lineCount() ? lineBegin(line + 1) : text.size();
    auto result = text.substr(begin, end - begin);
    while (!result.empty() && (result.back() == '\n' || result.back() == '\r')) result.remove_suffix(1);
    return result;
}

}  // namespace namescape
