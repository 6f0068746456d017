import tensorflow as tf

with tf.variable_scope(None):
    v = tf.get_variable("v", [1])
