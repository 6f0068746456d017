// The parts of a name that are told apart by "/" and ":".
#pragma once

#include "support/ascii.h"

#include <algorithm>
#include <string_view>

namespace namescape {

// Whether the name is inside the scope of that path (without trailing slash).
inline bool isBelow(std::string_view name, std::string_view path) {
    return name.size() > path.size() && name.starts_with(path) && name[path.size()] == '/';
}

// Empty at the root.
inline std::string_view parentPath(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

inline std::string_view lastComponent(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

// The operation's name in a tensor's, "x:0".
inline std::string_view withoutOutput(std::string_view name) {
    const auto colon = name.rfind(':');
    const bool isTensor = colon != std::string_view::npos && colon + 1 < name.size() && std::ranges::all_of(name.substr(colon + 1), isAsciiDigit);
    return isTensor ? name.substr(0, colon) : name;
}

}  // namespace namescape
