import tensorflow as tf
p = tf.placeholder(tf.bool, [], name='p')
one, two = (lambda: tf.constant(1)), (lambda: (tf.constant(1), tf.constant(2)))
def attempt(function):
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)
        print('--')
attempt(lambda: tf.cond(p, two, one))
attempt(lambda: tf.cond(p, two, lambda: [tf.constant(1), tf.constant(2)]))
attempt(lambda: tf.cond(p, lambda: {'a': 1}, lambda: {'b': 1}))
attempt(lambda: tf.while_loop(lambda i: i < 3, lambda i: [i + 1, i], [tf.constant(0)]))
attempt(lambda: tf.case([]))
attempt(lambda: tf.case(5))
attempt(lambda: tf.case([(True, one)]))
attempt(lambda: tf.case([(tf.constant(1), one)]))
attempt(lambda: tf.case([(p, 5)]))
attempt(lambda: tf.case([[p, one]]))
