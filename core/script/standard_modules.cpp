// Makes the standard modules known: each comes to be when it is first imported.
#include "script/standard_modules.h"

#include "script/builtin_setup.h"
#include "script/standard_library.h"

namespace namescape {

namespace {

// A module in Python, and the file of the library that has its text.
struct LibraryModule {
    const char* name;
    const char* file;
};

constexpr LibraryModule libraryModules[] = {
    {"_collections_abc", "_collections_abc"},
    {"abc", "abc"},
    {"argparse", "argparse"},
    {"collections", "collections"},
    {"contextlib", "contextlib"},
    {"copy", "copy"},
    {"dataclasses", "dataclasses"},
    {"datetime", "datetime"},
    {"enum", "enum"},
    {"functools", "functools"},
    {"inspect", "inspect"},
    {"itertools", "itertools"},
    {"json", "json"},
    {"logging", "logging"},
    {"numbers", "numbers"},
    {"numpy", "numpy"},
    {"numpy._arrays", "numpy_arrays"},
    {"numpy._functions", "numpy_functions"},
    {"numpy._printing", "numpy_printing"},
    {"numpy._types", "numpy_types"},
    {"numpy.random", "numpy_random"},
    {"operator", "operator"},
    {"os", "os"},
    {"os.path", "os_path"},
    {"pprint", "pprint"},
    {"random", "random"},
    {"six", "six"},
    {"string", "string"},
    {"sys", "sys"},
    {"textwrap", "textwrap"},
    {"time", "time"},
    {"types", "types"},
    {"typing", "typing"},
    {"warnings", "warnings"},
};

void addLibraryModule(Interpreter& interpreter, const LibraryModule& module) {
    interpreter.addModule(module.name, [module](Interpreter& in, ModuleObject&) { in.loadLibrary(module.name, standardLibrarySource(module.file)); });
}

void copyNames(Interpreter& interpreter, const Table& from, ModuleObject& to) {
    for (const Table::Entry& entry : from.entries()) {
        const auto* name = entry.key.as<StringObject>();
        if (!entry.value.isUnset() && name && !name->text().starts_with("__")) to.table().set(interpreter, entry.key, entry.value);
    }
}

// The same names as another module has.
void addAlias(Interpreter& interpreter, const char* name, const char* original) {
    interpreter.addModule(name, [original](Interpreter& in, ModuleObject& module) {
        const Value found = in.importModule(original);
        copyNames(in, found.as<ModuleObject>()->table(), module);
    });
}

// What `from __future__ import …` may name: all of it is so already.
void makeFutureModule(Interpreter& interpreter, ModuleObject& module) {
    for (const char* name : {"nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"})
        module.table().set(interpreter.intern(name), true);
}

// six.moves is an object in the library; its names are those of a module, too.
void makeSixMoves(Interpreter& interpreter, ModuleObject& module) {
    const Value moves = interpreter.getAttribute(interpreter.importModule("six"), "moves");
    if (const DictObject* names = interpreter.attributesOf(moves)) copyNames(interpreter, names->table, module);
}

}  // namespace

void addStandardModules(const BuiltinSetup& setup) {
    Interpreter& interpreter = setup.interpreter;
    for (const LibraryModule& module : libraryModules) addLibraryModule(interpreter, module);
    addAlias(interpreter, "collections.abc", "_collections_abc");
    addAlias(interpreter, "posixpath", "os.path");
    interpreter.addModule("__future__", makeFutureModule);
    interpreter.addModule("six.moves", makeSixMoves);
    interpreter.addModule("math", makeMathModule);
    interpreter.addModule("re", makeRegexModule);
    interpreter.addModule("_namescape_numpy", makeNumpyCore);
    interpreter.addModule("_namescape_random", makeRandomCore);
    interpreter.addModule("_namescape_sys", makeSysCore);
}

}  // namespace namescape
