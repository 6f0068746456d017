# Ui7!Ge3yBv
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 3], name='x')
with tf.variable_scope('a'):
    tf.get_variable('v', [3])
    tf.get_variabel('w', [3])
with tf.variable_scope('a'):
    tf.get_variable('v', [4])
tf.name_scope('b c')
