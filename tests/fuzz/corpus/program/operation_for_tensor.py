import tensorflow as tf

c = tf.constant(1, name="c")
t = tf.get_default_graph().get_tensor_by_name("c")
