import tensorflow as tf
part = tf.fixed_size_partitioner(2)
v = tf.get_variable('v', [4], partitioner=part, initializer=tf.zeros_initializer(), use_resource=True)
w = tf.get_variable('w', [4], partitioner=tf.fixed_size_partitioner(1), initializer=tf.zeros_initializer())
with tf.control_dependencies([tf.no_op(name='before')]):
    print(v.as_tensor(), w.as_tensor(), tf.identity(v, name='copy'))
print(v._partition_axes(), w._partition_axes())
r = tf.get_variable('r', [2, 6], partitioner=tf.fixed_size_partitioner(2, axis=1), initializer=tf.ones_initializer())
print(r.assign(tf.zeros([2, 6])), r.assign_add([[[1.0] * 3] * 2] * 2))
try:
    tf.get_variable('s', tf.TensorShape([]), partitioner=part)
except ValueError as e:
    print(e)
print(tf.get_variable('t', [], partitioner=part))
for op in tf.get_default_graph().get_operations():
    if '/part_' not in op.name:
        print(op.name, [t.name for t in op.inputs], [c.name for c in op.control_inputs])
