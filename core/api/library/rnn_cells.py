# Cells of recurrent networks: TensorFlow 1.15, python/ops/rnn_cell_impl.py.

import collections

import tensorflow as tf
from _namescape_library import activations, layer, nest
from _namescape_tensors import static_values


def assert_like_cell(cell_name, cell):
    errors = [(hasattr(cell, "output_size"), "'output_size' property is missing"), (hasattr(cell, "state_size"), "'state_size' property is missing"),
              (hasattr(cell, "zero_state") or hasattr(cell, "get_initial_state"), "either 'zero_state' or 'get_initial_state' method is required"),
              (callable(cell), "is not callable")]
    missing = [text for is_there, text in errors if not is_there]
    if missing:
        raise TypeError("The argument {!r} ({}) is not an RNNCell: {}.".format(cell_name, cell, ", ".join(missing)))


def concatenated(prefix, suffix, static=False):
    """Sizes joined: a tensor, or where static a list with what is known. Both make the operations for the tensor's parts."""
    prefix_tensor, prefix_sizes = _sizes(prefix, "prefix")
    suffix_tensor, suffix_sizes = _sizes(suffix, "suffix")
    if static:
        shape = tf.TensorShape(prefix_sizes).concatenate(tf.TensorShape(suffix_sizes))
        return shape.as_list() if shape.ndims is not None else None
    if prefix_tensor is None or suffix_tensor is None:
        raise ValueError("Provided a prefix or suffix of None: %s and %s" % (prefix, suffix))
    return tf.concat((prefix_tensor, suffix_tensor), 0)


def _sizes(given, name):
    if isinstance(given, tf.Tensor):
        known = static_values(given)
        if given.shape.ndims == 0:
            return tf.expand_dims(given, 0), None if known is None else [known]
        if given.shape.ndims != 1:
            raise ValueError("%s tensor must be either a scalar or vector, but saw tensor: %s" % (name, given))
        return given, known
    shape = tf.TensorShape([given]) if isinstance(given, int) else tf.TensorShape(given)
    if not shape.is_fully_defined():
        return None, shape.as_list() if shape.ndims is not None else None
    return tf.constant(shape.as_list(), dtype=tf.int32), shape.as_list()


def _zeros(size, batch_size, dtype):
    zeros = tf.zeros(concatenated(batch_size, size), dtype=dtype)
    zeros.set_shape(concatenated(batch_size, size, static=True))
    return zeros


def _check_dtypes(structure):
    for leaf in nest.flatten(structure):
        check_dtype(leaf.dtype)


def check_dtype(dtype):
    if dtype is None:
        return
    dtype = tf.as_dtype(dtype)
    if not (dtype.is_floating or dtype.is_complex):
        raise ValueError("RNN cell only supports floating point inputs, but saw dtype: %s" % dtype)


