import tensorflow as tf
v = tf.Variable(tf.zeros([4, 3]), name='v')
w = tf.Variable(tf.zeros([4, 3]), name='w', use_resource=True)
with tf.name_scope('s'):
    print(v[0].assign([1.0, 2.0, 3.0]))
print(v[1, 0].assign(5.0, name='one'), w[0].assign([1.0, 2.0, 3.0]))
for wrong in (lambda: tf.constant([1, 2])[0].assign(1), lambda: tf.constant(1).assign(1), lambda: tf.zeros([2, 'a']), lambda: tf.zeros([-1])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
for op in tf.get_default_graph().get_operations():
    if '/stack' not in op.name:
        print(op.name, [t.name for t in op.inputs], [c.name for c in op.control_inputs])
