# python/ops/candidate_sampling_ops.py and nn_impl.py: samples of classes, and losses over them.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        print(op.name, op.type, [t.name for t in op.inputs], [str(t.shape) for t in op.outputs])
    print(result)


weights = tf.get_variable('weights', [20, 4], initializer=tf.zeros_initializer())
biases = tf.get_variable('biases', [20], initializer=tf.zeros_initializer())
labels = tf.placeholder(tf.int32, [None, 2], 'labels')
inputs = tf.placeholder(tf.float32, [None, 4], 'inputs')
new_operations('nce', lambda: tf.nn.nce_loss(weights, biases, labels, inputs, 3, 20, num_true=2))
new_operations('softmax', lambda: tf.nn.sampled_softmax_loss(weights, biases, tf.cast(labels[:, :1], tf.int64), inputs, 3, 20))
classes = tf.constant([[1], [2]], tf.int64, name='classes')
new_operations('samplers', lambda: [tf.nn.uniform_candidate_sampler(classes, 1, 3, True, 20), tf.random.log_uniform_candidate_sampler(classes, 1, 3, True, 20, seed=7),
                                    tf.nn.learned_unigram_candidate_sampler(classes, 1, 3, False, 20), tf.nn.all_candidate_sampler(classes, 1, 3, True),
                                    tf.nn.fixed_unigram_candidate_sampler(classes, 1, 3, True, 4, unigrams=[1., 2., 3., 4.]),
                                    tf.nn.compute_accidental_hits(classes, tf.constant([1, 5], tf.int64), 1)])
for wrong in (lambda: tf.nn.uniform_candidate_sampler([1], 1, 3, True, 20), lambda: tf.nn.uniform_candidate_sampler(classes, 0, 3, True, 20)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
