import tensorflow as tf


def layer(name):
    if name in [v.op.name for v in tf.global_variables()]:
        raise ValueError("Variable " + name + " already exists, disallowed.")
    return tf.get_variable(name, [1])


layer("v")
layer("v")
