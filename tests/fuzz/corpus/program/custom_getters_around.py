import tensorflow as tf
def tagged(tag):
    def custom(getter, *args, **kwargs):
        print(tag, kwargs['name'])
        return getter(*args, **kwargs)
    return custom
outer = tagged('outer')
with tf.variable_scope('a', custom_getter=outer):
    print(tf.get_variable_scope().custom_getter is outer)
    with tf.variable_scope('b', custom_getter=tagged('inner')):
        both = tf.get_variable_scope().custom_getter
print(both.__qualname__)
with tf.variable_scope('c', custom_getter=both):
    print(tf.get_variable('v', [1]))
tf.get_variable('w', [1], custom_getter=lambda getter, **kwargs: print(getter.__qualname__))
