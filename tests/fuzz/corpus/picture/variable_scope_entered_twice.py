import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
with tf.variable_scope("foo", reuse=True):
    w = tf.get_variable("v", [1])
    y = tf.multiply(w, 2.0, name="double")
