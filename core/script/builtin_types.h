// The types that every program finds: Python's own classes and exceptions.
#pragma once

#include "script/type_object.h"

namespace namescape {

// F(member, name): types that are no exceptions.
#define NAMESCAPE_PLAIN_TYPES(F) \
    F(noneType, "NoneType") F(notImplementedType, "NotImplementedType") F(ellipsisType, "ellipsis") F(integer, "int") \
    F(boolean, "bool") F(floating, "float") F(complex, "complex") F(string, "str") F(bytes, "bytes") F(list, "list") F(tuple, "tuple") \
    F(dict, "dict") F(set, "set") F(frozenset, "frozenset") F(range, "range") F(slice, "slice") F(function, "function") \
    F(nativeFunction, "builtin_function_or_method") F(method, "method") F(property, "property") \
    F(staticMethod, "staticmethod") F(classMethod, "classmethod") F(super, "super") F(module, "module") F(cell, "cell") \
    F(generator, "generator") F(iterator, "iterator") F(listIterator, "list_iterator") F(tupleIterator, "tuple_iterator") \
    F(stringIterator, "str_ascii_iterator") F(rangeIterator, "range_iterator") F(dictKeys, "dict_keys") F(dictValues, "dict_values") \
    F(dictItems, "dict_items") F(dictKeyIterator, "dict_keyiterator") F(dictValueIterator, "dict_valueiterator") \
    F(dictItemIterator, "dict_itemiterator") F(setIterator, "set_iterator") F(map, "map") F(filter, "filter") F(zip, "zip") \
    F(enumerate, "enumerate") F(reversed, "reversed") F(code, "code")

// F(member, name, base member): exceptions, each behind its base.
#define NAMESCAPE_EXCEPTION_TYPES(F) \
    F(exception, "Exception", baseException) F(systemExit, "SystemExit", baseException) \
    F(keyboardInterrupt, "KeyboardInterrupt", baseException) F(generatorExit, "GeneratorExit", baseException) \
    F(stopIteration, "StopIteration", exception) F(stopAsyncIteration, "StopAsyncIteration", exception) \
    F(arithmeticError, "ArithmeticError", exception) F(zeroDivisionError, "ZeroDivisionError", arithmeticError) \
    F(overflowError, "OverflowError", arithmeticError) F(floatingPointError, "FloatingPointError", arithmeticError) \
    F(assertionError, "AssertionError", exception) F(attributeError, "AttributeError", exception) F(bufferError, "BufferError", exception) \
    F(eofError, "EOFError", exception) F(importError, "ImportError", exception) F(moduleNotFoundError, "ModuleNotFoundError", importError) \
    F(lookupError, "LookupError", exception) F(indexError, "IndexError", lookupError) F(keyError, "KeyError", lookupError) \
    F(memoryError, "MemoryError", exception) F(nameError, "NameError", exception) F(unboundLocalError, "UnboundLocalError", nameError) \
    F(osError, "OSError", exception) F(fileNotFoundError, "FileNotFoundError", osError) F(permissionError, "PermissionError", osError) \
    F(fileExistsError, "FileExistsError", osError) F(timeoutError, "TimeoutError", osError) \
    F(referenceError, "ReferenceError", exception) F(runtimeError, "RuntimeError", exception) \
    F(notImplementedError, "NotImplementedError", runtimeError) F(recursionError, "RecursionError", runtimeError) \
    F(syntaxError, "SyntaxError", exception) F(indentationError, "IndentationError", syntaxError) F(systemError, "SystemError", exception) \
    F(typeError, "TypeError", exception) F(valueError, "ValueError", exception) F(unicodeError, "UnicodeError", valueError) \
    F(unicodeDecodeError, "UnicodeDecodeError", unicodeError) F(unicodeEncodeError, "UnicodeEncodeError", unicodeError) \
    F(warning, "Warning", exception) F(userWarning, "UserWarning", warning) F(deprecationWarning, "DeprecationWarning", warning) \
    F(runtimeWarning, "RuntimeWarning", warning) F(futureWarning, "FutureWarning", warning) F(syntaxWarning, "SyntaxWarning", warning) \
    F(importWarning, "ImportWarning", warning) F(unicodeWarning, "UnicodeWarning", warning) \
    F(pendingDeprecationWarning, "PendingDeprecationWarning", warning) F(resourceWarning, "ResourceWarning", warning)

class BuiltinTypes {
public:
    Ref<TypeObject> type;
    Ref<TypeObject> object;
    Ref<TypeObject> baseException;
#define NAMESCAPE_MEMBER(member, name) Ref<TypeObject> member;
    NAMESCAPE_PLAIN_TYPES(NAMESCAPE_MEMBER)
#undef NAMESCAPE_MEMBER
#define NAMESCAPE_MEMBER(member, name, base) Ref<TypeObject> member;
    NAMESCAPE_EXCEPTION_TYPES(NAMESCAPE_MEMBER)
#undef NAMESCAPE_MEMBER
};

}  // namespace namescape
