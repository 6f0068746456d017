# explain: s/v s/v/read wrapped/w s/v_average s/v/Initializer/zeros
import tensorflow as tf

def getter(getter, name, *args, **kwargs):
    variable = getter(name, *args, **kwargs)
    getter(name + "_average", *args, **kwargs)
    with tf.name_scope("wrapped"):
        return tf.identity(variable, name="w")


with tf.variable_scope("s", custom_getter=getter, initializer=tf.zeros_initializer()):
    v = tf.get_variable("v", [1])
with tf.variable_scope("s", custom_getter=getter, reuse=True):
    v = tf.get_variable("v", [1])
