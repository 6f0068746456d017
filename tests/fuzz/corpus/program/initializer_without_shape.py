import tensorflow as tf

v = tf.get_variable("v", initializer=tf.zeros_initializer())
