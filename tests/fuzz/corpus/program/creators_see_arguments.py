import tensorflow as tf
def creator(next_creator, **kwargs):
    print(kwargs['name'], kwargs['collections'], kwargs['trainable'], kwargs['caching_device'], kwargs['use_resource'], kwargs['shape'])
    return next_creator(**kwargs)
with tf.variable_creator_scope(creator):
    tf.Variable(1.0, name='a', collections=('mine',), trainable=False)
    tf.get_variable('b', [1], collections=['mine'], caching_device='/gpu:0', use_resource=True)
    try:
        tf.Variable(1.0, name='c', collections='mine')
    except ValueError as e:
        print(e)
with tf.variable_scope('d', caching_device='/cpu:0'):
    print(tf.create_partitioned_variables([4], [2], tf.zeros_initializer(), collections=['mine'])[1].value().device)
print(tf.get_collection('mine'))
