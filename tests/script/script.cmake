namescape_test(tst_recorded_programs LINKS namescape_script TIMEOUT 300)
namescape_test(tst_limits LINKS namescape_script TIMEOUT 300)
