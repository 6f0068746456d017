namescape_register_test(architecture
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake
  LABELS repository)
namescape_register_test(architecture_check
  COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_LIST_DIR}/check_the_check.cmake
  LABELS repository)
