# Random values: TensorFlow 1.15, python/ops/random_ops.py.

import tensorflow as tf
from _namescape_tensors import seeds

raw = tf.raw_ops


def random_shuffle(value, seed=None, name=None):
    first, second = seeds(seed)
    return raw.RandomShuffle(value=value, seed=first, seed2=second, name=name)


def multinomial(logits, num_samples, seed=None, name=None, output_dtype=None):
    return _categorical("multinomial", logits, num_samples, seed, name, output_dtype)


def categorical(logits, num_samples, dtype=None, seed=None, name=None):
    return _categorical("categorical", logits, num_samples, seed, name, dtype)


def _categorical(scope, logits, num_samples, seed, name, dtype):
    with tf.name_scope(name, scope, [logits]):
        logits = tf.convert_to_tensor(logits, name="logits")
        first, second = seeds(seed)
        return raw.Multinomial(logits=logits, num_samples=num_samples, seed=first, seed2=second, output_dtype=dtype)


def random_gamma(shape, alpha, beta=None, dtype=tf.float32, seed=None, name=None):
    with tf.name_scope(name, "random_gamma", [shape, alpha, beta]):
        shape = tf.convert_to_tensor(shape, name="shape", dtype=tf.int32)
        alpha = tf.convert_to_tensor(alpha, name="alpha", dtype=dtype)
        beta = tf.convert_to_tensor(beta if beta is not None else 1, name="beta", dtype=dtype)
        first, second = seeds(seed)
        alpha = alpha + tf.zeros_like(beta)
        return tf.maximum(_tiny(alpha.dtype), raw.RandomGamma(shape=shape, alpha=alpha, seed=first, seed2=second) / beta)


def _tiny(dtype):
    return 1.1754943508222875e-38 if dtype == tf.float32 else 2.2250738585072014e-308


def random_poisson(lam, shape, dtype=tf.float32, seed=None, name=None):
    with tf.name_scope(name, "random_poisson", [lam, shape]):
        shape = tf.convert_to_tensor(shape, name="shape", dtype=tf.int32)
        first, second = seeds(seed)
        return raw.RandomPoissonV2(shape=shape, rate=lam, dtype=dtype, seed=first, seed2=second)


def random_crop(value, size, seed=None, name=None):
    with tf.name_scope(name, "random_crop", [value, size]) as name:
        value = tf.convert_to_tensor(value, name="value")
        size = tf.convert_to_tensor(size, dtype=tf.int32, name="size")
        shape = tf.shape(value)
        check = tf.Assert(tf.reduce_all(shape >= size), ["Need value.shape >= size, got ", shape, size], summarize=1000)
        with tf.control_dependencies([check]):
            shape = tf.identity(shape)
        limit = shape - size + 1
        offset = tf.random_uniform(tf.shape(shape), dtype=size.dtype, maxval=size.dtype.max, seed=seed) % limit
        return tf.slice(value, offset, size, name=name)


def get_seed(op_seed):
    return seeds(op_seed)
