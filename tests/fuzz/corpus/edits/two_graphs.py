# Jb7>Fy1cSn
import tensorflow as tf
g = tf.Graph()
with g.as_default():
    with tf.variable_scope('other', default_name='d'):
        tf.get_variable('v', [1])
def outer():
    n = 0
    def inner():
        nonlocal n
        global m
        m = n = n + 1
        yield tf.constant(n)
    return list(inner())
with tf.name_scope('main'):
    outer(); outer()
    tf.layers.dense(tf.zeros([1, 2]), 3, activation=tf.nn.relu)
    tf.layers.dense(tf.zeros([1, 2]), 3, name='dense_9')
