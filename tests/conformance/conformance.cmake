find_package(Qt6 6.4 REQUIRED COMPONENTS Concurrent)

namescape_test(tst_comparison SOURCES tst_comparison.cpp comparison.cpp LINKS nlohmann_json::nlohmann_json)

if(TARGET namescape)
  add_executable(conformance conformance/conformance.cpp conformance/comparison.cpp)
  set_target_properties(conformance PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(conformance PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(conformance PRIVATE
    NAMESCAPE_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests" NAMESCAPE_PROGRAM="$<TARGET_FILE:namescape>")
  target_link_libraries(conformance PRIVATE namescape_options Qt6::Concurrent nlohmann_json::nlohmann_json)
  namescape_register_test(conformance COMMAND conformance LABELS conformance TIMEOUT 600)
endif()
