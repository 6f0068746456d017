import tensorflow as tf

with tf.variable_scope("s"):
    a = tf.get_variable("a", [1])
    b = tf.get_variable("a", [1])
