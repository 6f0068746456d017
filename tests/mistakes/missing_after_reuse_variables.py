import tensorflow as tf

v = tf.get_variable("v", [1])
tf.get_variable_scope().reuse_variables()
w = tf.get_variable("bias", [1])
