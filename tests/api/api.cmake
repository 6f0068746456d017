# Programs that use `tf` as programs do, and what they print: TensorFlow 1.15's rules, read in its source where a comment in a
# program says so. UPDATE_GOLDEN=1 writes down what is printed now, and fails, so that somebody looks at it.
if(TARGET namescape)
  namescape_test(tst_api LINKS namescape_golden)
  target_compile_definitions(tst_api PRIVATE NAMESCAPE_PROGRAM="$<TARGET_FILE:namescape>")
endif()
