import tensorflow as tf

v = tf.get_variable("v", [2], initializer=tf.constant([1.0, 2.0]))
