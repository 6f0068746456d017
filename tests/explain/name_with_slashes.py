# explain: a a/b c c/d s/e s/e/v s/f f
import tensorflow as tf

tf.constant(1, name="a/b/c")
with tf.name_scope("c/d"):
    tf.constant(1)
with tf.variable_scope("s"):
    tf.get_variable("e/v", [1])
    with tf.variable_scope("f/g"):
        tf.get_variable("v", [1])
