# Every lesson evaluates without an error, its asserts included.
if(TARGET namescape)
  foreach(lesson 1_name_scope_and_variable_scope 2_reuse 3_jumping_into_a_scope)
    namescape_register_test(lesson_${lesson}
      COMMAND namescape run ${PROJECT_SOURCE_DIR}/resources/lessons/${lesson}.py LABELS lessons)
  endforeach()
endif()
