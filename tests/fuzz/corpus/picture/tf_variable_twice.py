import tensorflow as tf

u = tf.Variable(1.0)
v = tf.Variable(1.0)
with tf.name_scope("a"):
    w = tf.Variable(1.0, name="b")
    x = tf.Variable(1.0, name="b")
