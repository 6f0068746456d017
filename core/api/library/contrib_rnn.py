# More cells and networks: TensorFlow 1.15, contrib/rnn/python/ops/{core_rnn_cell,lstm_ops,rnn}.py.

import tensorflow as tf
from _namescape_library import layer, nest, rnn, rnn_cells

raw = tf.raw_ops


class _Linear(object):
    """A product with a matrix in the variable scope that is open where it is made."""

    def __init__(self, args, output_size, build_bias):
        args = args if nest.is_nested(args) else [args]
        dtype = args[0].dtype
        total = 0
        for each in args:
            shape = each.get_shape()
            if shape.ndims != 2:
                raise ValueError("linear is expecting 2D arguments: %s" % [one.get_shape() for one in args])
            if shape[1].value is None:
                raise ValueError("linear expects shape[1] to be provided for shape %s, but saw %s" % (shape, shape[1]))
            total += shape[1].value
        self._biases = None
        with tf.variable_scope(tf.get_variable_scope()) as outer:
            self._weights = tf.get_variable("kernel", [total, output_size], dtype=dtype)
            if build_bias:
                with tf.variable_scope(outer) as inner:
                    inner.set_partitioner(None)
                    self._biases = tf.get_variable("bias", [output_size], dtype=dtype, initializer=tf.constant_initializer(0.0, dtype=dtype))

    def __call__(self, args):
        args = args if nest.is_nested(args) else [args]
        result = tf.matmul(args[0] if len(args) == 1 else tf.concat(args, 1), self._weights)
        return result if self._biases is None else tf.nn.bias_add(result, self._biases)


class _Projection(rnn_cells.RNNCell):
    def __init__(self, cell, activation, reuse):
        super(_Projection, self).__init__(_reuse=reuse)
        rnn_cells.assert_like_cell("cell", cell)
        self._cell, self._activation, self._linear = cell, activation, None

    @property
    def state_size(self):
        return self._cell.state_size

    def zero_state(self, batch_size, dtype):
        with tf.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self._cell.zero_state(batch_size, dtype)

    def _projected(self, value, size):
        if self._linear is None:
            self._linear = _Linear(value, size, True)
        projected = self._linear(value)
        return self._activation(projected) if self._activation else projected


class InputProjectionWrapper(_Projection):
    def __init__(self, cell, num_proj, activation=None, input_size=None, reuse=None):
        super(InputProjectionWrapper, self).__init__(cell, activation, reuse)
        self._num_proj = num_proj

    @property
    def output_size(self):
        return self._cell.output_size

    def call(self, inputs, state):
        return self._cell(self._projected(inputs, self._num_proj), state)


class OutputProjectionWrapper(_Projection):
    def __init__(self, cell, output_size, activation=None, reuse=None):
        super(OutputProjectionWrapper, self).__init__(cell, activation, reuse)
        if output_size < 1:
            raise ValueError("Parameter output_size must be > 0: %d." % output_size)
        self._output_size = output_size

    @property
    def output_size(self):
        return self._output_size

    def call(self, inputs, state):
        output, new_state = self._cell(inputs, state)
        return self._projected(output, self._output_size), new_state


