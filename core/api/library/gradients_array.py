# Gradients of shapes and pieces of tensors, a function for each operation type: TensorFlow 1.15, python/ops/array_grad.py and image_grad.py.

import tensorflow as tf
from _namescape_gradients import handle_shape
from _namescape_tensors import static_values

raw = tf.raw_ops


def Pack(op, grad):
    return tf.unstack(grad, num=op.get_attr("N"), axis=op.get_attr("axis"))


def Unpack(op, *grads):
    return tf.stack(grads, axis=op.get_attr("axis"))


def ConcatV2(op, grad):
    return _pieces(op.inputs[:-1], op.inputs[-1], grad) + [None]


def Concat(op, grad):
    return [None] + _pieces(op.inputs[1:], op.inputs[0], grad)


def _pieces(values, axis, grad):
    if len(values) == 1:
        return [grad]
    if isinstance(grad, tf.IndexedSlices):
        return _pieces_of_slices(values, axis, grad)
    axis = axis % tf.rank(values[0])
    shapes = _input_shapes(values)
    if len(shapes) > 16:
        sizes = tf.squeeze(tf.slice(tf.stack(shapes, axis=1), [axis, 0], [1, -1]))
        return tf.split(grad, sizes, axis)
    offsets = raw.ConcatOffset(concat_dim=axis, shape=shapes)
    return [tf.slice(grad, begin, size) for begin, size in zip(offsets, shapes)]


# The shapes, one operation each as long as they are known.
def _input_shapes(values):
    shapes = []
    for value in values:
        shape = tf.shape(value)
        if shape.op.type != "Const":
            return tf.shape_n(values)
        shapes.append(shape)
    return shapes


def _pieces_of_slices(values, axis, grad):
    positive = axis % tf.rank(values[0])
    static = static_values(axis)
    if static is None:
        raise ValueError("Can only compute IndexedSlices gradient with statically-known concat_dim")
    if static < 0:
        rank = static_values(tf.rank(values[0]))
        if rank is None:
            raise ValueError("Can only compute IndexedSlices gradient with negative concat_dim when first value rank is statically-known.")
        static %= rank
    shapes = [tf.shape(value) for value in values]
    pieces = []
    if static > 0:
        shape_of_shape = tf.shape(shapes[0])
        mask = tf.concat([tf.fill(tf.expand_dims(positive, 0), 0), [1], tf.fill(shape_of_shape - positive - 1, 0)], 0)
        begin = tf.fill(shape_of_shape, 0)
        for shape in shapes:
            piece = tf.slice(grad.values, begin, tf.concat([[-1], tf.slice(shape, [1], [-1])], 0))
            pieces.append(tf.IndexedSlices(piece, grad.indices, shape))
            begin = tf.add(begin, shape * mask)
        return pieces
    start = tf.constant(0, dtype=grad.indices.dtype)
    for shape in shapes:
        size = tf.gather(shape, positive)
        if size.dtype != grad.indices.dtype:
            size = tf.cast(size, dtype=grad.indices.dtype)
        end = start + size
        chosen = tf.squeeze(tf.where(tf.logical_and(grad.indices >= start, grad.indices < end)), axis=[1])
        indices = tf.gather(grad.indices, chosen) - start
        pieces.append(tf.IndexedSlices(tf.gather(grad.values, chosen), indices, shape))
        start = end
    return pieces


def Slice(op, grad):
    value, begin = op.inputs[0], op.inputs[1]
    rank = tf.rank(value)
    size = tf.shape(op.outputs[0])
    shape = tf.stack([rank, 1])
    before = tf.reshape(begin, shape)
    after = tf.reshape(tf.shape(value) - size - begin, shape)
    return tf.pad(grad, tf.concat([before, after], 1)), None, None


