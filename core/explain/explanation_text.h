// Tells a name's explanation in plain sentences, a line each, with line numbers.
#pragma once

#include "explain/name_explanation.h"
#include "explain/program_text.h"

#include <string>

namespace namescape {

// What the thing is, then a line for every part of its name, then how a variable was looked up. Lines end with "\n".
std::string explanationText(const NameExplanation& explanation, const ProgramText& program);

// "reuse=True was in force (inherited from line 3)", for a sentence.
std::string reuseText(ReuseValue value, ReuseSource source, std::uint32_t line);
// "line 4", "line 4, called from line 9"; "an unknown place" where that is not known.
std::string placeText(const ExplainedPlace& place);

}  // namespace namescape
