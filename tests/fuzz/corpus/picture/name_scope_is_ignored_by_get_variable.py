import tensorflow as tf

with tf.name_scope("ns"):
    v = tf.get_variable("v", [1])
    u = tf.Variable(1.0, name="u")
