# Lesson 2: reuse, and who inherits it
#
# get_variable makes a variable the first time and,
# under reuse, hands out the same one after that. So
# one function can be called twice and share weights.
import tensorflow as tf

ones = tf.ones_initializer()
zeros = tf.zeros_initializer()


def layer(x):
    w = tf.get_variable("w", [2, 2], initializer=ones)
    return tf.matmul(x, w)


def batch(name):
    return tf.placeholder(tf.float32, [None, 2], name)


left = batch("left")
right = batch("right")

with tf.variable_scope("net"):
    a = layer(left)
with tf.variable_scope("net", reuse=True):
    b = layer(right)

# Two matrix products, one matrix.
assert a.op.name == "net/MatMul"
assert b.op.name == "net_1/MatMul"
names = [v.name for v in tf.global_variables()]
assert names == ["net/w:0"]

# Without reuse, asking again for a name that is taken
# is an error.
try:
    with tf.variable_scope("net"):
        layer(left)
except ValueError as problem:
    print("refused:", str(problem).split(".")[0])


def is_reusing():
    return bool(tf.get_variable_scope().reuse)


# Scopes inside a reusing scope reuse too, and
# reuse=False does not switch it off: it only means "as
# it is around me". Leaving the scope switches it off.
with tf.variable_scope("root"):
    assert not is_reusing()
    with tf.variable_scope("child", reuse=True):
        assert is_reusing()
        with tf.variable_scope("grandchild"):
            assert is_reusing()
        with tf.variable_scope("stubborn", reuse=False):
            assert is_reusing()
    assert not is_reusing()


def bias():
    return tf.get_variable("b", [2], initializer=zeros)


# AUTO_REUSE does both: makes the variable if it is not
# there, shares it if it is.
for step in range(2):
    with tf.variable_scope("auto", reuse=tf.AUTO_REUSE):
        shared = bias()
assert shared.name == "auto/b:0"
assert len(tf.global_variables()) == 2
