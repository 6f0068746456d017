# Shapes and pieces of tensors: TensorFlow 1.15, python/ops/array_ops.py and linalg_ops_impl.py.

import tensorflow as tf
from _namescape_tensors import current, is_integer, is_number, static_values, unknown

raw = tf.raw_ops


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    sizes = tf.convert_to_tensor(num_or_size_splits)
    if is_integer(num_or_size_splits) or isinstance(num_or_size_splits, tf.Dimension):
        return raw.Split(split_dim=axis, value=value, num_split=num_or_size_splits, name=name)
    if sizes.shape.ndims == 0:
        raise ValueError("Rank-0 tensors are not supported as the num_or_size_splits argument to split. Argument provided: %s" % (num_or_size_splits,))
    if num is None and sizes.shape.ndims:
        num = sizes.shape.as_list()[0]
    if num is None:
        raise ValueError("Cannot infer num from shape %s" % num_or_size_splits)
    return raw.SplitV(value=value, size_splits=sizes, split_dim=axis, num_split=num, name=name)


def unstack(value, num=None, axis=0, name="unstack"):
    if num is None:
        value = tf.convert_to_tensor(value)
        shape = value.get_shape()
        if shape.ndims is not None:
            if axis < -shape.ndims or axis >= shape.ndims:
                raise ValueError("axis = %d not in [%d, %d)" % (axis, -shape.ndims, shape.ndims))
            num = shape.as_list()[axis]
        if num is None:
            raise ValueError("Cannot infer num from shape %s" % shape)
    return raw.Unpack(value=value, num=num, axis=axis, name=name)


def parallel_stack(values, name="parallel_stack"):
    with tf.name_scope(name):
        shape = tf.convert_to_tensor(values[0]).get_shape()
        return raw.ParallelConcat(values=[tf.expand_dims(value, 0) for value in values], shape=tf.TensorShape([len(values)]).concatenate(shape))


def expand_dims(input, axis=None, name=None, dim=None):
    axis = current("axis", axis, "dim", dim)
    if axis is None:
        raise ValueError("Must specify an axis argument to tf.expand_dims()")
    return raw.ExpandDims(input=input, dim=axis, name=name)


def squeeze(input, axis=None, name=None, squeeze_dims=None):
    axis = current("axis", axis, "squeeze_dims", squeeze_dims)
    if is_number(axis):
        axis = [axis]
    return raw.Squeeze(input=input, squeeze_dims=axis, name=name)


def transpose(a, perm=None, name="transpose", conjugate=False):
    with tf.name_scope(name, "transpose", [a]) as name:
        swap = raw.ConjugateTranspose if conjugate and a.dtype.is_complex else raw.Transpose
        if perm is not None:
            return swap(x=a, perm=perm, name=name)
        a = tf.convert_to_tensor(a, name="a")
        rank = a.get_shape().ndims
        if rank:
            perm = list(range(rank - 1, -1, -1))
        else:
            rank = raw.Rank(input=a)
            perm = (rank - 1) - raw.Range(start=0, limit=rank, delta=1)
        swapped = swap(x=a, perm=perm, name=name)
        if a.get_shape().ndims is not None:
            swapped.set_shape(a.get_shape().as_list()[::-1])
        return swapped


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    with tf.name_scope(name, values=[a]):
        a = tf.convert_to_tensor(a, name="a")
        rank = a.get_shape().ndims
        if rank is not None:
            if rank < 2:
                raise ValueError("Argument 'a' should be a (batch) matrix, with rank >= 2.  Found: %s" % a.get_shape())
            perm = list(range(rank - 2)) + [rank - 1, rank - 2]
        else:
            rank = tf.rank(a)
            perm = tf.concat((raw.Range(start=0, limit=rank - 2, delta=1), [rank - 1, rank - 2]), 0)
        return transpose(a, perm=perm, conjugate=conjugate)


def pad(tensor, paddings, mode="CONSTANT", name=None, constant_values=0):
    mode = mode.upper()
    if mode == "CONSTANT":
        if not isinstance(constant_values, (tf.Tensor, tf.Variable)) and constant_values == 0:
            result = raw.Pad(input=tensor, paddings=paddings, name=name)
        else:
            result = raw.PadV2(input=tensor, paddings=paddings, constant_values=constant_values, name=name)
    elif mode in ("REFLECT", "SYMMETRIC"):
        result = raw.MirrorPad(input=tensor, paddings=paddings, mode=mode, name=name)
    else:
        raise ValueError("Unknown padding mode: %s" % mode)
    known = _known_paddings(paddings)
    shape = result.op.inputs[0].get_shape()
    if shape.ndims is not None and not result.get_shape().is_fully_defined() and known is not None:
        result.set_shape([None if size is None or None in amounts else size + sum(amounts) for amounts, size in zip(known, shape.as_list())])
    return result


