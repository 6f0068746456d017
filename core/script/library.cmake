# The files of library/ are compiled in as text. Sets script_library_source.
set(script_library_files
  _collections_abc abc argparse collections contextlib copy dataclasses datetime enum functools inspect itertools json logging numbers numpy numpy_arrays numpy_functions
  numpy_printing numpy_random numpy_types operator os
  os_path pprint random six string sys textwrap time types typing warnings)
set(script_library_cases "")
foreach(file IN LISTS script_library_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS library/${file}.py)
  file(READ library/${file}.py text)
  string(APPEND script_library_cases "    if (file == \"${file}\") return R\"library(${text})library\";\n")
endforeach()
file(CONFIGURE OUTPUT standard_library.cpp CONTENT [[
// Made by CMake from core/script/library.

#include "script/standard_library.h"

#include <cassert>

namespace namescape {

std::string_view standardLibrarySource(std::string_view file) {
@script_library_cases@    assert(false);
    return {};
}

}  // namespace namescape
]] @ONLY)
set(script_library_source ${CMAKE_CURRENT_BINARY_DIR}/standard_library.cpp)
