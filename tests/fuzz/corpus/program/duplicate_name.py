import tensorflow as tf

with tf.name_scope("a"):
    c = tf.constant(1, name="c")
d = tf.constant(1, name="a/c/")
