# explain: x/y x/y_1 x/y_2 x_1/y s/z a/read_b e/f
from contextlib import ExitStack

import tensorflow as tf

for i in range(2):
    with tf.name_scope("x/"):
        tf.constant(1, name="y")
    with tf.name_scope("x"):
        tf.constant(1, name="y")
own = tf.constant(1, name="s")
with tf.name_scope("s/"):
    tf.constant(1, name="z")
a = tf.Variable(1.0, name="a")
b = tf.Variable(a, name="b")
with ExitStack() as stack:
    stack.enter_context(tf.name_scope("e"))
    tf.constant(1, name="f")
