# Ck6]Lp0aMw2
import tensorflow as tf
def getter(getter, name, *args, **kwargs):
    return tf.identity(getter(name, *args, **kwargs), name='got')
with tf.variable_scope('emb', custom_getter=getter, partitioner=tf.fixed_size_partitioner(2)):
    table = tf.get_variable('table', [10, 4], dtype=tf.float32)
with tf.variable_scope('', reuse=tf.AUTO_REUSE):
    steps = tf.get_variable('steps', shape=(), trainable=False, initializer=tf.zeros_initializer())
    steps = tf.get_variable('steps', shape=(), trainable=False)
b = tf.Variable(1.0, name='b')
loss = tf.reduce_sum(tf.square(b - 2.0))
train = tf.train.AdamOptimizer().minimize(loss)
saver = tf.train.Saver()
