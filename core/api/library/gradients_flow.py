# Gradients of what parts and joins: TensorFlow 1.15, python/ops/control_flow_grad.py, data_flow_grad.py and tensor_array_grad.py.

import tensorflow as tf
from _namescape_gradients import cond_of

raw = tf.raw_ops


def DynamicPartition(op, *grads):
    data, partitions = op.inputs[0], op.inputs[1]
    prefix = tf.shape(partitions)
    original = tf.reshape(tf.range(tf.reduce_prod(prefix)), prefix)
    parts = tf.dynamic_partition(original, partitions, op.get_attr("num_partitions"))
    joined = raw.DynamicStitch(indices=parts, data=list(grads))
    return [tf.reshape(joined, tf.shape(data)), None]


def DynamicStitch(op, grad):
    count = len(op.inputs) // 2
    if isinstance(grad, tf.IndexedSlices):
        rows = tf.shape(op.outputs[0])[0]
        grad = tf.unsorted_segment_sum(grad.values, grad.indices, rows)
    return [None] * count + [tf.gather(grad, op.inputs[i]) for i in range(count)]


# One gradient through whichever branch was taken.
def _merged(gradients, name):
    if all(isinstance(each, tf.Tensor) for each in gradients):
        with tf.name_scope(name, "Merge", gradients) as name:
            return raw.Merge(inputs=gradients, name=name)[0]
    with tf.name_scope(name, "Merge", gradients) as name:
        slices = [each if isinstance(each, tf.IndexedSlices) else _as_slices(each) for each in gradients]
        values = _merged([each.values for each in slices], name)
        indices = raw.Merge(inputs=[each.indices for each in slices], name="indices")[0]
        shape = None
        if any(each.dense_shape is not None for each in slices):
            shape = raw.Merge(inputs=[each.dense_shape for each in slices], name="dense_shape")[0]
        return tf.IndexedSlices(values, indices, shape)


def _as_slices(gradient):
    shape = raw.Shape(input=gradient)
    return tf.IndexedSlices(gradient, tf.range(0, shape[0]), shape)


def _switched(gradient, predicate, name=None):
    with tf.colocate_with(gradient, ignore_existing=True):
        if isinstance(gradient, tf.Tensor):
            return list(_switch(gradient, predicate, name))
        with tf.name_scope(name, "Switch", [gradient, predicate]) as name:
            values = _switch(gradient.values, predicate, name)
            indices = _switch(gradient.indices, predicate, "indices")
            shapes = (None, None) if gradient.dense_shape is None else _switch(gradient.dense_shape, predicate, "dense_shape")
            return [tf.IndexedSlices(values[i], indices[i], shapes[i]) for i in range(2)]


def _switch(data, predicate, name):
    with tf.name_scope(name, "Switch", [data, predicate]) as name:
        return raw.Switch(data=data, pred=predicate, name=name)


def Switch(op, *grads):
    cond = cond_of(op)
    if cond is None:
        return _merged([_switched(grads[0], op.inputs[1])[0], _switched(grads[1], op.inputs[1])[1]], None), None
    _, branch = cond
    if grads[1 - branch] is not None:
        return _merged(list(grads), "cond_grad"), None
    if op.inputs[0].dtype == tf.resource:
        return _merged([grads[branch]] * 2, "cond_resource_grad"), None
    return None, None


def Merge(op, grad, _):
    cond = cond_of(op.inputs[0].op)
    if cond is not None:
        return _switched(grad, cond[0], "cond_grad")
    chosen = [tf.equal(op.outputs[1], i) for i in range(len(op.inputs))]
    return [_switched(grad, each)[1] for each in chosen]


# Zeros where the branch was not taken.
def zeros_for_switch(op, index):
    predicate, branch = cond_of(op)
    value = _switch(op.inputs[0], predicate, None)[1 - branch]
    pivot = tf.identity(value)
    if op.outputs[index].dtype == tf.resource:
        with tf.control_dependencies([pivot]):
            return tf.zeros(raw.VariableShape(input=value), dtype=tf.float32)
    shape = raw.Shape(input=value)
    with tf.control_dependencies([pivot]):
        return tf.zeros(shape, dtype=op.outputs[index].dtype)


# Into a loop: what is in it is in the gradient's paths as well, where gradients are asked for inside of it.
def Enter(op, grad):
    return grad


# tf.TensorArray of the gradients of one call of tf.gradients, which `of` comes from.
def _array(of, dtype, handle, flow):
    parts = of.name.split("/")
    calls = [i for i, part in enumerate(parts) if part.startswith("gradients")]
    if not calls:
        raise ValueError("Expected op/tensor name to start with gradients (excluding scope), got: {}. This means that a tf.gradients op with this op in its dependency path "
                         "has a custom name that does not start with 'gradients'. Please make sure all calls to tf.gradients that have non-empty 'name' arguments use names "
                         "that start with 'gradients'.".format(of.name))
    array = tf.TensorArray(dtype=dtype, handle=handle, flow=flow, colocate_with_first_write_call=False)
    return array.grad(source="/".join(parts[:calls[-1] + 1]), flow=flow)


def TensorArrayReadV3(op, grad):
    handle, index, flow = op.inputs
    return [None, None, _array(grad, op.get_attr("dtype"), handle, flow).write(index, grad).flow]


def TensorArrayWriteV3(op, flow):
    return [None, None, _array(flow, op.get_attr("T"), op.inputs[0], flow).read(op.inputs[1]), flow]


def TensorArrayGatherV3(op, grad):
    handle, indices, flow = op.inputs
    return [None, None, _array(grad, op.get_attr("dtype"), handle, flow).scatter(indices, grad).flow]


def TensorArrayScatterV3(op, flow):
    return [None, None, _array(flow, op.get_attr("T"), op.inputs[0], flow).gather(op.inputs[1]), flow]


def TensorArrayConcatV3(op, grad, unused_lengths):
    handle, flow = op.inputs
    return [None, _array(grad, op.get_attr("dtype"), handle, flow).split(grad, lengths=op.outputs[1]).flow]


def TensorArraySplitV3(op, flow):
    return [None, _array(flow, op.get_attr("T"), op.inputs[0], flow).concat(), None, flow]


# What a loop that isn't gone back through gives for what enters it: named as its sums of gradients are, but of nothing.
def stand_in(enter, shape):
    value = enter.inputs[0]
    dtype = tf.float32 if value.dtype == tf.resource else value.dtype.base_dtype
    with tf.name_scope(enter.name + "_grad"):
        zeros = tf.constant(0, dtype, shape=shape, name="b_acc") if shape.is_fully_defined() else tf.zeros_like(value, name="b_acc")
        return raw.Exit(data=zeros, name="b_acc_3" if enter.get_attr("is_constant") else None)
