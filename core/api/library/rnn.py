# Recurrent networks: TensorFlow 1.15, python/ops/rnn.py.

import tensorflow as tf
from _namescape_control_flow import is_in_loop
from _namescape_library import nest, rnn_cells
from _namescape_tensors import static_values

concatenated = rnn_cells.concatenated


def _cache_variables(scope):
    # In a loop each iteration reads them anew.
    if not is_in_loop() and scope.caching_device is None:
        scope.set_caching_device(lambda op: op.device)


def _transposed(x):
    """Batch and time exchanged."""
    shape = x.get_shape()
    if shape.ndims is not None and shape.ndims < 2:
        return x
    rank = tf.rank(x)
    result = tf.transpose(x, tf.concat(([1, 0], tf.range(2, rank)), axis=0))
    result.set_shape(tf.TensorShape([shape[1].value, shape[0].value]).concatenate(shape[2:]))
    return result


def _batch_size(inputs):
    for each in inputs:
        if each.shape.ndims is None:
            continue
        if each.shape.ndims < 2:
            raise ValueError("Expected input tensor %s to have rank at least 2" % each)
        if each.shape[1].value is not None:
            return each.shape[1].value
    return tf.shape(inputs[0])[1]


def _state_dtype(dtype, state):
    if dtype is not None:
        return dtype
    if not nest.is_nested(state):
        return state.dtype
    found = [leaf.dtype for leaf in nest.flatten(state)]
    if not found:
        raise ValueError("Unable to infer dtype from empty state.")
    if not all(each == found[0] for each in found):
        raise ValueError("State has tensors of different inferred_dtypes. Unable to infer a single representative dtype.")
    return found[0]


def _static_size(size):
    return tf.TensorShape(static_values(size)) if isinstance(size, tf.Tensor) else size


def _initial_state(cell, initial_state, batch_size, dtype, message):
    if initial_state is not None:
        return initial_state
    if not dtype:
        raise ValueError(message)
    if getattr(cell, "get_initial_state", None) is not None:
        return cell.get_initial_state(inputs=None, batch_size=batch_size, dtype=dtype)
    return cell.zero_state(batch_size, dtype)


class _Lengths(object):
    """How long each sequence of a batch is, and a step that keeps the state of those that have ended."""

    def __init__(self, lengths, zero_output):
        self.lengths, self.zero_output = lengths, zero_output
        self.least, self.most = tf.reduce_min(lengths), tf.reduce_max(lengths)

    def step(self, time, state, call_cell, skip_conditionals=False):
        old_state, zeros = nest.flatten(state), nest.flatten(self.zero_output)
        has_ended = time >= self.lengths

        def chosen(old, new):
            if type(old).__name__ == "TensorArray" or old.shape.ndims == 0:
                return new
            with tf.colocate_with(new):
                return tf.where(has_ended, old, new)

        def computed():
            output, new_state = call_cell()
            nest.assert_same_structure(self.zero_output, output)
            nest.assert_same_structure(state, new_state)
            return nest.flatten(output), nest.flatten(new_state)

        def copied(output, new_state):
            output = [chosen(zero, new) for zero, new in zip(zeros, output)]
            return output + [chosen(old, new) for old, new in zip(old_state, new_state)]

        def copied_where_some_ended():
            output, new_state = computed()
            return tf.cond(time < self.least, lambda: output + new_state, lambda: copied(output, new_state))

        if skip_conditionals:
            results = copied(*computed())
        else:
            results = tf.cond(time >= self.most, lambda: zeros + old_state, copied_where_some_ended)
        for result, like in zip(results, zeros + old_state):
            if type(result).__name__ != "TensorArray":
                result.set_shape(like.get_shape())
        return nest.pack_sequence_as(self.zero_output, results[:len(zeros)]), nest.pack_sequence_as(state, results[len(zeros):])


