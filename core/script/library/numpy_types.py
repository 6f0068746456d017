# numpy's data types: which there are, and what two of them become together.

_kinds = 'biufcSUO'
_scalar_types = {}   # by name
_bits = {'b': (8,), 'i': (8, 16, 32, 64), 'u': (8, 16, 32, 64), 'f': (16, 32, 64), 'c': (64, 128)}
_family = {'b': 'bool', 'i': 'int', 'u': 'uint', 'f': 'float', 'c': 'complex', 'S': 'bytes', 'U': 'str', 'O': 'object'}
_aliases = {
    'float': 'float64', 'int': 'int64', 'bool_': 'bool', 'bool8': 'bool', 'complex': 'complex128', 'double': 'float64', 'single': 'float32', 'half': 'float16',
    'float_': 'float64', 'int_': 'int64', 'uint': 'uint64', 'intc': 'int32', 'byte': 'int8', 'short': 'int16', 'long': 'int64', 'object_': 'object', 'O': 'object', 'str_': 'str', 'unicode': 'str',
    'unicode_': 'str', 'U': 'str', 'bytes_': 'bytes', 'string_': 'bytes', 'S': 'bytes', '?': 'bool', 'f': 'float32', 'd': 'float64', 'e': 'float16', 'i': 'int32', 'l': 'int64',
    'b': 'int8', 'B': 'uint8', 'h': 'int16', 'H': 'uint16', 'I': 'uint32', 'L': 'uint64', 'F': 'complex64', 'D': 'complex128', 'b1': 'bool',
}
for _kind in 'iufc':
    for _size in _bits[_kind]:
        _aliases[_kind + str(_size // 8)] = _family[_kind] + str(_size)


class dtype:
    def __new__(cls, dtype, align=False, copy=False):
        return _found(dtype)

    def __eq__(self, other):
        try:
            return _found(other).name == self.name
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.str if self.kind in 'SU' else self.name

    def __repr__(self):
        return "dtype('%s')" % ('O' if self.kind == 'O' else str(self))


dtype.__module__ = 'numpy'


def _make(kind, bits, name, length=0):
    made = object.__new__(dtype)
    made.kind = kind
    made.itemsize = length * 4 if kind == 'U' else length if kind == 'S' else 8 if kind == 'O' else bits // 8
    made.bits = bits
    made.name = name
    order = '|' if kind in 'bOS' or bits == 8 else '<'
    made.str = order + ('O' if kind == 'O' else kind + str(length if kind in 'SU' else bits // 8))
    # The name that TensorFlow knows it by.
    made._numpy_type_name = 'string' if kind in 'SUO' else name
    return made


_types = {'bool': _make('b', 8, 'bool'), 'object': _make('O', 64, 'object'), 'str': _make('U', 0, 'str'), 'bytes': _make('S', 0, 'bytes')}
for _kind in 'iufc':
    for _size in _bits[_kind]:
        _name = _family[_kind] + str(_size)
        _types[_name] = _make(_kind, _size, _name)


def text_type(kind, length):
    return _make(kind, 0, 'str%d' % (32 * length) if kind == 'U' else 'bytes%d' % (8 * length), length)


def _found(given):
    if isinstance(given, dtype):
        return given
    if given is None:
        return _types['float64']
    if isinstance(given, str):
        name = given.lstrip('<=|>')
        name = _aliases.get(name, name)
        if name in _types:
            return _types[name]
        if name[:1] in 'SU' and name[1:].isdigit():
            return text_type(name[0], int(name[1:]))
        raise TypeError("data type '%s' not understood" % given)
    if given in (bool, int, float, complex, str, bytes, object):
        return _types[_aliases.get(given.__name__, given.__name__)]
    if isinstance(given, type) and isinstance(getattr(given, 'dtype', None), dtype):
        return given.dtype
    # A data type of TensorFlow's.
    name = getattr(given, 'name', None)
    if isinstance(name, str) and hasattr(given, 'base_dtype'):
        return _types['object' if name == 'string' else name]
    raise TypeError("Cannot interpret '%r' as a data type" % (given,))


def type_of_value(value):
    """The data type of one Python value in an array."""
    if isinstance(value, bool):
        return _types['bool']
    if isinstance(value, int):
        return _types['int64' if -2 ** 63 <= value < 2 ** 63 else 'uint64' if 0 <= value < 2 ** 64 else 'object']
    if isinstance(value, float):
        return _types['float64']
    if isinstance(value, complex):
        return _types['complex128']
    if isinstance(value, str):
        return text_type('U', max(1, len(value)))
    if isinstance(value, bytes):
        return text_type('S', max(1, len(value)))
    return _types['object']


def _text_length(number):
    """Characters that any number of the type fits."""
    if number.kind in 'iu':
        return {8: 3, 16: 5, 32: 10, 64: 20}[number.bits] + (number.kind == 'i')
    return {'b': 5, 'f': 32, 'c': 64}[number.kind]


def promote(a, b):
    """The smallest type that holds all of both."""
    if a.name == b.name:
        return a
    if _kinds.index(a.kind) > _kinds.index(b.kind):
        a, b = b, a
    if b.kind == 'O':
        return b
    if b.kind in 'SU':
        if a.kind in 'SU':
            return text_type(b.kind, max(a.itemsize // (4 if a.kind == 'U' else 1), b.itemsize // (4 if b.kind == 'U' else 1)))
        return text_type(b.kind, max(b.itemsize // (4 if b.kind == 'U' else 1), _text_length(a)))
    if a.kind == 'b':
        return b
    if a.kind == b.kind:
        return a if a.bits > b.bits else b
    if b.kind == 'u':
        return a if a.bits > b.bits else _types['int%d' % (2 * b.bits)] if b.bits < 64 else _types['float64']
    # The floats that hold an integer of so many bits.
    needed = {8: 16, 16: 32}.get(a.bits, 64) if a.kind in 'iu' else a.bits
    if b.kind == 'f':
        return _types['float%d' % max(needed, b.bits)]
    return _types['complex%d' % max(2 * max(needed, 32), b.bits)]


def category(kind):
    return 0 if kind == 'b' else 1 if kind in 'iu' else 2 if kind in 'fc' else 3


def converter(to):
    """A function from a list of Python values to a list of what an array of that type holds."""
    from _namescape_numpy import rounded
    if to.kind == 'f':
        return lambda values: rounded([float(value) for value in values], to.bits)
    if to.kind == 'b':
        return lambda values: [bool(value) for value in values]
    if to.kind == 'c':
        return lambda values: [complex(value) for value in values]
    if to.kind == 'U':
        length = to.itemsize // 4
        return lambda values: [str(value)[:length or None] for value in values]
    if to.kind == 'S':
        length = to.itemsize
        return lambda values: [(value if isinstance(value, bytes) else str(value).encode())[:length or None] for value in values]
    if to.kind == 'O':
        return lambda values: list(values)
    mask = 2 ** to.bits - 1
    low, high = (0, mask) if to.kind == 'u' else (-2 ** (to.bits - 1), 2 ** (to.bits - 1) - 1)

    def whole(value):
        number = value if type(value) is int else int(value)
        if low <= number <= high:
            return number
        number &= mask
        return number if number <= high else number - mask - 1
    return lambda values: [whole(value) for value in values]
