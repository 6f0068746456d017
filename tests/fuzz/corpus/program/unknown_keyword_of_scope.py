import tensorflow as tf

with tf.variable_scope("v", reus=True):
    pass
