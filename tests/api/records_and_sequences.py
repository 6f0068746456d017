# python/platform/{flags,app}.py, python/ops/{io_ops,parsing_ops,script_ops}.py, contrib/{rnn,seq2seq}: a program that reads records and learns sequences.
import tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
flags = tf.app.flags
flags.DEFINE_integer('batch_size', 32, 'size')
tf.flags.DEFINE_string('data', '/tmp', 'x')
flags.DEFINE_boolean('train', True, 'x')
FLAGS = flags.FLAGS
def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        if '/Initializer/' not in op.name: print(op.name, op.type, [t.name for t in op.inputs], [str(t.shape) for t in op.outputs])
    print(result)
def files():
    q = tf.train.string_input_producer(['a'])
    key, value = tf.TFRecordReader().read(q)
    f = tf.parse_single_example(value, features={'label': tf.FixedLenFeature([], tf.int64), 'image_raw': tf.FixedLenFeature([], tf.string), 'd': tf.FixedLenFeature([2], tf.float32, [0., 1.]), 'v': tf.VarLenFeature(tf.int64)})
    return f['label'], f['image_raw'], f['d'], str(f['v']), tf.sparse_tensor_to_dense(f['v'])
def records():
    def parse(s):
        f = tf.io.parse_single_example(s, {'x': tf.io.FixedLenFeature([3], tf.float32)})
        return f['x']
    ds = tf.data.TFRecordDataset(['a', 'b']).apply(tf.data.experimental.shuffle_and_repeat(10)).apply(tf.data.experimental.map_and_batch(parse, FLAGS.batch_size, drop_remainder=True))
    return ds.make_one_shot_iterator().get_next()
def lm():
    cell = tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.LSTMBlockCell(4, forget_bias=0.0) for _ in range(2)])
    out, st = tf.nn.dynamic_rnn(cell, tf.zeros([2, 3, 4]), dtype=tf.float32)
    logits = tf.layers.dense(out, 7, name='logits')
    return tf.contrib.seq2seq.sequence_loss(logits, tf.zeros([2, 3], tf.int32), tf.ones([2, 3]), average_across_timesteps=False, average_across_batch=True), st
def stacked():
    c = tf.nn.rnn_cell.GRUCell
    return tf.contrib.rnn.stack_bidirectional_dynamic_rnn([c(2), c(2)], [c(2), c(2)], tf.zeros([2, 3, 4]), dtype=tf.float32)[0]
def main(_):
    new_operations('files', files)
    new_operations('records', records)
    new_operations('language model', lm)
    new_operations('stacked', stacked)
    new_operations('function', lambda: tf.py_func(lambda x: x, [tf.constant(1.)], tf.float32))
    new_operations('projected', lambda: tf.nn.static_rnn(tf.contrib.rnn.OutputProjectionWrapper(tf.nn.rnn_cell.BasicRNNCell(2), 5), [tf.zeros([2, 3])], dtype=tf.float32, scope='projected')[0])
    new_operations('strings', lambda: tf.string_split(['a b']).values)
    print(tf.gfile.Exists(FLAGS.data), FLAGS.train, FLAGS.batch_size)
if __name__ == '__main__':
    tf.app.run()
    print('not here')
