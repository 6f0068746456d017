# What names stand for activations and initializers: TensorFlow 1.15, python/keras/activations.py and initializers.py.

import tensorflow as tf

_ACTIVATIONS = {"linear": lambda x: x, "relu": tf.nn.relu, "tanh": tf.nn.tanh, "sigmoid": tf.nn.sigmoid, "softmax": tf.nn.softmax, "elu": tf.nn.elu, "selu": tf.nn.selu,
                "softplus": tf.nn.softplus, "softsign": tf.nn.softsign, "exponential": tf.exp}
_INITIALIZERS = ("zeros", "ones", "constant", "random_uniform", "random_normal", "truncated_normal", "variance_scaling", "orthogonal", "identity", "glorot_uniform",
                 "glorot_normal", "lecun_normal", "lecun_uniform", "he_normal", "he_uniform")


def get(identifier):
    if identifier is None:
        return _ACTIVATIONS["linear"]
    if isinstance(identifier, str):
        if identifier not in _ACTIVATIONS:
            raise ValueError("Unknown activation function:" + identifier)
        return _ACTIVATIONS[identifier]
    if callable(identifier):
        return identifier
    raise TypeError("Could not interpret activation function identifier: {}".format(repr(identifier)))


def initializer(identifier):
    if isinstance(identifier, str):
        if identifier not in _INITIALIZERS:
            raise ValueError("Unknown initializer: " + identifier)
        return getattr(tf.initializers, identifier)()
    if isinstance(identifier, type):
        return identifier()
    if identifier is None or callable(identifier):
        return identifier
    raise ValueError("Could not interpret initializer identifier: " + str(identifier))
