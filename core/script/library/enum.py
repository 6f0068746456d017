# enum, as far as programs use it.


class auto:
    def __init__(self):
        self.value = None


def _is_member_name(name, value):
    if name.startswith('_'):
        return False
    return not (callable(value) or hasattr(type(value), '__get__') or isinstance(value, (property, classmethod, staticmethod)))


class EnumMeta(type):
    def __new__(metacls, name, bases, namespace, **kwargs):
        values = {}
        rest = {}
        for key, value in namespace.items():
            if _is_member_name(key, value) or isinstance(value, auto):
                values[key] = value
            else:
                rest[key] = value
        for base in bases:
            if getattr(base, '_member_map_', None) and isinstance(base, EnumMeta):
                raise TypeError('<enum %r> cannot extend %r' % (name, base))
        cls = type.__new__(metacls, name, bases, rest)
        cls._keep_texts(namespace)
        type.__setattr__(cls, '_member_map_', {})
        type.__setattr__(cls, '_value_map_', [])
        for key, value in values.items():
            metacls._add_member(cls, key, value)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        type.__init__(cls, name, bases, namespace)

    # Members that are strings or numbers, too, are shown as members.
    def _keep_texts(cls, namespace):
        if cls._data_type() is object:
            return
        for name in ('__repr__', '__str__', '__format__'):
            if name in namespace:
                continue
            for base in cls.__mro__[1:]:
                if isinstance(base, EnumMeta) and name in base.__dict__:
                    type.__setattr__(cls, name, base.__dict__[name])
                    break

    def _add_member(cls, key, value):
        if isinstance(value, auto):
            if value.value is None:
                known = [member._value_ for member in cls._member_map_.values()]
                value.value = cls._generate_next_value_(key, 1, len(known), known)
            value = value.value
        for member in cls._value_map_:
            if member._value_ == value:
                cls._member_map_[key] = member
                type.__setattr__(cls, key, member)
                return
        data_type = cls._data_type()
        arguments = value if isinstance(value, tuple) else (value,)
        own_new = cls.__dict__.get('__new__')
        if own_new is not None:
            own_new = getattr(own_new, '__func__', own_new)
            member = own_new(cls, *arguments)
        elif data_type is object:
            member = object.__new__(cls)
        else:
            member = data_type.__new__(cls, *arguments)
        if '_value_' not in member.__dict__:
            member._value_ = value if data_type is object or isinstance(value, data_type) else data_type(*arguments)
        member._name_ = key
        member._sort_order_ = len(cls._member_map_)
        if '__init__' in _names_of_enums(cls):
            member.__init__(*arguments)
        cls._member_map_[key] = member
        cls._value_map_.append(member)
        type.__setattr__(cls, key, member)

    # The int, str … that the members are, too.
    def _data_type(cls):
        for base in cls.__mro__:
            if base is not object and not isinstance(base, EnumMeta) and '__new__' in base.__dict__:
                return base
        return object

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is not None:
            return cls._create(value, names, type, start)
        if isinstance(value, cls):
            return value
        for member in cls._value_map_:
            if member._value_ == value:
                return member
        return cls._missing_value(value)

    def _missing_value(cls, value):
        made = cls._missing_(value)
        if made is None:
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        return made

    def _create(cls, name, names, mixin, start):
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        namespace = {}
        for place, each in enumerate(names):
            if isinstance(each, str):
                namespace[each] = start + place
            else:
                namespace[each[0]] = each[1]
        bases = (cls,) if mixin is None else (mixin, cls)
        namespace['__module__'] = '__main__'
        return cls.__class__(name, bases, namespace)

    def __iter__(cls):
        return iter(list(cls._value_map_))

    def __reversed__(cls):
        return reversed(cls._value_map_)

    def __len__(cls):
        return len(cls._value_map_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % name)
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        type.__delattr__(cls, name)

    def __repr__(cls):
        return '<%s %r>' % ('flag' if Flag is not None and issubclass(cls, Flag) else 'enum', cls.__name__)

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumType = EnumMeta


def _names_of_enums(cls):
    names = set()
    for base in cls.__mro__:
        if isinstance(base, EnumMeta):
            names.update(base.__dict__)
    return names


Enum = Flag = None


class Enum(metaclass=EnumMeta):
    def _generate_next_value_(name, start, count, last_values):
        for value in reversed(last_values):
            if isinstance(value, int):
                return max(each for each in last_values if isinstance(each, int)) + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __format__(self, format_spec):
        return format(int(self), format_spec)

    def __hash__(self):
        return hash(int(self))


class StrEnum(str, ReprEnum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        highest = max(last_values)
        return 2 ** highest.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        known = 0
        for member in cls._value_map_:
            known |= member._value_
        if value < 0:
            value = known & value
        if value & ~known:
            return None
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        names = [member._name_ for member in cls._value_map_ if member._value_ and not member._value_ & (member._value_ - 1) and member._value_ & value]
        made._name_ = '|'.join(names) or None
        made._value_ = value
        return made

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for member in self.__class__._value_map_:
            if member._value_ and not member._value_ & (member._value_ - 1) and member._value_ & self._value_:
                yield member

    def __len__(self):
        return sum(1 for _ in self)

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return self is other or (type(other) is type(self) and other._value_ == self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return '<%s: %r>' % (self.__class__.__name__, self._value_)
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __or__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ | other._value_)

    def __and__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ & other._value_)

    def __xor__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ ^ other._value_)

    def __invert__(self):
        return self.__class__(~self._value_)


class IntFlag(int, Flag):
    def __str__(self):
        return int.__repr__(self)

    def __eq__(self, other):
        return int(self) == other

    def __hash__(self):
        return hash(int(self))

    def __or__(self, other):
        return self.__class__(int(self) | int(other))

    def __and__(self, other):
        return self.__class__(int(self) & int(other))

    def __xor__(self, other):
        return self.__class__(int(self) ^ int(other))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


def unique(enumeration):
    duplicates = ['%s -> %s' % (alias, member._name_) for alias, member in enumeration._member_map_.items() if alias != member._name_]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, ', '.join(duplicates)))
    return enumeration
