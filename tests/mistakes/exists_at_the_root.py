import tensorflow as tf

v = tf.get_variable("v", [1])
w = tf.get_variable("v", [1])
