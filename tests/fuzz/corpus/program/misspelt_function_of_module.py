import tensorflow as tf

x = tf.placeholder(tf.float32, [1])
y = tf.nn.rleu(x)
