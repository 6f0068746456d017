import tensorflow as tf

for i in range(3):
    w = tf.get_variable("w", [2])
