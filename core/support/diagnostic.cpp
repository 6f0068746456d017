#include "support/diagnostic.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace namescape {

namespace {

struct Words {
    const char* name;
    const char* text;  // {0}, {1}… stand for the arguments
};

Words words(DiagnosticKind kind) {
    switch (kind) {
    case DiagnosticKind::UncaughtException: return {"uncaught-exception", "{0}: {1}"};
    case DiagnosticKind::NotUtf8: return {"not-utf8", "a byte ({0}) that is not UTF-8; save the file as UTF-8"};
    case DiagnosticKind::InvalidCharacter: return {"invalid-character", "invalid character '{0}' ({1}) outside of strings and comments; remove it"};
    case DiagnosticKind::FullWidth: return {"full-width", "{0} where Python needs {1}"};
    case DiagnosticKind::OddSpace: return {"odd-space", "a character ({0}) that looks like a space; Python needs a plain one"};
    case DiagnosticKind::ForeignOperator: return {"foreign-operator", "'{0}' is no operator of Python; write '{1}'"};
    case DiagnosticKind::Python2: return {"python-2", "'{0}' is Python 2; write '{1}'"};
    case DiagnosticKind::InvalidNumber: return {"invalid-number", "invalid number '{0}'; a name can't begin with a digit, and digits must fit the base"};
    case DiagnosticKind::LeadingZeros: return {"leading-zeros", "leading zeros in '{0}'; an octal number begins with 0o"};
    case DiagnosticKind::UnterminatedString: return {"unterminated-string", "unterminated string; it needs a closing {0} on its line"};
    case DiagnosticKind::UnterminatedTripleString: return {"unterminated-triple-string", "unterminated string; it needs a closing {0}"};
    case DiagnosticKind::BadEscape: return {"bad-escape", "'{0}' in a string is no complete escape; double the backslash, or put an r before the string"};
    case DiagnosticKind::NamedCharacter: return {"named-character", "names of characters are not known here; write the character itself"};
    case DiagnosticKind::BrokenField: return {"broken-field", "the braces of an f-string do not fit; each '{{' needs its '}}', and a brace that is text is doubled"};
    case DiagnosticKind::BytesCharacter: return {"bytes-character", "bytes can only contain ASCII characters; write others as escapes"};
    case DiagnosticKind::MixedStringKinds: return {"mixed-string-kinds", "bytes and text side by side; only strings of one kind can be joined"};
    case DiagnosticKind::StrayBackslash: return {"stray-backslash", "something behind a backslash; it must be the last character of its line"};
    case DiagnosticKind::SpaceAfterBackslash: return {"space-after-backslash", "spaces behind a backslash; it must be the last character of its line"};
    case DiagnosticKind::UnclosedBracket: return {"unclosed-bracket", "'{0}' was never closed; add '{1}'"};
    case DiagnosticKind::UnmatchedBracket: return {"unmatched-bracket", "unmatched '{0}'; remove it, or open it before"};
    case DiagnosticKind::MismatchedBracket: return {"mismatched-bracket", "closing '{0}' does not match opening '{1}'; write '{2}'"};
    case DiagnosticKind::InconsistentTabs: return {"inconsistent-tabs", "inconsistent use of tabs and spaces in indentation; use one of them"};
    case DiagnosticKind::UnindentMismatch: return {"unindent-mismatch", "unindent does not match any line above; align it with the block that it belongs to"};
    case DiagnosticKind::UnexpectedIndent: return {"unexpected-indent", "unexpected indent; align it with the line above"};
    case DiagnosticKind::MissingBlock: return {"missing-block", "expected an indented block after {0}; indent its lines, or write pass"};
    case DiagnosticKind::MissingColon: return {"missing-colon", "missing ':' at the end of {0}"};
    case DiagnosticKind::MissingComma: return {"missing-comma", "invalid syntax; perhaps a comma is missing here"};
    case DiagnosticKind::InvalidSyntax: return {"invalid-syntax", "invalid syntax at {0}"};
    case DiagnosticKind::MisspeltKeyword: return {"misspelt-keyword", "invalid syntax at '{0}'; perhaps '{1}' was meant"};
    case DiagnosticKind::Expected: return {"expected", "expected {0}, found {1}"};
    case DiagnosticKind::AssignmentInExpression: return {"assignment-in-expression", "'=' in an expression; write '==' to compare"};
    case DiagnosticKind::CannotAssign: return {"cannot-assign", "cannot assign to {0}"};
    case DiagnosticKind::CannotDelete: return {"cannot-delete", "cannot delete {0}"};
    case DiagnosticKind::OrphanClause: return {"orphan-clause", "'{0}' belongs to no statement above; align it with its {1}"};
    case DiagnosticKind::MissingHandler: return {"missing-handler", "'try' without 'except' or 'finally'; add one of them"};
    case DiagnosticKind::BareExceptNotLast: return {"bare-except-not-last", "a bare 'except' must be the last one; move it behind the others"};
    case DiagnosticKind::PositionalAfterKeyword: return {"positional-after-keyword", "positional argument follows keyword argument{0}; put it before, or give it a name"};
    case DiagnosticKind::RepeatedKeyword: return {"repeated-keyword", "keyword argument repeated: {0}"};
    case DiagnosticKind::KeywordNotName: return {"keyword-not-name", "the name of a keyword argument is no plain name; write '==' to compare"};
    case DiagnosticKind::BareGenerator: return {"bare-generator", "generator expression must be put in parentheses"};
    case DiagnosticKind::ParameterOrder: return {"parameter-order", "{0}; reorder the parameters"};
    case DiagnosticKind::DuplicateParameter: return {"duplicate-parameter", "duplicate parameter '{0}' in function definition"};
    case DiagnosticKind::OutsideFunction: return {"outside-function", "'{0}' outside function"};
    case DiagnosticKind::OutsideLoop: return {"outside-loop", "'{0}' outside loop"};
    case DiagnosticKind::StarImportInside: return {"star-import-inside", "'import *' only allowed at module level"};
    case DiagnosticKind::StarredAlone: return {"starred-alone", "can't use a starred expression here"};
    case DiagnosticKind::Unsupported: return {"unsupported", "{0} are not supported here; this statement is left out"};
    case DiagnosticKind::DeclarationAfterUse: return {"declaration-after-use", "name '{0}' is used before its '{1}' declaration; declare it first"};
    case DiagnosticKind::DeclaredParameter: return {"declared-parameter", "name '{0}' is parameter and {1}; rename one of them"};
    case DiagnosticKind::NoNonlocalBinding: return {"no-nonlocal-binding", "no variable '{0}' in the functions around it; nonlocal needs one"};
    case DiagnosticKind::NonlocalAtModule: return {"nonlocal-at-module", "nonlocal declaration not allowed at module level; use it inside a function"};
    case DiagnosticKind::TextTooLong: return {"text-too-long", "a text of {0} bytes; the limit is {1} (ParseLimits::maxBytes)"};
    case DiagnosticKind::TooManyTokens: return {"too-many-tokens", "more than {0} words; the rest is not read"};
    case DiagnosticKind::TooManyNodes: return {"too-many-nodes", "more than {0} nodes in the syntax tree; the rest is not read"};
    case DiagnosticKind::TooDeep: return {"too-deep", "more than {0} brackets or operators within each other; split the expression"};
    case DiagnosticKind::TooHigh: return {"too-high", "an expression of more than {0} operators in a row; split it"};
    case DiagnosticKind::TooManyIndents: return {"too-many-indents", "more than {0} levels of indentation; move some into functions"};
    case DiagnosticKind::TooManyProblems: return {"too-many-problems", "too many problems; only the first {0} are listed"};
    case DiagnosticKind::MisspeltName: return {"misspelt-name", "'{0}' is not defined; perhaps '{1}' was meant"};
    case DiagnosticKind::NothingIsRun: return {"nothing-is-run", "graphs are built here, not run: what a session would give is None, or not a number"};
    case DiagnosticKind::UnknownApi: return {"unknown-api", "{0} is not known here: it is taken for one operation of unknown shape"};
    case DiagnosticKind::GraphFile: return {"graph-file", "{0}"};
    case DiagnosticKind::TfNotImported: return {"tf-not-imported", "{0} is not imported; it is taken for tensorflow, as by `import tensorflow as {0}`"};
    }
    return {"unknown", "unknown problem"};
}

}  // namespace

std::string message(const Diagnostic& diagnostic) {
    // As Python has it: an exception without a message is its type alone.
    if (diagnostic.kind == DiagnosticKind::UncaughtException && diagnostic.arguments.size() == 2 && diagnostic.arguments[1].empty()) return diagnostic.arguments[0];
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const auto& argument : diagnostic.arguments) arguments.push_back(argument);
    return fmt::vformat(words(diagnostic.kind).text, arguments);
}

const char* name(DiagnosticKind kind) {
    return words(kind).name;
}

}  // namespace namescape
