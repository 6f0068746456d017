import tensorflow as tf

with tf.variable_scope("foo") as foo:
    v = tf.get_variable("v", [1])
    c = tf.constant(1.0, name="c")
with tf.variable_scope(foo, auxiliary_name_scope=False):
    with tf.name_scope(foo.original_name_scope):
        w = tf.get_variable("w", [1])
        d = tf.constant(1.0, name="c")
