import tensorflow as tf

with tf.variable_scope('a', reus=True, dtype=tf.float32, reuse=None):
    tf.get_variable('v', [1])
