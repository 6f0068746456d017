import tensorflow as tf

with tf.variable_scope("a", None, None, None, None, None, None, None, "yes"):
    v = tf.get_variable("v", [1])
