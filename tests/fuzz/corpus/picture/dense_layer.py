import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4], name="x")
a = tf.layers.dense(x, 8)
b = tf.layers.dense(a, 8)
c = tf.layers.dense(b, 2, name="hidden")
