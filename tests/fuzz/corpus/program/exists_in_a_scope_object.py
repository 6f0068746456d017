import tensorflow as tf

with tf.variable_scope("foo") as foo:
    v = tf.get_variable("v", [1])
with tf.variable_scope(foo):
    w = tf.get_variable("v", [1])
