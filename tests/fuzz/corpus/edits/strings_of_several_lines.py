# Wq2d+Ez61n
import tensorflow as tf
with tf.name_scope(
        'a'
        # in brackets
        'b'):
    text = '''one
  two
three'''
    value = [1,
  2,
           3]
    tf.constant(
        value,
        name=(
            'c'),
    )
    name = f"n_{len(value)}_{text[:1]!r:>4}"
    tf.no_op(name=name[:1] + \
             'x')
