import tensorflow as tf

with tf.variable_scope("foo", reuse=tf.AUTO_REUSE):
    v = tf.get_variable("v", [2, 3])
    w = tf.get_variable("v", shape=[3, 2])
