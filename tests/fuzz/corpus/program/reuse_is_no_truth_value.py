import tensorflow as tf

with tf.variable_scope("a", reuse="yes"):
    v = tf.get_variable("v", [1])
