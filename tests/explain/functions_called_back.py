# explain: s/v/read s/w/read s/w cond/Merge p/part_1/read
import tensorflow as tf


def initial(shape, dtype=None, partition_info=None):
    return tf.ones(shape) * 2.0


with tf.variable_scope("s"):
    v = tf.get_variable("v", [2], initializer=initial)
    w = tf.Variable(lambda: tf.ones([2]) * 2.0, name="w")
tf.cond(w[0] > 1.0, lambda: v[0], lambda: w[0])
tf.get_variable("p", [4], initializer=initial, partitioner=tf.fixed_size_partitioner(2))
