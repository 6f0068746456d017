import tensorflow as tf

with tf.variable_scope('model', initializer=tf.zeros_initializer()):
    w = tf.get_variable('w', [2])
    b = tf.Variable(1.0, name='b', trainable=False)
with tf.variable_scope('model', reuse=True):
    again = tf.get_variable('w')
    y = tf.add(again, b, name='y')
print(again is w, y.shape)
