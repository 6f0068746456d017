import tensorflow as tf

def tower(x):
    with tf.name_scope("tower"):
        return tf.add(x, x, name="c")


x = tf.placeholder(tf.float32, name="x")
tower(x)
tower(x)
