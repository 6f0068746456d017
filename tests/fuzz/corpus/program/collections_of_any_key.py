import tensorflow as tf
g = tf.get_default_graph()
tf.add_to_collection(5, 1)
tf.add_to_collection(('x', 'y'), 2)
print(tf.get_collection(5), tf.get_collection(('x', 'y')), g.get_all_collection_keys())
late = tf.get_collection_ref('x')
late.extend([1, 2, 3])
print(tf.get_collection('x'))
g.clear_collection('x')
print(g.get_collection('x'), g.get_all_collection_keys(), late)
tf.add_to_collection('x', tf.constant(1, name='abc'))
tf.add_to_collection('x', 'abc')
print(tf.get_collection('x', 'ab'), tf.get_collection('x', 'b'), tf.get_collection('x', '.*c'))
for wrong in (lambda: tf.add_to_collection([5], 1), lambda: tf.get_collection('x', 5), lambda: tf.trainable_variables('(')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
