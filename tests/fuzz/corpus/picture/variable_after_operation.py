import tensorflow as tf

with tf.name_scope("foo"):
    c = tf.constant(1.0, name="v")
with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
