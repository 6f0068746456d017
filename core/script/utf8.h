// UTF-8 by code points, surrogates included.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

// How many code points there are: the bytes that don't continue another.
std::size_t countCodePoints(std::string_view text);

// The byte where code point `index` begins; the size of the text for its length.
std::size_t offsetOfCodePoint(std::string_view text, std::size_t index);

// The code point that begins at `at`, which is moved behind it. A byte that begins none stands for itself.
std::uint32_t decodeCodePoint(std::string_view text, std::size_t& at);

void appendCodePoint(std::string& text, std::uint32_t codePoint);

}  // namespace namescape
