import tensorflow as tf

with tf.variable_scope("s") as scope:
    v = tf.get_variable("v", [1])
    scope.reuse_variables()
    w = tf.get_variable("v", [1])
