# The functions of numpy that make, change and sum up arrays.
import math as _math
from builtins import all as _all, any as _any, max as _max, min as _min, round as _round, sum as _sum
from numpy._arrays import (_divided, _floor_divided, _power, _remainder, array, asarray, axis_offsets, broadcast_shape, broadcast_values, combined, elementwise, filled, generic, make, ndarray,
                           normal_shape, places, result_type, scalar, strides_of)
from numpy._types import _types, converter, dtype as _dtype, type_of_value

nan, inf, pi, e = float('nan'), float('inf'), _math.pi, _math.e


# ---- Making

def zeros(shape, dtype=float, order='C'):
    return filled(shape, 0, dtype)


def ones(shape, dtype=None, order='C'):
    return filled(shape, 1, dtype)


def empty(shape, dtype=float, order='C'):
    return filled(shape, 0, dtype)


def full(shape, fill_value, dtype=None, order='C'):
    given = asarray(fill_value)
    result = filled(shape, 0, dtype if dtype is not None else given.dtype)
    result[...] = given
    return result


def zeros_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return filled(a.shape if shape is None else shape, 0, dtype or a.dtype)


def ones_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return filled(a.shape if shape is None else shape, 1, dtype or a.dtype)


empty_like = zeros_like


def full_like(a, fill_value, dtype=None):
    a = asarray(a)
    return full(a.shape, fill_value, dtype or a.dtype)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    start, stop, step = [each.item() if isinstance(each, (generic, ndarray)) else each for each in (start, stop, step)]
    if step == 0:
        raise ZeroDivisionError('division by zero')
    count = _max(0, _math.ceil((stop - start) / step))
    kind = _dtype(dtype) if dtype is not None else _types['int64' if _all(isinstance(each, int) for each in (start, stop, step)) else 'float64']
    return make(converter(kind)([start + number * step for number in range(count)]), (count,), kind)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    step = (stop - start) / ((num - 1 if endpoint else num) or 1)
    values = [float(start + number * step) for number in range(num)]
    if endpoint and num > 1:
        values[-1] = float(stop)
    result = array(values, dtype or float)
    return (result, step) if retstep else result


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    return array([base ** value for value in linspace(start, stop, num, endpoint).values()], dtype)


def eye(N, M=None, k=0, dtype=float):
    M = N if M is None else M
    return array([1 if column == row + k else 0 for row in range(N) for column in range(M)], dtype).reshape(N, M)


def identity(n, dtype=None):
    return eye(n, dtype=dtype or float)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 2:
        rows, columns = v.shape
        return array([v[row, row + k] for row in range(rows) if 0 <= row + k < columns], v.dtype)
    size = len(v) + abs(k)
    result = filled((size, size), 0, v.dtype)
    for number, value in enumerate(v.values()):
        result[number + _max(0, -k), number + _max(0, k)] = value
    return result


def _kept(m, is_kept):
    m = array(m)
    rows, columns = m.shape[-2:]
    mask = [is_kept(row, column) for row in range(rows) for column in range(columns)]
    return make([value if mask[place % len(mask)] else 0 for place, value in enumerate(m.values())], m.shape, m.dtype)


def tril(m, k=0):
    return _kept(m, lambda row, column: column <= row + k)


def triu(m, k=0):
    return _kept(m, lambda row, column: column >= row + k)


def meshgrid(*xi, indexing='xy'):
    xi = [asarray(each) for each in xi]
    shape = [each.size for each in xi]
    result = []
    for axis, each in enumerate(xi):
        whole = each.reshape([-1 if other == axis else 1 for other in range(len(xi))])
        grid = make(broadcast_values(whole, tuple(shape)), tuple(shape), each.dtype)
        result.append(grid.swapaxes(0, 1) if indexing == 'xy' and len(xi) > 1 else grid)
    return result


# ---- Shapes

def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def reshape(a, newshape, order='C'):
    return asarray(a).reshape(newshape)


def ravel(a, order='C'):
    return asarray(a).reshape(-1)


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    axes = list(range(a.ndim))
    axes[axis1], axes[axis2] = axes[axis2], axes[axis1]
    return a.transpose(axes)


def moveaxis(a, source, destination):
    a = asarray(a)
    axes = [axis for axis in range(a.ndim) if axis != source % a.ndim]
    axes.insert(destination % a.ndim, source % a.ndim)
    return a.transpose(axes)