class LSTMBlockCell(rnn_cells.LayerRNNCell):
    def __init__(self, num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, dtype=None, reuse=None, name="lstm_cell"):
        super(LSTMBlockCell, self).__init__(_reuse=reuse, dtype=dtype, name=name)
        self._num_units, self._forget_bias, self._use_peephole = num_units, forget_bias, use_peephole
        self._cell_clip = cell_clip if cell_clip is not None else -1
        self.input_spec = layer.InputSpec(ndim=2)

    @property
    def state_size(self):
        return rnn_cells.LSTMStateTuple(self._num_units, self._num_units)

    @property
    def output_size(self):
        return self._num_units

    def build(self, inputs_shape):
        depth = inputs_shape[1].value
        if not depth:
            raise ValueError("Expecting inputs_shape[1] to be set: %s" % str(inputs_shape))
        self._kernel = self.add_variable("kernel", [depth + self._num_units, self._num_units * 4])
        self._bias = self.add_variable("bias", [self._num_units * 4], initializer=tf.constant_initializer(0.0))
        if self._use_peephole:
            self._w_i_diag = self.add_variable("w_i_diag", [self._num_units])
            self._w_f_diag = self.add_variable("w_f_diag", [self._num_units])
            self._w_o_diag = self.add_variable("w_o_diag", [self._num_units])
        self.built = True

    def call(self, inputs, state):
        if len(state) != 2:
            raise ValueError("Expecting state to be a tuple with length 2.")
        if self._use_peephole:
            wci, wcf, wco = self._w_i_diag, self._w_f_diag, self._w_o_diag
        else:
            wci = wcf = wco = tf.zeros([self._num_units], dtype=self.dtype)
        (c, h) = state
        (_, c, _, _, _, _, h) = raw.LSTMBlockCell(x=inputs, cs_prev=c, h_prev=h, w=self._kernel, b=self._bias, wci=wci, wcf=wcf, wco=wco, forget_bias=self._forget_bias,
                                                  cell_clip=self._cell_clip, use_peephole=self._use_peephole)
        return h, rnn_cells.LSTMStateTuple(c, h)


def _checked(cells_fw, cells_bw, states_fw, states_bw):
    for name, cells in (("cells_fw", cells_fw), ("cells_bw", cells_bw)):
        if not isinstance(cells, list):
            raise ValueError("%s must be a list of RNNCells (one per layer)." % name)
    if len(cells_fw) != len(cells_bw):
        raise ValueError("Forward and Backward cells must have the same depth.")
    for name, states, cells in (("initial_states_fw", states_fw, cells_fw), ("initial_states_bw", states_bw, cells_bw)):
        if states is not None and (not isinstance(states, list) or len(states) != len(cells)):
            raise ValueError("%s must be a list of state tensors (one per layer)." % name)


def stack_bidirectional_dynamic_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None, sequence_length=None, parallel_iterations=None,
                                    time_major=False, scope=None, swap_memory=False):
    _checked(cells_fw, cells_bw, initial_states_fw, initial_states_bw)
    states_fw, states_bw = [], []
    with tf.variable_scope(scope or "stack_bidirectional_rnn"):
        for i, (cell_fw, cell_bw) in enumerate(zip(cells_fw, cells_bw)):
            with tf.variable_scope("cell_%d" % i):
                outputs, (state_fw, state_bw) = rnn.bidirectional_dynamic_rnn(
                    cell_fw, cell_bw, inputs, initial_state_fw=initial_states_fw[i] if initial_states_fw else None,
                    initial_state_bw=initial_states_bw[i] if initial_states_bw else None, sequence_length=sequence_length, parallel_iterations=parallel_iterations,
                    dtype=dtype, swap_memory=swap_memory, time_major=time_major)
                inputs = tf.concat(outputs, 2)
            states_fw.append(state_fw)
            states_bw.append(state_bw)
    return inputs, tuple(states_fw), tuple(states_bw)


def stack_bidirectional_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None, sequence_length=None, scope=None):
    _checked(cells_fw, cells_bw, initial_states_fw, initial_states_bw)
    states_fw, states_bw = [], []
    with tf.variable_scope(scope or "stack_bidirectional_rnn"):
        for i, (cell_fw, cell_bw) in enumerate(zip(cells_fw, cells_bw)):
            with tf.variable_scope("cell_%d" % i) as cell_scope:
                inputs, state_fw, state_bw = rnn.static_bidirectional_rnn(
                    cell_fw, cell_bw, inputs, initial_state_fw=initial_states_fw[i] if initial_states_fw else None,
                    initial_state_bw=initial_states_bw[i] if initial_states_bw else None, sequence_length=sequence_length, dtype=dtype, scope=cell_scope)
            states_fw.append(state_fw)
            states_bw.append(state_bw)
    return inputs, tuple(states_fw), tuple(states_bw)
