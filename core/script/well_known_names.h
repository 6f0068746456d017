// The names that Python itself gives a meaning to, interned once per interpreter.
#pragma once

#include "script/string_object.h"

namespace namescape {

// F(member, text)
#define NAMESCAPE_WELL_KNOWN_NAMES(F) \
    F(init, "__init__") F(new_, "__new__") F(call, "__call__") F(getattr, "__getattr__") F(getattribute, "__getattribute__") \
    F(setattr, "__setattr__") F(delattr, "__delattr__") F(get, "__get__") F(set, "__set__") F(delete_, "__delete__") \
    F(setName, "__set_name__") F(initSubclass, "__init_subclass__") F(classGetItem, "__class_getitem__") \
    F(str, "__str__") F(repr, "__repr__") F(format, "__format__") F(bytes, "__bytes__") F(hash, "__hash__") F(bool_, "__bool__") \
    F(len, "__len__") F(iter, "__iter__") F(next, "__next__") F(contains, "__contains__") F(reversed, "__reversed__") \
    F(getitem, "__getitem__") F(setitem, "__setitem__") F(delitem, "__delitem__") F(missing, "__missing__") \
    F(lengthHint, "__length_hint__") F(enter, "__enter__") F(exit, "__exit__") F(int_, "__int__") F(float_, "__float__") \
    F(complex, "__complex__") F(index, "__index__") F(round, "__round__") F(trunc, "__trunc__") F(floor, "__floor__") F(ceil, "__ceil__") \
    F(abs, "__abs__") F(neg, "__neg__") F(pos, "__pos__") F(invert, "__invert__") F(divmod, "__divmod__") F(rdivmod, "__rdivmod__") \
    F(eq, "__eq__") F(ne, "__ne__") F(lt, "__lt__") F(le, "__le__") F(gt, "__gt__") F(ge, "__ge__") \
    F(add, "__add__") F(sub, "__sub__") F(mul, "__mul__") F(matmul, "__matmul__") F(truediv, "__truediv__") F(floordiv, "__floordiv__") \
    F(mod, "__mod__") F(pow, "__pow__") F(lshift, "__lshift__") F(rshift, "__rshift__") F(and_, "__and__") F(or_, "__or__") F(xor_, "__xor__") \
    F(radd, "__radd__") F(rsub, "__rsub__") F(rmul, "__rmul__") F(rmatmul, "__rmatmul__") F(rtruediv, "__rtruediv__") \
    F(rfloordiv, "__rfloordiv__") F(rmod, "__rmod__") F(rpow, "__rpow__") F(rlshift, "__rlshift__") F(rrshift, "__rrshift__") \
    F(rand, "__rand__") F(ror, "__ror__") F(rxor, "__rxor__") \
    F(iadd, "__iadd__") F(isub, "__isub__") F(imul, "__imul__") F(imatmul, "__imatmul__") F(itruediv, "__itruediv__") \
    F(ifloordiv, "__ifloordiv__") F(imod, "__imod__") F(ipow, "__ipow__") F(ilshift, "__ilshift__") F(irshift, "__irshift__") \
    F(iand, "__iand__") F(ior, "__ior__") F(ixor, "__ixor__") \
    F(instancecheck, "__instancecheck__") F(subclasscheck, "__subclasscheck__") F(prepare, "__prepare__") \
    F(name, "__name__") F(qualname, "__qualname__") F(module, "__module__") F(doc, "__doc__") F(dict, "__dict__") F(class_, "__class__") \
    F(file, "__file__") F(classcell, "__classcell__") F(annotations, "__annotations__") F(wrapped, "__wrapped__") F(slots, "__slots__") \
    F(all, "__all__") F(metaclass, "metaclass") F(send, "send") F(throw_, "throw") F(close, "close") F(keys, "keys") F(write, "write") \
    F(dir, "__dir__") F(self, "self") F(cls, "cls") F(fspath, "__fspath__") F(builtins, "__builtins__")

struct WellKnownNames {
#define NAMESCAPE_MEMBER(member, text) InternedName member = nullptr;
    NAMESCAPE_WELL_KNOWN_NAMES(NAMESCAPE_MEMBER)
#undef NAMESCAPE_MEMBER
};

}  // namespace namescape
