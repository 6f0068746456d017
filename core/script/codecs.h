// Text to bytes and back: the encodings and the ways to deal with errors that Python has built in.
#pragma once

#include <string>
#include <string_view>

namespace namescape {

class Interpreter;

// str.encode() and bytes.decode(). `errors` is strict, ignore, replace, backslashreplace, surrogateescape or, to encode,
// xmlcharrefreplace. Throw LookupError for names that are none, UnicodeEncodeError and UnicodeDecodeError.
std::string encodeText(Interpreter& interpreter, std::string_view text, std::string_view encoding, std::string_view errors);
std::string decodeBytes(Interpreter& interpreter, std::string_view bytes, std::string_view encoding, std::string_view errors);

}  // namespace namescape
