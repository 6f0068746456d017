import tensorflow as tf

with tf.variable_scope("foo", auxiliary_name_scope=False):
    v = tf.get_variable("v", [1])
    c = tf.constant(1.0, name="c")
