import tensorflow as tf

with tf.name_scope("sum") as scope:
    a = tf.constant(1.0, name="a")
    b = tf.constant(2.0, name="b")
    total = tf.add(a, b, name=scope)
