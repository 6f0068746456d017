import tensorflow as tf

x = tf.placeholder(tf.float32, [1, 1], name="x")
a = x + 1.0
b = 2.0 * x
c = tf.matmul(x, [[3.0]])
