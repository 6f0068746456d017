import tensorflow as tf

with tf.name_scope("a"):
    x = tf.constant(1.0)
   y = x + 1.0

   with tf.name_scope("b"):
       z = y * 2.0
print(x.name)
