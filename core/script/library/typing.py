# typing: the names are there and can be subscripted; nothing looks at them.
import _collections_abc as _abc

TYPE_CHECKING = False


class _SpecialForm:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return _Alias(self, parameters)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return 'typing.' + self._name

    def __mro_entries__(self, bases):
        return ()


def _type_repr(parameter):
    if isinstance(parameter, type):
        return parameter.__qualname__ if parameter.__module__ == 'builtins' else '%s.%s' % (parameter.__module__, parameter.__qualname__)
    if parameter is ...:
        return '...'
    if isinstance(parameter, list):
        return '[' + ', '.join(_type_repr(each) for each in parameter) + ']'
    return repr(parameter)


class _Alias(_SpecialForm):
    def __init__(self, origin, parameters):
        self._name = origin._name
        self.__origin__ = origin
        self.__args__ = parameters if isinstance(parameters, tuple) else (parameters,)

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        return 'typing.%s[%s]' % (self._name, ', '.join(_type_repr(each) for each in self.__args__))


Any = _SpecialForm('Any')
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
ClassVar = _SpecialForm('ClassVar')
Final = _SpecialForm('Final')
Union = _SpecialForm('Union')
Optional = _SpecialForm('Optional')
Literal = _SpecialForm('Literal')
Annotated = _SpecialForm('Annotated')
Type = _SpecialForm('Type')
Tuple = _SpecialForm('Tuple')
Text = str
AnyStr = _SpecialForm('AnyStr')


class _ContainerForm(_SpecialForm):
    def __init__(self, name, cls):
        self._name = name
        self._cls = cls

    def __call__(self, *args, **kwargs):
        return self._cls(*args, **kwargs)

    def __instancecheck__(self, instance):
        return isinstance(instance, self._cls)


List = _ContainerForm('List', list)
Dict = _ContainerForm('Dict', dict)
Set = _ContainerForm('Set', set)
FrozenSet = _ContainerForm('FrozenSet', frozenset)
Callable = _ContainerForm('Callable', _abc.Callable)
Iterable = _ContainerForm('Iterable', _abc.Iterable)
Iterator = _ContainerForm('Iterator', _abc.Iterator)
Generator = _ContainerForm('Generator', _abc.Generator)
Sequence = _ContainerForm('Sequence', _abc.Sequence)
MutableSequence = _ContainerForm('MutableSequence', _abc.MutableSequence)
Mapping = _ContainerForm('Mapping', _abc.Mapping)
MutableMapping = _ContainerForm('MutableMapping', _abc.MutableMapping)
Collection = _ContainerForm('Collection', _abc.Collection)
Container = _ContainerForm('Container', _abc.Container)
Hashable = _ContainerForm('Hashable', _abc.Hashable)
Sized = _ContainerForm('Sized', _abc.Sized)
AbstractSet = _ContainerForm('AbstractSet', _abc.Set)
ContextManager = _SpecialForm('ContextManager')
DefaultDict = _SpecialForm('DefaultDict')
OrderedDict = _SpecialForm('OrderedDict')
Counter = _SpecialForm('Counter')
Deque = _SpecialForm('Deque')
IO = _SpecialForm('IO')
TextIO = _SpecialForm('TextIO')
Pattern = _SpecialForm('Pattern')
Match = _SpecialForm('Match')


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = '+' if covariant else '-' if contravariant else '~'

    def __repr__(self):
        return self._sign + self.__name__


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')


class Generic:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls


class Protocol:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls


class SupportsInt(Protocol):
    pass


class SupportsFloat(Protocol):
    pass


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        if namespace.get('_is_root', False):
            return type.__new__(metacls, name, bases, namespace)
        from collections import namedtuple
        fields = list(namespace.get('__annotations__', {}))
        defaults = [namespace[each] for each in fields if each in namespace]
        made = namedtuple(name, fields, defaults=defaults, module=namespace.get('__module__'))
        for key, value in namespace.items():
            if key not in fields and key not in ('__new__', '__slots__', '__classcell__', '__qualname__'):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    _is_root = True

    def __new__(cls, typename, fields=(), **kwargs):
        from collections import namedtuple
        return namedtuple(typename, [each[0] for each in fields] + list(kwargs))


class TypedDict(dict):
    pass


def NewType(name, tp):
    def make(x):
        return x
    make.__name__ = name
    make.__supertype__ = tp
    return make


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None):
    return dict(getattr(obj, '__annotations__', {}))


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())
