# explain: o/s/v o/s/v/read o_1/s/t/w o
import tensorflow as tf


def getter(getter, name, *args, **kwargs):
    with tf.name_scope("o"):
        return getter(name, *args, **kwargs)


with tf.variable_scope("s", custom_getter=getter):
    tf.get_variable("v", [1])
    with tf.variable_scope("t"):
        tf.get_variable("w", [1])