def _masks(op):
    return dict((name, op.get_attr(name)) for name in ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"))


def StridedSlice(op, grad):
    begin, end, strides = op.inputs[1], op.inputs[2], op.inputs[3]
    shape = tf.shape(op.inputs[0], out_type=begin.dtype)
    return raw.StridedSliceGrad(shape=shape, begin=begin, end=end, strides=strides, dy=grad, **_masks(op)), None, None, None


def StridedSliceGrad(op, grad):
    begin, end, strides = op.inputs[1], op.inputs[2], op.inputs[3]
    return None, None, None, None, raw.StridedSlice(input=grad, begin=begin, end=end, strides=strides, **_masks(op))


def Split(op, *grads):
    return None, tf.concat(list(grads), op.inputs[0])


def SplitV(op, *grads):
    return [tf.concat(list(grads), op.inputs[2])] + [None] * (len(op.inputs) - 1)


def Diag(op, grad):
    return tf.diag_part(grad)


def DiagPart(op, grad):
    return tf.diag(grad)


def MatrixDiag(op, grad):
    return tf.matrix_diag_part(grad)


def MatrixDiagPart(op, grad):
    shape = op.inputs[0].get_shape()[-2:]
    if shape.is_fully_defined() and shape[0] == shape[1]:
        return tf.matrix_diag(grad)
    return tf.matrix_set_diag(tf.zeros_like(op.inputs[0]), grad)


def MatrixSetDiag(op, grad):
    input_shape = op.inputs[0].get_shape().merge_with(grad.get_shape())
    batch_shape = input_shape[:-2].merge_with(op.inputs[1].get_shape()[:-1])
    matrix_shape = input_shape[-2:]
    if batch_shape.is_fully_defined() and matrix_shape.is_fully_defined():
        diagonal_shape = batch_shape.as_list() + [min(matrix_shape.as_list())]
    else:
        with tf.colocate_with(grad):
            shape, rank = tf.shape(grad), tf.rank(grad)
            batch_shape = tf.slice(shape, [0], [rank - 2])
            smallest = tf.reduce_min(tf.slice(shape, [rank - 2], [2]))
            diagonal_shape = tf.concat([batch_shape, [smallest]], 0)
    to_input = tf.matrix_set_diag(grad, tf.zeros(diagonal_shape, dtype=grad.dtype))
    return to_input, tf.matrix_diag_part(grad)


def MatrixBandPart(op, grad):
    return tf.matrix_band_part(grad, op.inputs[1], op.inputs[2]), None, None


def Fill(op, grad):
    return None, tf.reduce_sum(grad)


def PreventGradient(op, grad):
    raise LookupError("Gradient explicitly disabled. Reason: %s" % op.get_attr("message"))


# The shape of what rows are taken from, next to it.
def _params_shape(params):
    with tf.colocate_with(params):
        return tf.cast(tf.shape(params, out_type=tf.int64), tf.int32)


def Gather(op, grad):
    shape = _params_shape(op.inputs[0])
    return [_rows(grad, op.inputs[1], shape), None]


def _rows(grad, indices, shape):
    size = tf.expand_dims(tf.size(indices), 0)
    values = tf.reshape(grad, tf.concat([size, shape[1:]], 0))
    return tf.IndexedSlices(values, tf.reshape(indices, size), shape)


def GatherV2(op, grad):
    shape = _params_shape(op.inputs[0])
    indices, axis = op.inputs[1], op.inputs[2]
    if static_values(axis) == 0:
        return [_rows(grad, indices, shape), None, None]
    size = tf.expand_dims(tf.size(indices), 0)
    outer_shape = shape[:axis]
    outer = tf.size(outer_shape)
    inner_shape = shape[axis:][1:]
    inner = tf.size(inner_shape)
    outer_axes = tf.range(outer)
    inner_axes = tf.range(outer + 1, outer + 1 + inner)
    values = tf.reshape(grad, tf.concat([outer_shape, size, inner_shape], 0))
    indices = tf.reshape(indices, size)
    transposed = tf.transpose(values, tf.concat([[outer], outer_axes, inner_axes], 0))
    summed = tf.unsorted_segment_sum(transposed, indices, shape[axis])
    return [tf.transpose(summed, tf.concat([outer_axes + 1, [0], inner_axes], 0)), None, None]


def GatherNd(op, grad):
    indices = op.inputs[1]
    return [_scattered(grad, indices, tf.shape(op.inputs[0], out_type=indices.dtype)), None]


def ResourceGatherNd(op, grad):
    indices = op.inputs[1]
    return [_scattered(grad, indices, raw.VariableShape(input=op.inputs[0], out_type=indices.dtype)), None]


def _scattered(grad, indices, shape):
    if indices.shape.ndims == 2 and indices.shape.dims[-1].value == 1:
        return tf.IndexedSlices(grad, tf.squeeze(indices, axis=-1), shape)
    return tf.scatter_nd(indices, grad, shape)


def ResourceGather(op, grad):
    return [_rows(grad, op.inputs[1], _variable_shape(op.inputs[0])), None]


def _variable_shape(handle):
    shape = handle_shape(handle)
    return tf.constant(shape.as_list(), dtype=tf.int32) if shape.is_fully_defined() else raw.VariableShape(input=handle)


def ReadVariableOp(op, grad):
    return grad


def CheckNumerics(op, grad):
    return tf.check_numerics(grad, "Not a number (NaN) or infinity (Inf) values detected in gradient. %s" % op.get_attr("message"))


def Identity(op, grad):
    return grad


def IdentityN(op, *grads):
    return grads


def Reshape(op, grad):
    return [_as_input(op, grad), None]


def Squeeze(op, grad):
    return _as_input(op, grad)


def _as_input(op, grad):
    return tf.reshape(grad, tf.shape(op.inputs[0]))


def Transpose(op, grad):
    return [tf.transpose(grad, tf.invert_permutation(op.inputs[1])), None]


def ConjugateTranspose(op, grad):
    return [tf.transpose(grad, tf.invert_permutation(op.inputs[1]), conjugate=True), None]


def Tile(op, grad):
    shape = tf.shape(op.inputs[0], out_type=op.inputs[1].dtype)
    split_shape = tf.reshape(tf.transpose(tf.stack([op.inputs[1], shape])), [-1])
    axes = tf.range(0, tf.size(split_shape), 2)
    if isinstance(grad, tf.IndexedSlices):
        first = tf.cast(shape[0], grad.indices.dtype)
        grad = tf.unsorted_segment_sum(grad.values, tf.mod(grad.indices, first), first)
        split_shape = tf.concat([[1], split_shape[1:]], axis=0)
    summed = tf.reduce_sum(tf.reshape(grad, split_shape), axes)
    summed.set_shape(op.inputs[0].get_shape())
    return [summed, None]


def Pad(op, grad):
    value, paddings = op.inputs[0], op.inputs[1]
    before = tf.slice(paddings, [0, 0], tf.stack([tf.rank(value), 1]))
    begin = tf.reshape(before, [-1])
    piece = tf.slice(grad, begin, tf.shape(value))
    return [piece] + [None] * (len(op.inputs) - 1)


def ReverseSequence(op, grad):
    return [tf.reverse_sequence(grad, batch_axis=op.get_attr("batch_dim"), seq_axis=op.get_attr("seq_dim"), seq_lengths=op.inputs[1]), None]


def ReverseV2(op, grad):
    return tf.reverse(grad, op.inputs[1]), None


def SpaceToBatchND(op, grad):
    return [tf.batch_to_space_nd(grad, op.inputs[1], op.inputs[2]), None, None]


def BatchToSpaceND(op, grad):
    return [tf.space_to_batch_nd(grad, op.inputs[1], op.inputs[2]), None, None]


def SpaceToDepth(op, grad):
    return tf.depth_to_space(grad, op.get_attr("block_size"), data_format=op.get_attr("data_format"))


def DepthToSpace(op, grad):
    return tf.space_to_depth(grad, op.get_attr("block_size"), data_format=op.get_attr("data_format"))


def MirrorPad(op, grad):
    return [raw.MirrorPadGrad(input=grad, paddings=op.inputs[1], mode=op.get_attr("mode")), None]


def MirrorPadGrad(op, grad):
    return [raw.MirrorPad(input=grad, paddings=op.inputs[1], mode=op.get_attr("mode")), None]


def ScatterNd(op, grad):
    return [None, tf.gather_nd(grad, op.inputs[0]), None]


def TensorScatterUpdate(op, grad):
    indices = op.inputs[1]
    updates = tf.gather_nd(grad, indices)
    return [tf.tensor_scatter_update(tf.identity(grad), indices, tf.zeros_like(op.inputs[2], dtype=grad.dtype)), None, updates]


def TensorScatterAdd(op, grad):
    updates = tf.gather_nd(grad, op.inputs[1])
    return [tf.identity(grad), None, updates]


def TensorScatterSub(op, grad):
    updates = tf.gather_nd(grad, op.inputs[1])
    unchanged = tf.identity(grad)
    return [unchanged, None, -updates]


def BroadcastTo(op, grad):
    shape = tf.shape(op.inputs[0])
    _, axes = raw.BroadcastGradientArgs(s0=op.inputs[1], s1=shape)
    return [tf.reshape(tf.reduce_sum(grad, axis=axes, keepdims=True), shape), None]


# Pictures


def ResizeBilinear(op, grad):
    return [raw.ResizeBilinearGrad(grads=grad, original_image=op.inputs[0], align_corners=op.get_attr("align_corners"), half_pixel_centers=op.get_attr("half_pixel_centers")), None]


def ResizeBicubic(op, grad):
    types = (tf.float32, tf.float64)
    if op.inputs[0].dtype not in types:
        return [None, None]
    return [raw.ResizeBicubicGrad(grads=grad, original_image=op.inputs[0], align_corners=op.get_attr("align_corners"), half_pixel_centers=op.get_attr("half_pixel_centers")), None]


def ResizeNearestNeighbor(op, grad):
    image = op.inputs[0]
    shape = image.get_shape()[1:3]
    size = shape if shape.is_fully_defined() else tf.shape(image)[1:3]
    return [raw.ResizeNearestNeighborGrad(grads=grad, size=size, align_corners=op.get_attr("align_corners"), half_pixel_centers=op.get_attr("half_pixel_centers")), None]