def expand_dims(a, axis):
    a = asarray(a)
    sizes = list(a.shape)
    sizes.insert(axis if axis >= 0 else axis + a.ndim + 1, 1)
    return a.reshape(sizes)


def squeeze(a, axis=None):
    a = asarray(a)
    chosen = range(a.ndim) if axis is None else [each % a.ndim for each in (axis if isinstance(axis, tuple) else (axis,))]
    if axis is not None and _any(a.shape[each] != 1 for each in chosen):
        raise ValueError('cannot select an axis to squeeze out which has size not equal to one')
    return a.reshape([size for number, size in enumerate(a.shape) if size != 1 or number not in chosen])


def broadcast_to(array, shape):
    array = asarray(array)
    wanted = normal_shape(shape)
    if broadcast_shape(array.shape, wanted) != wanted:
        raise ValueError('operands could not be broadcast together with remapped shapes')
    return make(broadcast_values(array, wanted), wanted, array.dtype)


def concatenate(arrays, axis=0):
    parts = [asarray(each) for each in arrays]
    if not parts:
        raise ValueError('need at least one array to concatenate')
    if axis is None:
        parts, axis = [each.reshape(-1) for each in parts], 0
    if parts[0].ndim == 0:
        raise ValueError('zero-dimensional arrays cannot be concatenated')
    axis %= parts[0].ndim
    for number, each in enumerate(parts):
        if each.ndim != parts[0].ndim:
            raise ValueError('all the input arrays must have same number of dimensions, but the array at index 0 has %d dimension(s) and the array at index %d has %d dimension(s)'
                             % (parts[0].ndim, number, each.ndim))
        for dimension in range(each.ndim):
            if dimension != axis and each.shape[dimension] != parts[0].shape[dimension]:
                raise ValueError('all the input array dimensions except for the concatenation axis must match exactly, but along dimension %d, the array at index 0 has size %d and the array at '
                                 'index %d has size %d' % (dimension, parts[0].shape[dimension], number, each.shape[dimension]))
    kind = result_type(*parts)
    columns = [(converter(kind)(each.values()), _math.prod(each.shape[axis:])) for each in parts]
    values = []
    for row in range(_math.prod(parts[0].shape[:axis])):
        for column, width in columns:
            values += column[row * width:(row + 1) * width]
    sizes = list(parts[0].shape)
    sizes[axis] = _sum([each.shape[axis] for each in parts])
    return make(values, tuple(sizes), kind)


def stack(arrays, axis=0):
    parts = [asarray(each) for each in arrays]
    if _any(each.shape != parts[0].shape for each in parts):
        raise ValueError('all input arrays must have the same shape')
    return concatenate([expand_dims(each, axis) for each in parts], axis if axis >= 0 else axis + parts[0].ndim + 1)


def vstack(tup):
    return concatenate([each if each.ndim > 1 else each.reshape(1, -1) for each in map(asarray, tup)], 0)


def hstack(tup):
    parts = [each if each.ndim else each.reshape(1) for each in map(asarray, tup)]
    return concatenate(parts, 0 if parts[0].ndim == 1 else 1)


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    total = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        if total % indices_or_sections:
            raise ValueError('array split does not result in an equal division')
        return array_split(ary, indices_or_sections, axis)
    ends = [0] + list(indices_or_sections) + [total]
    return [ary[(slice(None),) * axis + (slice(begin, end),)] for begin, end in zip(ends, ends[1:])]


def array_split(ary, sections, axis=0):
    each, more = divmod(asarray(ary).shape[axis], sections)
    sizes = [each + 1] * more + [each] * (sections - more)
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    return split(ary, ends[1:-1], axis)


def tile(A, reps):
    A = asarray(A)
    reps = normal_shape(reps)
    rank = _max(A.ndim, len(reps))
    A = A.reshape((1,) * (rank - A.ndim) + A.shape)
    reps = (1,) * (rank - len(reps)) + tuple(reps)
    for axis, count in enumerate(reps):
        A = concatenate([A] * count, axis) if count else A[(slice(None),) * axis + (slice(0, 0),)]
    return array(A)


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    counts = broadcast_values(asarray(repeats), (a.shape[axis],))
    return array(a[(slice(None),) * (axis % a.ndim) + ([row for row, count in enumerate(counts) for _ in range(count)],)])


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else [axis % m.ndim]
    return m[tuple(slice(None, None, -1) if each in axes else slice(None) for each in range(m.ndim))]


