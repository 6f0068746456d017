# mY5&Hs1oPl
import tensorflow as tf

class Layer(object):
    """A layer."""
    count = 0

    def __init__(self, name='layer', **kwargs):
        self.name = name
        self.kwargs = kwargs

    def __call__(self, x, *args):
        with tf.variable_scope(self.name, reuse=tf.AUTO_REUSE) as scope:
            w = tf.get_variable('w', shape=[2], **self.kwargs)
            if args: scope.reuse_variables()
            return x * w

    @staticmethod
    def nothing(): return None

layer = Layer(initializer=tf.ones_initializer())
layer(1.0)
layer(2.0, 3)
del layer
