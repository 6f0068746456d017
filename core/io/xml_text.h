// Text made fit for XML, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace namescape {

// For content and for attributes in double quotes. What XML 1.0 can't hold, and broken UTF-8, becomes U+FFFD.
std::string xmlEscaped(std::string_view text);

// For an id: letters, digits and `_ . - /` stay, other characters become `_xHHHH_`.
std::string xmlId(std::string_view text);

}  // namespace namescape
