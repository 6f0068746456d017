# Variables that go with other variables: TensorFlow 1.15, python/training/slot_creator.py.

import tensorflow as tf


def create_slot(primary, val, name, colocate_with_primary=True):
    return _in_scope_of(primary, name, colocate_with_primary, val, val.get_shape().is_fully_defined(), None, None)


def create_slot_with_initializer(primary, initializer, shape, dtype, name, colocate_with_primary=True):
    return _in_scope_of(primary, name, colocate_with_primary, initializer, shape.is_fully_defined(), shape, dtype)


def create_zeros_slot(primary, name, dtype=None, colocate_with_primary=True):
    if dtype is None:
        dtype = primary.dtype
    shape = primary.get_shape()
    if shape.is_fully_defined():
        return create_slot_with_initializer(primary, tf.zeros_initializer(), shape, dtype, name, colocate_with_primary)
    shape = tf.shape(primary.initialized_value() if isinstance(primary, tf.Variable) else primary)
    return create_slot(primary, tf.zeros(shape, dtype=dtype), name, colocate_with_primary)


def _in_scope_of(primary, name, colocates, value, validate_shape, shape, dtype):
    with tf.variable_scope(None, primary.op.name + "/" + name):
        if not colocates:
            return _make(primary, value, validate_shape, shape, dtype)
        with tf.colocate_with(primary):
            return _make(primary, value, validate_shape, shape, dtype)


def _make(primary, value, validate_shape, shape, dtype):
    scope = tf.get_variable_scope()
    partitioner = scope.partitioner
    scope.set_partitioner(None)
    use_resource = not primary.dtype._is_ref_dtype if isinstance(primary, tf.Variable) else None
    slot = tf.get_variable("", initializer=value, trainable=False, use_resource=use_resource, shape=shape if callable(value) else None, dtype=dtype,
                           validate_shape=validate_shape)
    tf.get_variable_scope().set_partitioner(partitioner)
    return slot
