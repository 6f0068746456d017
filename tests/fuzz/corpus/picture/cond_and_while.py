import tensorflow as tf

p = tf.placeholder(tf.bool, [], name="p")
x = tf.placeholder(tf.float32, [], name="x")
a = tf.cond(p, lambda: x + 1.0, lambda: x)
b = tf.cond(p, lambda: x, lambda: -x, name="choice")
n = tf.while_loop(lambda i: i < 10, lambda i: i + 1, [0])
