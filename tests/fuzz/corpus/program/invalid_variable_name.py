import tensorflow as tf

with tf.variable_scope("s"):
    c = tf.get_variable("größe", [1])
