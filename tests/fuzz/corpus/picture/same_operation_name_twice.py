import tensorflow as tf

a = tf.constant(1.0, name="c")
b = tf.constant(2.0, name="c")
c = tf.constant(3.0, name="c")
