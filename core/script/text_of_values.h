// repr() and str() of the builtin types.
#pragma once

#include "script/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

class Interpreter;

// A string as a literal, in the quotes that Python would take; `ascii` escapes all that is not ASCII, as ascii() does.
std::string quoteText(std::string_view text, bool ascii = false);
// ascii(): repr() with escapes for all that is not ASCII.
std::string asciiRepr(Interpreter& interpreter, const Value& value);
std::string quoteBytes(std::string_view bytes);

// "0x7f3a5c000040": looks like CPython's address, but counts.
std::string identityText(Interpreter& interpreter, const Value& value);

}  // namespace namescape
