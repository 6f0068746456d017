import tensorflow as tf
g = tf.get_default_graph()
with tf.device('/gpu:1'):
    a = tf.constant([1.0, 2.0], name='a')
b = tf.add(a, 1.0, name='b')
print(g.as_graph_def())
print(g.as_graph_element(b'a:0'), g.seed)
tf.set_random_seed(7)
print(g.seed)
other = tf.Graph()
with other.as_default():
    v = tf.get_variable('v', [2])
for wrong in (lambda: tf.get_variable('w', [2]) + v, lambda: g.unique_name(5)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
