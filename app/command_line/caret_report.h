// Prints a diagnostic as compilers do: the place, the words, the line it is about, and a caret under it.
#pragma once

#include "support/diagnostic.h"
#include "support/line_index.h"

#include <string>
#include <string_view>

namespace namescape {

// The text that a diagnostic is about. `name` is what the user called it; "-" is shown as "<stdin>".
struct ReportedText {
    std::string name;
    std::string_view text;
    LineIndex lines{text};
};

// The line, cut to a window around `begin` where it is long, and a caret under that; indented, a line each.
std::string quotedLine(std::string_view line, std::uint32_t begin);

// The whole report, lines ended by "\n":
//   FILE:LINE:COLUMN: error: WORDS
//       the line, tabs as spaces, cut to a window around the place where it is long
//           ^~~~~
// followed by the further lines of words that have several, the fixes, the note, and the related places in the same form. Columns count characters from 1; the
// caret stands right under wide and combining characters too. Control characters are shown as U+FFFD.
std::string caretReport(const ReportedText& reported, const Diagnostic& diagnostic);

}  // namespace namescape
