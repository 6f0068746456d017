"""TensorFlow 1.15's rule for unique names, written plainly: what namescape_bench holds itself against.

usage: unique_names.py COUNT      registers COUNT names in nested scopes, most of them clashing, and prints the processor seconds it took
"""
import sys
import time


def unique_name(names, scope, name):
    if scope:
        name = scope + "/" + name
    key = name.lower()
    i = names.get(key, 0)
    names[key] = i + 1
    if i > 0:
        base = key
        while key in names:
            key = "%s_%d" % (base, i)
            i += 1
        names[key] = 1
        name = "%s_%d" % (name, i - 1)
    return name


def register(count):
    names = {}
    made = 0
    while made < count:
        block = unique_name(names, "net", "block")
        for _ in range(100):
            unit = unique_name(names, block, "unit")
            for _ in range(10):
                unique_name(names, unit, "copy")
            made += 11
            if made >= count:
                break


start = time.process_time()
register(int(sys.argv[1]))
print(time.process_time() - start)
