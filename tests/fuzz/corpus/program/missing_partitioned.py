import tensorflow as tf

with tf.variable_scope("foo", reuse=True):
    w = tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2))
