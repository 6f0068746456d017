# explain: tower_1/c tower_1
import tensorflow as tf

def tower(x):
    with tf.name_scope("tower"):
        return tf.add(x, x, name="c")


x = tf.placeholder(tf.float32, name="x")
tower(x)
tower(x)
