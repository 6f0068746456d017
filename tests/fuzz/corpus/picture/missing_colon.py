import tensorflow as tf

with tf.variable_scope('foo') as scope:
    assert scope.name == 'foo'
with tf.variable_scope('bar')
    with tf.variable_scope('baz') as inner:
        assert inner.name == 'bar/baz'
        c = tf.constant(1, name='c')
