# python/ops/rnn.py, rnn_cell_impl.py and tensor_array_ops.py: a network unrolled by a loop.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)
cell = tf.nn.rnn_cell


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        if '/Initializer/' in op.name:
            continue
        own = "loc:@" + op.name
        groups = [group.decode() for group in op.colocation_groups() if group.decode() != own]
        print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], [str(t.shape) for t in op.outputs], groups)
    print(result)


x = tf.placeholder(tf.float32, [None, 5, 3], 'x')
lengths = tf.placeholder(tf.int64, [None], 'lengths')
new_operations('lengths', lambda: tf.nn.dynamic_rnn(cell.BasicLSTMCell(4), x, sequence_length=lengths, dtype=tf.float32))
fixed = tf.zeros([6, 2, 3], name='fixed')
gru = cell.GRUCell(4, kernel_initializer=tf.zeros_initializer(), bias_initializer='ones')
new_operations('time major, sizes known', lambda: tf.nn.dynamic_rnn(gru, fixed, initial_state=gru.zero_state(2, tf.float32), time_major=True, scope='major'))


def deep():
    cells = [cell.DropoutWrapper(cell.LSTMCell(3, use_peepholes=True, num_proj=3, cell_clip=1.0), input_keep_prob=0.5, state_keep_prob=0.9),
             cell.ResidualWrapper(cell.DeviceWrapper(cell.BasicRNNCell(3, activation=tf.nn.relu), '/cpu:0'))]
    with tf.variable_scope('deep'):
        return tf.nn.dynamic_rnn(cell.MultiRNNCell(cells), x, dtype=tf.float32)


new_operations('wrapped', deep)
new_operations('both ways', lambda: tf.nn.bidirectional_dynamic_rnn(cell.BasicRNNCell(2), cell.BasicRNNCell(2, reuse=tf.AUTO_REUSE), x, sequence_length=lengths, dtype=tf.float32))
print([v.name for v in tf.trainable_variables()])
for wrong in (lambda: tf.nn.dynamic_rnn(cell.GRUCell(3), x), lambda: tf.nn.dynamic_rnn(cell.GRUCell(3), tf.placeholder(tf.float32, [None, 5, None]), dtype=tf.float32, scope='a'),
              lambda: tf.nn.dynamic_rnn(3, x, dtype=tf.float32), lambda: tf.nn.dynamic_rnn(cell.GRUCell(3), x, dtype=tf.float32), lambda: cell.MultiRNNCell([]),
              lambda: tf.nn.dynamic_rnn(cell.GRUCell(3), x, dtype=tf.float32, sequence_length=fixed, scope='b'), lambda: cell.DropoutWrapper(cell.GRUCell(2), 1.5)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
