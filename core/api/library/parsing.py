# Examples parsed into tensors: TensorFlow 1.15, python/ops/parsing_ops.py.

import collections
import re

import tensorflow as tf
from _namescape_library import sparse

raw = tf.raw_ops


class VarLenFeature(collections.namedtuple("VarLenFeature", ["dtype"])):
    pass


class FixedLenFeature(collections.namedtuple("FixedLenFeature", ["shape", "dtype", "default_value"])):
    def __new__(cls, shape, dtype, default_value=None):
        return super(FixedLenFeature, cls).__new__(cls, shape, dtype, default_value)


class FixedLenSequenceFeature(collections.namedtuple("FixedLenSequenceFeature", ["shape", "dtype", "allow_missing", "default_value"])):
    def __new__(cls, shape, dtype, allow_missing=False, default_value=None):
        return super(FixedLenSequenceFeature, cls).__new__(cls, shape, dtype, allow_missing, default_value)


def parse_single_example(serialized, features, name=None, example_names=None):
    if not features:
        raise ValueError("Missing features.")
    keys = sorted(features)
    varying = [key for key in keys if isinstance(features[key], VarLenFeature)]
    fixed = [key for key in keys if not isinstance(features[key], VarLenFeature)]
    for key in keys:
        _check(key, features[key])
    with tf.name_scope(name, "ParseSingleExample", [serialized]):
        serialized = tf.convert_to_tensor(serialized, name="serialized")
        shapes = [_shape(features[key]) for key in fixed]
        defaults = [_default(key, features[key], shape) for key, shape in zip(fixed, shapes)]
        outputs = raw.ParseSingleExample(serialized=serialized, dense_defaults=defaults, num_sparse=len(varying), sparse_keys=varying,
                                         sparse_types=[features[key].dtype for key in varying], dense_keys=fixed, dense_shapes=shapes, name=name)
        outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        count = len(varying)
        parsed = [sparse.SparseTensor(outputs[i], outputs[count + i], outputs[2 * count + i]) for i in range(count)]
        return dict(zip(varying + fixed, parsed + outputs[3 * count:]))


def _check(key, feature):
    if not isinstance(feature, (VarLenFeature, FixedLenFeature, FixedLenSequenceFeature)):
        raise ValueError("Invalid feature %s:%s." % (key, feature))
    if not feature.dtype:
        raise ValueError("Missing type for feature %s." % key)
    if not isinstance(feature, VarLenFeature) and feature.shape is None:
        raise ValueError("Missing shape for feature %s." % key)


def _shape(feature):
    shape = tf.TensorShape(feature.shape)
    return tf.TensorShape([None]).concatenate(shape) if isinstance(feature, FixedLenSequenceFeature) else shape


def _default(key, feature, shape):
    """What stands for a feature that an example lacks."""
    safe = re.sub("[^A-Za-z0-9_.\\-/]", "_", key)
    given = feature.default_value
    if shape.ndims and shape[0].value is None:
        if given is None:
            return tf.convert_to_tensor("" if feature.dtype == tf.string else 0, dtype=feature.dtype)
        return tf.reshape(tf.convert_to_tensor(given, dtype=feature.dtype, name="padding_" + safe), [])
    if given is None:
        return tf.constant([], dtype=feature.dtype)
    if isinstance(given, tf.Tensor):
        return given
    return tf.reshape(tf.convert_to_tensor(given, dtype=feature.dtype, name="key_" + safe), shape)
