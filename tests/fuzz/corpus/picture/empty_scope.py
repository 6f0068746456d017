import tensorflow as tf

with tf.name_scope("a"):
    with tf.name_scope("b"):
        pass
with tf.variable_scope("foo"):
    pass
with tf.name_scope("a"):
    c = tf.constant(1.0, name="c")
