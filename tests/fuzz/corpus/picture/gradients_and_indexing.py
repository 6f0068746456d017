import tensorflow as tf

x = tf.placeholder(tf.float32, [3], name="x")
y = x[0]
z = tf.negative(y, name="neg_result")
