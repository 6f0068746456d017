// From byte offsets of a text to lines and columns, for messages.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace namescape {

// Both count from 1; a column counts characters (code points), as an editor's status line does.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    bool operator==(const LineColumn&) const = default;
};

// Where the lines of a text begin. Keeps no text: the same text must be handed to the calls that need it.
class LineIndex {
public:
    LineIndex() = default;
    explicit LineIndex(std::string_view text);

    // Lines end at "\n", "\r\n" or "\r"; the last one may be empty.
    std::uint32_t lineCount() const { return static_cast<std::uint32_t>(m_lineBegins.size()); }

    // The line, from 1, of an offset in [0, size of the text].
    std::uint32_t line(std::uint32_t offset) const;

    // The offset of a line's first byte; `line` in [1, lineCount()].
    std::uint32_t lineBegin(std::uint32_t line) const { return m_lineBegins[line - 1]; }

    // Line and column of an offset.
    LineColumn position(std::string_view text, std::uint32_t offset) const;

    // A line's text without its end.
    std::string_view lineText(std::string_view text, std::uint32_t line) const;

private:
    std::vector<std::uint32_t> m_lineBegins{0};
};

}  // namespace namescape
