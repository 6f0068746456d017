// Cuts a program into tokens. Repairs what is broken, so that brackets in the result always pair up.
#pragma once

#include "support/diagnostic.h"
#include "syntax/parse_limits.h"
#include "syntax/token.h"

#include <string_view>
#include <vector>

namespace namescape {

struct LexedProgram {
    std::vector<Token> tokens;  // ends with EndOfFile
    std::vector<SourceRange> comments;
    std::vector<Diagnostic> diagnostics;
};

// A whole program, with Newline, Indent and Dedent by Python's rules.
LexedProgram lex(std::string_view text, const ParseLimits& limits = {});

// What a line begins inside of, as a number that an editor can keep per line; 0 is plain code.
using LineState = std::uint8_t;

// The tokens of one line or several, for a highlighter: comments included, no Newline, Indent, Dedent or EndOfFile.
// `state` is what the first line begins inside of, and is set to what the line behind the last begins inside of.
std::vector<Token> tokenize(std::string_view lines, LineState& state);

}  // namespace namescape
