# Regularizers: TensorFlow 1.15, python/keras/regularizers.py and contrib/layers/python/layers/regularizers.py.

import tensorflow as tf


class Regularizer(object):
    def __call__(self, x):
        return 0.0


class L1L2(Regularizer):
    def __init__(self, l1=0.0, l2=0.0):
        self.l1 = float(l1)
        self.l2 = float(l2)

    def __call__(self, x):
        if not self.l1 and not self.l2:
            return tf.constant(0.0)
        loss = 0.0
        if self.l1:
            loss += self.l1 * tf.reduce_sum(tf.abs(x))
        if self.l2:
            loss += self.l2 * tf.reduce_sum(tf.square(x))
        return loss


def l1(l=0.01):
    return L1L2(l1=l)


def l2(l=0.01):
    return L1L2(l2=l)


def l1_l2(l1=0.01, l2=0.01):
    return L1L2(l1=l1, l2=l2)


def l1_regularizer(scale, scope=None):
    _check_scale(scale)
    if scale == 0.0:
        return lambda _: None

    def penalty(weights, name=None):
        with tf.name_scope(scope, "l1_regularizer", [weights]) as name:
            factor = tf.convert_to_tensor(scale, dtype=weights.dtype.base_dtype, name="scale")
            return tf.multiply(factor, tf.reduce_sum(tf.abs(weights)), name=name)

    return penalty


def l2_regularizer(scale, scope=None):
    _check_scale(scale)
    if scale == 0.0:
        return lambda _: None

    def penalty(weights):
        with tf.name_scope(scope, "l2_regularizer", [weights]) as name:
            factor = tf.convert_to_tensor(scale, dtype=weights.dtype.base_dtype, name="scale")
            return tf.multiply(factor, tf.nn.l2_loss(weights), name=name)

    return penalty


def _check_scale(scale):
    if isinstance(scale, int):
        raise ValueError("scale cannot be an integer: %s" % (scale,))
    if isinstance(scale, float):
        if scale < 0.0:
            raise ValueError("Setting a scale less than 0 on a regularizer: %g." % scale)
        if scale >= 1.0:
            raise ValueError("Setting a scale greater than 1 on a regularizer: %g" % scale)
