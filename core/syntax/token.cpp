#include "syntax/token.h"

#include <array>

namespace namescape {

namespace {

struct Spelling {
    TokenKind kind;
    std::string_view text;
};

constexpr std::array keywords{
    Spelling{TokenKind::False, "False"},       Spelling{TokenKind::None, "None"},
    Spelling{TokenKind::True, "True"},         Spelling{TokenKind::And, "and"},
    Spelling{TokenKind::As, "as"},             Spelling{TokenKind::Assert, "assert"},
    Spelling{TokenKind::Async, "async"},       Spelling{TokenKind::Await, "await"},
    Spelling{TokenKind::Break, "break"},       Spelling{TokenKind::Class, "class"},
    Spelling{TokenKind::Continue, "continue"}, Spelling{TokenKind::Def, "def"},
    Spelling{TokenKind::Del, "del"},           Spelling{TokenKind::Elif, "elif"},
    Spelling{TokenKind::Else, "else"},         Spelling{TokenKind::Except, "except"},
    Spelling{TokenKind::Finally, "finally"},   Spelling{TokenKind::For, "for"},
    Spelling{TokenKind::From, "from"},         Spelling{TokenKind::Global, "global"},
    Spelling{TokenKind::If, "if"},             Spelling{TokenKind::Import, "import"},
    Spelling{TokenKind::In, "in"},             Spelling{TokenKind::Is, "is"},
    Spelling{TokenKind::Lambda, "lambda"},     Spelling{TokenKind::Nonlocal, "nonlocal"},
    Spelling{TokenKind::Not, "not"},           Spelling{TokenKind::Or, "or"},
    Spelling{TokenKind::Pass, "pass"},         Spelling{TokenKind::Raise, "raise"},
    Spelling{TokenKind::Return, "return"},     Spelling{TokenKind::Try, "try"},
    Spelling{TokenKind::While, "while"},       Spelling{TokenKind::With, "with"},
    Spelling{TokenKind::Yield, "yield"},
};

constexpr std::array operators{
    Spelling{TokenKind::FieldOpen, "{"},
    Spelling{TokenKind::FieldClose, "}"},
    Spelling{TokenKind::LeftParenthesis, "("},
    Spelling{TokenKind::RightParenthesis, ")"},
    Spelling{TokenKind::LeftBracket, "["},
    Spelling{TokenKind::RightBracket, "]"},
    Spelling{TokenKind::LeftBrace, "{"},
    Spelling{TokenKind::RightBrace, "}"},
    Spelling{TokenKind::Comma, ","},
    Spelling{TokenKind::Colon, ":"},
    Spelling{TokenKind::Semicolon, ";"},
    Spelling{TokenKind::Dot, "."},
    Spelling{TokenKind::Ellipsis, "..."},
    Spelling{TokenKind::Arrow, "->"},
    Spelling{TokenKind::Exclamation, "!"},
    Spelling{TokenKind::Assign, "="},
    Spelling{TokenKind::ColonAssign, ":="},
    Spelling{TokenKind::Plus, "+"},
    Spelling{TokenKind::Minus, "-"},
    Spelling{TokenKind::Star, "*"},
    Spelling{TokenKind::At, "@"},
    Spelling{TokenKind::Slash, "/"},
    Spelling{TokenKind::DoubleSlash, "//"},
    Spelling{TokenKind::Percent, "%"},
    Spelling{TokenKind::DoubleStar, "**"},
    Spelling{TokenKind::LeftShift, "<<"},
    Spelling{TokenKind::RightShift, ">>"},
    Spelling{TokenKind::Ampersand, "&"},
    Spelling{TokenKind::Bar, "|"},
    Spelling{TokenKind::Caret, "^"},
    Spelling{TokenKind::Tilde, "~"},
    Spelling{TokenKind::Equal, "=="},
    Spelling{TokenKind::NotEqual, "!="},
    Spelling{TokenKind::Less, "<"},
    Spelling{TokenKind::LessEqual, "<="},
    Spelling{TokenKind::Greater, ">"},
    Spelling{TokenKind::GreaterEqual, ">="},
    Spelling{TokenKind::PlusAssign, "+="},
    Spelling{TokenKind::MinusAssign, "-="},
    Spelling{TokenKind::StarAssign, "*="},
    Spelling{TokenKind::AtAssign, "@="},
    Spelling{TokenKind::SlashAssign, "/="},
    Spelling{TokenKind::DoubleSlashAssign, "//="},
    Spelling{TokenKind::PercentAssign, "%="},
    Spelling{TokenKind::DoubleStarAssign, "**="},
    Spelling{TokenKind::LeftShiftAssign, "<<="},
    Spelling{TokenKind::RightShiftAssign, ">>="},
    Spelling{TokenKind::AmpersandAssign, "&="},
    Spelling{TokenKind::BarAssign, "|="},
    Spelling{TokenKind::CaretAssign, "^="},
};

// Whether two words of lengths that differ by one at most become equal by one slip of the finger.
bool differsByOneSlip(std::string_view left, std::string_view right) {
    std::size_t same = 0;
    while (same < left.size() && same < right.size() && left[same] == right[same]) ++same;
    left.remove_prefix(same);
    right.remove_prefix(same);
    while (!left.empty() && !right.empty() && left.back() == right.back()) {
        left.remove_suffix(1);
        right.remove_suffix(1);
    }
    const bool isSwap = left.size() == 2 && right.size() == 2 && left[0] == right[1] && left[1] == right[0];
    return isSwap || (left.size() <= 1 && right.size() <= 1);
}

}  // namespace

std::string_view nearestKeyword(std::string_view word) {
    for (const auto& keyword : keywords)
        if (word.size() > 2 && keyword.text.size() > 2 && differsByOneSlip(word, keyword.text)) return keyword.text;
    return {};
}

TokenKind keywordKind(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) return TokenKind::Name;
    for (const auto& keyword : keywords)
        if (keyword.text[0] == word[0] && keyword.text == word) return keyword.kind;
    return TokenKind::Name;
}

std::string_view spelling(TokenKind kind) {
    for (const auto& keyword : keywords)
        if (keyword.kind == kind) return keyword.text;
    for (const auto& entry : operators)
        if (entry.kind == kind) return entry.text;
    return {};
}

TokenCategory category(TokenKind kind) {
    if (isKeyword(kind)) return TokenCategory::Keyword;
    switch (kind) {
    case TokenKind::EndOfFile:
    case TokenKind::Newline:
    case TokenKind::Indent:
    case TokenKind::Dedent: return TokenCategory::None;
    case TokenKind::Error: return TokenCategory::Error;
    case TokenKind::Comment: return TokenCategory::Comment;
    case TokenKind::Name: return TokenCategory::Name;
    case TokenKind::Number: return TokenCategory::Number;
    case TokenKind::String:
    case TokenKind::FormatStart:
    case TokenKind::FormatText:
    case TokenKind::FormatEnd: return TokenCategory::String;
    default: return TokenCategory::Operator;
    }
}

}  // namespace namescape
