// Edits of a call's arguments, and of statements, as text edits.
#pragma once

#include "explain/program_text.h"
#include "support/text_edit.h"

#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// Gives the call `keyword=value`: in place of what it has for that parameter (`position` where it may stand without its name; -1:
// it may not), or behind its last argument.
TextEdit setArgument(const ProgramText& program, const CallExpression& call, std::string_view keyword, int position, std::string_view value);
// Takes the argument away; nothing where the call has none. What stands before others without a name becomes None.
std::optional<TextEdit> removeArgument(const ProgramText& program, const CallExpression& call, std::string_view keyword, int position);
// Replaces an expression, a string's quotes included.
TextEdit replaceExpression(const Expression& expression, std::string_view text);
// A Python string literal with the same quotes as `like` has.
std::string quotedLike(const ProgramText& program, const Expression& like, std::string_view text);
// Puts a statement of one line or several into a block: `header` (without colon) before it, the statement indented below.
std::optional<TextEdit> wrapStatement(const ProgramText& program, const Statement& statement, std::string_view header);

}  // namespace namescape