class RNNCell(layer.Layer):
    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        super(RNNCell, self).__init__(trainable=trainable, name=name, dtype=dtype, **kwargs)
        self._is_tf_rnn_cell = True

    def __call__(self, inputs, state, scope=None):
        if scope is not None:
            with tf.variable_scope(scope, custom_getter=self._rnn_get_variable) as scope:
                return super(RNNCell, self).__call__(inputs, state, scope=scope)
        if getattr(self, "rnncell_scope", None) is None:
            self.rnncell_scope = tf.variable_scope(tf.get_variable_scope(), custom_getter=self._rnn_get_variable)
        with self.rnncell_scope:
            return super(RNNCell, self).__call__(inputs, state)

    def _rnn_get_variable(self, getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        trainable = layer.pieces(variable)[0] in tf.trainable_variables()
        kept = self._trainable_weights if trainable else self._non_trainable_weights
        if variable not in kept:
            kept.append(variable)
        return variable

    @property
    def state_size(self):
        raise NotImplementedError("Abstract method")

    @property
    def output_size(self):
        raise NotImplementedError("Abstract method")

    def build(self, _):
        pass

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        if inputs is not None:
            inputs = tf.convert_to_tensor(inputs, name="inputs")
            batch_size = inputs.shape[0].value or tf.shape(inputs)[0]
            dtype = inputs.dtype
        if batch_size is None or dtype is None:
            raise ValueError("batch_size and dtype cannot be None while constructing initial state: batch_size={}, dtype={}".format(batch_size, dtype))
        return self.zero_state(batch_size, dtype)

    def zero_state(self, batch_size, dtype):
        state_size = self.state_size
        with tf.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return nest.map_structure(lambda size: _zeros(size, batch_size, dtype), state_size)


class LayerRNNCell(RNNCell):
    """A cell that makes its variables when it is built, as a layer does."""

    def __call__(self, inputs, state, scope=None, *args, **kwargs):
        return layer.Layer.__call__(self, inputs, state, scope=scope, *args, **kwargs)

    def _input_depth(self, input_shape):
        depth = tf.TensorShape(input_shape)[-1].value
        if depth is None:
            raise ValueError("Expected inputs.shape[-1] to be known, saw shape: %s" % str(tuple(tf.TensorShape(input_shape).as_list())))
        check_dtype(self.dtype)
        return depth

    def _set_up(self, num_units, activation):
        check_dtype(self.dtype)
        self.input_spec = layer.InputSpec(ndim=2)
        self._num_units = num_units
        self._activation = activations.get(activation) if activation else tf.tanh


class _UnitsCell(LayerRNNCell):
    """A cell whose state is its output."""

    @property
    def state_size(self):
        return self._num_units

    @property
    def output_size(self):
        return self._num_units


class BasicRNNCell(_UnitsCell):
    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        super(BasicRNNCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)

    def build(self, inputs_shape):
        depth = self._input_depth(inputs_shape)
        self._kernel = self.add_variable("kernel", shape=[depth + self._num_units, self._num_units])
        self._bias = self.add_variable("bias", shape=[self._num_units], initializer=tf.zeros_initializer(dtype=self.dtype))
        self.built = True

    def call(self, inputs, state):
        _check_dtypes([inputs, state])
        gates = tf.matmul(tf.concat([inputs, state], 1), self._kernel)
        output = self._activation(tf.nn.bias_add(gates, self._bias))
        return output, output


class GRUCell(_UnitsCell):
    def __init__(self, num_units, activation=None, reuse=None, kernel_initializer=None, bias_initializer=None, name=None, dtype=None, **kwargs):
        super(GRUCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._kernel_initializer = activations.initializer(kernel_initializer)
        self._bias_initializer = activations.initializer(bias_initializer)

    def build(self, inputs_shape):
        units = self._num_units
        depth = self._input_depth(inputs_shape) + units
        given = self._bias_initializer
        self._gate_kernel = self.add_variable("gates/kernel", shape=[depth, 2 * units], initializer=self._kernel_initializer)
        self._gate_bias = self.add_variable("gates/bias", shape=[2 * units], initializer=given if given is not None else tf.constant_initializer(1.0, dtype=self.dtype))
        self._candidate_kernel = self.add_variable("candidate/kernel", shape=[depth, units], initializer=self._kernel_initializer)
        self._candidate_bias = self.add_variable("candidate/bias", shape=[units], initializer=given if given is not None else tf.zeros_initializer(dtype=self.dtype))
        self.built = True

    def call(self, inputs, state):
        _check_dtypes([inputs, state])
        gates = tf.matmul(tf.concat([inputs, state], 1), self._gate_kernel)
        gates = tf.sigmoid(tf.nn.bias_add(gates, self._gate_bias))
        r, u = tf.split(value=gates, num_or_size_splits=2, axis=1)
        reset = r * state
        candidate = tf.matmul(tf.concat([inputs, reset], 1), self._candidate_kernel)
        c = self._activation(tf.nn.bias_add(candidate, self._candidate_bias))
        new = u * state + (1 - u) * c
        return new, new


class LSTMStateTuple(collections.namedtuple("LSTMStateTuple", ("c", "h"))):
    @property
    def dtype(self):
        (c, h) = self
        if c.dtype != h.dtype:
            raise TypeError("Inconsistent internal state: %s vs %s" % (str(c.dtype), str(h.dtype)))
        return c.dtype


class BasicLSTMCell(LayerRNNCell):
    def __init__(self, num_units, forget_bias=1.0, state_is_tuple=True, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        super(BasicLSTMCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._forget_bias = forget_bias
        self._state_is_tuple = state_is_tuple

    @property
    def state_size(self):
        return LSTMStateTuple(self._num_units, self._num_units) if self._state_is_tuple else 2 * self._num_units

    @property
    def output_size(self):
        return self._num_units

    def build(self, inputs_shape):
        depth = self._input_depth(inputs_shape)
        self._kernel = self.add_variable("kernel", shape=[depth + self._num_units, 4 * self._num_units])
        self._bias = self.add_variable("bias", shape=[4 * self._num_units], initializer=tf.zeros_initializer(dtype=self.dtype))
        self.built = True

    def call(self, inputs, state):
        _check_dtypes([inputs, state])
        one = tf.constant(1, dtype=tf.int32)
        if self._state_is_tuple:
            c, h = state
        else:
            c, h = tf.split(value=state, num_or_size_splits=2, axis=one)
        gates = tf.matmul(tf.concat([inputs, h], 1), self._kernel)
        gates = tf.nn.bias_add(gates, self._bias)
        i, j, f, o = tf.split(value=gates, num_or_size_splits=4, axis=one)
        forget_bias = tf.constant(self._forget_bias, dtype=f.dtype)
        new_c = tf.add(tf.multiply(c, tf.sigmoid(tf.add(f, forget_bias))), tf.multiply(tf.sigmoid(i), self._activation(j)))
        new_h = tf.multiply(self._activation(new_c), tf.sigmoid(o))
        return new_h, LSTMStateTuple(new_c, new_h) if self._state_is_tuple else tf.concat([new_c, new_h], 1)


class LSTMCell(LayerRNNCell):
    def __init__(self, num_units, use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, proj_clip=None, num_unit_shards=None, num_proj_shards=None,
                 forget_bias=1.0, state_is_tuple=True, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        super(LSTMCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._use_peepholes = use_peepholes
        self._cell_clip = cell_clip
        self._initializer = activations.initializer(initializer)
        self._num_proj, self._proj_clip = num_proj, proj_clip
        self._num_unit_shards, self._num_proj_shards = num_unit_shards, num_proj_shards
        self._forget_bias = forget_bias
        self._state_is_tuple = state_is_tuple
        self._output_size = num_proj if num_proj else num_units
        self._state_size = LSTMStateTuple(num_units, self._output_size) if state_is_tuple else num_units + self._output_size

    @property
    def state_size(self):
        return self._state_size

    @property
    def output_size(self):
        return self._output_size

    def build(self, inputs_shape):
        units = self._num_units
        depth = self._input_depth(inputs_shape)
        self._kernel = self.add_variable("kernel", shape=[depth + (units if self._num_proj is None else self._num_proj), 4 * units], initializer=self._initializer,
                                         partitioner=_shards(self._num_unit_shards))
        self._bias = self.add_variable("bias", shape=[4 * units], initializer=tf.zeros_initializer if self.dtype is None else tf.zeros_initializer(dtype=self.dtype))
        if self._use_peepholes:
            self._w_f_diag = self.add_variable("w_f_diag", shape=[units], initializer=self._initializer)
            self._w_i_diag = self.add_variable("w_i_diag", shape=[units], initializer=self._initializer)
            self._w_o_diag = self.add_variable("w_o_diag", shape=[units], initializer=self._initializer)
        if self._num_proj is not None:
            self._proj_kernel = self.add_variable("projection/kernel", shape=[units, self._num_proj], initializer=self._initializer,
                                                  partitioner=_shards(self._num_proj_shards))
        self.built = True

    def call(self, inputs, state):
        _check_dtypes([inputs, state])
        sigmoid = tf.sigmoid
        if self._state_is_tuple:
            (c_prev, m_prev) = state
        else:
            c_prev = tf.slice(state, [0, 0], [-1, self._num_units])
            m_prev = tf.slice(state, [0, self._num_units], [-1, self._num_units if self._num_proj is None else self._num_proj])
        if inputs.get_shape().with_rank(2)[1].value is None:
            raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
        gates = tf.matmul(tf.concat([inputs, m_prev], 1), self._kernel)
        gates = tf.nn.bias_add(gates, self._bias)
        i, j, f, o = tf.split(value=gates, num_or_size_splits=4, axis=1)
        if self._use_peepholes:
            c = sigmoid(f + self._forget_bias + self._w_f_diag * c_prev) * c_prev + sigmoid(i + self._w_i_diag * c_prev) * self._activation(j)
        else:
            c = sigmoid(f + self._forget_bias) * c_prev + sigmoid(i) * self._activation(j)
        if self._cell_clip is not None:
            c = tf.clip_by_value(c, -self._cell_clip, self._cell_clip)
        if self._use_peepholes:
            m = sigmoid(o + self._w_o_diag * c) * self._activation(c)
        else:
            m = sigmoid(o) * self._activation(c)
        if self._num_proj is not None:
            m = tf.matmul(m, self._proj_kernel)
            if self._proj_clip is not None:
                m = tf.clip_by_value(m, -self._proj_clip, self._proj_clip)
        return m, LSTMStateTuple(c, m) if self._state_is_tuple else tf.concat([c, m], 1)


def _shards(count):
    return None if count is None else tf.fixed_size_partitioner(count)


class MultiRNNCell(RNNCell):
    def __init__(self, cells, state_is_tuple=True):
        super(MultiRNNCell, self).__init__()
        if not cells:
            raise ValueError("Must specify at least one cell for MultiRNNCell.")
        if not nest.is_nested(cells):
            raise TypeError("cells must be a list or tuple, but saw: %s." % cells)
        self._cells = cells
        self._state_is_tuple = state_is_tuple
        if not state_is_tuple and any(nest.is_nested(cell.state_size) for cell in cells):
            raise ValueError("Some cells return tuples of states, but the flag state_is_tuple is not set.  State sizes are: %s" % str([cell.state_size for cell in cells]))

    @property
    def state_size(self):
        sizes = tuple(cell.state_size for cell in self._cells)
        return sizes if self._state_is_tuple else sum(sizes)

    @property
    def output_size(self):
        return self._cells[-1].output_size

    def zero_state(self, batch_size, dtype):
        with tf.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            if self._state_is_tuple:
                return tuple(cell.zero_state(batch_size, dtype) for cell in self._cells)
            return super(MultiRNNCell, self).zero_state(batch_size, dtype)

    @property
    def trainable_weights(self):
        if not self.trainable:
            return []
        return [weight for cell in self._cells if isinstance(cell, layer.Layer) for weight in cell.trainable_weights]

    @property
    def non_trainable_weights(self):
        layers = [cell for cell in self._cells if isinstance(cell, layer.Layer)]
        weights = [weight for cell in layers for weight in cell.non_trainable_weights]
        return weights if self.trainable else [weight for cell in layers for weight in cell.trainable_weights] + weights

    def call(self, inputs, state):
        position = 0
        new_states = []
        for i, cell in enumerate(self._cells):
            with tf.variable_scope("cell_%d" % i):
                if self._state_is_tuple:
                    if not nest.is_nested(state):
                        raise ValueError("Expected state to be a tuple of length %d, but received: %s" % (len(self.state_size), state))
                    own = state[i]
                else:
                    own = tf.slice(state, [0, position], [-1, cell.state_size])
                    position += cell.state_size
                inputs, new_state = cell(inputs, own)
                new_states.append(new_state)
        return inputs, tuple(new_states) if self._state_is_tuple else tf.concat(new_states, 1)