def _known_paddings(paddings):
    if isinstance(paddings, tf.Tensor):
        return static_values(paddings)
    if isinstance(paddings, (list, tuple)):
        return [_known_paddings(each) for each in paddings]
    return paddings


def gather(params, indices, validate_indices=None, name=None, axis=None, batch_dims=0):
    if axis is None:
        axis = batch_dims
    if axis != 0:
        return raw.GatherV2(params=params, indices=indices, axis=axis, batch_dims=batch_dims, name=name)
    try:
        return params.sparse_read(indices, name=name)
    except AttributeError:
        return raw.GatherV2(params=params, indices=indices, axis=axis, name=name)


def gather_nd(params, indices, name=None, batch_dims=0):
    if batch_dims != 0:
        return unknown("gather_nd.batch_dims")(params, indices, name=name or "gather_nd")
    try:
        return params.gather_nd(indices, name=name)
    except AttributeError:
        return raw.GatherNd(params=params, indices=indices, name=name)


def boolean_mask(tensor, mask, name="boolean_mask", axis=None):
    with tf.name_scope(name, values=[tensor, mask]):
        tensor = tf.convert_to_tensor(tensor, name="tensor")
        mask = tf.convert_to_tensor(mask, name="mask")
        tensor_shape, mask_shape = tensor.get_shape(), mask.get_shape()
        mask_rank = mask_shape.ndims
        if mask_rank == 0:
            raise ValueError("mask cannot be scalar.")
        if mask_rank is None:
            raise ValueError("Number of mask dimensions must be specified, even if some dimensions are None.  E.g. shape=[None] is ok, but shape=None is not.")
        axis = 0 if axis is None else axis
        tensor_shape[axis:axis + mask_rank].assert_is_compatible_with(mask_shape)
        leading = raw.Prod(input=tf.shape(tensor)[axis:axis + mask_rank], reduction_indices=[0])
        tensor = tf.reshape(tensor, tf.concat([tf.shape(tensor)[:axis], [leading], tf.shape(tensor)[axis + mask_rank:]], 0))
        first = tensor_shape[axis:axis + mask_rank].num_elements()
        tensor.set_shape(tf.TensorShape(tensor_shape[:axis]).concatenate([first]).concatenate(tensor_shape[axis + mask_rank:]))
        mask = tf.reshape(mask, [-1])
        indices = squeeze(where(mask), axis=[1])
        return gather(tensor, indices, axis=axis)


def where(condition, x=None, y=None, name=None):
    if x is None and y is None:
        with tf.name_scope(name, "Where", [condition]) as name:
            condition = tf.convert_to_tensor(condition, preferred_dtype=tf.bool, name="condition")
            return raw.Where(input=condition, name=name)
    if x is not None and y is not None:
        return raw.Select(condition=condition, t=x, e=y, name=name)
    raise ValueError("x and y must both be non-None or both be None.")


def where_v2(condition, x=None, y=None, name=None):
    if x is None and y is None:
        return where(condition, name=name)
    if x is not None and y is not None:
        return raw.SelectV2(condition=condition, t=x, e=y, name=name)
    raise ValueError("x and y must both be non-None or both be None.")


def one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None):
    with tf.name_scope(name, "one_hot", [indices, depth, on_value, off_value, axis, dtype]) as name:
        on_exists, off_exists = on_value is not None, off_value is not None
        if on_exists:
            on_value = tf.convert_to_tensor(on_value, preferred_dtype=dtype, name="on_value")
        if off_exists:
            off_value = tf.convert_to_tensor(off_value, preferred_dtype=dtype, name="off_value")
        on_dtype = on_value.dtype.base_dtype if on_exists else None
        off_dtype = off_value.dtype.base_dtype if off_exists else None
        if on_exists or off_exists:
            if dtype is not None:
                if on_exists and on_dtype != dtype:
                    raise TypeError("dtype {0} of on_value does not match dtype parameter {1}".format(on_dtype, dtype))
                if off_exists and off_dtype != dtype:
                    raise TypeError("dtype {0} of off_value does not match dtype parameter {1}".format(off_dtype, dtype))
            else:
                dtype = on_dtype or off_dtype
        elif dtype is None:
            dtype = tf.float32
        if not on_exists:
            on_value = tf.convert_to_tensor(1, dtype, name="on_value")
            on_dtype = dtype
        if not off_exists:
            off_value = tf.convert_to_tensor(0, dtype, name="off_value")
            off_dtype = dtype
        if on_dtype != off_dtype:
            raise TypeError("dtype {0} of on_value does not match dtype {1} of off_value".format(on_dtype, off_dtype))
        return raw.OneHot(indices=indices, depth=depth, on_value=on_value, off_value=off_value, axis=axis, name=name)


