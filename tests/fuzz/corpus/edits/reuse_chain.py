# Xs4~Oo2jD9r
import tensorflow as tf
with tf.variable_scope('a', initializer=tf.zeros_initializer(), regularizer=lambda w: tf.reduce_sum(w)) as a:
    v = tf.get_variable('v', [1])
with tf.variable_scope(a, reuse=True):
    v1 = tf.get_variable('v', [1])
    assert v is v1
with tf.variable_scope(a, auxiliary_name_scope=False), tf.control_dependencies([v.op]):
    with tf.variable_scope('b', reuse=True):
        with tf.variable_scope(None, 'c'):
            tf.get_variable('u', [2])
with tf.variable_op_scope([v], None, 'd'):
    tf.get_variable_scope().reuse_variables()
    tf.get_variable('w', [1])
