# Mathematics: TensorFlow 1.15, python/ops/math_ops.py, clip_ops.py, linalg_ops.py and special_math_ops.py.

import tensorflow as tf
from _namescape_tensors import current, is_number

raw = tf.raw_ops


def divide(x, y, name=None):
    if name is not None:
        return tf.truediv(x, y, name=name)
    if not isinstance(x, (tf.Tensor, tf.Variable)) and not isinstance(y, (tf.Tensor, tf.Variable)):
        x = tf.convert_to_tensor(x)
    return x / y


def div(x, y, name=None):
    with tf.name_scope(name, "div", [x, y]) as name:
        x = tf.convert_to_tensor(x, name="x")
        y = tf.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        if x.dtype.base_dtype != y.dtype.base_dtype:
            raise TypeError("x and y must have the same dtype, got %r != %r" % (x.dtype.base_dtype, y.dtype.base_dtype))
        if x.dtype.is_floating or x.dtype.is_complex:
            return raw.RealDiv(x=x, y=y, name=name)
        return raw.FloorDiv(x=x, y=y, name=name)


def div_no_nan(x, y, name=None):
    with tf.name_scope(name, "div_no_nan", [x, y]) as name:
        x = tf.convert_to_tensor(x, name="x")
        y = tf.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        return raw.DivNoNan(x=x, y=y, name=name)


def multiply_no_nan(x, y, name=None):
    with tf.name_scope(name, "multiply_no_nan", [x, y]) as name:
        x = tf.convert_to_tensor(x, name="x")
        y = tf.convert_to_tensor(y, name="y", dtype=x.dtype.base_dtype)
        return raw.MulNoNan(x=x, y=y, name=name)


def pow(x, y, name=None):
    with tf.name_scope(name, "Pow", [x]) as name:
        return raw.Pow(x=x, y=y, name=name)


def round(x, name=None):
    x = tf.convert_to_tensor(x, name="x")
    return x if x.dtype.is_integer else raw.Round(x=x, name=name)


def sigmoid(x, name=None):
    with tf.name_scope(name, "Sigmoid", [x]) as name:
        return raw.Sigmoid(x=tf.convert_to_tensor(x, name="x"), name=name)


def log_sigmoid(x, name=None):
    with tf.name_scope(name, "LogSigmoid", [x]) as name:
        x = tf.convert_to_tensor(x, name="x")
        return raw.Neg(x=raw.Softplus(features=-x), name=name)


def scalar_mul(scalar, x, name=None):
    scalar = tf.convert_to_tensor(scalar, dtype=x.dtype.base_dtype, name="scalar")
    if scalar.get_shape().ndims is not None and scalar.get_shape().ndims != 0:
        raise ValueError("Only scalar multiply works, got shape %s" % scalar.get_shape())
    if isinstance(x, tf.IndexedSlices):
        return tf.IndexedSlices(raw.Mul(x=scalar, y=x.values, name=name), x.indices, x.dense_shape)
    return raw.Mul(x=scalar, y=x, name=name)


def saturate_cast(value, dtype, name=None):
    with tf.name_scope(name, "saturate_cast", [value]) as name:
        value = tf.convert_to_tensor(value, name="value")
        dtype = tf.as_dtype(dtype).base_dtype
        if value.dtype.min < dtype.min:
            value = raw.Maximum(x=value, y=tf.convert_to_tensor(dtype.min, dtype=value.dtype, name="min"))
        if value.dtype.max > dtype.max:
            value = raw.Minimum(x=value, y=tf.convert_to_tensor(dtype.max, dtype=value.dtype, name="max"))
        return tf.cast(value, dtype, name=name)


