import tensorflow as tf

with tf.variable_scope("-x"):
    d = tf.constant(1)
