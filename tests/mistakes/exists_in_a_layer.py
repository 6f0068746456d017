import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
a = tf.layers.dense(x, 4, name="hidden")
b = tf.layers.dense(a, 4, name="hidden")