def reduce_logsumexp_v1(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None):
    axis = current("axis", axis, "reduction_indices", reduction_indices)
    keepdims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    input_tensor = tf.convert_to_tensor(input_tensor)
    with tf.name_scope(name, "ReduceLogSumExp", [input_tensor]) as name:
        largest = tf.reduce_max(input_tensor, axis=axis, keepdims=True)
        shift = tf.stop_gradient(raw.Select(condition=raw.IsFinite(x=largest), t=largest, e=tf.zeros_like(largest)))
        result = raw.Log(x=tf.reduce_sum(raw.Exp(x=raw.Sub(x=input_tensor, y=shift)), axis=axis, keepdims=keepdims))
        if not keepdims:
            shift = tf.reshape(shift, raw.Shape(input=result))
        result = raw.Add(x=result, y=shift, name=name)
        if axis is None and not keepdims:
            result.set_shape(())
        return result


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    with tf.name_scope(name or "reduce_variance"):
        means = tf.reduce_mean(input_tensor, axis=axis, keepdims=True)
        return tf.reduce_mean(raw.Square(x=input_tensor - means), axis=axis, keepdims=keepdims)


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    with tf.name_scope(name or "reduce_std"):
        return raw.Sqrt(x=reduce_variance(input_tensor, axis=axis, keepdims=keepdims))


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    axes = list(range(input_tensor.shape.ndims)) if axis is None else axis
    return raw.EuclideanNorm(input=input_tensor, reduction_indices=axes, keep_dims=keepdims, name=name)


def count_nonzero(input_tensor=None, axis=None, keepdims=None, dtype=tf.int64, name=None, reduction_indices=None, keep_dims=None, input=None):
    keepdims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    input_tensor = current("input", input, "input_tensor", input_tensor)
    axis = current("axis", axis, "reduction_indices", reduction_indices)
    with tf.name_scope(name, "count_nonzero", [input_tensor]):
        input_tensor = tf.convert_to_tensor(input_tensor, name="input")
        zero = tf.zeros([], dtype=input_tensor.dtype) if input_tensor.dtype != tf.string else tf.constant("", dtype=tf.string)
        return tf.cast(tf.reduce_sum(tf.cast(raw.NotEqual(x=input_tensor, y=zero), tf.int64), axis=axis, keepdims=keepdims), dtype=dtype)


def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    complaint = "inputs must be a list of at least one Tensor with the same dtype and shape"
    if not inputs or not isinstance(inputs, (list, tuple)):
        raise ValueError(complaint)
    inputs = [tf.convert_to_tensor(each) for each in inputs]
    if not all(each.dtype == inputs[0].dtype for each in inputs):
        raise ValueError(complaint)
    shape = tf.TensorShape(shape)
    for each in inputs:
        shape = shape.merge_with(each.get_shape())
    if tensor_dtype is not None and tensor_dtype != inputs[0].dtype:
        raise TypeError("tensor_dtype is {}, but input is of type {}".format(tensor_dtype, inputs[0].dtype))
    if len(inputs) == 1 and name is None:
        return inputs[0]
    if len(inputs) == 1:
        return tf.identity(inputs[0], name=name)
    return tf.add_n(inputs, name=name)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    with tf.name_scope(name, "Cumsum", [x]) as name:
        return raw.Cumsum(x=tf.convert_to_tensor(x, name="x"), axis=axis, exclusive=exclusive, reverse=reverse, name=name)


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    with tf.name_scope(name, "Cumprod", [x]) as name:
        return raw.Cumprod(x=tf.convert_to_tensor(x, name="x"), axis=axis, exclusive=exclusive, reverse=reverse, name=name)


def conj(x, name=None):
    if isinstance(x, tf.Tensor) and (x.dtype.is_floating or x.dtype.is_integer):
        return x
    with tf.name_scope(name, "Conj", [x]) as name:
        x = tf.convert_to_tensor(x, name="x")
        if x.dtype.is_complex or x.dtype == tf.variant:
            return raw.Conj(input=x, name=name)
        if x.dtype.is_floating or x.dtype.is_integer:
            return x
        raise TypeError("Expected numeric or variant tensor, got dtype %r" % x.dtype)


