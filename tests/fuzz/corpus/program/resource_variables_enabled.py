import tensorflow as tf
print(tf.resource_variables_enabled(), tf.get_variable('a', []).op.type)
tf.enable_resource_variables()
print(tf.resource_variables_enabled(), tf.get_variable('b', []).op.type, tf.Variable(1.0).op.type)
with tf.variable_scope('s', use_resource=False):
    print(tf.get_variable('c', []).op.type, tf.Variable(1.0).op.type)
with tf.Graph().as_default():
    print(tf.get_variable('d', []).op.type)
tf.disable_resource_variables()
print(tf.get_variable('e', []).op.type, tf.executing_eagerly(), tf.assert_variables_initialized())
