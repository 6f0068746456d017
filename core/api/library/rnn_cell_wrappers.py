# Cells around cells: TensorFlow 1.15, python/ops/rnn_cell_wrapper_impl.py and rnn_cell_impl.py.

import tensorflow as tf
from _namescape_library import nest, nn, rnn_cells
from _namescape_tensors import is_number, static_values


class _Wrapper(rnn_cells.RNNCell):
    def __init__(self, cell, *args, **kwargs):
        super(_Wrapper, self).__init__(*args, **kwargs)
        rnn_cells.assert_like_cell("cell", cell)
        self.cell = cell

    @property
    def wrapped_cell(self):
        return self.cell

    @property
    def state_size(self):
        return self.cell.state_size

    @property
    def output_size(self):
        return self.cell.output_size

    @property
    def trainable_weights(self):
        return self.cell.trainable_weights

    @property
    def non_trainable_weights(self):
        return self.cell.non_trainable_weights

    def zero_state(self, batch_size, dtype):
        with tf.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self.cell.zero_state(batch_size, dtype)

    def __call__(self, inputs, state, scope=None):
        return self._call_wrapped_cell(inputs, state, self.cell.__call__, scope=scope)


class DropoutWrapper(_Wrapper):
    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0, state_keep_prob=1.0, variational_recurrent=False, input_size=None, dtype=None, seed=None,
                 dropout_state_filter_visitor=None, **kwargs):
        super(DropoutWrapper, self).__init__(cell, dtype=dtype, **kwargs)
        if dropout_state_filter_visitor is not None and not callable(dropout_state_filter_visitor):
            raise TypeError("dropout_state_filter_visitor must be callable")
        self._filter = dropout_state_filter_visitor or _all_but_memory
        with tf.name_scope("DropoutWrapperInit"):
            self._input_keep_prob = _probability(input_keep_prob, "input_keep_prob")
            self._state_keep_prob = _probability(state_keep_prob, "state_keep_prob")
            self._output_keep_prob = _probability(output_keep_prob, "output_keep_prob")
        self._variational_recurrent, self._seed = variational_recurrent, seed
        self._input_noise = self._state_noise = self._output_noise = None
        if variational_recurrent:
            self._make_noise(input_size, dtype)

    def _make_noise(self, input_size, dtype):
        if dtype is None:
            raise ValueError("When variational_recurrent=True, dtype must be provided")

        def noise(salt):
            def made(index, size):
                shape = tf.concat(([1], tf.TensorShape(size).as_list()), 0)
                return tf.random_uniform(shape, seed=self._seed_of(salt, index), dtype=dtype)

            return made

        if _is_dropping(self._input_keep_prob):
            if input_size is None:
                raise ValueError("When variational_recurrent=True and input_keep_prob < 1.0 or is unknown, input_size must be provided")
            self._input_noise = _map_up_to(input_size, noise("input"), input_size)
        self._state_noise = _map_up_to(self.cell.state_size, noise("state"), self.cell.state_size)
        self._output_noise = _map_up_to(self.cell.output_size, noise("output"), self.cell.output_size)

    def _seed_of(self, salt, index):
        if self._seed is None:
            return None
        import hashlib
        text = str(self._seed) + "%s_%d" % (salt, index)
        return int(hashlib.md5(text.encode("utf-8")).hexdigest()[:8], 16) & 0x7FFFFFFF

    def _dropped(self, values, salt, noise, keep_prob, chosen=None):
        def dropped(index, is_chosen, value, value_noise=None):
            if isinstance(is_chosen, bool) and not is_chosen:
                return value
            if not self._variational_recurrent:
                return nn.dropout_v2(value, rate=1. - keep_prob, seed=self._seed_of(salt, index))
            kept = tf.floor(keep_prob + value_noise)
            result = tf.div(value, keep_prob) * kept
            result.set_shape(value.get_shape())
            return result

        chosen = values if chosen is None else chosen
        return _map_up_to(chosen, dropped, chosen, values, *([noise] if self._variational_recurrent else []))

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        if _is_dropping(self._input_keep_prob):
            inputs = self._dropped(inputs, "input", self._input_noise, self._input_keep_prob)
        output, new_state = call(inputs, state, **kwargs)
        if _is_dropping(self._state_keep_prob):
            new_state = self._dropped(new_state, "state", self._state_noise, self._state_keep_prob, _chosen(self._filter, new_state))
        if _is_dropping(self._output_keep_prob):
            output = self._dropped(output, "output", self._output_noise, self._output_keep_prob)
        return output, new_state


def _probability(value, name):
    tensor = tf.convert_to_tensor(value)
    known = static_values(tensor)
    if known is None:
        return tensor
    if known < 0 or known > 1:
        raise ValueError("Parameter %s must be between 0 and 1: %d" % (name, known))
    return float(known)


def _is_dropping(probability):
    return not is_number(probability) or probability < 1


def _all_but_memory(structure):
    if isinstance(structure, rnn_cells.LSTMStateTuple):
        return rnn_cells.LSTMStateTuple(c=False, h=True)
    return type(structure).__name__ != "TensorArray"


def _like(structure, elements):
    if isinstance(structure, list):
        return elements
    return type(structure)(*elements) if hasattr(structure, "_fields") else tuple(elements)


def _chosen(choose, structure):
    """For each part of the structure whether it is chosen; a part that is not chosen is not looked into."""
    choice = choose(structure)
    if not nest.is_nested(structure):
        if not isinstance(choice, bool):
            raise TypeError("traverse_fn returned structure: %s for non-structure: %s" % (choice, structure))
        return choice
    if isinstance(choice, bool):
        return _like(structure, [_chosen(choose, each) for each in structure]) if choice else False
    return _like(structure, [_chosen(choose, each) if one else False for one, each in zip(choice, structure)])


def _map_up_to(shallow, function, *structures):
    """The function of a number and the parts of the structures that stand where `shallow` has leaves."""
    counter = [0]

    def mapped(shallow, parts):
        if nest.is_nested(shallow):
            return _like(shallow, [mapped(each, [part[index] for part in parts]) for index, each in enumerate(shallow)])
        counter[0] += 1
        return function(counter[0] - 1, *parts)

    return mapped(shallow, structures)


class ResidualWrapper(_Wrapper):
    def __init__(self, cell, residual_fn=None, **kwargs):
        super(ResidualWrapper, self).__init__(cell, **kwargs)
        self._residual_fn = residual_fn

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        outputs, new_state = call(inputs, state, **kwargs)
        combined = (self._residual_fn or _added)(inputs, outputs)
        nest.map_structure(_check_shapes, outputs, combined)
        return combined, new_state


def _check_shapes(first, second):
    first.get_shape().assert_is_compatible_with(second.get_shape())


def _added(inputs, outputs):
    nest.assert_same_structure(inputs, outputs)
    nest.map_structure(_check_shapes, inputs, outputs)
    return nest.map_structure(lambda given, made: given + made, inputs, outputs)


class DeviceWrapper(_Wrapper):
    def __init__(self, cell, device, **kwargs):
        super(DeviceWrapper, self).__init__(cell, **kwargs)
        self._device = device

    def zero_state(self, batch_size, dtype):
        with tf.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            with tf.device(self._device):
                return self.cell.zero_state(batch_size, dtype)

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        with tf.device(self._device):
            return call(inputs, state, **kwargs)
