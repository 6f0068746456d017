# What images are checked for: TensorFlow 1.15, python/ops/image_ops_impl.py. What the static shapes cannot tell is asserted in the graph.

import tensorflow as tf
from _namescape_library import grouping

_POSITIVE = "all dims of 'image.shape' must be > 0."


def is_tensor(value):
    return isinstance(value, (tf.Tensor, tf.Variable))


def image_dimensions(image, rank):
    if image.get_shape().is_fully_defined():
        return image.get_shape().as_list()
    static = image.get_shape().with_rank(rank).as_list()
    dynamic = tf.unstack(tf.shape(image), rank)
    return [dynamic[i] if static[i] is None else static[i] for i in range(rank)]


def require(condition, message):
    if is_tensor(condition):
        return [tf.Assert(condition, [message])]
    if not condition:
        raise ValueError(message)
    return []


def check_at_least_3d(image):
    shape = image.get_shape()
    if shape.ndims is not None and shape.ndims < 3:
        raise ValueError("'image' must be at least three-dimensional.")
    if shape.ndims is not None and 0 in shape.as_list():
        raise ValueError("all dims of 'image.shape' must be > 0: %s" % shape)
    if shape.is_fully_defined():
        return []
    return [tf.assert_positive(tf.shape(image), [_POSITIVE]),
            tf.assert_greater_equal(tf.rank(image), 3, message="'image' must be at least three-dimensional.")]


def assert_at_least_3d(image):
    return grouping.with_dependencies(check_at_least_3d(image), image)


def assert_grayscale(image):
    shape = image.get_shape()
    if shape.ndims is not None and shape.ndims < 2:
        raise ValueError("A grayscale image must be at least two-dimensional.")
    if shape.is_fully_defined():
        if shape.as_list()[-1] != 1:
            raise ValueError("Last dimension of a grayscale image should be size 1.")
        return grouping.with_dependencies([], image)
    checks = [tf.assert_equal(tf.shape(image)[-1], 1, message="Last dimension of a grayscale image should be size 1."),
              tf.assert_greater_equal(tf.rank(image), 3, message="A grayscale image must be at least two-dimensional.")]
    return grouping.with_dependencies(checks, image)


def as_batch(image):
    # The image as a batch, and whether it was one.
    rank = image.get_shape().ndims
    if rank == 4:
        return image, True
    if rank not in (None, 3):
        raise ValueError("'image' must have either 3 or 4 dimensions.")
    image = tf.expand_dims(image, 0)
    if rank is None:
        image.set_shape([None] * 4)
    return image, False
