// Which bracket belongs to the one beside the cursor.
#pragma once

#include <QTextDocument>

#include <optional>

namespace namescape {

// Positions of the two brackets, in the document; `other` is -1 where the bracket at the cursor has no partner.
struct BracketPair {
    int atCursor;
    int other;
    bool operator==(const BracketPair&) const = default;
};

// Looks right of `position` and then left of it. Knows strings and comments apart by what the Highlighter found.
std::optional<BracketPair> matchBracket(const QTextDocument& document, int position);

}  // namespace namescape
