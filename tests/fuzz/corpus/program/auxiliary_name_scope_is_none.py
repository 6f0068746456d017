import tensorflow as tf

with tf.variable_scope("a", auxiliary_name_scope=None):
    v = tf.get_variable("v", [1])
