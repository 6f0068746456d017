import tensorflow as tf

other = tf.Graph()
with other.as_default():
    with tf.name_scope("g"):
        c = tf.constant(1.0, name="c")
c = tf.constant(1.0, name="c")
