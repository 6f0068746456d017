// The standard modules that are written in Python: their texts are compiled in.
#pragma once

#include <string_view>

namespace namescape {

// The text of library/<file>.py.
std::string_view standardLibrarySource(std::string_view file);

}  // namespace namescape
