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
