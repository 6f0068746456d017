import tensorflow as tf

v = tf.get_variable("v", dtype=tf.int32, initializer=tf.constant([1.0, 2.0]))
