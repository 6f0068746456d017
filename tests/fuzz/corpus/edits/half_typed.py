# Qe1{Nn5zTf
import tensorflow as tf
with tf.variable_scope('a':
    x = tf.constant(1
    y = tf.get_variable('v', [2], reuse=
def f(x
  return x +
if x
    tf.no_op(
 else:
      pass
'''open
