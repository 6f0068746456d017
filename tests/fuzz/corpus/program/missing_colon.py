import tensorflow as tf

with tf.name_scope("a")
    c = tf.constant(1)
