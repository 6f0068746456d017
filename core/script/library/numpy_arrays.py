# numpy.ndarray and the scalar types. An array is a list of values, the places in it of its elements in order, and a shape;
# slices and the like share the list.
from math import prod as _prod
import numpy._printing as printing
from numpy._types import _types, category, converter, dtype as _dtype, promote, type_of_value

newaxis = None


def strides_of(shape):
    strides = []
    step = 1
    for size in reversed(shape):
        strides.insert(0, step)
        step *= size
    return strides


def places(offsets):
    """Sums of one offset of each axis, the last axis running fastest."""
    result = [0]
    for axis in offsets:
        result = [place + offset for place in result for offset in axis]
    return result


def axis_offsets(shape, strides):
    return [range(0, size * stride, stride) if stride else [0] * size for size, stride in zip(shape, strides)]


def normal_shape(shape):
    if isinstance(shape, (list, tuple, ndarray)):
        return tuple(_size(each) for each in shape)
    return (_size(shape),)


def _size(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__) from None


def make(data, shape, dtype, at=None):
    made = object.__new__(ndarray)
    made._data, made._shape, made.dtype, made._at = data, shape, dtype, at
    return made


def filled(shape, value, dtype):
    shape = normal_shape(shape)
    if any(size < 0 for size in shape):
        raise ValueError('negative dimensions are not allowed')
    dtype = _dtype(dtype)
    return make(converter(dtype)([value]) * _prod(shape), shape, dtype)


def _gathered(value):
    """Shape and elements of nested sequences."""
    if isinstance(value, (ndarray, generic)):
        return value.shape, value.values(), [value.dtype] if value.size else []
    if not isinstance(value, (list, tuple, range)):
        return (), [value], None
    if not any(isinstance(each, (list, tuple, range, ndarray, generic)) for each in value):
        return (len(value),), list(value), None
    parts = [_gathered(each) for each in value]
    if any(shape != parts[0][0] for shape, elements, types in parts):
        raise ValueError('setting an array element with a sequence.')
    elements = [element for part in parts for element in part[1]]
    types = [kind for part in parts for kind in (part[2] or [type_of_value(element) for element in part[1]])]
    return (len(parts),) + parts[0][0], elements, types


def _common_type(elements, types):
    if types is None:
        types = [type_of_value(element) for element in elements]
    result = None
    for kind in set(types):
        result = kind if result is None else promote(result, kind)
    return result or _types['float64']


def array(object, dtype=None, copy=True, order='K', subok=False, ndmin=0):
    if not isinstance(object, (ndarray, generic, list, tuple, range)) and hasattr(object, '__array__'):
        object = object.__array__()
    shape, elements, types = _gathered(object)
    kind = _dtype(dtype) if dtype is not None else _common_type(elements, types)
    shape = (1,) * (ndmin - len(shape)) + shape
    return make(converter(kind)(elements), shape, kind)


def asarray(a, dtype=None, order=None):
    if isinstance(a, ndarray) and (dtype is None or a.dtype == dtype):
        return a
    return array(a, dtype)


def scalar(value, dtype):
    """An element by itself: an object of the scalar type."""
    if dtype.kind in 'OSU':
        return value
    made = object.__new__(scalar_types[dtype.name])
    made._value = value
    return made


def whole(value):
    """An operand as an array; nothing for what is no number of numpy's."""
    if isinstance(value, ndarray):
        return value
    if isinstance(value, (bool, int, float, complex, str, bytes, list, tuple, generic)):
        return asarray(value)
    return None


def result_type(*arrays):
    """Single numbers change the type of arrays only where they are of a higher kind."""
    kinds = [each.dtype for each in arrays if each.ndim > 0] or [each.dtype for each in arrays]
    highest = max(category(kind.kind) for kind in kinds)
    result = None
    for kind in kinds + [each.dtype for each in arrays if category(each.dtype.kind) > highest]:
        result = kind if result is None else promote(result, kind)
    return result


def broadcast_shape(*shapes):
    rank = max(len(shape) for shape in shapes)
    padded = [(1,) * (rank - len(shape)) + tuple(shape) for shape in shapes]
    result = []
    for sizes in zip(*padded):
        size = max(sizes) if 0 not in sizes else 0
        if any(each not in (1, size) for each in sizes):
            raise ValueError('operands could not be broadcast together with shapes ' + ' '.join('(' + ','.join(str(each) for each in shape) + (',)' if len(shape) == 1 else ')') for shape in shapes) + ' ')
        result.append(size)
    return tuple(result)


def broadcast_values(each, shape):
    values = each.values()
    if each.shape == shape:
        return values
    if each.size == 1:
        return values * _prod(shape)
    own = (1,) * (len(shape) - each.ndim) + each.shape
    strides = [0 if size == 1 else stride for size, stride in zip(own, strides_of(own))]
    return [values[place] for place in places(axis_offsets(shape, strides))]


