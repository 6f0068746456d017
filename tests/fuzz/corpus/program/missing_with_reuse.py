import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("weights", [1])
with tf.variable_scope("foo", reuse=True):
    w = tf.get_variable("wieghts", [1])
