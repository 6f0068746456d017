// What is wrong with a text, as data: a kind with typed arguments, ranges and fixes. Words come from one table.
#pragma once

#include "support/source_range.h"
#include "support/text_edit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

enum class Severity : std::uint8_t { Error, Warning, Hint };

// Every diagnostic there is. The words for each, and its stable JSON name, stand in diagnostic.cpp.
enum class DiagnosticKind : std::uint16_t {
    UncaughtException,  // arguments: exception type, message
    GraphFile,          // what is wrong with a file that is no program; arguments: message, place in it ("12:3", "1234", or empty)

    // Reading a program: characters and words
    NotUtf8,
    InvalidCharacter,
    FullWidth,
    OddSpace,
    ForeignOperator,
    Python2,
    InvalidNumber,
    LeadingZeros,
    UnterminatedString,
    UnterminatedTripleString,
    BadEscape,
    NamedCharacter,
    BrokenField,
    BytesCharacter,
    MixedStringKinds,
    StrayBackslash,
    SpaceAfterBackslash,

    // Reading a program: brackets and lines
    UnclosedBracket,
    UnmatchedBracket,
    MismatchedBracket,
    InconsistentTabs,
    UnindentMismatch,
    UnexpectedIndent,
    MissingBlock,
    MissingColon,
    MissingComma,

    // Reading a program: statements and expressions
    InvalidSyntax,
    MisspeltKeyword,
    Expected,
    AssignmentInExpression,
    CannotAssign,
    CannotDelete,
    OrphanClause,
    MissingHandler,
    BareExceptNotLast,
    PositionalAfterKeyword,
    RepeatedKeyword,
    KeywordNotName,
    BareGenerator,
    ParameterOrder,
    DuplicateParameter,
    OutsideFunction,
    OutsideLoop,
    StarImportInside,
    StarredAlone,
    Unsupported,
    DeclarationAfterUse,
    DeclaredParameter,
    NoNonlocalBinding,
    NonlocalAtModule,

    // Reading a program: limits
    TextTooLong,
    TooManyTokens,
    TooManyNodes,
    TooDeep,
    TooHigh,
    TooManyIndents,
    TooManyProblems,

    // Running a program
    MisspeltName,     // arguments: name, the one that was probably meant
    NothingIsRun,
    UnknownApi,      // arguments: its path, "tf.contrib.foo"; the name that was probably meant, or nothing
    TfNotImported,   // arguments: the name that was taken for the module
};

// A change that would make the diagnostic go away.
struct Fix {
    std::string title;
    std::vector<TextEdit> edits;
    bool operator==(const Fix&) const = default;
};

// Another place that belongs to the diagnostic ("first made here").
struct RelatedRange {
    SourceRange range;
    std::string message;
    bool operator==(const RelatedRange&) const = default;
};

struct Diagnostic {
    Severity severity = Severity::Error;
    DiagnosticKind kind{};
    std::vector<std::string> arguments;
    SourceRange range;
    std::vector<RelatedRange> related;
    std::vector<Fix> fixes;
    std::string note;  // what is to be said beside the message: of an error of TensorFlow's, what it means in the user's lines

    bool operator==(const Diagnostic&) const = default;
};

// The diagnostic's own words: lower-case phrase, no period, situation first, then what would help.
std::string message(const Diagnostic& diagnostic);

// Its stable name in JSON, e.g. "uncaught-exception".
const char* name(DiagnosticKind kind);

}  // namespace namescape
