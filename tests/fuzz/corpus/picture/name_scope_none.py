import tensorflow as tf

c = tf.constant(0.0, name="c")
with tf.name_scope("a"):
    d = tf.constant(1.0, name="c")
    with tf.name_scope(None):
        e = tf.constant(2.0, name="c")
