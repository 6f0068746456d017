import tensorflow as tf

with tf.variable_scope("foo", reuse=True):
    with tf.variable_scope("bar"):
        w = tf.get_variable("w", [1])