def elementwise(function, operands, result=None, convert=None):
    """`function` of the operands' elements; `result` is its type, `convert` what the elements become before."""
    shape = broadcast_shape(*[each.shape for each in operands])
    columns = [broadcast_values(each, shape) for each in operands]
    if convert is not None:
        columns = [converter(convert)(column) for column in columns]
    result = result or convert or operands[0].dtype
    values = converter(result)([function(*row) for row in zip(*columns)])
    return scalar(values[0], result) if shape == () else make(values, shape, result)


def _divided(a, b):
    if b:
        return a / b
    return float('nan') if a == 0 or a != a else float('inf') if (a > 0) == (str(b)[0] != '-') else float('-inf')


def _floor_divided(a, b):
    if b:
        return a // b
    return 0 if type(a) is int else float('nan') if a == 0 else _divided(a, b)


def _remainder(a, b):
    return a % b if b else 0 if type(a) is int else float('nan')


def _power(a, b):
    try:
        result = a ** b
    except ZeroDivisionError:
        return float('inf')
    except OverflowError:
        return float('inf')
    return float('nan') if type(result) is complex and type(a) is float else result


_functions = {
    'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'truediv': _divided, 'floordiv': _floor_divided, 'mod': _remainder,
    'pow': _power, 'and': lambda a, b: a & b, 'or': lambda a, b: a | b, 'xor': lambda a, b: a ^ b, 'lshift': lambda a, b: a << b, 'rshift': lambda a, b: a >> b,
    'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b, 'eq': lambda a, b: a == b, 'ne': lambda a, b: a != b,
}
_comparisons = ('lt', 'le', 'gt', 'ge', 'eq', 'ne')


def combined(name, a, b):
    left, right = whole(a), whole(b)
    if left is None or right is None:
        return NotImplemented
    kind = result_type(left, right)
    if name in _comparisons:
        return elementwise(_functions[name], (left, right), _types['bool'])
    if kind.kind in 'SU' or (kind.kind == 'b' and name == 'sub'):
        raise TypeError("numpy %s is not supported for data type %s" % (name, kind))
    if name == 'truediv' and kind.kind in 'biu':
        kind = _types['float64']
    if kind.kind == 'b' and name in ('add', 'mul'):
        return elementwise(lambda x, y: x or y if name == 'add' else x and y, (left, right), kind)
    if kind.kind == 'b' and name in ('pow', 'mod', 'floordiv'):
        kind = _types['int8']
    if name == 'pow' and kind.kind in 'iu' and any(value < 0 for value in right.values()):
        raise ValueError('Integers to negative integer powers are not allowed.')
    return elementwise(_functions[name], (left, right), None, kind)


def _operator(name):
    return lambda self, other: combined(name, self, other)


def _reflected(name):
    return lambda self, other: combined(name, other, self)


