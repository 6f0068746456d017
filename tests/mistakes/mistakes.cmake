# NAME.py has a mistake; NAME.txt holds what is told of it. UPDATE_GOLDEN=1 rewrites them.
namescape_test(tst_mistakes LINKS namescape_pipeline namescape_golden)
