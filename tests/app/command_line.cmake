if(TARGET namescape_command_line)
  namescape_test(tst_call LINKS namescape_command_line)
  namescape_test(tst_caret_report LINKS namescape_command_line)
endif()
