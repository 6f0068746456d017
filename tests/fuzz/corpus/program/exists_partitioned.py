import tensorflow as tf

p = tf.get_variable("p", [4], partitioner=tf.fixed_size_partitioner(2))
q = tf.get_variable("p", [4], partitioner=tf.fixed_size_partitioner(2))
