import tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
b = tf.get_variable('b', [2], initializer=tf.zeros_initializer())
a = tf.get_variable('a', [], initializer=tf.zeros_initializer(), use_resource=True)
p = tf.get_variable('p', [4], partitioner=tf.fixed_size_partitioner(2), initializer=tf.zeros_initializer())
before = len(tf.get_default_graph().get_operations())
tf.train.Saver()
tf.train.Saver({'renamed': b}, name='mine')
rate = tf.train.exponential_decay(0.1, tf.train.get_or_create_global_step(), 1000, 0.96, staircase=True)
for op in tf.get_default_graph().get_operations()[before:]:
    print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], op.device)
for wrong in (lambda: tf.train.Saver([]), lambda: tf.train.Saver([tf.constant(1)])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
