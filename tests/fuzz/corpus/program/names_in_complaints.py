import tensorflow as tf
def attempt(function):
    try:
        function()
    except TypeError as e:
        print(e)
attempt(lambda: tf.constant())
attempt(lambda: tf.reduce_sum(1, 2, 3, 4, 5, 6, 7))
attempt(lambda: tf.reduce_logsumexp())
attempt(lambda: tf.random.uniform())
attempt(lambda: tf.negative(1, 2, 3))
attempt(lambda: tf.Variable(1.0, foo=2))
attempt(lambda: tf.variable_scope('a', foo=2))
attempt(lambda: tf.name_scope())
attempt(lambda: tf.zeros_initializer(foo=2))
attempt(lambda: tf.variable_op_scope([]))
print(tf.reduce_mean.__name__, tf.zeros_initializer.__module__, tf.initializers.he_normal().__class__.__module__)
