# Sparse tensors: TensorFlow 1.15, python/framework/sparse_tensor.py, python/ops/sparse_ops.py and ragged_string_ops.py.

import collections

import tensorflow as tf
from _namescape_tensors import static_values

raw = tf.raw_ops


class SparseTensorValue(collections.namedtuple("SparseTensorValue", ["indices", "values", "dense_shape"])):
    pass


class SparseTensor(object):
    def __init__(self, indices, values, dense_shape):
        with tf.name_scope(None, "SparseTensor", [indices, values, dense_shape]):
            self._indices = tf.convert_to_tensor(indices, name="indices", dtype=tf.int64)
            self._values = tf.convert_to_tensor(values, name="values")
            self._dense_shape = tf.convert_to_tensor(dense_shape, name="dense_shape", dtype=tf.int64)
        indices_shape = self._indices.shape.with_rank(2)
        values_shape = self._values.shape.with_rank(1)
        dense_shape_shape = self._dense_shape.shape.with_rank(1)
        indices_shape[0].merge_with(values_shape[0])
        indices_shape[1].merge_with(dense_shape_shape[0])

    @classmethod
    def from_value(cls, value):
        return cls(value.indices, value.values, value.dense_shape)

    @property
    def indices(self):
        return self._indices

    @property
    def values(self):
        return self._values

    @property
    def dense_shape(self):
        return self._dense_shape

    @property
    def dtype(self):
        return self._values.dtype

    @property
    def op(self):
        return self._values.op

    @property
    def graph(self):
        return self._indices.graph

    @property
    def shape(self):
        return self.get_shape()

    def get_shape(self):
        known = static_values(self._dense_shape)
        if known is None:
            return tf.TensorShape([None] * self._dense_shape.shape[0].value) if self._dense_shape.shape[0].value is not None else tf.TensorShape(None)
        return tf.TensorShape([None if size == -1 else size for size in known])

    def __str__(self):
        return "SparseTensor(indices=%s, values=%s, dense_shape=%s)" % (self._indices, self._values, self._dense_shape)


def sparse_tensor_to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    _require_sparse(sp_input)
    if default_value is None:
        default_value = tf.zeros([], dtype=sp_input.dtype)
    return sparse_to_dense(sp_input.indices, sp_input.dense_shape, sp_input.values, default_value, validate_indices, name)


def sparse_to_dense(sparse_indices, output_shape, sparse_values, default_value=0, validate_indices=True, name=None):
    return raw.SparseToDense(sparse_indices=sparse_indices, output_shape=output_shape, sparse_values=sparse_values, default_value=default_value,
                             validate_indices=validate_indices, name=name)


def _require_sparse(value):
    if not isinstance(value, SparseTensor):
        raise TypeError("Input must be a SparseTensor.")


def sparse_placeholder(dtype, shape=None, name=None):
    shape_name = None if name is None else name + "/shape"
    rank = None
    if shape is None:
        shape = tf.placeholder(tf.int64, shape=[rank], name=shape_name)
    else:
        sizes = tf.TensorShape(shape).as_list() if not isinstance(shape, tf.Tensor) else shape
        if isinstance(sizes, list):
            rank = len(sizes)
            sizes = [-1 if size is None else size for size in sizes]
        shape = tf.convert_to_tensor(sizes, tf.int64, name=shape_name) if -1 not in sizes else tf.placeholder_with_default(sizes, [rank], shape_name)
    values = tf.placeholder(dtype, shape=[None], name=None if name is None else name + "/values")
    indices = tf.placeholder(tf.int64, shape=[None, rank], name=None if name is None else name + "/indices")
    return SparseTensor(values=values, indices=indices, dense_shape=shape)


def string_split(source=None, sep=None, skip_empty=True, delimiter=" ", result_type="SparseTensor", name=None):
    sep = delimiter if sep is None else sep
    with tf.name_scope(name, "StringSplit", [source]):
        source = tf.convert_to_tensor(source, dtype=tf.string, name="source")
        sep = tf.convert_to_tensor(" " if sep is None else sep, dtype=tf.string)
        indices, values, shape = raw.StringSplit(input=source, delimiter=sep, skip_empty=skip_empty)
        indices.set_shape([None, 2])
        values.set_shape([None])
        shape.set_shape([2])
        return SparseTensor(indices, values, shape)
