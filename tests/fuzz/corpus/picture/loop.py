import tensorflow as tf

for i in range(3):
    with tf.name_scope("step"):
        c = tf.constant(i, name="c")
for i in range(2):
    with tf.variable_scope("layer_%d" % i):
        w = tf.get_variable("w", [1])
