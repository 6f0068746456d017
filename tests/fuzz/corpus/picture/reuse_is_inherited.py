import tensorflow as tf

with tf.variable_scope("outer"):
    with tf.variable_scope("inner"):
        v = tf.get_variable("v", [1])
with tf.variable_scope("outer", reuse=True):
    with tf.variable_scope("inner"):
        w = tf.get_variable("v", [1])
