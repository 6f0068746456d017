# AaBq7Zx1Lm3
import tensorflow as tf

def tower(x, reuse):
    # the same variables in each
    with tf.variable_scope('net', reuse=reuse):
        w = tf.get_variable('w', [2, 3], initializer=tf.zeros_initializer())
        b = tf.get_variable("b", [3])
        return tf.nn.relu(tf.matmul(x, w) + b, name='out')

x = tf.placeholder(tf.float32, [None, 2], name='x')
for i in range(3):
    with tf.device('/gpu:%d' % i), tf.name_scope('tower_%d' % i) as scope:
        y = tower(x, tf.AUTO_REUSE)
        tf.identity(y, name=scope)