def complex(real, imag, name=None):
    real = tf.convert_to_tensor(real, name="real")
    imag = tf.convert_to_tensor(imag, name="imag")
    with tf.name_scope(name, "Complex", [real, imag]) as name:
        types = (real.dtype, imag.dtype)
        if types == (tf.float64, tf.float64):
            kind = tf.complex128
        elif types == (tf.float32, tf.float32):
            kind = tf.complex64
        else:
            raise TypeError("real and imag have incorrect types: {} {}".format(real.dtype.name, imag.dtype.name))
        return raw.Complex(real=real, imag=imag, Tout=kind, name=name)


def real(input, name=None):
    with tf.name_scope(name, "Real", [input]) as name:
        if input.dtype.is_complex:
            return raw.Real(input=input, Tout=input.dtype.real_dtype, name=name)
        return input


def imag(input, name=None):
    with tf.name_scope(name, "Imag", [input]) as name:
        if input.dtype.is_complex:
            return raw.Imag(input=input, Tout=input.dtype.real_dtype, name=name)
        return tf.zeros_like(input)


def angle(input, name=None):
    with tf.name_scope(name, "Angle", [input]) as name:
        if input.dtype.is_complex:
            return raw.Angle(input=input, Tout=input.dtype.real_dtype, name=name)
        return tf.zeros_like(input)


def trace(x, name=None):
    with tf.name_scope(name, "Trace", [x]) as name:
        x = tf.convert_to_tensor(x, name="x")
        return tf.reduce_sum(tf.matrix_diag_part(x), [-1], name=name)


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype=tf.int32, name=None):
    with tf.name_scope("bincount" if name is None else name):
        arr = tf.convert_to_tensor(arr, name="arr", dtype=tf.int32)
        not_empty = tf.reduce_prod(tf.shape(arr)) > 0
        size = tf.cast(not_empty, tf.int32) * (tf.reduce_max(arr) + 1)
        if minlength is not None:
            size = raw.Maximum(x=tf.convert_to_tensor(minlength, name="minlength", dtype=tf.int32), y=size)
        if maxlength is not None:
            size = raw.Minimum(x=tf.convert_to_tensor(maxlength, name="maxlength", dtype=tf.int32), y=size)
        weights = tf.convert_to_tensor(weights, name="weights") if weights is not None else tf.constant([], dtype)
        return raw.Bincount(arr=arr, size=size, weights=weights)


def histogram_fixed_width(values, value_range, nbins=100, dtype=tf.int32, name=None):
    with tf.name_scope(name, "histogram_fixed_width", [values, value_range, nbins]) as name:
        return raw.HistogramFixedWidth(values=values, value_range=value_range, nbins=nbins, dtype=dtype, name=name)


def unsorted_segment_mean(data, segment_ids, num_segments, name=None):
    with tf.name_scope(name, "UnsortedSegmentMean"):
        data, segment_ids = tf.convert_to_tensor(data), tf.convert_to_tensor(segment_ids)
        counts = _segment_counts(data, segment_ids, num_segments)
        return raw.UnsortedSegmentSum(data=data, segment_ids=segment_ids, num_segments=num_segments) / counts


def unsorted_segment_sqrt_n(data, segment_ids, num_segments, name=None):
    with tf.name_scope(name, "UnsortedSegmentSqrtN"):
        data, segment_ids = tf.convert_to_tensor(data), tf.convert_to_tensor(segment_ids)
        counts = _segment_counts(data, segment_ids, num_segments)
        return raw.UnsortedSegmentSum(data=data, segment_ids=segment_ids, num_segments=num_segments) / raw.Sqrt(x=counts)


def _segment_counts(data, segment_ids, num_segments):
    num_segments = tf.convert_to_tensor(num_segments)
    ones = tf.ones_like(segment_ids, dtype=data.dtype)
    counts = raw.UnsortedSegmentSum(data=ones, segment_ids=segment_ids, num_segments=num_segments)
    extra = data.shape.ndims - segment_ids.shape.ndims
    counts = tf.reshape(counts, tf.concat([tf.shape(counts), [1] * extra], axis=0))
    return raw.Maximum(x=counts, y=1)


