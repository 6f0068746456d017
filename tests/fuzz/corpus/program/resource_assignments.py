import tensorflow as tf
v = tf.Variable([1.0, 2.0], name='v', use_resource=True)
a = v.assign([1.0, 1.0])
print(a, a.name, a.op.name, type(a).__name__, a.shape, a.dtype, a.initializer)
print(a + 1.0, v.assign_add([1.0, 1.0], read_value=False).name)
with tf.control_dependencies([a]):
    print(tf.no_op(name='x').control_inputs)
print(tf.assign(v, [1.0, 1.0]), tf.assign_add(v, [1.0, 1.0], name='q'), a.read_value())
print(v.scatter_nd_update([[0]], [1.0]), v.sparse_read([0]), tf.gather(v, [1]))
for wrong in (lambda: v.assign([1.0, 2.0, 3.0]), lambda: v.assign_add([1.0, 2.0, 3.0]), lambda: v.set_shape([2])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(v.to_proto())
for op in tf.get_default_graph().get_operations():
    print(op.name, [t.name for t in op.inputs], [c.name for c in op.control_inputs])
