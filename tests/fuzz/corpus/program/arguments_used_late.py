import tensorflow as tf
def attempt(function):
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)
with tf.variable_scope('a', caching_device=3, dtype='foo', constraint=4, regularizer=5, partitioner=6) as s:
    print(s.caching_device, s.dtype, s.constraint, s.regularizer, s.partitioner)
    attempt(lambda: tf.get_variable('v', []))
with tf.variable_scope('b', dtype='float64') as s:
    print(s.dtype, tf.get_variable('v', []).dtype)
attempt(lambda: tf.get_variable('c', [1], constraint=5))
attempt(lambda: tf.get_variable('d', [1], caching_device=5))
attempt(lambda: tf.get_variable('e', [1], regularizer=lambda t: 5))
attempt(lambda: tf.get_variable('f', [1], regularizer='l2'))
print(tf.get_variable('g', [1], regularizer=0), tf.losses.get_regularization_losses())
attempt(lambda: tf.get_variable('h', [1], collections='abc'))
attempt(lambda: tf.Variable(1.0, name=5))
attempt(lambda: tf.get_variable('i', initializer=1.5, dtype='float64'))
with tf.variable_scope('j', reuse=tf.AUTO_REUSE):
    v = tf.get_variable('v', [2])
    print(tf.get_variable('v', [2], initializer=lambda: 3, regularizer=5, collections=5, constraint=5, caching_device=5) is v)
def wrong_default_name():
    with tf.variable_scope(None, 5):
        pass
attempt(wrong_default_name)
for op in tf.get_default_graph().get_operations():
    if op.type != 'Const' and '/Initializer/' not in op.name:
        print(op.name)