def slice(input_, begin, size, name=None):
    return raw.Slice(input=input_, begin=begin, size=size, name=name)


def strided_slice(input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0, new_axis_mask=0, shrink_axis_mask=0, var=None, name=None):
    if strides is None:
        strides = ones_like(begin)
    return raw.StridedSlice(input=input_, begin=begin, end=end, strides=strides, begin_mask=begin_mask, end_mask=end_mask, ellipsis_mask=ellipsis_mask,
                            new_axis_mask=new_axis_mask, shrink_axis_mask=shrink_axis_mask, name=name)


def zeros_like(tensor, dtype=None, name=None, optimize=True):
    with tf.name_scope(name, "zeros_like", [tensor]) as name:
        tensor = tf.convert_to_tensor(tensor, name="tensor")
        if optimize and tensor.shape.is_fully_defined() and tensor.dtype != tf.variant:
            return tf.zeros(tensor.shape, dtype=dtype or tensor.dtype, name=name)
        if dtype is not None and dtype != tensor.dtype and dtype != tf.variant:
            return tf.zeros(_shape_of(tensor, optimize), dtype=dtype, name=name)
        return raw.ZerosLike(x=tensor, name=name)


def ones_like(tensor, dtype=None, name=None, optimize=True):
    with tf.name_scope(name, "ones_like", [tensor]) as name:
        tensor = tf.convert_to_tensor(tensor, name="tensor")
        result = tf.ones(_shape_of(tensor, optimize), dtype=tensor.dtype if dtype is None else dtype, name=name)
        result.set_shape(tensor.get_shape())
        return result


def _shape_of(tensor, optimize):
    return tf.shape(tensor) if optimize else raw.Shape(input=tensor)


def eye(num_rows, num_columns=None, batch_shape=None, dtype=tf.float32, name=None):
    with tf.name_scope(name, default_name="eye", values=[num_rows, num_columns, batch_shape]):
        is_square = num_columns is None
        batch_shape = [] if batch_shape is None else batch_shape
        num_columns = num_rows if num_columns is None else num_columns
        if isinstance(num_rows, tf.Tensor) or isinstance(num_columns, tf.Tensor):
            diagonal = tf.minimum(num_rows, num_columns)
        else:
            if not is_integer(num_rows) or not is_integer(num_columns):
                raise TypeError("num_rows and num_columns must be positive integer values.")
            is_square = num_rows == num_columns
            diagonal = min(num_rows, num_columns)
        if isinstance(batch_shape, tf.Tensor) or isinstance(diagonal, tf.Tensor):
            batch_shape = tf.convert_to_tensor(batch_shape, name="shape", dtype=tf.int32)
            ones_shape = tf.concat((batch_shape, [diagonal]), axis=0)
            if not is_square:
                shape = tf.concat((batch_shape, [num_rows, num_columns]), axis=0)
        else:
            batch_shape = list(batch_shape)
            ones_shape = batch_shape + [diagonal]
            if not is_square:
                shape = batch_shape + [num_rows, num_columns]
        ones = tf.ones(ones_shape, dtype=dtype)
        if is_square:
            return matrix_diag(ones)
        return matrix_set_diag(tf.zeros(shape, dtype=dtype), ones)


def matrix_diag(diagonal, name="diag", k=0, num_rows=-1, num_cols=-1, padding_value=0):
    return raw.MatrixDiag(diagonal=diagonal, name=name)


def matrix_diag_part(input, name="diag_part", k=0, padding_value=0):
    return raw.MatrixDiagPart(input=input, name=name)


def matrix_set_diag(input, diagonal, name="set_diag", k=0):
    return raw.MatrixSetDiag(input=input, diagonal=diagonal, name=name)


def meshgrid(*args, **kwargs):
    indexing = kwargs.pop("indexing", "xy")
    name = kwargs.pop("name", "meshgrid")
    if kwargs:
        key = list(kwargs.keys())[0]
        raise TypeError("'{}' is an invalid keyword argument for this function".format(key))
    if indexing not in ("xy", "ij"):
        raise ValueError("indexing parameter must be either 'xy' or 'ij'")
    with tf.name_scope(name, "meshgrid", args) as name:
        rank = len(args)
        ones = (1,) * rank
        output = [tf.reshape(tf.stack(x), ones[:i] + (-1,) + ones[i + 1:]) for i, x in enumerate(args)]
        shapes = [tf.size(x) for x in args]
        dtype = tf.convert_to_tensor(args[0]).dtype.base_dtype
        if indexing == "xy" and rank > 1:
            output[0] = tf.reshape(output[0], (1, -1) + (1,) * (rank - 2))
            output[1] = tf.reshape(output[1], (-1, 1) + (1,) * (rank - 2))
            shapes[0], shapes[1] = shapes[1], shapes[0]
        factor = tf.ones(shapes, dtype)
        return [x * factor for x in output]


