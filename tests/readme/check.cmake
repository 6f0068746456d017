# Holds the C++ program that README.md shows against the one that is compiled, and what it prints against what README.md says.
#   cmake -DREADME=… -DSOURCE=… -DPROGRAM=… -P check.cmake

# The first block of README.md that is fenced as ```KIND.
function(fenced_block kind result)
  file(READ ${README} text)
  string(FIND "${text}" "\n```${kind}\n" start)
  if(start EQUAL -1)
    message(FATAL_ERROR "README.md has no block ```${kind}")
  endif()
  string(LENGTH "\n```${kind}\n" length)
  math(EXPR start "${start} + ${length}")
  string(SUBSTRING "${text}" ${start} -1 text)
  string(FIND "${text}" "```" end)
  string(SUBSTRING "${text}" 0 ${end} text)
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

fenced_block(cpp shown)
file(READ ${SOURCE} compiled)
if(NOT shown STREQUAL compiled)
  message(FATAL_ERROR "README.md does not show ${SOURCE} as it is compiled")
endif()

fenced_block(text said)
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(NOT said STREQUAL printed)
  message(FATAL_ERROR "README.md says it prints:\n${said}\nbut it prints:\n${printed}")
endif()
