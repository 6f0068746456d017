import tensorflow as tf

c = tf.constant(1, name='a>b')