def approximate_equal(x, y, tolerance=1e-05, name=None):
    return raw.ApproximateEqual(x=x, y=y, tolerance=tolerance, name=name)


def tensordot(a, b, axes, name=None):
    with tf.name_scope(name, "Tensordot", [a, b, axes]) as name:
        a = tf.convert_to_tensor(a, name="a")
        b = tf.convert_to_tensor(b, name="b")
        a_axes, b_axes = _tensordot_axes(a, axes)
        a_matrix, a_free, a_static = _tensordot_matrix(a, a_axes, False)
        b_matrix, b_free, b_static = _tensordot_matrix(b, b_axes, True)
        product = tf.matmul(a_matrix, b_matrix)
        if isinstance(a_free, list) and isinstance(b_free, list):
            return tf.reshape(product, a_free + b_free, name=name)
        a_free = tf.convert_to_tensor(a_free, dtype=tf.int32)
        b_free = tf.convert_to_tensor(b_free, dtype=tf.int32)
        result = tf.reshape(product, tf.concat([a_free, b_free], 0), name=name)
        if a_static is not None and b_static is not None:
            result.set_shape(a_static + b_static)
        return result


def _tensordot_axes(a, axes):
    if isinstance(axes, int):
        if axes < 0:
            raise ValueError("'axes' must be at least 0.")
        rank = a.get_shape().ndims
        if rank is None:
            last = tf.rank(a)
            return tf.range(last - axes, last, dtype=tf.int32), tf.range(axes, dtype=tf.int32)
        if axes > rank:
            raise ValueError("'axes' must not be larger than the number of dimensions of tensor %s." % a)
        return list(range(rank - axes, rank)), list(range(axes))
    if isinstance(axes, (list, tuple)):
        if len(axes) != 2:
            raise ValueError("'axes' must be an integer or have length 2.")
        first, second = axes
        if isinstance(first, int) and isinstance(second, int):
            first, second = [first], [second]
        if len(first) != len(second):
            raise ValueError("Different number of contraction axes 'a' and 'b', %s != %s." % (len(first), len(second)))
        return first, second
    axes = tf.convert_to_tensor(axes, name="axes", dtype=tf.int32)
    return axes[0], axes[1]


def _product(values):
    result = 1
    for value in values:
        result = result * value
    return result


def _tensordot_matrix(x, axes, flipped):
    shape = x.get_shape()
    if shape.is_fully_defined() and isinstance(axes, (list, tuple)):
        sizes = shape.as_list()
        axes = [axis if axis >= 0 else axis + len(sizes) for axis in axes]
        free = [axis for axis in range(len(sizes)) if axis not in axes]
        free_sizes = [sizes[axis] for axis in free]
        inner, outer = _product(sizes[axis] for axis in axes), _product(free_sizes)
        perm = list(axes) + free if flipped else free + list(axes)
        new_shape = [inner, outer] if flipped else [outer, inner]
        return tf.reshape(tf.transpose(x, perm), new_shape), free_sizes, free_sizes
    static = None
    if shape.ndims is not None and isinstance(axes, (list, tuple)):
        sizes = shape.as_list()
        axes = [axis if axis >= 0 else axis + len(sizes) for axis in axes]
        free = [axis for axis in range(len(sizes)) if axis not in axes]
        static = [sizes[axis] for axis in free]
        axes = tf.convert_to_tensor(axes, dtype=tf.int32, name="axes")
        free = tf.convert_to_tensor(free, dtype=tf.int32, name="free")
        dynamic = tf.shape(x)
    else:
        dynamic = tf.shape(x)
        rank = tf.rank(x)
        axes = tf.convert_to_tensor(axes, dtype=tf.int32, name="axes")
        axes = tf.where(axes >= 0, axes, axes + rank)
        free, _ = tf.setdiff1d(tf.range(rank), axes)
    free_sizes = tf.gather(dynamic, free)
    inner_sizes = tf.gather(dynamic, axes)
    outer, inner = tf.reduce_prod(free_sizes), tf.reduce_prod(inner_sizes)
    if flipped:
        perm, new_shape = tf.concat([axes, free], 0), tf.stack([inner, outer])
    else:
        perm, new_shape = tf.concat([free, axes], 0), tf.stack([outer, inner])
    return tf.reshape(tf.transpose(x, perm), new_shape), free_sizes, static


