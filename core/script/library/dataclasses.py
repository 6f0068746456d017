# dataclasses, as far as programs use it.


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata)


def _collect_fields(cls):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for each in getattr(base, '__dataclass_fields__', {}).values():
            found[each.name] = each
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        default = cls.__dict__.get(name, MISSING)
        if isinstance(default, (list, dict, set)):
            raise ValueError('mutable default %r for field %s is not allowed: use default_factory' % (type(default), name))
        each = default if isinstance(default, Field) else field(default=default)
        each.name = name
        each.type = annotation
        if isinstance(default, Field):
            if default.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default.default)
        found[name] = each
    return found


def _check_order_of_defaults(all_fields):
    has_default = False
    for each in all_fields:
        if not each.init:
            continue
        if each.default is not MISSING or each.default_factory is not MISSING:
            has_default = True
        elif has_default:
            raise TypeError('non-default argument %r follows default argument' % each.name)


def _make_init(cls, all_fields, frozen):
    from collections import _bind_fields
    names = [each.name for each in all_fields if each.init]
    defaults = {each.name: MISSING for each in all_fields if each.init and (each.default is not MISSING or each.default_factory is not MISSING)}
    function = cls.__name__ + '.__init__'
    put = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **kwds):
        values = dict(zip(names, _bind_fields(function, names, defaults, args, kwds)))
        for each in all_fields:
            value = values.get(each.name, MISSING)
            if value is MISSING:
                if each.default_factory is not MISSING:
                    value = each.default_factory()
                elif each.default is not MISSING:
                    value = each.default
                else:
                    continue
            put(self, each.name, value)
        if hasattr(self, '__post_init__'):
            self.__post_init__()
    return __init__


def _values(instance):
    return tuple(getattr(instance, each.name) for each in instance.__dataclass_fields__.values() if each.compare)


def _repr(self):
    parts = ', '.join('%s=%r' % (each.name, getattr(self, each.name)) for each in self.__dataclass_fields__.values() if each.repr)
    return self.__class__.__qualname__ + '(' + parts + ')'


def _eq(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _order_method(compare):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(_values(self), _values(other))
    return method


def _refuse_to_set(self, name, value):
    raise FrozenInstanceError('cannot assign to field %r' % name)


def _refuse_to_delete(self, name):
    raise FrozenInstanceError('cannot delete field %r' % name)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen):
    collected = _collect_fields(cls)
    all_fields = list(collected.values())
    _check_order_of_defaults(all_fields)
    cls.__dataclass_fields__ = collected
    if init:
        cls.__init__ = _make_init(cls, all_fields, frozen)
    if repr and '__repr__' not in cls.__dict__:
        cls.__repr__ = _repr
    own_hash = cls.__dict__.get('__hash__') is not None
    if eq and '__eq__' not in cls.__dict__:
        cls.__eq__ = _eq
    if order:
        if not eq:
            raise ValueError('eq must be true if order is true')
        cls.__lt__ = _order_method(lambda a, b: a < b)
        cls.__le__ = _order_method(lambda a, b: a <= b)
        cls.__gt__ = _order_method(lambda a, b: a > b)
        cls.__ge__ = _order_method(lambda a, b: a >= b)
    if frozen:
        cls.__setattr__ = _refuse_to_set
        cls.__delattr__ = _refuse_to_delete
    if unsafe_hash or (eq and frozen and not own_hash):
        cls.__hash__ = lambda self: hash(_values(self))
    elif eq and not own_hash:
        cls.__hash__ = None
    cls.__match_args__ = tuple(each.name for each in all_fields if each.init)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False):
    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen)
    return decorate if cls is None else decorate(cls)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def fields(class_or_instance):
    try:
        return tuple(class_or_instance.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None


def _plain(value, dict_factory):
    if is_dataclass(value) and not isinstance(value, type):
        return dict_factory([(each.name, _plain(getattr(value, each.name), dict_factory)) for each in fields(value)])
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_plain(each, dict_factory) for each in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(each, dict_factory) for each in value])
    if isinstance(value, dict):
        return type(value)([(_plain(key, dict_factory), _plain(each, dict_factory)) for key, each in value.items()])
    return value


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('asdict() should be called on dataclass instances')
    return _plain(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('astuple() should be called on dataclass instances')
    return tuple_factory([astuple(value) if is_dataclass(value) and not isinstance(value, type) else value for value in (getattr(obj, each.name) for each in fields(obj))])


def replace(obj, /, **changes):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('replace() should be called on dataclass instances')
    for each in fields(obj):
        if not each.init:
            if each.name in changes:
                raise ValueError('field %s is declared with init=False, it cannot be specified with replace()' % each.name)
        elif each.name not in changes:
            changes[each.name] = getattr(obj, each.name)
    return obj.__class__(**changes)
