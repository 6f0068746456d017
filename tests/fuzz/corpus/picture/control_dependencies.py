import tensorflow as tf

v = tf.get_variable("v", [1])
with tf.name_scope("step"):
    a = tf.assign(v, [1.0])
    with tf.control_dependencies([a]):
        done = tf.group(a)
init = tf.global_variables_initializer()
