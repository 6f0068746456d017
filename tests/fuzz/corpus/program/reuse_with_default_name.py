import tensorflow as tf

with tf.variable_scope(None, "block", reuse=tf.AUTO_REUSE):
    v = tf.get_variable("v", [1])
