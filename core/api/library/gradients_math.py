# Gradients of mathematics, a function for each operation type: TensorFlow 1.15, python/ops/math_grad.py.

import math

import tensorflow as tf
from _namescape_tensors import static_values

raw = tf.raw_ops

_reductions_of_broadcast = {}  # by graph and shapes
_reduced_shapes = {}           # by graph, shape and axes


def _sizes(tensor):
    shape = tensor.get_shape()
    return None if shape.ndims is None else tuple(shape.as_list())


def _is_known(sizes):
    return sizes is not None and None not in sizes


# The three have one shape, which is known.
def _same_shape(x, y, grad):
    sizes = _sizes(x)
    return isinstance(grad, tf.Tensor) and _is_known(sizes) and sizes == _sizes(y) and sizes == _sizes(grad)


# Along which axes each gradient is summed; where both sizes are 1, TensorFlow sums as well.
def _broadcast_axes(x, y):
    if x == y:
        return (), ()
    rank = max(len(x), len(y))
    padded = lambda sizes: (1,) * (rank - len(sizes)) + sizes
    ones = lambda sizes: tuple(i for i, size in enumerate(padded(sizes)) if size == 1)
    return ones(x), ones(y)


# For both operands: their shape, the axes to sum over, and whether that is to be done at all.
def _broadcasts(x, y, grad):
    x_sizes, y_sizes = _sizes(x), _sizes(y)
    if not isinstance(grad, tf.Tensor):
        return _computed_broadcasts(tf.shape(x), tf.shape(y))
    if not _is_known(x_sizes) or not _is_known(y_sizes):
        return _computed_broadcasts(raw.Shape(input=x), raw.Shape(input=y))
    key = (tf.get_default_graph(), x_sizes, y_sizes)
    if key not in _reductions_of_broadcast:
        raw.BroadcastGradientArgs(s0=x_sizes, s1=y_sizes)
        _reductions_of_broadcast[key] = _broadcast_axes(x_sizes, y_sizes)
    x_axes, y_axes = _reductions_of_broadcast[key]
    grad_sizes = _sizes(grad)
    return (x_sizes, x_axes, x_sizes != grad_sizes), (y_sizes, y_axes, y_sizes != grad_sizes)


def _computed_broadcasts(x_shape, y_shape):
    x_axes, y_axes = raw.BroadcastGradientArgs(s0=x_shape, s1=y_shape)
    return (x_shape, x_axes, True), (y_shape, y_axes, True)


def _shapes_and_axes(x, y):
    (x_shape, x_axes, _), (y_shape, y_axes, _) = _computed_broadcasts(tf.shape(x), tf.shape(y))
    return x_shape, y_shape, x_axes, y_axes


def _summed(grad, axes, shape):
    return tf.reshape(tf.reduce_sum(grad, axes), shape)


