import tensorflow as tf

def getter(getter, name, *args, **kwargs):
    return getter(name.replace("v", "renamed"), *args, **kwargs)


with tf.variable_scope("s", custom_getter=getter):
    v = tf.get_variable("v", [1])
