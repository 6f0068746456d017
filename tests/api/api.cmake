# Programs that use `tf` as programs do, and what they print: TensorFlow 1.15's rules, read in its source where a comment in a
# program says so. UPDATE_GOLDEN=1 writes down what is printed now, and fails, so that somebody looks at it.
#
# The program NAME.py prints NAME.txt.

if(TARGET namescape)
  file(GLOB programs CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.py)
  foreach(program IN LISTS programs)
    cmake_path(GET program STEM name)
    namescape_register_test(api_${name}
      COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:namescape> -D NAME=${name} -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake LABELS api)
  endforeach()
endif()