def Add(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    if _same_shape(x, y, grad):
        return grad, grad
    (x_shape, x_axes, reduces_x), (y_shape, y_axes, reduces_y) = _broadcasts(x, y, grad)
    return _summed(grad, x_axes, x_shape) if reduces_x else grad, _summed(grad, y_axes, y_shape) if reduces_y else grad


def Sub(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    if _same_shape(x, y, grad):
        return grad, -grad
    (x_shape, x_axes, reduces_x), (y_shape, y_axes, reduces_y) = _broadcasts(x, y, grad)
    return _summed(grad, x_axes, x_shape) if reduces_x else grad, _summed(-grad, y_axes, y_shape) if reduces_y else -grad


def Mul(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    if _same_shape(x, y, grad) and grad.dtype in (tf.int32, tf.float32):
        return raw.Mul(x=grad, y=y), raw.Mul(x=grad, y=x)
    (x_shape, x_axes, reduces_x), (y_shape, y_axes, reduces_y) = _broadcasts(x, y, grad)
    x, y = tf.conj(x), tf.conj(y)
    to_x = raw.Mul(x=grad, y=y)
    if reduces_x:
        to_x = _summed(to_x, x_axes, x_shape)
    to_y = raw.Mul(x=x, y=grad)
    if reduces_y:
        to_y = _summed(to_y, y_axes, y_shape)
    return to_x, to_y


def MulNoNan(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    if _same_shape(x, y, grad):
        return raw.MulNoNan(x=grad, y=y), raw.MulNoNan(x=x, y=grad)
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    return _summed(raw.MulNoNan(x=grad, y=y), x_axes, x_shape), _summed(raw.MulNoNan(x=x, y=grad), y_axes, y_shape)


def _quotient(op, grad, divide):
    x, y = op.inputs[0], op.inputs[1]
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    x, y = tf.conj(x), tf.conj(y)
    return _summed(divide(grad, y), x_axes, x_shape), _summed(grad * divide(divide(-x, y), y), y_axes, y_shape)


def Div(op, grad):
    return _quotient(op, grad, tf.divide)


def RealDiv(op, grad):
    return _quotient(op, grad, lambda x, y: raw.RealDiv(x=x, y=y))


def DivNoNan(op, grad):
    return _quotient(op, grad, tf.div_no_nan)


def FloorMod(op, grad):
    x, y = tf.conj(op.inputs[0]), tf.conj(op.inputs[1])
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    floors = raw.FloorDiv(x=x, y=y)
    return _summed(grad, x_axes, x_shape), _summed(grad * tf.negative(floors), y_axes, y_shape)


def Pow(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    (x_shape, x_axes, reduces_x), (y_shape, y_axes, reduces_y) = _broadcasts(x, y, grad)
    x, y = tf.conj(x), tf.conj(y)
    to_x = grad * y * tf.pow(x, y - 1)
    if reduces_x:
        to_x = _summed(to_x, x_axes, x_shape)
    z = tf.conj(op.outputs[0])
    mask = tf.not_equal(x, 0) if x.dtype.is_complex else x > 0
    safe = tf.where(mask, x, tf.ones_like(x))
    logarithm = tf.where(mask, tf.log(safe), tf.zeros_like(x))
    to_y = grad * z * logarithm
    if reduces_y:
        to_y = _summed(to_y, y_axes, y_shape)
    return to_x, to_y


def _larger_or_smaller(op, grad, selects):
    x, y = op.inputs[0], op.inputs[1]
    x_shape, y_shape = tf.shape(x), tf.shape(y)
    zeros = tf.zeros(tf.shape(grad), grad.dtype)
    mask = selects(x, y)
    x_axes, y_axes = raw.BroadcastGradientArgs(s0=x_shape, s1=y_shape)
    to_x = _summed(tf.where(mask, grad, zeros), x_axes, x_shape)
    return to_x, _summed(tf.where(mask, zeros, grad), y_axes, y_shape)


def Maximum(op, grad):
    return _larger_or_smaller(op, grad, tf.greater_equal)


def Minimum(op, grad):
    return _larger_or_smaller(op, grad, tf.less_equal)


def SquaredDifference(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    with tf.control_dependencies([grad]):
        both = tf.scalar_mul(2.0, grad) * (x - y)
    if _same_shape(x, y, grad):
        return both, -both
    (x_shape, x_axes, reduces_x), (y_shape, y_axes, reduces_y) = _broadcasts(x, y, grad)
    to_x = _summed(both, x_axes, x_shape) if reduces_x else both
    return to_x, -_summed(both, y_axes, y_shape) if reduces_y else -both


def NextAfter(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    with tf.control_dependencies([grad]):
        ones, zeros = tf.ones(x_shape, dtype=x.dtype), tf.zeros(y_shape, dtype=y.dtype)
        return _summed(ones * grad, x_axes, x_shape), _summed(zeros * grad, y_axes, y_shape)


def AddN(op, grad):
    return [grad] * len(op.inputs)


# Reductions


def _reduced_shape(shape, axes):
    shape, axes = tf.cast(shape, tf.int32), tf.cast(axes, tf.int32)
    rank = tf.size(shape)
    axes = (axes + rank) % rank
    axes_shape = tf.shape(axes)
    return raw.DynamicStitch(indices=[tf.range(rank), axes], data=[shape, tf.fill(axes_shape, 1)])


def _divided_shape(x, y):
    return x // raw.Maximum(x=y, y=1)


def _known_reduction(sizes, axes):
    key = (tf.get_default_graph(), sizes, axes)
    if key not in _reduced_shapes:
        _reduced_shape(sizes, axes)
        kept = tuple(1 if i in axes or i - len(sizes) in axes else size for i, size in enumerate(sizes))
        _divided_shape(sizes, kept)
        _reduced_shapes[key] = kept, tuple(size // max(each, 1) for size, each in zip(sizes, kept))
    return _reduced_shapes[key]


def Sum(op, grad):
    value = op.inputs[0]
    sizes = _sizes(value)
    axes = static_values(op.inputs[1]) if sizes is not None else None
    if axes is not None:
        if axes == list(range(len(sizes))):
            grad = tf.reshape(grad, [1] * len(sizes))
            shape = tf.constant(sizes, dtype=tf.int32) if _is_known(sizes) else tf.shape(value)
            return [tf.tile(grad, shape), None]
        if _is_known(sizes):
            kept, multiples = _known_reduction(sizes, tuple(axes) if isinstance(axes, list) else (axes,))
            return [tf.tile(tf.reshape(grad, kept), multiples), None]
    shape = tf.shape(value)
    with tf.colocate_with(shape):
        kept = _reduced_shape(shape, op.inputs[1])
        multiples = _divided_shape(shape, kept)
    return [tf.tile(tf.reshape(grad, kept), multiples), None]


def Mean(op, grad):
    total = Sum(op, grad)[0]
    sizes, reduced = _sizes(op.inputs[0]), _sizes(op.outputs[0])
    if _is_known(sizes) and _is_known(reduced):
        factor = tf.constant(_product(sizes) // max(_product(reduced), 1), dtype=total.dtype)
    else:
        shape, reduced_shape = tf.shape(op.inputs[0]), tf.shape(op.outputs[0])
        factor = _divided_shape(tf.reduce_prod(shape), tf.reduce_prod(reduced_shape))
    return tf.truediv(total, tf.cast(factor, total.dtype)), None


def _product(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result


def _extreme(op, grad):
    shape = tf.shape(op.inputs[0])
    kept = _reduced_shape(shape, op.inputs[1])
    largest = tf.reshape(op.outputs[0], kept)
    grad = tf.reshape(grad, kept)
    is_it = tf.cast(tf.equal(largest, op.inputs[0]), grad.dtype)
    count = tf.reshape(tf.reduce_sum(is_it, op.inputs[1]), kept)
    return [tf.divide(is_it, count) * grad, None]


Max = Min = _extreme


def Prod(op, grad):
    shape = tf.shape(op.inputs[0])
    axes = tf.reshape(op.inputs[1], [-1])
    kept = _reduced_shape(shape, op.inputs[1])
    multiples = _divided_shape(shape, kept)
    grad = tf.tile(tf.reshape(grad, kept), multiples)
    with tf.device("/cpu:0"):
        rank = tf.rank(op.inputs[0])
        axes = (axes + rank) % rank
        reduced = tf.cast(axes, tf.int32)
        every = tf.range(0, rank)
        other, _ = tf.setdiff1d(every, reduced)
        perm = tf.concat([reduced, other], 0)
        reduced_count = tf.reduce_prod(tf.gather(shape, reduced))
        other_count = tf.reduce_prod(tf.gather(shape, other))
    permuted = tf.transpose(op.inputs[0], perm)
    permuted_shape = tf.shape(permuted)
    flat = tf.reshape(permuted, (reduced_count, other_count))
    left = tf.cumprod(flat, axis=0, exclusive=True)
    right = tf.cumprod(flat, axis=0, exclusive=True, reverse=True)
    y = tf.reshape(tf.conj(left) * tf.conj(right), permuted_shape)
    out = grad * tf.transpose(y, tf.invert_permutation(perm))
    return tf.reshape(out, shape), None


def Cumsum(op, grad):
    return [tf.cumsum(grad, op.inputs[1], exclusive=op.get_attr("exclusive"), reverse=not op.get_attr("reverse")), None]


def Cumprod(op, grad):
    x, axis = op.inputs[0], op.inputs[1]
    exclusive, reverse = op.get_attr("exclusive"), op.get_attr("reverse")
    product = tf.cumprod(x, axis, exclusive=exclusive, reverse=reverse)
    return [tf.cumsum(product * grad, axis, exclusive=exclusive, reverse=not reverse) / x, None]


# Segments


def SegmentSum(op, grad):
    return tf.gather(grad, op.inputs[1]), None


def SegmentMean(op, grad):
    rank = tf.rank(op.inputs[0])
    shape = tf.concat([tf.shape(op.inputs[1]), tf.fill(tf.expand_dims(rank - 1, 0), 1)], 0)
    ones = tf.fill(shape, tf.constant(1, dtype=grad.dtype))
    scaled = tf.divide(grad, tf.segment_sum(ones, op.inputs[1]))
    return tf.gather(scaled, op.inputs[1]), None


def _segment_extreme(op, grad):
    zeros = tf.zeros_like(op.inputs[0], dtype=op.inputs[0].dtype)
    gathered = tf.gather(op.outputs[0], op.inputs[1])
    is_it = tf.equal(op.inputs[0], gathered)
    count = tf.segment_sum(tf.cast(is_it, grad.dtype), op.inputs[1])
    return tf.where(is_it, tf.gather(tf.divide(grad, count), op.inputs[1]), zeros), None


SegmentMin = SegmentMax = _segment_extreme


def SparseSegmentSum(op, grad):
    rows = tf.shape(op.inputs[0])[0]
    return tf.unsorted_segment_sum(tf.gather(grad, op.inputs[2]), op.inputs[1], rows), None, None


def SparseSegmentMean(op, grad):
    rows = tf.shape(op.inputs[0])[0]
    return raw.SparseSegmentMeanGrad(grad=grad, indices=op.inputs[1], segment_ids=op.inputs[2], output_dim0=rows), None, None


def SparseSegmentSqrtN(op, grad):
    rows = tf.shape(op.inputs[0])[0]
    return raw.SparseSegmentSqrtNGrad(grad=grad, indices=op.inputs[1], segment_ids=op.inputs[2], output_dim0=rows), None, None


# Rows by ids, with zeros for the negative ones.
def _gathered_rows(params, ids, clipped=None, is_positive=None):
    if clipped is None:
        clipped = tf.maximum(ids, tf.zeros_like(ids))
    gathered = tf.gather(params, clipped)
    if is_positive is None:
        is_positive = tf.greater_equal(ids, 0)
        for _ in range(gathered.shape.ndims - is_positive.shape.ndims):
            is_positive = tf.expand_dims(is_positive, -1)
        is_positive = is_positive & tf.ones_like(gathered, dtype=tf.bool)
    return tf.where(is_positive, gathered, tf.zeros_like(gathered)), clipped, is_positive


def UnsortedSegmentSum(op, grad):
    return _gathered_rows(grad, op.inputs[1])[0], None, None


def _unsorted_extreme(op, grad):
    gathered, clipped, is_positive = _gathered_rows(op.outputs[0], op.inputs[1])
    is_it = tf.logical_and(tf.equal(op.inputs[0], gathered), is_positive)
    count = tf.unsorted_segment_sum(tf.cast(is_it, grad.dtype), op.inputs[1], op.inputs[2])
    weighted = tf.divide(grad, count)
    rows, _, _ = _gathered_rows(weighted, None, clipped, is_positive)
    return tf.where(is_it, rows, tf.zeros_like(rows)), None, None


UnsortedSegmentMax = UnsortedSegmentMin = _unsorted_extreme


# Functions of one value


def Abs(op, grad):
    return grad * tf.sign(op.inputs[0])


def Neg(op, grad):
    return -grad


def Reciprocal(op, grad):
    return raw.ReciprocalGrad(y=op.outputs[0], dy=grad)


def ReciprocalGrad(op, grad):
    b = op.inputs[1]
    with tf.control_dependencies([grad]):
        ca, cg = tf.conj(op.inputs[0]), tf.conj(grad)
        return cg * -2.0 * b * ca, raw.ReciprocalGrad(y=ca, dy=grad)


def Square(op, grad):
    with tf.control_dependencies([grad]):
        x = tf.conj(op.inputs[0])
        two = tf.constant(2.0, dtype=x.dtype)
        return tf.multiply(grad, tf.multiply(x, two))


def Sqrt(op, grad):
    return raw.SqrtGrad(y=op.outputs[0], dy=grad)


def SqrtGrad(op, grad):
    a, y = op.inputs[0], op.outputs[0]
    with tf.control_dependencies([grad]):
        ga = grad / a
        return -tf.conj(ga) * y, 0.5 * ga


def Rsqrt(op, grad):
    return raw.RsqrtGrad(y=op.outputs[0], dy=grad)


def RsqrtGrad(op, grad):
    a, b = op.inputs[0], op.inputs[1]
    with tf.control_dependencies([grad]):
        ca, cg = tf.conj(a), tf.conj(grad)
        to_a = -1.5 * cg * b * tf.square(ca)
        return to_a, raw.RsqrtGrad(y=ca, dy=grad)


def Exp(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.conj(op.outputs[0])


def Expm1(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.exp(tf.conj(op.inputs[0]))


def Log(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.reciprocal(tf.conj(op.inputs[0]))


def Log1p(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.reciprocal(1 + tf.conj(op.inputs[0]))


def _not_zero(x):
    return tf.cast(tf.not_equal(x, tf.cast(0., dtype=x.dtype)), dtype=x.dtype)


def Xlogy(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    with tf.control_dependencies([grad]):
        by_x = raw.Xlogy(x=_not_zero(x), y=y)
        by_y = raw.Xdivy(x=x, y=y)
        return _summed(by_x * grad, x_axes, x_shape), _summed(by_y * grad, y_axes, y_shape)


def Xdivy(op, grad):
    x, y = op.inputs[0], op.inputs[1]
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(x, y)
    with tf.control_dependencies([grad]):
        by_x = raw.Xdivy(x=_not_zero(x), y=y)
        by_y = raw.Xdivy(x=tf.negative(x), y=y**2)
        return _summed(by_x * grad, x_axes, x_shape), _summed(by_y * grad, y_axes, y_shape)


def Sinh(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.cosh(tf.conj(op.inputs[0]))


def Cosh(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.sinh(tf.conj(op.inputs[0]))


def Tanh(op, grad):
    with tf.control_dependencies([grad]):
        return raw.TanhGrad(y=tf.conj(op.outputs[0]), dy=grad)


def TanhGrad(op, grad):
    with tf.control_dependencies([grad]):
        a, b = tf.conj(op.inputs[0]), tf.conj(op.inputs[1])
        return grad * -2.0 * b * a, raw.TanhGrad(y=a, dy=grad)


def Asinh(op, grad):
    with tf.control_dependencies([grad]):
        return grad / tf.cosh(tf.conj(op.outputs[0]))


def Acosh(op, grad):
    with tf.control_dependencies([grad]):
        return grad / tf.sinh(tf.conj(op.outputs[0]))


# The one over one minus, or plus, the square.
def _square_rule(op, grad, combine, finish):
    with tf.control_dependencies([grad]):
        square = tf.square(tf.conj(op.inputs[0]))
        return finish(combine(tf.constant(1, dtype=grad.dtype), square))


def Atanh(op, grad):
    return _square_rule(op, grad, tf.subtract, lambda value: grad * tf.reciprocal(value))


def Atan(op, grad):
    return _square_rule(op, grad, tf.add, lambda value: grad * tf.reciprocal(value))


def Asin(op, grad):
    return _square_rule(op, grad, tf.subtract, lambda value: grad * tf.reciprocal(tf.sqrt(value)))


# -grad comes after the reciprocal.
def Acos(op, grad):
    def finish(value):
        inverse = tf.reciprocal(tf.sqrt(value))
        return -grad * inverse

    return _square_rule(op, grad, tf.subtract, finish)


def Atan2(op, grad):
    y, x = op.inputs[0], op.inputs[1]
    with tf.control_dependencies([grad]):
        inverse = grad / (tf.square(x) + tf.square(y))
        return x * inverse, -y * inverse


def Erf(op, grad):
    factor = tf.constant(2 / math.sqrt(math.pi), dtype=grad.dtype)
    with tf.control_dependencies([grad]):
        x = tf.conj(op.inputs[0])
        return grad * factor * tf.exp(-tf.square(x))


def Erfc(op, grad):
    factor = tf.constant(-2 / math.sqrt(math.pi), dtype=grad.dtype)
    with tf.control_dependencies([grad]):
        x = tf.conj(op.inputs[0])
        return grad * factor * tf.exp(-tf.square(x))


def Lgamma(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.digamma(tf.conj(op.inputs[0]))


def Digamma(op, grad):
    with tf.control_dependencies([grad]):
        x = tf.conj(op.inputs[0])
        return grad * tf.polygamma(tf.constant(1, dtype=x.dtype), x)


def Sigmoid(op, grad):
    with tf.control_dependencies([grad]):
        return raw.SigmoidGrad(y=tf.conj(op.outputs[0]), dy=grad)


def SigmoidGrad(op, grad):
    with tf.control_dependencies([grad]):
        a, b = tf.conj(op.inputs[0]), tf.conj(op.inputs[1])
        gb = grad * b
        return gb - 2.0 * gb * a, raw.SigmoidGrad(y=a, dy=grad)


def Sign(op, grad):
    x = op.inputs[0]
    return tf.zeros(tf.shape(x), dtype=x.dtype)


def Sin(op, grad):
    with tf.control_dependencies([grad]):
        return grad * tf.cos(tf.conj(op.inputs[0]))


def Cos(op, grad):
    with tf.control_dependencies([grad]):
        x = tf.conj(op.inputs[0])
        return -grad * tf.sin(x)


def Tan(op, grad):
    with tf.control_dependencies([grad]):
        secant = tf.reciprocal(tf.cos(tf.conj(op.inputs[0])))
        return tf.square(secant) * grad


def Floor(op, grad):
    return [None]


def FloorDiv(op, grad):
    return None, None


def ArgMax(op, grad):
    return [None, None]


# Choices


def Select(op, grad):
    condition = op.inputs[0]
    zeros = tf.zeros_like(op.inputs[1])
    return None, tf.where(condition, grad, zeros), tf.where(condition, zeros, grad)


def SelectV2(op, grad):
    condition = op.inputs[0]
    zeros = tf.zeros([], dtype=grad.dtype.base_dtype)
    to_x = tf.where_v2(condition, grad, zeros)
    x_shape, output_shape = tf.shape(op.inputs[1]), tf.shape(op.outputs[0])
    axes, _ = raw.BroadcastGradientArgs(s0=x_shape, s1=output_shape)
    to_x = tf.reshape(tf.reduce_sum(to_x, keepdims=True, axis=axes), x_shape)
    to_y = tf.where_v2(condition, zeros, grad)
    y_shape = tf.shape(op.inputs[2])
    axes, _ = raw.BroadcastGradientArgs(s0=y_shape, s1=output_shape)
    return None, to_x, tf.reshape(tf.reduce_sum(to_y, keepdims=True, axis=axes), y_shape)


# Products of matrices


# How a product's gradients are products themselves: by what is transposed, for each operand both factors and what of them is
# transposed. "a" and "b" are the operands, "g" what comes from above.
_PRODUCTS = {
    (False, False): (("g", "b", False, True), ("a", "g", True, False)),
    (False, True): (("g", "b", False, False), ("g", "a", True, False)),
    (True, False): (("b", "g", False, True), ("a", "g", False, False)),
    (True, True): (("b", "g", True, True), ("g", "a", True, True)),
}


def MatMul(op, grad):
    values = {"a": tf.conj(op.inputs[0]), "b": tf.conj(op.inputs[1]), "g": grad}
    return [raw.MatMul(a=values[left], b=values[right], transpose_a=transposes_left, transpose_b=transposes_right)
            for left, right, transposes_left, transposes_right in _PRODUCTS[op.get_attr("transpose_a"), op.get_attr("transpose_b")]]


def BatchMatMul(op, grad):
    values = {"a": op.inputs[0], "b": op.inputs[1], "g": grad}
    return [tf.matmul(values[left], values[right], adjoint_a=adjoins_left, adjoint_b=adjoins_right)
            for left, right, adjoins_left, adjoins_right in _PRODUCTS[op.get_attr("adj_x"), op.get_attr("adj_y")]]


def BatchMatMulV2(op, grad):
    to_x, to_y = BatchMatMul(op, grad)
    x, y = op.inputs[0], op.inputs[1]
    if _is_known(_sizes(x)) and _sizes(x) == _sizes(y):
        return to_x, to_y
    x_shape, y_shape = tf.shape(x), tf.shape(y)
    x_axes, y_axes = raw.BroadcastGradientArgs(s0=x_shape[:-2], s1=y_shape[:-2])
    return _summed(to_x, x_axes, x_shape), _summed(to_y, y_axes, y_shape)


# Types and complex numbers


def Cast(op, grad):
    types = (tf.float16, tf.float32, tf.float64, tf.bfloat16, tf.complex64, tf.complex128)
    source = op.inputs[0].dtype.base_dtype
    return tf.cast(grad, source) if source in types and grad.dtype.base_dtype in types else None


def Complex(op, grad):
    x_shape, y_shape, x_axes, y_axes = _shapes_and_axes(op.inputs[0], op.inputs[1])
    return _summed(tf.real(grad), x_axes, x_shape), _summed(tf.imag(grad), y_axes, y_shape)


def Real(op, grad):
    return tf.complex(grad, tf.constant(0, dtype=grad.dtype))


def Imag(op, grad):
    return tf.complex(tf.constant(0, dtype=grad.dtype), grad)


def Conj(op, grad):
    return tf.conj(grad)


def ComplexAbs(op, grad):
    return tf.div_no_nan(tf.complex(grad, tf.zeros_like(grad)) * op.inputs[0], tf.complex(op.outputs[0], tf.zeros_like(op.outputs[0])))


def Cross(op, grad):
    u, v = op.inputs[0], op.inputs[1]
    return tf.cross(v, grad), tf.cross(grad, u)
