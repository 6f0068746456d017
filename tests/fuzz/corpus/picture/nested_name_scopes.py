import tensorflow as tf

with tf.name_scope("outer"):
    with tf.name_scope("inner"):
        c = tf.constant(1.0, name="c")
