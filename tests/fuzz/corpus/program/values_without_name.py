import tensorflow as tf

x = tf.constant(1)
with tf.name_scope(None, values=[x]):
    y = tf.identity(x)
