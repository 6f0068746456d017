# python/ops/data_flow_ops.py, python/training/{input,queue_runner_impl}.py: queues and what fills them.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], [str(t.shape) for t in op.outputs])
    print(result)


def queue():
    q = tf.FIFOQueue(10, [tf.float32, tf.int32], [[], [2]], names=['a', 'b'])
    return [q.enqueue({'a': 1.0, 'b': [1, 2]}).name, q.enqueue_many({'a': [1.0], 'b': [[1, 2]]}).name, q.dequeue(), q.dequeue_many(3), q.dequeue_up_to(2), q.size(), q.name]


new_operations('queue', queue)
new_operations('strings', lambda: tf.train.string_input_producer(['a', 'b'], num_epochs=2, shuffle=False).dequeue())
new_operations('slices', lambda: tf.train.slice_input_producer([[1, 2, 3], [4., 5., 6.]], capacity=8))
image, label = tf.zeros([4, 4], name='image'), tf.constant(1, name='label')
new_operations('batch', lambda: tf.train.batch([image, label], 5))
new_operations('dict, unknown sizes', lambda: tf.train.batch({'x': tf.placeholder(tf.float32, [None])}, 5, dynamic_pad=True, num_threads=2, allow_smaller_final_batch=True))
new_operations('shuffled', lambda: tf.train.shuffle_batch([image, label], 5, capacity=20, min_after_dequeue=10, name='mixed'))
new_operations('joined', lambda: tf.train.batch_join([[image, label], [image, label]], 2))
new_operations('kept', lambda: tf.train.maybe_batch([image], tf.placeholder(tf.bool, [], 'keep'), 2))
print([r.name for r in tf.get_collection(tf.GraphKeys.QUEUE_RUNNERS)], [v.name for v in tf.local_variables()], len(tf.get_collection(tf.GraphKeys.SUMMARIES)))
for wrong in (lambda: tf.train.string_input_producer([]), lambda: tf.train.shuffle_batch([image], 5, 10, 10), lambda: tf.train.batch([tf.placeholder(tf.float32)], 2),
              lambda: tf.FIFOQueue(3, tf.int32, [[None]]), lambda: tf.FIFOQueue(3, tf.int32).enqueue({'a': 1}), lambda: tf.train.input_producer(tf.placeholder(tf.float32, [2, None]))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
coordinator = tf.train.Coordinator()
threads = tf.train.start_queue_runners(coord=coordinator)
coordinator.request_stop()
coordinator.join(threads)
