import tensorflow as tf

with tf.name_scope("a") as scope:
    with tf.name_scope("b"):
        c = tf.constant(1.0, name="c")
with tf.name_scope(scope):
    c = tf.constant(2.0, name="c")
with tf.name_scope("other"):
    with tf.name_scope("a/"):
        d = tf.constant(3.0, name="d")
