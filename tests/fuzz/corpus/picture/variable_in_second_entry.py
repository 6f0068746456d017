import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
    x = v + 1.0
with tf.variable_scope("foo"):
    w = tf.get_variable("w", [1])
    y = tf.add(w, v)
