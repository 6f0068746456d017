import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
    w = tf.get_variable("v", [1])
