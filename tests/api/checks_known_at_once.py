# python/ops/check_ops.py: what is known at once fails at once, in the words of its data. python/client/session.py: a session is the
# default one inside its block.
import tensorflow as tf


def t(f):
    try:
        print("OK", f())
    except Exception as e:
        print(type(e).__name__, "|", e)


print(tf.get_default_session())
with tf.Session() as s:
    print(tf.get_default_session() is s)
print(tf.get_default_session())
t(lambda: tf.assert_equal(1, 2))
t(lambda: tf.assert_equal([1, 2], [1, 2]).type)
t(lambda: tf.assert_less([1, 2], 2, message="hm"))
t(lambda: tf.assert_positive(-1))
t(lambda: tf.assert_positive(1.0).type)
x = tf.placeholder(tf.float32, [2])
t(lambda: tf.assert_equal(x, 1.0).name)
for o in tf.get_default_graph().get_operations():
    print(o.name, o.type)
