import tensorflow as tf

v = tf.get_variable("v", [2, 2])
u = tf.Variable([1.0], name="u")
