// The one place where core's offsets (UTF-8 bytes) and Qt's (UTF-16 units) are turned into each other.
#pragma once

#include "support/source_range.h"

#include <QStringView>

#include <cstdint>
#include <vector>

namespace namescape {

// Both kinds of offsets of one text, which is not kept. Making it walks the text once; a look-up is a binary search over
// its runs of equally wide characters.
class TextOffsets {
public:
    TextOffsets() = default;
    explicit TextOffsets(QStringView text);

    // Lengths of the text in each kind.
    int utf16Length() const { return m_utf16Length; }
    std::uint32_t utf8Length() const { return m_utf8Length; }

    // The UTF-16 offset of a byte. One that lies inside a character is that character's beginning; one beyond the text, its end.
    int toUtf16(std::uint32_t utf8) const;

    // The byte of a UTF-16 offset, under the same rules.
    std::uint32_t toUtf8(int utf16) const;

    SourceRange toUtf8(int begin, int end) const { return {toUtf8(begin), toUtf8(end)}; }

private:
    // A run of characters that take equally many bytes and units each.
    struct Run {
        std::uint32_t utf8Begin;
        int utf16Begin;
        std::uint8_t bytes;
        std::uint8_t units;
    };

    std::vector<Run> m_runs;
    std::uint32_t m_utf8Length = 0;
    int m_utf16Length = 0;
};

}  // namespace namescape
