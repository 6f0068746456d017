# python/data/ops/{dataset_ops,iterator_ops,readers}.py: data sets, their functions built apart, and iterators.
import tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], [str(t.shape) for t in op.outputs], op.device)
    print(result)

data = tf.data.Dataset
new_operations('slices', lambda: data.from_tensor_slices(([1, 2, 3], [[4.], [5.], [6.]])).repeat().batch(2).prefetch(1).shuffle(10).make_one_shot_iterator().get_next())
new_operations('dict, initializable', lambda: data.from_tensor_slices({'b': [1, 2], 'a': ['x', 'y']}).cache().take(5).skip(1).make_initializable_iterator().get_next())
w = tf.get_variable('w', [3], initializer=tf.zeros_initializer())
k = tf.constant(3, tf.int64, name='k')
def mapped():
    ds = data.range(10).map(lambda i: (i * 2 + k, tf.cast(i, tf.float32))).filter(lambda i, f: i > 3).batch(4, drop_remainder=True)
    print(ds, ds.output_types, ds.output_shapes)
    return ds.make_initializable_iterator().get_next()
new_operations('mapped', mapped)
new_operations('ref', lambda: data.range(3).map(lambda i: tf.cast(i, tf.float32) * w, num_parallel_calls=4).make_initializable_iterator().initializer)
new_operations('flat', lambda: data.range(3).flat_map(lambda i: data.from_tensors(i).repeat(i)).make_one_shot_iterator().get_next())
new_operations('zip', lambda: data.zip((data.range(3), data.range(1, 5, 2).concatenate(data.range(2)))).make_one_shot_iterator().get_next(name='both'))
new_operations('pad', lambda: data.from_tensors([1, 2]).padded_batch(2, [None]).make_one_shot_iterator().get_next())
new_operations('text', lambda: tf.data.TextLineDataset(['a', 'b']).map(lambda l: tf.string_to_number(l)).make_initializable_iterator().get_next())
def structure():
    it = tf.data.Iterator.from_structure((tf.int64, tf.float32), (tf.TensorShape([]), tf.TensorShape([None])))
    x = it.get_next()
    return x, it.make_initializer(data.range(2).map(lambda i: (i, tf.ones([i])))), tf.data.Iterator.from_string_handle(tf.placeholder(tf.string, []), tf.int64).get_next()
new_operations('structure', structure)
for wrong in (lambda: data.zip([data.range(1)]), lambda: data.range(), lambda: data.from_tensor_slices(3), lambda: data.range(3).filter(lambda i: i), lambda: data.range(3).flat_map(lambda i: i),
              lambda: iter(data.range(3)), lambda: data.range(3).make_one_shot_iterator().initializer, lambda: data.range(2).concatenate(data.from_tensors(1.))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
