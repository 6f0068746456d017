import tensorflow as tf

c = tf.constant(1, name="there")
op = tf.get_default_graph().get_operation_by_name("ther")
