import tensorflow as tf

tf.get_default_graph().unique_name("c")
c = tf.constant(1.0, name="c")
