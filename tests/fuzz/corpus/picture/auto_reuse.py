import tensorflow as tf

def shared():
    with tf.variable_scope("shared", reuse=tf.AUTO_REUSE):
        return tf.get_variable("w", [2])


first = shared()
second = shared()
