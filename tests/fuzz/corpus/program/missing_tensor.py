import tensorflow as tf

with tf.name_scope("s"):
    c = tf.constant(1, name="there")
t = tf.get_default_graph().get_tensor_by_name("there:0")
