import tensorflow as tf

with tf.variable_scope("s"):
    p = tf.get_variable("p", [4, 2], partitioner=tf.fixed_size_partitioner(2))
q = tf.get_variable("p", [4, 2], partitioner=tf.fixed_size_partitioner(2))