# ---- Element by element

def _float_type(a):
    return a.dtype if a.dtype.kind in 'fc' else _types['float64']


def _defined(function):
    def guarded(value):
        try:
            return function(value)
        except ValueError:
            return nan
        except OverflowError:
            return inf
    return guarded


def _unary(function, is_of_floats=True):
    guarded = _defined(function)

    def apply(x, *args, **kwargs):
        x = asarray(x)
        return elementwise(guarded, (x,), None, _float_type(x) if is_of_floats else None)
    return apply


def _logarithm(function):
    return _unary(lambda value: function(value) if value else -inf)


sqrt, exp, expm1, sin, cos, tan = [_unary(each) for each in (_math.sqrt, _math.exp, _math.expm1, _math.sin, _math.cos, _math.tan)]
arcsin, arccos, arctan, sinh, cosh, tanh = [_unary(each) for each in (_math.asin, _math.acos, _math.atan, _math.sinh, _math.cosh, _math.tanh)]
log, log2, log10, log1p = _logarithm(_math.log), _logarithm(_math.log2), _logarithm(_math.log10), _unary(_math.log1p)
floor, ceil, trunc, rint = [_unary(lambda value, function=each: float(function(value)) if _math.isfinite(value) else value) for each in (_math.floor, _math.ceil, _math.trunc, _round)]
deg2rad, rad2deg = _unary(_math.radians), _unary(_math.degrees)
square, reciprocal = _unary(lambda value: value * value, False), _unary(lambda value: 1 / value if value else inf, False)
sign = _unary(lambda value: (value > 0) - (value < 0), False)
negative = _unary(lambda value: -value, False)
radians, degrees, conj, real, imag = deg2rad, rad2deg, _unary(lambda value: value.conjugate(), False), lambda val: asarray(val).real, lambda val: asarray(val).imag


def absolute(x):
    return abs(asarray(x))


def _question(function):
    return lambda x: elementwise(function, (asarray(x),), _types['bool'])


isnan = _question(lambda value: value != value)
isinf = _question(lambda value: value in (inf, -inf))
isfinite = _question(lambda value: value == value and value not in (inf, -inf))
logical_not = _question(lambda value: not value)


def _binary(name):
    return lambda x1, x2: combined(name, asarray(x1), asarray(x2))