def matvec(a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None):
    with tf.name_scope(name, "MatVec", [a, b]) as name:
        output = tf.matmul(a, tf.expand_dims(b, axis=-1), transpose_a=transpose_a, adjoint_a=adjoint_a, a_is_sparse=a_is_sparse, b_is_sparse=b_is_sparse)
        return tf.squeeze(output, axis=-1)


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    with tf.name_scope(name, "clip_by_value", [t, clip_value_min, clip_value_max]) as name:
        values = tf.convert_to_tensor(t.values if isinstance(t, tf.IndexedSlices) else t, name="t")
        smaller = raw.Minimum(x=values, y=clip_value_max)
        values.shape.assert_is_compatible_with(smaller.shape)
        clipped = raw.Maximum(x=smaller, y=clip_value_min, name=name)
        values.shape.assert_is_compatible_with(clipped.shape)
        if isinstance(t, tf.IndexedSlices):
            return tf.IndexedSlices(clipped, t.indices, t.dense_shape)
        return clipped


def clip_by_norm(t, clip_norm, axes=None, name=None):
    with tf.name_scope(name, "clip_by_norm", [t, clip_norm]) as name:
        values = tf.convert_to_tensor(t.values if isinstance(t, tf.IndexedSlices) else t, name="t")
        squares = tf.reduce_sum(values * values, axes, keepdims=True)
        is_positive = squares > 0
        safe = tf.where(is_positive, squares, tf.ones_like(squares))
        norm = tf.where(is_positive, raw.Sqrt(x=safe), squares)
        scaled = values * clip_norm
        values.shape.assert_is_compatible_with(scaled.shape)
        clipped = tf.identity(scaled / raw.Maximum(x=norm, y=clip_norm), name=name)
        if isinstance(t, tf.IndexedSlices):
            return tf.IndexedSlices(clipped, t.indices, t.dense_shape)
        return clipped


def global_norm(t_list, name=None):
    if not isinstance(t_list, (list, tuple)):
        raise TypeError("t_list should be a sequence")
    t_list = list(t_list)
    with tf.name_scope(name, "global_norm", t_list) as name:
        values = [tf.convert_to_tensor(t.values if isinstance(t, tf.IndexedSlices) else t, name="t_%d" % i) if t is not None else t for i, t in enumerate(t_list)]
        halves = []
        for value in values:
            if value is not None:
                with tf.colocate_with(value):
                    halves.append(raw.L2Loss(t=value))
        total = tf.reduce_sum(tf.stack(halves))
        return raw.Sqrt(x=total * tf.constant(2.0, dtype=total.dtype), name="global_norm")


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    if not isinstance(t_list, (list, tuple)):
        raise TypeError("t_list should be a sequence")
    t_list = list(t_list)
    if use_norm is None:
        use_norm = global_norm(t_list, name)
    with tf.name_scope(name, "clip_by_global_norm", t_list + [clip_norm]) as name:
        finite = clip_norm * raw.Minimum(x=1.0 / use_norm, y=tf.constant(1.0, dtype=use_norm.dtype) / clip_norm)
        scale = tf.where(raw.IsFinite(x=use_norm), finite, tf.constant(float("nan"), dtype=use_norm.dtype))
        values = [tf.convert_to_tensor(t.values if isinstance(t, tf.IndexedSlices) else t, name="t_%d" % i) if t is not None else t for i, t in enumerate(t_list)]
        clipped = []
        for i, value in enumerate(values):
            if value is None:
                clipped.append(None)
            else:
                with tf.colocate_with(value):
                    clipped.append(tf.identity(value * scale, name="%s_%d" % (name, i)))
        results = [tf.IndexedSlices(c, t.indices, t.dense_shape) if isinstance(t, tf.IndexedSlices) else c for c, t in zip(clipped, t_list)]
        return results, use_norm


