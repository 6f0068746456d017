# Tests that compare with golden files link namescape_golden and include "golden/golden.h".
add_library(namescape_golden STATIC golden/golden.cpp)
target_include_directories(namescape_golden PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
target_compile_definitions(namescape_golden PRIVATE NAMESCAPE_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(namescape_golden PUBLIC namescape_options Qt6::Test)

if(TARGET namescape)
  namescape_test(tst_golden LINKS namescape_golden)
  target_compile_definitions(tst_golden PRIVATE NAMESCAPE_PROGRAM="$<TARGET_FILE:namescape>")
endif()
