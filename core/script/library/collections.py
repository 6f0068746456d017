# collections, as far as programs use it.
from _collections_abc import (Callable, Collection, Container, Generator, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, MappingView,
                              MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, ValuesView)
import _collections_abc as abc


# --- namedtuple

def _listed(names):
    quoted = [repr(name) for name in names]
    if len(quoted) < 3:
        return ' and '.join(quoted)
    return ', '.join(quoted[:-1]) + ', and ' + quoted[-1]


# Puts a call's arguments in the order of the fields, or complains as a function with those parameters would.
def _bind_fields(function, fields, defaults, args, kwds):
    if len(args) > len(fields):
        least = len(fields) - len(defaults)
        takes = 'from %d to %d' % (least + 1, len(fields) + 1) if defaults else '%d' % (len(fields) + 1)
        plural = 's' if defaults or fields else ''
        raise TypeError('%s() takes %s positional argument%s but %d were given' % (function, takes, plural, len(args) + 1))
    values = dict(zip(fields, args))
    for name, value in kwds.items():
        if name not in fields:
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (function, name))
        if name in values:
            raise TypeError("%s() got multiple values for argument '%s'" % (function, name))
        values[name] = value
    missing = [name for name in fields if name not in values and name not in defaults]
    if missing:
        raise TypeError('%s() missing %d required positional argument%s: %s' % (function, len(missing), '' if len(missing) == 1 else 's', _listed(missing)))
    return [values[name] if name in values else defaults[name] for name in fields]


_keywords = ('False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda '
             'nonlocal not or pass raise return try while with yield').split()


def _checked_fields(typename, field_names, rename):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    if rename:
        for place, name in enumerate(fields):
            if not name.isidentifier() or name in _keywords or name.startswith('_') or name in fields[:place]:
                fields[place] = '_%d' % place
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if name in _keywords:
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    for place, name in enumerate(fields):
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in fields[:place]:
            raise ValueError('Encountered duplicate field name: %r' % name)
    return tuple(fields)


def _refuse_to_set(self, value=None):
    raise AttributeError("can't set attribute")


def _field_getter(place):
    return property(lambda self: tuple.__getitem__(self, place), _refuse_to_set, _refuse_to_set, 'Alias for field number %d' % place)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    typename = str(typename)
    fields = _checked_fields(typename, field_names, rename)
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(fields):
        raise TypeError('Got more default values than field names')
    default_of = dict(zip(fields[len(fields) - len(values):], values))
    function = typename + '.__new__'

    def __new__(_cls, /, *args, **kwds):
        if kwds or len(args) != len(fields):
            args = _bind_fields(function, fields, default_of, args, kwds)
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError('Expected %d arguments, got %d' % (len(fields), len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return result

    def __repr__(self):
        return self.__class__.__name__ + '(' + ', '.join('%s=%r' % pair for pair in zip(fields, self)) + ')'

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': '%s(%s)' % (typename, ', '.join(fields)), '__slots__': (), '_fields': fields, '_field_defaults': default_of,
        '__new__': __new__, '_make': classmethod(_make), '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
        '__getnewargs__': __getnewargs__, '__match_args__': fields, '__module__': '__main__' if module is None else module,
    }
    for place, name in enumerate(fields):
        namespace[name] = _field_getter(place)
    return type(typename, (tuple,), namespace)


# --- Dicts

class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwds):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwds)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return 'defaultdict(%r, %s)' % (self.default_factory, dict.__repr__(self))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)(self.default_factory)
        memo[id(self)] = made
        for key, value in self.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made


