import tensorflow as tf


def layer(x):
    return x + tf.get_variable('v', [1], initializer=tf.zeros_initializer())


with tf.variable_scope('a'):
    y = layer(tf.constant(1.0, name='one'))
    z = layer(y)
