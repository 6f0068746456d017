# Holds the table "Who may include whom" of ARCHITECTURE.md against the #include lines of core and app.
#   cmake -DROOT=folder of the project -P check.cmake
cmake_minimum_required(VERSION 3.25)

# Which library a header in angle brackets belongs to, and the pattern that tells; other such headers are free.
set(libraries
  "Qt=^(Q[A-Z]|Qt[A-Z][A-Za-z]*/)"
  "Graphviz=^(graphviz/|gvc|cgraph|cdt)"
  "nlohmann-json=^nlohmann/"
  "fmt=^fmt/"
  "Boost=^boost/"
  "CLI11=^CLI/"
  "PCRE2=^pcre2"
  "Snappy=^snappy"
  "protobuf=^google/protobuf/")

set(complaints "")
macro(complain text)
  string(APPEND complaints "  ${text}\n")
endmacro()

# Reads the table into parts, and per part uses_PART and libraries_PART; a part may use only parts above it, so
# that there are no cycles.
macro(read_table)
  set(parts "")
  file(STRINGS ${ROOT}/ARCHITECTURE.md rows REGEX "^\\| *`(core|app)/[a-z_]+` *\\|")
  foreach(row IN LISTS rows)
    string(REGEX MATCH "^\\| *`([a-z_/]+)` *\\|([^|]*)\\|([^|]*)\\|" row "${row}")
    set(part ${CMAKE_MATCH_1})
    set(libraries_text "${CMAKE_MATCH_3}")
    string(REGEX MATCHALL "[a-z_]+" used "${CMAKE_MATCH_2}")
    string(REGEX MATCHALL "[A-Za-z0-9-]+" libraries_${part} "${libraries_text}")
    get_filename_component(name ${part} NAME)
    foreach(one IN LISTS used)
      if(NOT one IN_LIST names_above)
        complain("ARCHITECTURE.md: ${part} names ${one}, which is not a part in a row above it")
      endif()
    endforeach()
    list(APPEND parts ${part})
    list(APPEND names_above ${name})
    set(uses_${part} ${used} ${name})
  endforeach()
  if(NOT parts)
    complain("ARCHITECTURE.md has no table of parts")
  endif()
endmacro()

macro(check_project_include)
  if(included MATCHES "^([a-z_]+)/" AND CMAKE_MATCH_1 IN_LIST names_above)
    if(NOT CMAKE_MATCH_1 IN_LIST uses_${part})
      complain("${file}: ${part} may not include \"${included}\"")
    endif()
  elseif(NOT included MATCHES "\\.(moc|pb\\.h)$")
    complain("${file}: \"${included}\" is not written as \"part/file.h\"")
  endif()
endmacro()

macro(check_library_include)
  foreach(library IN LISTS libraries)
    string(REGEX MATCH "^([^=]+)=(.*)$" library "${library}")
    set(name ${CMAKE_MATCH_1})
    if(included MATCHES "${CMAKE_MATCH_2}")
      if(NOT name IN_LIST libraries_${part})
        complain("${file}: ${part} may not include <${included}>")
      endif()
      if(name STREQUAL "Graphviz")
        list(APPEND graphviz_files ${file})
      endif()
    endif()
  endforeach()
endmacro()

macro(check_file)
  file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    if(line MATCHES "\"([^\"]+)\"")
      set(included ${CMAKE_MATCH_1})
      check_project_include()
    elseif(line MATCHES "<([^>]+)>")
      set(included ${CMAKE_MATCH_1})
      check_library_include()
    endif()
  endforeach()
  if(file MATCHES "\\.h$")
    file(READ ${ROOT}/${file} start LIMIT 4)
    if(NOT start MATCHES "^// ")
      complain("${file}: does not open with a sentence on what it is for")
    endif()
  endif()
endmacro()

read_table()
set(graphviz_files "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/app/*.h ${ROOT}/app/*.cpp)
foreach(file IN LISTS files)
  string(REGEX MATCH "^[a-z]+/[^/]+" part ${file})
  if(part IN_LIST parts)
    check_file()
  else()
    complain("${file}: ${part} has no row in ARCHITECTURE.md")
  endif()
endforeach()
list(REMOVE_DUPLICATES graphviz_files)
list(LENGTH graphviz_files count)
if(count GREATER 1)
  list(JOIN graphviz_files " and " graphviz_files)
  complain("Graphviz is to stay behind one file, but stands in: ${graphviz_files}")
endif()

if(complaints)
  message(FATAL_ERROR "Not as ARCHITECTURE.md says:\n${complaints}")
endif()
