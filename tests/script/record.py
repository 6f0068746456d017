#!/usr/bin/env python3
"""Writes what CPython 3.11 prints for each program here: NAME.py -> NAME.out.

usage: record.py [NAME…]

What needs a module that is not installed stays as it is. An uncaught exception is recorded as a last line "!! Type: message (line N)", N being the program's own line. Addresses are
replaced by 0x.
"""
import contextlib
import importlib.util
import io
import pathlib
import re
import sys
import traceback


def record(path):
    text = path.read_text()
    output = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    ending = ""
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(text, str(path), "exec"), {"__name__": "__main__"})
        except BaseException as error:
            lines = [entry.lineno for entry in traceback.extract_tb(error.__traceback__) if entry.filename == str(path)]
            ending = f"!! {type(error).__name__}: {error} (line {lines[-1]})\n"
    return re.sub(r" at 0x[0-9a-f]+", " at 0x", output.buffer.getvalue().decode() + ending)


def main():
    folder = pathlib.Path(__file__).parent
    names = sys.argv[1:] or sorted(p.stem for p in folder.glob("*.py") if p.name != "record.py")
    for name in names:
        path = folder / (name + ".py")
        if all(importlib.util.find_spec(module) for module in re.findall(r"^import (\w+)", path.read_text(), re.MULTILINE)):
            path.with_suffix(".out").write_text(record(path))


main()
