import tensorflow as tf

def layer():
    with tf.variable_scope("layer"):
        return tf.get_variable("w", [2])


layer()
layer()