add, subtract, multiply, divide, floor_divide, mod, power = [_binary(each) for each in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow')]
true_divide, remainder = divide, mod
less, less_equal, greater, greater_equal, equal, not_equal = [_binary(each) for each in ('lt', 'le', 'gt', 'ge', 'eq', 'ne')]
bitwise_and, bitwise_or, bitwise_xor, left_shift, right_shift = [_binary(each) for each in ('and', 'or', 'xor', 'lshift', 'rshift')]


def _of_two(function, result=None):
    def apply(x1, x2):
        x1, x2 = asarray(x1), asarray(x2)
        return elementwise(function, (x1, x2), result, None if result else result_type(x1, x2))
    return apply


maximum = _of_two(lambda a, b: a if a >= b or a != a else b)
minimum = _of_two(lambda a, b: a if a <= b or a != a else b)
arctan2 = _of_two(lambda a, b: _math.atan2(a, b))
hypot = _of_two(lambda a, b: _math.hypot(a, b))
logical_and = _of_two(lambda a, b: bool(a and b), _types['bool'])
logical_or = _of_two(lambda a, b: bool(a or b), _types['bool'])
logical_xor = _of_two(lambda a, b: bool(a) != bool(b), _types['bool'])


def clip(a, a_min=None, a_max=None):
    if a_min is not None:
        a = maximum(a, a_min)
    return a if a_max is None else minimum(a, a_max)


def round(a, decimals=0):
    a = asarray(a)
    return elementwise(lambda value: value if value != value or value in (inf, -inf) else _round(value, decimals), (a,))


around = round_ = round


def where(condition, x=None, y=None):
    condition = asarray(condition)
    if x is None:
        return nonzero(condition)
    x, y = asarray(x), asarray(y)
    kind = result_type(x, y)
    return elementwise(lambda test, a, b: a if test else b, (condition, x, y), kind)


def nonzero(a):
    a = asarray(a)
    chosen = [place for place, value in enumerate(a.values()) if value]
    return tuple(array([place // stride % size for place in chosen], int) for stride, size in zip(strides_of(a.shape), a.shape))


# ---- Summing up

def _reduced(a, axis, keepdims, function, kind):
    """`function` of the list of values along the axes."""
    a = asarray(a)
    axes = range(a.ndim) if axis is None else [_axis(each, a.ndim) for each in (axis if isinstance(axis, tuple) else (axis,))]
    strides = strides_of(a.shape)
    values = a.values()
    inner = places(axis_offsets([a.shape[each] for each in axes], [strides[each] for each in axes]))
    kept = [each for each in range(a.ndim) if each not in axes]
    outer = places(axis_offsets([a.shape[each] for each in kept], [strides[each] for each in kept]))
    result = converter(kind)([function([values[place + offset] for offset in inner]) for place in outer])
    sizes = tuple(1 if each in axes else a.shape[each] for each in range(a.ndim)) if keepdims else tuple(a.shape[each] for each in kept)
    return make(result, sizes, kind) if sizes else scalar(result[0], kind)


def _axis(axis, rank):
    if not -rank <= axis < rank:
        raise ValueError('axis %d is out of bounds for array of dimension %d' % (axis, rank))
    return axis % rank


def _sum_type(a, dtype):
    if dtype is not None:
        return _dtype(dtype)
    return _types['uint64' if a.dtype.kind == 'u' else 'int64'] if a.dtype.kind in 'biu' else a.dtype


def _total(values):
    return _math.fsum(values) if values and isinstance(values[0], float) and all_finite(values) else _sum(values)


def all_finite(values):
    return _all([_math.isfinite(value) for value in values])


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return _reduced(a, axis, keepdims, _total, _sum_type(a, dtype))


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return _reduced(a, axis, keepdims, _math.prod, _sum_type(a, dtype))


def _mean_type(a, dtype):
    return _dtype(dtype) if dtype is not None else _float_type(a)


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return _reduced(a, axis, keepdims, lambda values: _total(values) / len(values) if values else nan, _mean_type(a, dtype))


def _variance(values, ddof):
    middle = _total(values) / len(values)
    return _total([abs(value - middle) ** 2 for value in values]) / (len(values) - ddof)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    return _reduced(a, axis, keepdims, lambda values: _variance(values, ddof), _mean_type(a, dtype))


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    return _reduced(a, axis, keepdims, lambda values: _math.sqrt(_variance(values, ddof)), _mean_type(a, dtype))


def _extreme(name, choose):
    def reduce(a, axis=None, out=None, keepdims=False):
        a = asarray(a)
        if a.size == 0:
            raise ValueError('zero-size array to reduction operation %s which has no identity' % name)
        return _reduced(a, axis, keepdims, lambda values: next((value for value in values if value != value), None) or choose(values), a.dtype)
    return reduce


def _position(choose):
    return lambda a, axis=None, out=None: _reduced(a, axis, False, lambda values: values.index(choose(values)), _types['int64'])


argmax, argmin = _position(_max), _position(_min)
amax, amin = _extreme('maximum', _max), _extreme('minimum', _min)
max, min = amax, amin


def _truths(choose):
    return lambda a, axis=None, out=None, keepdims=False: _reduced(a, axis, keepdims, choose, _types['bool'])


all, any = _truths(_all), _truths(_any)


def _cumulative(combine):
    def accumulate(a, axis=None, dtype=None, out=None):
        a = asarray(a)
        if axis is None:
            a, axis = a.reshape(-1), 0
        result = array(a, _sum_type(a, dtype))
        for row in range(1, result.shape[axis]):
            before = (slice(None),) * (axis % a.ndim)
            result[before + (row,)] = combine(result[before + (row - 1,)], result[before + (row,)])
        return result
    return accumulate


cumsum, cumprod = _cumulative(lambda a, b: a + b), _cumulative(lambda a, b: a * b)


def _rows(a, axis, function, kind):
    """`function` of each row along an axis, which gives a row."""
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    moved = moveaxis(a, axis, -1)
    values, width = moved.values(), moved.shape[-1]
    result = [value for at in range(0, len(values), width or 1) for value in function(values[at:at + width])]
    return array(moveaxis(make(result, moved.shape, kind or a.dtype), -1, axis))


def sort(a, axis=-1):
    return _rows(a, axis, sorted, None)


def argsort(a, axis=-1):
    return _rows(a, axis, lambda row: sorted(range(len(row)), key=lambda place: row[place]), _types['int64'])


def unique(ar, return_inverse=False, return_counts=False):
    ar = asarray(ar)
    values = sorted(set(ar.values()))
    result = [array(values, ar.dtype)]
    if return_inverse:
        places_of = {value: place for place, value in enumerate(values)}
        result.append(array([places_of[value] for value in ar.values()], int))
    if return_counts:
        result.append(array([ar.values().count(value) for value in values], int))
    return tuple(result) if len(result) > 1 else result[0]


def trace(a):
    return sum(diag(a))


# ---- Products

def matmul(x1, x2):
    x1, x2 = asarray(x1), asarray(x2)
    if x1.ndim == 0 or x2.ndim == 0:
        raise ValueError('matmul: Input operand does not have enough dimensions')
    left = x1.reshape(1, -1) if x1.ndim == 1 else x1
    right = x2.reshape(-1, 1) if x2.ndim == 1 else x2
    if left.shape[-1] != right.shape[-2]:
        raise ValueError('matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size %d is different from %d)' % (right.shape[-2], left.shape[-1]))
    batch = broadcast_shape(left.shape[:-2], right.shape[:-2])
    lefts = broadcast_values(left, batch + left.shape[-2:])
    rights = broadcast_values(right, batch + right.shape[-2:])
    (rows, depth), columns = left.shape[-2:], right.shape[-1]
    values = []
    for number in range(_math.prod(batch)):
        first, second = number * rows * depth, number * depth * columns
        across = [rights[second + column:second + depth * columns:columns] for column in range(columns)]
        for row in range(rows):
            along = lefts[first + row * depth:first + (row + 1) * depth]
            values += [_sum([a * b for a, b in zip(along, each)]) for each in across]
    kind = result_type(x1, x2)
    sizes = batch + (() if x1.ndim == 1 else (rows,)) + (() if x2.ndim == 1 else (columns,))
    values = converter(kind)(values)
    return make(values, sizes, kind) if sizes else scalar(values[0], kind)


def dot(a, b, out=None):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.ndim <= 2 and b.ndim <= 2:
        if a.shape[-1] != b.shape[0]:
            raise ValueError('shapes (%s) and (%s) not aligned: %d (dim %d) != %d (dim 0)' % (','.join(map(str, a.shape)) + (',' if a.ndim == 1 else ''),
                             ','.join(map(str, b.shape)) + (',' if b.ndim == 1 else ''), a.shape[-1], a.ndim - 1, b.shape[0]))
        return matmul(a, b)
    raise NotImplementedError('dot of arrays of more than two dimensions')


def outer(a, b):
    return ravel(a).reshape(-1, 1) * ravel(b).reshape(1, -1)


# ---- Questions about arrays

def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return abs(asarray(a) - asarray(b)) <= atol + rtol * abs(asarray(b))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol)))


def array_equal(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and bool(all(a1 == a2))


def isscalar(element):
    return isinstance(element, (generic, int, float, complex, str, bytes))


def issubdtype(arg1, arg2):
    kind = arg2 if isinstance(arg2, type) and issubclass(arg2, generic) else _dtype(arg2).type
    return issubclass(_dtype(arg1).type, kind)


class finfo:
    def __init__(self, dtype):
        self.dtype = _dtype(dtype)
        digits, least, most = {16: (10, -14, 16), 32: (23, -126, 128), 64: (52, -1022, 1024)}[self.dtype.bits]
        self.bits = self.dtype.bits
        self.eps = scalar(2.0 ** -digits, self.dtype)
        self.tiny = scalar(2.0 ** least, self.dtype)
        self.max = scalar((2.0 - 2.0 ** -digits) * 2.0 ** (most - 1), self.dtype)
        self.min = -self.max
        self.resolution = scalar({16: 1e-3, 32: 1e-6, 64: 1e-15}[self.bits], self.dtype)


class iinfo:
    def __init__(self, type):
        self.dtype = _dtype(type)
        self.bits = self.dtype.bits
        is_signed = self.dtype.kind == 'i'
        self.min = -2 ** (self.bits - 1) if is_signed else 0
        self.max = 2 ** (self.bits - 1) - 1 if is_signed else 2 ** self.bits - 1
