import tensorflow as tf

def layer():
    with tf.variable_scope(None, default_name="dense"):
        return tf.get_variable("w", [1])


def block(name=None):
    with tf.name_scope(name, "block"):
        return tf.constant(1.0, name="c")


layer()
layer()
block()
block("net")
