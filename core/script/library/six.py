# six, as under Python 3.
import functools
import types

next = advance_iterator = next
callable = callable

__version__ = '1.16.0'

PY2 = False
PY3 = True
PY34 = True
string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes
MAXSIZE = 9223372036854775807

# six.moves and what is in it.
moves = types.SimpleNamespace(
    range=range, xrange=range, zip=zip, map=map, filter=filter, reduce=functools.reduce, input=None, intern=str, zip_longest=None, filterfalse=None)


def _fill_moves():
    import itertools
    moves.zip_longest = itertools.zip_longest
    moves.filterfalse = itertools.filterfalse


_fill_moves()


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def iteritems(d, **kw):
    return iter(d.items(**kw))


def viewkeys(d):
    return d.keys()


def viewvalues(d):
    return d.values()


def viewitems(d):
    return d.items()


def b(s):
    return s.encode('latin-1')


def u(s):
    return s


def ensure_binary(s, encoding='utf-8', errors='strict'):
    if isinstance(s, bytes):
        return s
    if isinstance(s, str):
        return s.encode(encoding, errors)
    raise TypeError("not expecting type '%s'" % type(s))


def ensure_str(s, encoding='utf-8', errors='strict'):
    if isinstance(s, str):
        return s
    if isinstance(s, bytes):
        return s.decode(encoding, errors)
    raise TypeError("not expecting type '%s'" % type(s))


ensure_text = ensure_str


def get_function_name(func):
    return func.__name__


def get_method_function(meth):
    return meth.__func__


def get_method_self(meth):
    return meth.__self__


def create_bound_method(func, obj):
    return types.MethodType(func, obj)


def add_metaclass(metaclass):
    def wrapper(cls):
        namespace = dict(cls.__dict__)
        namespace.pop('__dict__', None)
        namespace.pop('__weakref__', None)
        return metaclass(cls.__name__, cls.__bases__, namespace)
    return wrapper


def with_metaclass(meta, *bases):
    class metaclass(type):
        def __new__(cls, name, this_bases, d):
            return meta(name, bases or (object,), d)
    return type.__new__(metaclass, 'temporary_class', (), {})


def python_2_unicode_compatible(klass):
    return klass


def wraps(wrapped, *args, **kwargs):
    return functools.wraps(wrapped, *args, **kwargs)


def raise_from(value, from_value):
    raise value from from_value


def reraise(tp, value, tb=None):
    if value is None:
        value = tp()
    raise value


def print_(*args, **kwargs):
    print(*args, **kwargs)
