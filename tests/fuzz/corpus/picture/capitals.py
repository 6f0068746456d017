import tensorflow as tf

a = tf.constant([1.0], name="Sum")
b = tf.constant([1.0], name="sum")
