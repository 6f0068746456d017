# Checks of ranks, types and values: python/ops/check_ops.py, numerics.py.

import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 2], name="x")
u = tf.placeholder(tf.float32, name="u")
tf.assert_rank(x, 2)
tf.assert_rank_in(u, [1, 2])
tf.assert_rank_at_least(x, 1)
tf.assert_integer(tf.constant(1))
tf.metrics.precision(tf.placeholder(tf.int32, [3], name="l"), tf.placeholder(tf.int32, [3], name="p"), weights=tf.placeholder(tf.float32, [3], name="w"))
tf.verify_tensor_all_finite(x, "bad")
for call in [lambda: tf.assert_rank(x, 1), lambda: tf.assert_rank_in(x, [0, 1]), lambda: tf.assert_integer(x)]:
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
