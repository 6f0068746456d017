if(TARGET namescape_scope)
  add_executable(two_towers readme/two_towers.cpp)
  set_target_properties(two_towers PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(two_towers PRIVATE namescape_options namescape_scope)
  namescape_register_test(readme
    COMMAND ${CMAKE_COMMAND} -DREADME=${PROJECT_SOURCE_DIR}/README.md -DSOURCE=${CMAKE_CURRENT_LIST_DIR}/two_towers.cpp
            -DPROGRAM=$<TARGET_FILE:two_towers> -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake
    LABELS repository)
endif()
