# python/ops/map_fn.py, functional_ops.py, tensor_array_ops.py and util/nest.py.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], [str(t.shape) for t in op.outputs])
    print(result)


x = tf.constant([1., 2., 3.], name='x')
unknown = tf.placeholder(tf.float32, [None, 2], 'unknown')
new_operations('map', lambda: tf.map_fn(lambda e: e * 2., x))
new_operations('map of two', lambda: tf.map_fn(lambda e: (tf.reduce_sum(e[0]), e[1]), (unknown, unknown), dtype=(tf.float32, tf.float32), name='two'))
new_operations('scan', lambda: tf.scan(lambda a, e: a + e, x))
new_operations('scan, reversed', lambda: tf.scan(lambda a, e: a * e, unknown, initializer=tf.ones([2]), reverse=True))
new_operations('foldl', lambda: tf.foldl(lambda a, e: a + e, x, initializer=0.))
new_operations('foldr', lambda: tf.foldr(lambda a, e: a + e, unknown))


def array():
    values = tf.TensorArray(tf.float32, size=2, dynamic_size=True, element_shape=[2])
    values = values.write(0, [1., 2.]).write(1, [3., 4.])
    print(values.dtype, values.element_shape, values.dynamic_size)
    return [values.read(0), values.stack(), values.concat(), values.gather([1]), values.size(), values.identity().flow]


new_operations('array', array)
new_operations('array in a loop', lambda: tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a.write(i, tf.cast(i, tf.float32))), [0, tf.TensorArray(tf.float32, 3)])[1].stack())
print(tf.nest.flatten([1, (2, {'b': 4, 'a': 3})]), tf.nest.map_structure(lambda a, b: a + b, (1, [2]), (3, [4])), tf.nest.pack_sequence_as((1, [2]), [5, 6]), tf.nest.is_nested([1]))
for wrong in (lambda: tf.map_fn(3, x), lambda: tf.map_fn(lambda e: e, tf.constant(1.)), lambda: tf.TensorArray(tf.float32), lambda: tf.nest.pack_sequence_as((1, 2), [3]),
              lambda: tf.TensorArray(tf.float32, 2, element_shape=[3]).write(0, [1.])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
