import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3], name='x')
with tf.name_scope('outer'):
    for i in range(2):
        with tf.name_scope('step'):
            x = tf.nn.relu(x * 2.0)
    with tf.control_dependencies([x]):
        done = tf.no_op(name='done')
total = tf.reduce_sum(x, name='total')
print(total.op.name, done.name)
