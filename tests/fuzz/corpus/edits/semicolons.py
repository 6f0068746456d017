# R8(*vbN0pQ
import tensorflow as tf; a = tf.constant(1, name='a'); b = tf.constant(2)
if True: c = a + b; d = tf.no_op()
else: pass
with tf.name_scope('s'): e = tf.identity(a); f = tf.identity(e);  # both
for i in range(2): tf.no_op('n')
while False: break
g = 1; \
  h = 2