def static_rnn(cell, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
    rnn_cells.assert_like_cell("cell", cell)
    if not nest.is_nested(inputs):
        raise TypeError("inputs must be a sequence")
    if not inputs:
        raise ValueError("inputs must not be empty")
    outputs = []
    with tf.variable_scope(scope or "rnn") as varscope:
        _cache_variables(varscope)
        first = nest.flatten(inputs)[0]
        fixed_batch_size = _common_batch_size(inputs, first)
        batch_size = fixed_batch_size.value or tf.shape(first)[0]
        state = _initial_state(cell, initial_state, batch_size, dtype, "If no initial_state is provided, dtype must be specified")
        lengths = None
        if sequence_length is not None:
            lengths = _static_lengths(cell, sequence_length, batch_size, fixed_batch_size, _state_dtype(dtype, state))
        for time, each in enumerate(inputs):
            if time > 0:
                varscope.reuse_variables()
            if lengths is not None:
                output, state = lengths.step(time, state, lambda: cell(each, state))
            else:
                output, state = cell(each, state)
            outputs.append(output)
        return (outputs, state)


def _common_batch_size(inputs, first):
    if first.get_shape().ndims == 1:
        return first.get_shape()[0]
    common = first.get_shape().with_rank_at_least(2)[0]
    for each in nest.flatten(inputs):
        shape = each.get_shape().with_rank_at_least(2)
        common.merge_with(shape[0])
        for i, size in enumerate(shape[1:].dims):
            if size.value is None:
                raise ValueError("Input size (dimension %d of inputs) must be accessible via shape inference, but saw value None." % i)
    return common


def _static_lengths(cell, sequence_length, batch_size, fixed_batch_size, dtype):
    sequence_length = tf.convert_to_tensor(sequence_length, name="sequence_length")
    if sequence_length.get_shape().ndims not in (None, 1):
        raise ValueError("sequence_length must be a vector of length batch_size")

    def zeros(size):
        output = tf.zeros(concatenated(batch_size, size), dtype)
        output.set_shape(concatenated(fixed_batch_size.value, size, static=True))
        return output

    zero_output = nest.map_structure(zeros, cell.output_size)
    return _Lengths(tf.cast(sequence_length, tf.int32), zero_output)


def static_state_saving_rnn(cell, inputs, state_saver, state_name, sequence_length=None, scope=None):
    if nest.is_nested(cell.state_size) != nest.is_nested(state_name):
        raise ValueError("state_name should be the same type as cell.state_size.  state_name: %s, cell.state_size: %s" % (str(state_name), str(cell.state_size)))
    names = nest.flatten(state_name)
    initial = nest.pack_sequence_as(cell.state_size, [state_saver.state(name) for name in names])
    outputs, state = static_rnn(cell, inputs, initial_state=initial, sequence_length=sequence_length, scope=scope)
    saved = [state_saver.save_state(name, each) for name, each in zip(names, nest.flatten(state))]
    with tf.control_dependencies(saved):
        outputs[-1] = nest.map_structure(tf.identity, outputs[-1])
    return (outputs, state)


def _reversed_sequence(inputs, lengths):
    if lengths is None:
        return list(reversed(inputs))
    columns = []
    for sequence in zip(*[nest.flatten(each) for each in inputs]):
        shape = tf.TensorShape([None] * sequence[0].get_shape().ndims) if sequence[0].get_shape().ndims is not None else tf.TensorShape(None)
        for each in sequence:
            shape.merge_with(each.get_shape())
            each.set_shape(shape)
        joined = tf.reverse_sequence(tf.stack(sequence), lengths, 0, 1)
        column = tf.unstack(joined)
        for each in column:
            each.set_shape(shape)
        columns.append(column)
    return [nest.pack_sequence_as(like, list(leaves)) for like, leaves in zip(inputs, zip(*columns))]


def static_bidirectional_rnn(cell_fw, cell_bw, inputs, initial_state_fw=None, initial_state_bw=None, dtype=None, sequence_length=None, scope=None):
    rnn_cells.assert_like_cell("cell_fw", cell_fw)
    rnn_cells.assert_like_cell("cell_bw", cell_bw)
    if not nest.is_nested(inputs):
        raise TypeError("inputs must be a sequence")
    if not inputs:
        raise ValueError("inputs must not be empty")
    with tf.variable_scope(scope or "bidirectional_rnn"):
        with tf.variable_scope("fw") as fw_scope:
            output_fw, state_fw = static_rnn(cell_fw, inputs, initial_state_fw, dtype, sequence_length, scope=fw_scope)
        with tf.variable_scope("bw") as bw_scope:
            backwards = _reversed_sequence(inputs, sequence_length)
            output_bw, state_bw = static_rnn(cell_bw, backwards, initial_state_bw, dtype, sequence_length, scope=bw_scope)
    output_bw = _reversed_sequence(output_bw, sequence_length)
    outputs = tuple(tf.concat([forward, backward], 1) for forward, backward in zip(nest.flatten(output_fw), nest.flatten(output_bw)))
    return (nest.pack_sequence_as(output_fw, list(outputs)), state_fw, state_bw)


def dynamic_rnn(cell, inputs, sequence_length=None, initial_state=None, dtype=None, parallel_iterations=None, swap_memory=False, time_major=False, scope=None):
    rnn_cells.assert_like_cell("cell", cell)
    with tf.variable_scope(scope or "rnn") as varscope:
        _cache_variables(varscope)
        flat = nest.flatten(inputs)
        if not time_major:
            flat = [tf.convert_to_tensor(each) for each in flat]
            flat = [_transposed(each) for each in flat]
        if sequence_length is not None:
            sequence_length = tf.cast(sequence_length, tf.int32)
            if sequence_length.get_shape().ndims not in (None, 1):
                raise ValueError("sequence_length must be a vector of length batch_size, but saw shape: %s" % sequence_length.get_shape())
            sequence_length = tf.identity(sequence_length, name="sequence_length")
        batch_size = _batch_size(flat)
        state = _initial_state(cell, initial_state, batch_size, dtype, "If there is no initial_state, you must give a dtype.")
        if sequence_length is not None:
            with tf.control_dependencies([_assert_has_shape(sequence_length, [batch_size])]):
                sequence_length = tf.identity(sequence_length, name="CheckSeqLen")
        inputs = nest.pack_sequence_as(inputs, flat)
        outputs, final_state = _loop(cell, inputs, state, parallel_iterations or 32, swap_memory, sequence_length, dtype)
        if not time_major:
            outputs = nest.map_structure(_transposed, outputs)
        return (outputs, final_state)


def _assert_has_shape(x, shape):
    found = tf.shape(x)
    wanted = tf.stack(shape)
    return tf.Assert(tf.reduce_all(tf.equal(found, wanted)), ["Expected shape for Tensor %s is " % x.name, wanted, " but saw shape: ", found])


def _check_shapes(shapes):
    time_steps, batch_size = shapes[0].as_list()[:2]
    for shape in shapes:
        if not shape[2:].is_fully_defined():
            raise ValueError("Input size (depth of inputs) must be accessible via shape inference, but saw value None.")
        if shape[0].value != time_steps:
            raise ValueError("Time steps is not the same for all the elements in the input in a batch.")
        if shape[1].value != batch_size:
            raise ValueError("Batch_size is not the same for all the elements in the input.")
    return time_steps, batch_size


def _loop(cell, inputs, state, parallel_iterations, swap_memory, sequence_length, dtype):
    flat, sizes = nest.flatten(inputs), nest.flatten(cell.output_size)
    time_steps = tf.shape(flat[0])[0]
    batch_size = _batch_size(flat)
    shapes = [each.get_shape().with_rank_at_least(3) for each in flat]
    known_steps, known_batch_size = _check_shapes(shapes)
    zero_output = nest.pack_sequence_as(cell.output_size, [tf.zeros(concatenated(batch_size, size), _state_dtype(dtype, state)) for size in sizes])
    lengths = _Lengths(sequence_length, zero_output) if sequence_length is not None else None
    time = tf.constant(0, dtype=tf.int32, name="time")
    with tf.name_scope("dynamic_rnn") as base_name:
        pass

    def array(name, element_shape, element_type):
        return tf.TensorArray(dtype=element_type, size=time_steps, element_shape=element_shape, tensor_array_name=base_name + name)

    output_arrays = tuple([array("output_%d" % i, tf.TensorShape([known_batch_size]).concatenate(_static_size(size)), _state_dtype(dtype, state))
                           for i, size in enumerate(sizes)])
    input_arrays = [array("input_%d" % i, each.shape[1:], each.dtype) for i, each in enumerate(flat)]
    input_arrays = [each_array.unstack(each) for each_array, each in zip(input_arrays, flat)]

    def step(time, outputs, state):
        read = [each.read(time) for each in input_arrays]
        for each, shape in zip(read, shapes):
            each.set_shape(shape[1:])
        now = nest.pack_sequence_as(inputs, read)
        if lengths is not None:
            output, new_state = lengths.step(time, state, lambda: cell(now, state), skip_conditionals=True)
        else:
            output, new_state = cell(now, state)
        outputs = tuple([each_array.write(time, each) for each_array, each in zip(outputs, nest.flatten(output))])
        return (time + 1, outputs, new_state)

    # At least one step, so that the arrays learn the size of the batch.
    bound = tf.minimum(time_steps, tf.maximum(1, time_steps if lengths is None else lengths.most))
    _, output_arrays, final_state = tf.while_loop(lambda time, *_: time < bound, step, (time, output_arrays, state), parallel_iterations=parallel_iterations,
                                                  maximum_iterations=time_steps, swap_memory=swap_memory)
    outputs = [each.stack() for each in output_arrays]
    for output, size in zip(outputs, sizes):
        output.set_shape(concatenated([known_steps, known_batch_size], size, static=True))
    return nest.pack_sequence_as(cell.output_size, outputs), final_state


def bidirectional_dynamic_rnn(cell_fw, cell_bw, inputs, sequence_length=None, initial_state_fw=None, initial_state_bw=None, dtype=None, parallel_iterations=None,
                              swap_memory=False, time_major=False, scope=None):
    rnn_cells.assert_like_cell("cell_fw", cell_fw)
    rnn_cells.assert_like_cell("cell_bw", cell_bw)
    time_axis, batch_axis = (0, 1) if time_major else (1, 0)

    def reverse(value):
        if sequence_length is not None:
            return tf.reverse_sequence(input=value, seq_lengths=sequence_length, seq_axis=time_axis, batch_axis=batch_axis)
        return tf.reverse(value, axis=[time_axis])

    common = dict(sequence_length=sequence_length, dtype=dtype, parallel_iterations=parallel_iterations, swap_memory=swap_memory, time_major=time_major)
    with tf.variable_scope(scope or "bidirectional_rnn"):
        with tf.variable_scope("fw") as fw_scope:
            output_fw, state_fw = dynamic_rnn(cell=cell_fw, inputs=inputs, initial_state=initial_state_fw, scope=fw_scope, **common)
        with tf.variable_scope("bw") as bw_scope:
            backwards = nest.map_structure(reverse, inputs)
            output_bw, state_bw = dynamic_rnn(cell=cell_bw, inputs=backwards, initial_state=initial_state_bw, scope=bw_scope, **common)
    return ((output_fw, reverse(output_bw)), (state_fw, state_bw))


def raw_rnn(cell, loop_fn, parallel_iterations=None, swap_memory=False, scope=None):
    rnn_cells.assert_like_cell("cell", cell)
    if not callable(loop_fn):
        raise TypeError("loop_fn must be a callable")
    with tf.variable_scope(scope or "rnn") as varscope:
        _cache_variables(varscope)
        time = tf.constant(0, dtype=tf.int32)
        ended, next_input, state, emit_structure, first_loop_state = loop_fn(time, None, None, None)
        flat = nest.flatten(next_input)
        loop_state = first_loop_state if first_loop_state is not None else tf.constant(0, dtype=tf.int32)
        common = flat[0].get_shape()[0]
        for each in flat:
            common.merge_with(each.get_shape()[0])
        batch_size = common.value if common.value is not None else tf.shape(flat[0])[0]
        nest.assert_same_structure(state, cell.state_size)
        state = nest.pack_sequence_as(state, [tf.convert_to_tensor(each) for each in nest.flatten(state)])
        if emit_structure is not None:
            emitted = nest.flatten(emit_structure)
            sizes = [each.shape if each.shape.is_fully_defined() else tf.shape(each) for each in emitted]
            dtypes = [each.dtype for each in emitted]
        else:
            emit_structure = cell.output_size
            sizes = nest.flatten(emit_structure)
            dtypes = [nest.flatten(state)[0].dtype] * len(sizes)
        arrays = [tf.TensorArray(dtype=dtype, dynamic_size=True, element_shape=tf.TensorShape([common.value]).concatenate(_static_size(size)), size=0, name="rnn_output_%d" % i)
                  for i, (dtype, size) in enumerate(zip(dtypes, sizes))]
        arrays = nest.pack_sequence_as(emit_structure, arrays)
        zero_emit = nest.pack_sequence_as(emit_structure, [tf.zeros(concatenated(batch_size, size), dtype) for size, dtype in zip(sizes, dtypes)])

        def goes_on(_, ended, *__):
            return tf.logical_not(tf.reduce_all(ended))

        def step(time, ended, current, arrays, state, loop_state):
            output, cell_state = cell(current, state)
            nest.assert_same_structure(state, cell_state)
            nest.assert_same_structure(cell.output_size, output)
            next_time = time + 1
            next_ended, next_input, next_state, emit, next_loop_state = loop_fn(next_time, output, cell_state, loop_state)
            nest.assert_same_structure(state, next_state)
            nest.assert_same_structure(current, next_input)
            nest.assert_same_structure(arrays, emit)

            def chosen(old, new):
                if type(old).__name__ == "TensorArray" or old.shape.ndims == 0:
                    return new
                with tf.colocate_with(new):
                    return tf.where(ended, old, new)

            emit = nest.map_structure(chosen, zero_emit, emit)
            next_state = nest.map_structure(chosen, state, next_state)
            arrays = nest.map_structure(lambda array, each: array.write(time, each), arrays, emit)
            return (next_time, tf.logical_or(ended, next_ended), next_input, arrays, next_state, loop_state if next_loop_state is None else next_loop_state)

        returned = tf.while_loop(goes_on, step, loop_vars=[time, ended, next_input, arrays, state, loop_state], parallel_iterations=parallel_iterations or 32,
                                 swap_memory=swap_memory)
        arrays, final_state, final_loop_state = returned[-3:]
        return (arrays, final_state, None if first_loop_state is None else final_loop_state)