class _Operators:
    """What arrays and scalars have in common."""
    __hash__ = None

    def __neg__(self):
        return elementwise(lambda value: -value, (whole(self),))

    def __pos__(self):
        return elementwise(lambda value: value, (whole(self),))

    def __abs__(self):
        a = whole(self)
        return elementwise(abs, (a,), _types['float%d' % (a.dtype.bits // 2)] if a.dtype.kind == 'c' else None)

    def __invert__(self):
        return elementwise(lambda value: not value if value is True or value is False else ~value, (whole(self),))

    def __divmod__(self, other):
        return self // other, self % other

    def __matmul__(self, other):
        from numpy._functions import matmul
        return matmul(self, other)

    def __rmatmul__(self, other):
        from numpy._functions import matmul
        return matmul(other, self)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return _prod(self.shape)

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self.size * self.dtype.itemsize

    @property
    def T(self):
        return self.transpose()

    @property
    def real(self):
        return self if self.dtype.kind != 'c' else elementwise(lambda value: value.real, (whole(self),), _types['float%d' % (self.dtype.bits // 2)])

    @property
    def imag(self):
        kind = _types['float%d' % (self.dtype.bits // 2)] if self.dtype.kind == 'c' else self.dtype
        return elementwise(lambda value: value.imag, (whole(self),), kind)

    def _single(self):
        if self.size != 1:
            raise TypeError('only size-1 arrays can be converted to Python scalars')
        return self.values()[0]

    def __int__(self):
        return int(self._single())

    def __float__(self):
        return float(self._single())

    def __complex__(self):
        return complex(self._single())

    def __index__(self):
        value = self._single() if self.ndim == 0 else None
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError('only integer scalar arrays can be converted to a scalar index')
        return value

    def __bool__(self):
        if self.size > 1:
            raise ValueError('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()')
        return self.size == 1 and bool(self.values()[0])

    def __round__(self, digits=0):
        return self.round(digits or 0)

    def item(self, *index):
        return self.values()[index[0]] if index else self._single()

    def copy(self, order='C'):
        return array(self)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()


# The functions of the module that are methods as well.
def _forwarded(name):
    def method(self, *args, **kwargs):
        import numpy._functions as functions
        return getattr(functions, name)(self, *args, **kwargs)
    method.__name__ = name
    return method


for _name in ('all', 'any', 'argmax', 'argmin', 'argsort', 'clip', 'cumsum', 'cumprod', 'dot', 'max', 'mean', 'min', 'nonzero', 'prod', 'ravel', 'repeat', 'round', 'squeeze', 'std', 'sum',
              'swapaxes', 'trace', 'var'):
    setattr(_Operators, _name, _forwarded(_name))
for _name in _functions:
    setattr(_Operators, '__%s__' % _name, _operator(_name))
    if _name not in _comparisons:
        setattr(_Operators, '__r%s__' % _name, _reflected(_name))


class ndarray(_Operators):
    def __init__(self, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        made = filled(shape, 0, dtype)
        self._data, self._shape, self.dtype, self._at = made._data, made._shape, made.dtype, None

    @property
    def shape(self):
        return self._shape

    @shape.setter
    def shape(self, shape):
        self._shape = self.reshape(shape).shape

    def values(self):
        return self._data if self._at is None else [self._data[place] for place in self._at]

    def _places(self):
        return range(self.size) if self._at is None else self._at

    def view_at(self, chosen, shape):
        """The elements at these positions among one's own, sharing the values."""
        own = self._places()
        return make(self._data, shape, self.dtype, [own[place] for place in chosen])

    def tolist(self):
        values = list(self.values())
        for size in self._shape[:0:-1]:
            values = [values[at:at + size] for at in range(0, len(values), size)] if size else [[] for _ in range(_prod(self._shape[:1]))]
        return values if self._shape else values[0]

    def astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True):
        return array(self, dtype)

    def reshape(self, *shape, order='C'):
        shape = normal_shape(shape[0] if len(shape) == 1 else shape)
        if -1 in shape:
            rest = _prod([size for size in shape if size != -1])
            if shape.count(-1) > 1:
                raise ValueError('can only specify one unknown dimension')
            if rest and self.size % rest == 0:
                shape = tuple(self.size // rest if size == -1 else size for size in shape)
        if _prod(shape) != self.size:
            raise ValueError('cannot reshape array of size %d into shape (%s)' % (self.size, ','.join(str(size) for size in shape) + (',' if len(shape) == 1 else '')))
        return make(self._data, shape, self.dtype, self._at)

    def flatten(self, order='C'):
        return array(self.reshape(-1))

    @property
    def flat(self):
        return iter(self.reshape(-1))

    def transpose(self, *axes):
        if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], (list, tuple))):
            axes = axes[0]
        axes = [axis % self.ndim for axis in axes] if axes else range(self.ndim - 1, -1, -1)
        if sorted(axes) != list(range(self.ndim)):
            raise ValueError("axes don't match array")
        strides = strides_of(self._shape)
        shape = tuple(self._shape[axis] for axis in axes)
        return self.view_at(places(axis_offsets(shape, [strides[axis] for axis in axes])), shape)

    def fill(self, value):
        self[...] = value

    def sort(self, axis=-1):
        from numpy._functions import sort
        self[...] = sort(self, axis)

    def _selected(self, key):
        """The positions that an index names, and the shape of what it gives."""
        keys = list(key) if isinstance(key, tuple) else [key]
        if len(keys) == 1 and _is_mask(keys[0]):
            mask = asarray(keys[0])
            if mask.shape != self._shape[:mask.ndim]:
                raise IndexError('boolean index did not match indexed array along dimension 0; dimension is %d but corresponding boolean dimension is %d' % (self._shape[0], mask.shape[0]))
            inner = _prod(self._shape[mask.ndim:])
            rows = [row for row, is_chosen in enumerate(mask.values()) if is_chosen]
            return [row * inner + place for row in rows for place in range(inner)], (len(rows),) + self._shape[mask.ndim:]
        used = sum(1 for each in keys if each is not None and each is not Ellipsis)
        if used > self.ndim:
            raise IndexError('too many indices for array: array is %d-dimensional, but %d were indexed' % (self.ndim, used))
        rest = [slice(None)] * (self.ndim - used)
        at = [number for number, each in enumerate(keys) if each is Ellipsis]
        keys = keys[:at[0]] + rest + keys[at[0] + 1:] if at else keys + rest
        offsets, shape, axis = [], [], 0
        strides = strides_of(self._shape)
        for each in keys:
            if each is None:
                shape.append(1)
                continue
            chosen, sizes = _along(each, self._shape[axis], axis)
            offsets.append([index * strides[axis] for index in chosen])
            shape += sizes
            axis += 1
        return places(offsets), tuple(shape)

    def __getitem__(self, key):
        chosen, shape = self._selected(key)
        is_single = shape == () and key is not Ellipsis and not (isinstance(key, tuple) and Ellipsis in [each for each in key if each is Ellipsis])
        if is_single:
            return scalar(self._data[self._places()[chosen[0]]], self.dtype)
        return self.view_at(chosen, shape)

    def __setitem__(self, key, value):
        chosen, shape = self._selected(key)
        own = self._places()
        given = asarray(value)
        if _prod(given.shape) > 1 and broadcast_shape(given.shape, shape) != shape:
            raise ValueError('could not broadcast input array from shape %s into shape %s' % (str(given.shape).replace(' ', ''), str(shape).replace(' ', '')))
        new = converter(self.dtype)(broadcast_values(given, shape) if given.size != 1 else given.values() * len(chosen))
        for place, each in zip(chosen, new):
            self._data[own[place]] = each

    def __len__(self):
        if not self._shape:
            raise TypeError('len() of unsized object')
        return self._shape[0]

    def __iter__(self):
        if not self._shape:
            raise TypeError('iteration over a 0-d array')
        return (self[row] for row in range(self._shape[0]))

    def __contains__(self, value):
        return bool((self == value).any())

    def __array__(self, dtype=None):
        return self if dtype is None else self.astype(dtype)

    def __str__(self):
        return printing.array_text(self)

    def __repr__(self):
        return printing.array_repr(self)


def _in_place(name):
    def method(self, other):
        result = combined(name, self, other)
        if result is NotImplemented:
            return result
        self[...] = result
        return self
    return method


for _name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow'):
    setattr(ndarray, '__i%s__' % _name, _in_place(_name))


def _is_mask(key):
    return (isinstance(key, ndarray) and key.dtype.kind == 'b') or (isinstance(key, list) and bool(key) and all(isinstance(each, bool) for each in key))


def _along(key, size, axis):
    """The indices that one part of a key names on its axis, and the sizes that come of it."""
    if isinstance(key, slice):
        chosen = range(*key.indices(size))
        return chosen, [len(chosen)]
    if _is_mask(key):
        chosen = [index for index, is_chosen in enumerate(asarray(key).values()) if is_chosen]
        return chosen, [len(chosen)]
    is_list = isinstance(key, (list, tuple)) or (isinstance(key, ndarray) and key.ndim > 0)
    given = asarray(key) if is_list else None
    try:
        wanted = given.values() if is_list else [key.__index__()]
    except AttributeError:
        raise IndexError('only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices') from None
    for index in wanted:
        if not -size <= index < size:
            raise IndexError('index %d is out of bounds for axis %d with size %d' % (index, axis, size))
    return [index % size for index in wanted], list(given.shape) if is_list else []


class generic(_Operators):
    """A number by itself: np.float32(1)."""
    shape = ()

    def __new__(cls, value=0):
        result = array(value, cls.dtype)
        return result if result.ndim else scalar(result.values()[0], cls.dtype)

    def values(self):
        return [self._value]

    def tolist(self):
        return self._value

    def astype(self, dtype):
        return scalar(array(self, dtype).values()[0], _dtype(dtype))

    def reshape(self, *shape):
        return asarray(self).reshape(*shape)

    def transpose(self, *axes):
        return self

    def copy(self):
        return self

    def flatten(self):
        return self.reshape(1)

    def is_integer(self):
        return self._value == int(self._value)

    def __getitem__(self, key):
        return asarray(self)[key]

    def __array__(self, dtype=None):
        return array(self, dtype)

    def __hash__(self):
        return hash(self._value)

    def __str__(self):
        return printing.number_text(self._value, self.dtype)

    __repr__ = __str__

    def __format__(self, specification):
        return format(self._value, specification) if specification else str(self)


class number(generic):
    pass


class integer(number):
    pass


class signedinteger(integer):
    pass


class unsignedinteger(integer):
    pass


class inexact(number):
    pass


class floating(inexact):
    pass


class complexfloating(inexact):
    pass


class bool_(generic):
    dtype = _types['bool']


_bases = {'i': signedinteger, 'u': unsignedinteger, 'f': floating, 'c': complexfloating}
scalar_types = {'bool': bool_}
for _each in list(_types.values()):
    if _each.kind in _bases:
        scalar_types[_each.name] = type(_each.name, (_bases[_each.kind],), {'dtype': _each})
for _each in (ndarray, generic, number, integer, signedinteger, unsignedinteger, inexact, floating, complexfloating) + tuple(scalar_types.values()):
    _each.__module__ = 'numpy'
    if _each is not ndarray and hasattr(_each, 'dtype'):
        _each._numpy_type_name = _each.dtype.name
        _each.dtype.type = _each
