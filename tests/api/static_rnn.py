# python/ops/rnn.py and rnn_cell_impl.py: a network unrolled step by step, and cells by themselves.
import tensorflow as tf
from tensorflow.contrib import rnn

tf.logging.set_verbosity(tf.logging.ERROR)


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        if '/Initializer/' not in op.name:
            print(op.name, op.type, [t.name for t in op.inputs], [c.name for c in op.control_inputs], [str(t.shape) for t in op.outputs])
    print(result)


x = tf.placeholder(tf.float32, [None, 2, 3], 'x')
steps = tf.unstack(x, 2, 1)
new_operations('steps', lambda: rnn.static_rnn(rnn.BasicLSTMCell(4, forget_bias=0.5), steps, dtype=tf.float32))
new_operations('lengths', lambda: tf.nn.static_rnn(rnn.BasicRNNCell(4), steps, dtype=tf.float32, sequence_length=tf.constant([1, 2]), scope='lengths'))
new_operations('both ways', lambda: rnn.static_bidirectional_rnn(rnn.GRUCell(2), rnn.GRUCell(2), steps, dtype=tf.float32))


class Counter(tf.nn.rnn_cell.RNNCell):
    @property
    def state_size(self):
        return tf.TensorShape([2])

    @property
    def output_size(self):
        return 2

    def call(self, inputs, state):
        w = tf.get_variable('w', [3, 2])
        return tf.matmul(inputs, w) + state, state + 1.0


def own():
    cell = Counter(name='counter')
    result = tf.nn.static_rnn(cell, steps, initial_state=cell.zero_state(tf.shape(x)[0], tf.float32), scope='own')
    print([v.name for v in cell.trainable_weights], cell.name)
    return result


new_operations('own cell', own)
lstm = rnn.LSTMCell(2, state_is_tuple=False, initializer=tf.constant_initializer(0.5), name='joined')
new_operations('called by itself', lambda: [lstm(steps[0], lstm.zero_state(7, tf.float32)), lstm.state_size, lstm.output_size])
stack = rnn.MultiRNNCell([rnn.LSTMCell(2), rnn.LSTMCell(3)])
print(stack.state_size, stack.output_size, tf.nn.rnn_cell.LSTMStateTuple(c=1, h=2))
print([v.name for v in tf.global_variables()])
for wrong in (lambda: tf.nn.static_rnn(rnn.GRUCell(2), [], dtype=tf.float32), lambda: tf.nn.static_rnn(rnn.GRUCell(2), x, dtype=tf.float32), lambda: lstm(x, None),
              lambda: rnn.MultiRNNCell([rnn.LSTMCell(2)], state_is_tuple=False), lambda: rnn.GRUCell(2)(tf.ones([2, 2], tf.int32), tf.ones([2, 2], tf.int32)),
              lambda: rnn.GRUCell(2, dtype=tf.int32), lambda: tf.nn.static_rnn(rnn.GRUCell(2), steps)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
