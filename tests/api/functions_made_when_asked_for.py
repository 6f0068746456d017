# A function is one object under all of its names (TensorFlow 1.15, python/util/tf_export.py), and dir() knows all of them before
# anybody has asked for one.
import tensorflow as tf

print([name in dir(tf) for name in ['identity', 'zeros_initializer', 'no_such_function']], 'tanh' in dir(tf.nn))
print(tf.add is tf.math.add, tf.nn.tanh is tf.tanh, tf.math.add.__name__)

tf.sin = len
print(tf.math.sin is tf.math.sin, tf.sin is len, tf.math.sin is len)

from tensorflow.math import *

print(sin is tf.math.sin)
cos(tf.constant(1.0), name='c')
