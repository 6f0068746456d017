# Holds what check.cmake says of the folder `broken`, which breaks every rule, against broken/complaints.txt.
execute_process(
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_LIST_DIR}/broken -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake
  ERROR_VARIABLE said RESULT_VARIABLE status)
string(REGEX MATCHALL "\n    [^\n]+" lines "${said}")
list(TRANSFORM lines STRIP)
list(JOIN lines "\n" got)
file(READ ${CMAKE_CURRENT_LIST_DIR}/broken/complaints.txt want)
string(STRIP "${want}" want)
if(status EQUAL 0 OR NOT got STREQUAL want)
  message(FATAL_ERROR "status ${status}, got:\n  ${got}\nwant:\n  ${want}")
endif()
