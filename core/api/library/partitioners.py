# Partitioners: TensorFlow 1.15, python/ops/partitioned_variables.py.

import math

import tensorflow as tf
from _namescape import partitioned_from_store


def variable_axis_size_partitioner(max_shard_bytes, axis=0, bytes_per_string_element=16, max_shards=None):
    if max_shard_bytes < 1 or bytes_per_string_element < 1:
        raise ValueError("Both max_shard_bytes and bytes_per_string_element must be positive.")
    if max_shards and max_shards < 1:
        raise ValueError("max_shards must be positive.")

    def _partitioner(shape, dtype):
        if not isinstance(shape, tf.TensorShape):
            raise ValueError("shape is not a TensorShape: %s" % shape)
        if not shape.is_fully_defined():
            raise ValueError("shape is not fully defined: %s" % shape)
        if not isinstance(dtype, tf.DType):
            raise ValueError("dtype is not a DType: %s" % dtype)
        length = shape.as_list()[axis]
        slice_bytes = 1.0 * (shape.num_elements() / length) * _element_bytes(dtype, bytes_per_string_element)
        slices_a_shard = max(1, math.floor(max_shard_bytes / slice_bytes))
        shards = int(math.ceil(1.0 * length / slices_a_shard))
        return _cut(shape, axis, min(max_shards, shards) if max_shards else shards)

    return _partitioner


def min_max_variable_partitioner(max_partitions=1, axis=0, min_slice_size=256 << 10, bytes_per_string_element=16):
    def _partitioner(shape, dtype):
        if axis >= len(shape):
            raise ValueError("Can not partition variable along axis %d when shape is only %s" % (axis, shape))
        slices = shape.num_elements() * _element_bytes(dtype, bytes_per_string_element) / min_slice_size
        return _cut(shape, axis, max(1, min(shape.as_list()[axis], max_partitions, int(math.ceil(slices)))))

    return _partitioner


def fixed_size_partitioner(num_shards, axis=0):
    def _partitioner(shape, **unused_args):
        return _cut(shape, axis, min(num_shards, shape.as_list()[axis]))

    return _partitioner


def create_partitioned_variables(shape, slicing, initializer, dtype=tf.float32, trainable=True, collections=None, name=None, reuse=None):
    if len(shape) != len(slicing):
        raise ValueError("The 'shape' and 'slicing' of a partitioned Variable must have the length: shape: %s, slicing: %s" % (shape, slicing))
    if len(shape) < 1:
        raise ValueError("A partitioned Variable must have rank at least 1: shape: %s" % shape)
    with tf.variable_scope(name, "PartitionedVariable", reuse=reuse) as scope:
        if scope.custom_getter is not None:
            raise ValueError("Private access to _get_partitioned_variable is not allowed when a custom getter is set.  Current custom getter: %s.  "
                             "It is likely that you're using create_partitioned_variables.  If so, consider instead using get_variable with a "
                             "non-empty partitioner parameter instead." % scope.custom_getter)
        return list(partitioned_from_store(scope.name, shape, dtype, initializer, trainable, lambda **unused: slicing, collections))


def _element_bytes(dtype, bytes_per_string_element):
    return bytes_per_string_element if dtype.base_dtype == tf.string else dtype.size


def _cut(shape, axis, parts):
    partitions = [1] * len(shape)
    partitions[axis] = parts
    return partitions
