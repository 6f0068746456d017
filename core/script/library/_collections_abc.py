# collections.abc: what kind of container an object is, told by its methods.
from abc import ABCMeta, abstractmethod


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return False
                break
        else:
            return False
    return True


# Classes below are told by the methods that they name; the others by who inherits from them or is registered.
class _MethodsMeta(ABCMeta):
    def __subclasscheck__(cls, subclass):
        names = cls.__dict__.get('_told_by')
        if names is not None:
            return _has(subclass, names)
        return ABCMeta.__subclasscheck__(cls, subclass)


class Hashable(metaclass=_MethodsMeta):
    _told_by = ('__hash__',)


class Iterable(metaclass=_MethodsMeta):
    _told_by = ('__iter__',)

    @abstractmethod
    def __iter__(self):
        return iter(())

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class Iterator(Iterable):
    _told_by = ('__iter__', '__next__')

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _told_by = ('__iter__', '__next__', 'send', 'throw', 'close')


class Reversible(Iterable):
    _told_by = ('__reversed__', '__iter__')


class Sized(metaclass=_MethodsMeta):
    _told_by = ('__len__',)

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=_MethodsMeta):
    _told_by = ('__contains__',)

    @abstractmethod
    def __contains__(self, item):
        return False


class Callable(metaclass=_MethodsMeta):
    _told_by = ('__call__',)

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class Collection(Sized, Iterable, Container):
    _told_by = ('__len__', '__iter__', '__contains__')


class Sequence(Collection):
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(each is value or each == value for each in self)

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        at = max(len(self) + start, 0) if start < 0 else start
        end = len(self) if stop is None else stop + len(self) if stop < 0 else stop
        while at < end:
            try:
                each = self[at]
            except IndexError:
                break
            if each is value or each == value:
                return at
            at += 1
        raise ValueError

    def count(self, value):
        return sum(1 for each in self if each is value or each == value)


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        size = len(self)
        for at in range(size // 2):
            self[at], self[size - at - 1] = self[size - at - 1], self[at]

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        return len(self) <= len(other) and all(each in other for each in self)

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        return len(self) >= len(other) and all(each in self for each in other)

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        return self._from_iterable(value for value in other if value in self)

    def __or__(self, other):
        return self._from_iterable(value for part in (self, other) for value in part)

    def __sub__(self, other):
        return self._from_iterable(value for value in self if value not in other)

    def __xor__(self, other):
        return (self - other) | (other - self)

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    __hash__ = None


class MutableSet(Set):
    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            break
        else:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, values):
        for value in values:
            self.add(value)
        return self


class _View(Sized, Iterable):
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._mapping)


class MappingView(_View):
    pass


class KeysView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        for key in self._mapping:
            yield key


class ItemsView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and (self._mapping[key] is value or self._mapping[key] == value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    def __contains__(self, value):
        return any(self._mapping[key] is value or self._mapping[key] == value for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class Mapping(Collection):
    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


_missing = object()


class MutableMapping(Mapping):
    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            break
        else:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwds):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


for _registered, _types in ((Sequence, (tuple, str, range, bytes)), (MutableSequence, (list,)), (Set, (frozenset,)), (MutableSet, (set,)),
                            (MutableMapping, (dict,)), (KeysView, (type({}.keys()),)), (ItemsView, (type({}.items()),)), (ValuesView, (type({}.values()),))):
    for _type in _types:
        _registered.register(_type)
