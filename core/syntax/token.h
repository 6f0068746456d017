// The words of a program: what the lexer hands to the parser and to an editor's highlighter.
#pragma once

#include "support/source_range.h"

#include <cstdint>
#include <string_view>

namespace namescape {

enum class TokenKind : std::uint8_t {
    // Structure
    EndOfFile,
    Newline,  // end of a logical line
    Indent,
    Dedent,
    Error,    // could not be read; already diagnosed
    Comment,  // only from tokenize()
    // Literals
    Name,
    Number,
    String,       // a whole literal with its prefix and quotes; also bytes
    FormatStart,  // f"
    FormatText,   // what stands between the fields of an f-string, or in a format behind ':'
    FormatEnd,    // "
    FieldOpen,    // { of a replacement field
    FieldClose,   // }
    // Keywords
    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,
    // Brackets: an opening one is followed by its closing one
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    // Punctuation
    Comma,
    Colon,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    Exclamation,  // of a replacement field's conversion
    // Operators
    Assign,
    ColonAssign,
    Plus,
    Minus,
    Star,
    At,
    Slash,
    DoubleSlash,
    Percent,
    DoubleStar,
    LeftShift,
    RightShift,
    Ampersand,
    Bar,
    Caret,
    Tilde,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    // Augmented assignment, in the order of BinaryOperator
    PlusAssign,
    MinusAssign,
    StarAssign,
    AtAssign,
    SlashAssign,
    DoubleSlashAssign,
    PercentAssign,
    DoubleStarAssign,
    LeftShiftAssign,
    RightShiftAssign,
    AmpersandAssign,
    BarAssign,
    CaretAssign,
};

struct Token {
    SourceRange range;
    TokenKind kind = TokenKind::EndOfFile;
    bool isMissing = false;  // not in the text: the lexer put it there to close a bracket (and said so)
    bool isBroken = false;   // a string without its end

    bool operator==(const Token&) const = default;
};

constexpr bool isKeyword(TokenKind kind) { return kind >= TokenKind::False && kind <= TokenKind::Yield; }
constexpr bool isOpeningBracket(TokenKind kind) {
    return kind == TokenKind::LeftParenthesis || kind == TokenKind::LeftBracket || kind == TokenKind::LeftBrace;
}
constexpr bool isClosingBracket(TokenKind kind) {
    return kind == TokenKind::RightParenthesis || kind == TokenKind::RightBracket || kind == TokenKind::RightBrace;
}
constexpr bool isAugmentedAssign(TokenKind kind) {
    return kind >= TokenKind::PlusAssign && kind <= TokenKind::CaretAssign;
}
constexpr TokenKind closingBracketOf(TokenKind kind) {
    return static_cast<TokenKind>(static_cast<std::uint8_t>(kind) + 1);
}

// The keyword of that spelling, or Name.
TokenKind keywordKind(std::string_view word);

// A keyword or operator as it is written; empty for the kinds that have no one spelling.
std::string_view spelling(TokenKind kind);

// The keyword that differs from a word by one slip: a letter too many, too few, another or two swapped; else empty.
std::string_view nearestKeyword(std::string_view word);

// What a highlighter colours alike.
enum class TokenCategory : std::uint8_t { None, Keyword, Name, Number, String, Operator, Comment, Error };

TokenCategory category(TokenKind kind);

}  // namespace namescape