class OrderedDict(dict):
    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for each, value in rest:
            dict.__setitem__(self, each, value)

    def copy(self):
        return self.__class__(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __repr__(self):
        if not self:
            return '%s()' % (self.__class__.__name__,)
        return '%s(%r)' % (self.__class__.__name__, list(self.items()))


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:max(n, 0)]

    def elements(self):
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        self._change(iterable, kwds, 1)

    def subtract(self, iterable=None, /, **kwds):
        self._change(iterable, kwds, -1)

    def _change(self, iterable, kwds, sign):
        if iterable is not None:
            if isinstance(iterable, Mapping):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) + sign * count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) + sign
        for element, count in kwds.items():
            self[element] = self.get(element, 0) + sign * count

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, element):
        if element in self:
            dict.__delitem__(self, element)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        return '%s({%s})' % (self.__class__.__name__, ', '.join('%r: %r' % item for item in self.most_common()))

    def _combined(self, other, operation):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element in list(self) + [each for each in other if each not in self]:
            count = operation(self[element], other[element])
            if count > 0:
                result[element] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self


class ChainMap(MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        found = {}
        for mapping in reversed(self.maps):
            found.update(dict.fromkeys(mapping))
        return iter(found)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError('Key not found in the first mapping: %r' % (key,))
        del self.maps[0][key]

    def new_child(self, m=None, **kwargs):
        child = {} if m is None else m
        child.update(kwargs)
        return self.__class__(child, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, ', '.join(map(repr, self.maps)))


class UserDict(MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)


# --- deque

class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._values = []
        self._maxlen = maxlen
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def append(self, x, /):
        self._values.append(x)
        if self._maxlen is not None and len(self._values) > self._maxlen:
            self._values.pop(0)

    def appendleft(self, x, /):
        self._values.insert(0, x)
        if self._maxlen is not None and len(self._values) > self._maxlen:
            self._values.pop()

    def extend(self, iterable, /):
        for x in list(iterable) if iterable is self else iterable:
            self.append(x)

    def extendleft(self, iterable, /):
        for x in list(iterable) if iterable is self else iterable:
            self.appendleft(x)

    def pop(self):
        if not self._values:
            raise IndexError('pop from an empty deque')
        return self._values.pop()

    def popleft(self):
        if not self._values:
            raise IndexError('pop from an empty deque')
        return self._values.pop(0)

    def clear(self):
        self._values.clear()

    def copy(self):
        return type(self)(self._values, self._maxlen)

    __copy__ = copy

    def count(self, x, /):
        return self._values.count(x)

    def index(self, x, start=0, stop=9223372036854775807, /):
        try:
            return self._values.index(x, start, stop)
        except ValueError:
            raise ValueError('%r is not in deque' % (x,)) from None

    def insert(self, i, x, /):
        if self._maxlen is not None and len(self._values) >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        self._values.insert(i, x)

    def remove(self, value, /):
        if value not in self._values:
            raise ValueError('%r is not in deque' % (value,))
        self._values.remove(value)

    def reverse(self):
        self._values.reverse()

    def rotate(self, n=1, /):
        if self._values:
            n %= len(self._values)
            self._values[:] = self._values[len(self._values) - n:] + self._values[:len(self._values) - n]

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return self._iterate(iter(self._values), len(self._values))

    def _iterate(self, iterator, size):
        for x in iterator:
            yield x
            if len(self._values) != size:
                raise RuntimeError('deque mutated during iteration')

    def __reversed__(self):
        return reversed(self._values)

    def __contains__(self, x):
        return x in self._values

    def __getitem__(self, index):
        self._check(index)
        return self._values[index]

    def __setitem__(self, index, value):
        self._check(index)
        self._values[index] = value

    def __delitem__(self, index):
        self._check(index)
        del self._values[index]

    def _check(self, index):
        if not isinstance(index, int):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        if not -len(self._values) <= index < len(self._values):
            raise IndexError('deque index out of range')

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._values * n, self._maxlen)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._values < other._values if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._values <= other._values if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._values > other._values if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._values >= other._values if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if self._maxlen is None:
            return '%s(%r)' % (type(self).__name__, self._values)
        return '%s(%r, maxlen=%d)' % (type(self).__name__, self._values, self._maxlen)


MutableSequence.register(deque)