def clip_by_average_norm(t, clip_norm, name=None):
    with tf.name_scope(name, "clip_by_average_norm", [t, clip_norm]) as name:
        t = tf.convert_to_tensor(t, name="t")
        count = tf.cast(tf.size(t), tf.float32)
        inverse = raw.Rsqrt(x=tf.reduce_sum(t * t, tf.range(tf.rank(t))))
        limit = tf.constant(1.0) / clip_norm
        return tf.identity(t * clip_norm * raw.Minimum(x=inverse * count, y=limit), name=name)


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None, keep_dims=None):
    keepdims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    is_matrix_norm = isinstance(axis, (tuple, list)) and len(axis) == 2
    if is_matrix_norm:
        axis = tuple(axis)
        if axis[0] == axis[1]:
            raise ValueError("'axis' must be None, an integer, or a tuple of 2 unique integers")
        supported = ["euclidean", "fro", 1, 2, float("inf")]
        if ord not in supported:
            raise ValueError("'ord' must be a supported matrix norm in %s, got %s" % (supported, ord))
    else:
        supported = ["euclidean", 1, 2, float("inf")]
        if (not is_number(ord) or ord <= 0) and ord not in supported:
            raise ValueError("'ord' must be a supported vector norm, got %s" % ord)
        if axis is not None:
            axis = (axis,)
    with tf.name_scope(name, "norm", [tensor]):
        tensor = tf.convert_to_tensor(tensor)
        if ord in ("fro", "euclidean", 2, 2.0) and not (is_matrix_norm and ord in (2, 2.0)):
            result = raw.Sqrt(x=tf.reduce_sum(tensor * tf.conj(tensor), axis, keepdims=True))
        else:
            result = tf.abs(tensor)
            if ord == 1:
                result = tf.reduce_sum(result, axis[0] if is_matrix_norm else axis, keepdims=True)
                if is_matrix_norm:
                    result = tf.reduce_max(result, axis[-1], keepdims=True)
            elif ord == float("inf"):
                if is_matrix_norm:
                    result = tf.reduce_sum(result, axis[1], keepdims=True)
                result = tf.reduce_max(result, axis[0] if is_matrix_norm else axis, keepdims=True)
            else:
                result = tf.pow(tf.reduce_sum(tf.pow(result, ord), axis, keepdims=True), 1.0 / ord)
        if not keepdims:
            result = tf.squeeze(result, axis)
        return result


def svd(tensor, full_matrices=False, compute_uv=True, name=None):
    s, u, v = raw.Svd(input=tensor, compute_uv=compute_uv, full_matrices=full_matrices, name=name)
    return (tf.real(s), u, v) if compute_uv else tf.real(s)


def self_adjoint_eig(tensor, name=None):
    e, v = raw.SelfAdjointEigV2(input=tensor, compute_v=True, name=name)
    return e, v


def self_adjoint_eigvals(tensor, name=None):
    e, _ = raw.SelfAdjointEigV2(input=tensor, compute_v=False, name=name)
    return e


def cholesky_solve(chol, rhs, name=None):
    with tf.name_scope(name, "cholesky_solve", [chol, rhs]):
        y = raw.MatrixTriangularSolve(matrix=chol, rhs=rhs, adjoint=False, lower=True)
        return raw.MatrixTriangularSolve(matrix=chol, rhs=y, adjoint=True, lower=True)


def logdet(matrix, name=None):
    with tf.name_scope(name, "logdet", [matrix]):
        chol = raw.Cholesky(input=matrix)
        return 2.0 * tf.reduce_sum(raw.Log(x=tf.real(tf.matrix_diag_part(chol))), axis=[-1])


