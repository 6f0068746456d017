// Text without the blanks around it.
#pragma once

#include <string_view>

namespace namescape {

// Blanks are spaces, tabs and ends of lines.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace namescape
