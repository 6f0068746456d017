import tensorflow as tf

def scale(x):
    return x * tf.get_variable("w", [1])


x = tf.placeholder(tf.float32, [1], name="x")
template = tf.make_template("t", scale)
template(x)
template(x)
