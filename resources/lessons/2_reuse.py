# Lesson 2: reuse, and who inherits it
#
# get_variable makes a variable the first time and, under reuse, hands out the
# same one after that. So one function can be called twice and share its weights.
import tensorflow as tf


def layer(x):
    w = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
    return tf.matmul(x, w)


left = tf.placeholder(tf.float32, [None, 2], name="left")
right = tf.placeholder(tf.float32, [None, 2], name="right")

with tf.variable_scope("net"):
    a = layer(left)
with tf.variable_scope("net", reuse=True):
    b = layer(right)

# Two matrix products, one matrix.
assert a.op.name == "net/MatMul"
assert b.op.name == "net_1/MatMul"
assert [v.name for v in tf.global_variables()] == ["net/w:0"]

# Without reuse, asking again for a name that is taken is an error.
try:
    with tf.variable_scope("net"):
        layer(left)
except ValueError as problem:
    print("refused:", str(problem).split(".")[0])

# Scopes inside a reusing scope reuse too, and reuse=False does not switch it
# off: it only means "as it is around me". Leaving the scope switches it off.
with tf.variable_scope("root"):
    assert not tf.get_variable_scope().reuse
    with tf.variable_scope("child", reuse=True):
        assert tf.get_variable_scope().reuse
        with tf.variable_scope("grandchild"):
            assert tf.get_variable_scope().reuse
        with tf.variable_scope("stubborn", reuse=False):
            assert tf.get_variable_scope().reuse
    assert not tf.get_variable_scope().reuse

# AUTO_REUSE does both: makes the variable if it is not there, shares it if it is.
for step in range(2):
    with tf.variable_scope("shared", reuse=tf.AUTO_REUSE):
        bias = tf.get_variable("bias", [2], initializer=tf.zeros_initializer())
assert bias.name == "shared/bias:0"
assert len(tf.global_variables()) == 2