def lbeta(x, name=None):
    with tf.name_scope(name, "lbeta", [x]):
        x = tf.convert_to_tensor(x, name="x")
        prod = tf.reduce_sum(raw.Lgamma(x=x), axis=[-1])
        return prod - raw.Lgamma(x=tf.reduce_sum(x, axis=[-1]))


def polyval(coeffs, x, name=None):
    with tf.name_scope(name, "polyval", list(coeffs) + [x]):
        x = tf.convert_to_tensor(x, name="x")
        if len(coeffs) < 1:
            return tf.zeros_like(x, name=name)
        coeffs = [tf.convert_to_tensor(coeff, name="coeff_%d" % index) for index, coeff in enumerate(coeffs)]
        p = coeffs[0]
        for c in coeffs[1:]:
            p = c + p * x
        return p


# ops/confusion_matrix.py
def confusion_matrix(labels, predictions, num_classes=None, dtype=tf.int32, name=None, weights=None):
    def checked(value, check):
        with tf.name_scope(None, "control_dependency", [check, value]) as scope:
            with tf.colocate_with(value), tf.control_dependencies([check]):
                return tf.identity(value, name=scope)

    with tf.name_scope(name, "confusion_matrix", (predictions, labels, num_classes, weights)) as name:
        labels = tf.convert_to_tensor(labels, name="labels")
        predictions = tf.convert_to_tensor(predictions, name="predictions")
        with tf.name_scope(None, "remove_squeezable_dimensions", [labels, predictions]):
            labels_rank, predictions_rank = labels.get_shape().ndims, predictions.get_shape().ndims
            if labels_rank is not None and predictions_rank is not None:
                if predictions_rank - labels_rank == 1 and predictions.get_shape().dims[-1].is_compatible_with(1):
                    predictions = tf.squeeze(predictions, [-1])
                elif predictions_rank - labels_rank == -1 and labels.get_shape().dims[-1].is_compatible_with(1):
                    labels = tf.squeeze(labels, [-1])
        predictions = tf.cast(predictions, tf.int64)
        labels = tf.cast(labels, tf.int64)
        labels = checked(labels, tf.assert_non_negative(labels, message="`labels` contains negative values"))
        predictions = checked(predictions, tf.assert_non_negative(predictions, message="`predictions` contains negative values"))
        if num_classes is None:
            num_classes = tf.maximum(tf.reduce_max(predictions), tf.reduce_max(labels)) + 1
        else:
            limit = tf.cast(num_classes, tf.int64)
            labels = checked(labels, tf.assert_less(labels, limit, message="`labels` out of bound"))
            predictions = checked(predictions, tf.assert_less(predictions, limit, message="`predictions` out of bound"))
        if weights is not None:
            weights = tf.convert_to_tensor(weights, name="weights")
            predictions.get_shape().assert_is_compatible_with(weights.get_shape())
            weights = tf.cast(weights, dtype)
        shape = tf.stack([num_classes, num_classes])
        indices = tf.stack([labels, predictions], axis=1)
        values = tf.ones_like(predictions, dtype) if weights is None else weights
        shape64 = tf.cast(shape, tf.int64)
        zeros = tf.zeros(tf.cast(shape, tf.int32), dtype)
        return raw.SparseTensorDenseAdd(a_indices=indices, a_values=values, a_shape=shape64, b=zeros)


def top_k(input, k=1, sorted=True, name=None):
    return raw.TopKV2(input=input, k=k, sorted=sorted, name=name)


def in_top_k(predictions, targets, k, name=None):
    with tf.name_scope(name, "in_top_k"):
        return raw.InTopKV2(predictions=predictions, targets=targets, k=k, name=name)


def sparse_segment_sum(data, indices, segment_ids, name=None, num_segments=None):
    return raw.SparseSegmentSum(data=data, indices=indices, segment_ids=segment_ids, name=name)


def sparse_segment_mean(data, indices, segment_ids, name=None, num_segments=None):
    return raw.SparseSegmentMean(data=data, indices=indices, segment_ids=segment_ids, name=name)
