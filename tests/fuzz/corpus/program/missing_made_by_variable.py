import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.Variable([1.0], name="v")
with tf.variable_scope("foo", reuse=True):
    w = tf.get_variable("v", [1])
