# types: names for the types that have none among the builtins.
import sys as _sys


def _f():
    yield


class _C:
    def method(self):
        pass


FunctionType = type(_f)
LambdaType = FunctionType
GeneratorType = type(_f())
MethodType = type(_C().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(Ellipsis)
ModuleType = type(_sys)
MappingProxyType = dict


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return '%s(%s)' % (name, ', '.join('%s=%r' % item for item in self.__dict__.items()))


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    metaclass = (kwds or {}).get('metaclass', type)
    return metaclass(name, bases, namespace)


class DynamicClassAttribute(property):
    pass
