// The part of the `tf` module that is written in the script language: core/api/library/*.py.
#pragma once

#include "api/api.h"

#include <optional>
#include <string_view>

namespace namescape {

// The module `_namescape`, through which library text reaches what `tf` itself does not show.
void registerLibrarySupport(Api& api);

// `tf.<path>.<name>` where the library has it, its text being read at the first use of any of its names; else nothing.
std::optional<Value> findInLibrary(Api& api, std::string_view path, std::string_view name);

// What a library file defines, without being part of `tf`.
Value libraryValue(Api& api, std::string_view file, std::string_view name);

// The text of a library file, "templates", compiled in; empty where there is none.
std::string_view librarySource(std::string_view file);

}  // namespace namescape
