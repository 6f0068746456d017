import tensorflow as tf

with tf.name_scope("layer"):
    c = tf.constant(1.0, name="c")
x = tf.placeholder(tf.float32, name="layer")
