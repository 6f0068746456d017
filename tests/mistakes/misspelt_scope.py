import tensorflow as tf

with tf.varable_scope("a"):
    v = tf.get_variable("v", [1])
