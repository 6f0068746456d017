// A change to a text: the one form in which fixes and block edits reach the document.
#pragma once

#include "support/source_range.h"

#include <string>

namespace namescape {

// Replaces `range` by `replacement`; an insertion has an empty range.
struct TextEdit {
    SourceRange range;
    std::string replacement;

    bool operator==(const TextEdit&) const = default;
};

}  // namespace namescape
