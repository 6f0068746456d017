import tensorflow as tf

with tf.name_scope("my scope"):
    c = tf.constant(1)