def sequence_mask(lengths, maxlen=None, dtype=tf.bool, name=None):
    with tf.name_scope(name, "SequenceMask", [lengths, maxlen]):
        lengths = tf.convert_to_tensor(lengths)
        if maxlen is None:
            maxlen = raw.Max(input=lengths, reduction_indices=tf.range(0, tf.rank(lengths)))
            maxlen = raw.Maximum(x=tf.constant(0, maxlen.dtype), y=maxlen)
        else:
            maxlen = tf.convert_to_tensor(maxlen)
        if maxlen.get_shape().ndims is not None and maxlen.get_shape().ndims != 0:
            raise ValueError("maxlen must be scalar for sequence_mask")
        row = raw.Range(start=tf.constant(0, maxlen.dtype), limit=maxlen, delta=tf.constant(1, maxlen.dtype))
        matrix = raw.Cast(x=expand_dims(lengths, -1), DstT=maxlen.dtype)
        result = row < matrix
        if dtype is None or tf.as_dtype(dtype) == result.dtype:
            return result
        return raw.Cast(x=result, DstT=dtype)


def unique(x, out_idx=tf.int32, name=None):
    return raw.Unique(x=x, out_idx=out_idx, name=name)


def unique_with_counts(x, out_idx=tf.int32, name=None):
    return raw.UniqueWithCounts(x=x, out_idx=out_idx, name=name)


def setdiff1d(x, y, index_dtype=tf.int32, name=None):
    return raw.ListDiff(x=x, y=y, out_idx=index_dtype, name=name)


listdiff = setdiff1d


def reverse_sequence(input, seq_lengths, seq_axis=None, batch_axis=None, name=None, seq_dim=None, batch_dim=None):
    seq_axis = current("seq_axis", seq_axis, "seq_dim", seq_dim)
    batch_axis = current("batch_axis", batch_axis, "batch_dim", batch_dim)
    return raw.ReverseSequence(input=input, seq_lengths=seq_lengths, seq_dim=seq_axis, batch_dim=batch_axis, name=name)


def space_to_batch(input, paddings, block_size=None, name=None, block_shape=None):
    block_size = current("block_shape", block_shape, "block_size", block_size)
    result = raw.SpaceToBatchND(input=input, paddings=paddings, block_shape=[block_size, block_size], name=name)
    result.set_shape(result.get_shape().with_rank(4))
    return result


def batch_to_space(input, crops, block_size, name=None, block_shape=None):
    block_size = current("block_shape", block_shape, "block_size", block_size)
    result = raw.BatchToSpaceND(input=input, crops=crops, block_shape=[block_size, block_size], name=name)
    result.set_shape(result.get_shape().with_rank(4))
    return result


def space_to_depth(input, block_size, name=None, data_format="NHWC"):
    return raw.SpaceToDepth(input=input, block_size=block_size, data_format=data_format, name=name)


def depth_to_space(input, block_size, name=None, data_format="NHWC"):
    return raw.DepthToSpace(input=input, block_size=block_size, data_format=data_format, name=name)


def shape_n(input, out_type=tf.int32, name=None):
    return raw.ShapeN(input=input, out_type=out_type, name=name)


def broadcast_dynamic_shape(shape_x, shape_y):
    return raw.BroadcastArgs(s0=shape_x, s1=shape_y)


def broadcast_static_shape(shape_x, shape_y):
    if shape_x.ndims is None or shape_y.ndims is None:
        return tf.TensorShape(None)
    rank = max(shape_x.ndims, shape_y.ndims)
    first = [1] * (rank - shape_x.ndims) + shape_x.as_list()
    second = [1] * (rank - shape_y.ndims) + shape_y.as_list()
    sizes = []
    for x, y in zip(first, second):
        if x == 1 or y == 1 or x == y:
            sizes.append(y if x == 1 else x)
        elif x is None or y is None:
            known = y if x is None else x
            sizes.append(known if known > 1 else None)
        else:
            raise ValueError("Incompatible shapes for broadcasting: %s and %s" % (shape_x, shape_y))
    return tf.TensorShape(sizes)


def guarantee_const(input, name=None):
    return raw.GuaranteeConst(input=input, name=name)


def ensure_shape(x, shape, name=None):
    if not isinstance(shape, tf.TensorShape):
        shape = tf.TensorShape(shape)
    return raw.EnsureShape(input=x, shape=shape, name=name)


def extract_image_patches(images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None):
    ksizes = current("sizes", sizes, "ksizes", ksizes)
    return raw.ExtractImagePatches(images=images, ksizes=ksizes, strides=strides, rates=rates, padding=padding, name=name)
