#include "document/text_offsets.h"

#include <algorithm>

namespace namescape {

namespace {

struct CharacterSize {
    std::uint8_t bytes;
    std::uint8_t units;
    bool operator==(const CharacterSize&) const = default;
};

// QString::toUtf8 writes half a pair as "?".
CharacterSize sizeAt(QStringView text, qsizetype index) {
    const QChar unit = text[index];
    if (unit.unicode() < 0x80) return {1, 1};
    if (unit.unicode() < 0x800) return {2, 1};
    if (!unit.isSurrogate()) return {3, 1};
    const bool isPair = unit.isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate();
    return isPair ? CharacterSize{4, 2} : CharacterSize{1, 1};
}

}  // namespace

TextOffsets::TextOffsets(QStringView text) {
    CharacterSize last{0, 0};
    for (qsizetype index = 0; index < text.size();) {
        const CharacterSize size = sizeAt(text, index);
        if (!(size == last))
            m_runs.push_back({m_utf8Length, m_utf16Length, size.bytes, size.units});
        last = size;
        m_utf8Length += size.bytes;
        m_utf16Length += size.units;
        index += size.units;
    }
}

int TextOffsets::toUtf16(std::uint32_t utf8) const {
    if (utf8 >= m_utf8Length) return m_utf16Length;
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), utf8,
                                        [](std::uint32_t offset, const Run& run) { return offset < run.utf8Begin; });
    const Run& run = *(after - 1);
    return run.utf16Begin + static_cast<int>((utf8 - run.utf8Begin) / run.bytes) * run.units;
}

std::uint32_t TextOffsets::toUtf8(int utf16) const {
    if (utf16 <= 0) return 0;
    if (utf16 >= m_utf16Length) return m_utf8Length;
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), utf16,
                                        [](int offset, const Run& run) { return offset < run.utf16Begin; });
    const Run& run = *(after - 1);
    return run.utf8Begin + static_cast<std::uint32_t>((utf16 - run.utf16Begin) / run.units) * run.bytes;
}

}  // namespace namescape
