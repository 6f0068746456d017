import tensorflow as tf

c = tf.constant(1, name="c")
with tf.name_scope("c:0"):
    d = tf.constant(1)
