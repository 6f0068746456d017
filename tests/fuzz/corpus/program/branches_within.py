import tensorflow as tf
p = tf.placeholder(tf.bool, [], name='p')
q = tf.placeholder(tf.bool, [], name='q')
print(tf.cond(p, lambda: tf.cond(q, lambda: 1, lambda: 2, name='inner'), lambda: 3, name='outer'))
print(tf.cond(p, lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0]), lambda: 3, name='looping'))
print(tf.while_loop(lambda i: i < 3, lambda i: tf.cond(q, lambda: i + 1, lambda: i + 2), [0], name='branching'))
print(tf.case([(p, lambda: tf.constant(1)), (q, lambda: tf.constant(2))]))
for op in tf.get_default_graph().get_operations():
    print(op.name, [t.name for t in op.inputs], [c.name for c in op.control_inputs])
