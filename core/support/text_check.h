// Says whether bytes are a text that a program can be read from, and if not, why not.
#pragma once

#include "support/result.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace namescape {

// The longest program that is read, in bytes.
inline constexpr std::size_t longestProgram = std::size_t{16} << 20;

// Nothing where `bytes` are UTF-8 text of at most `longestProgram` bytes (empty text is text, and so is text with a byte
// order mark); else the reason, to be set after the file's name: "is not UTF-8 text (line 3 …): save it as UTF-8".
std::optional<Failure> whyNotText(std::string_view bytes);

// The offset of the first byte that is not part of a well-formed UTF-8 sequence, or npos.
std::size_t firstNonUtf8(std::string_view bytes);

}  // namespace namescape
