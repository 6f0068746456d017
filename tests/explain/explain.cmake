# NAME.py names in its first line what is to be explained; NAME.txt holds the explanations. UPDATE_GOLDEN=1 rewrites them.
namescape_test(tst_scope_opening LINKS namescape_explain namescape_rewrite)
namescape_test(tst_explain LINKS namescape_pipeline namescape_golden)
