import tensorflow as tf

v = tf.get_variable("v", shpae=[1])
