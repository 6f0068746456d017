# Functions over the elements of tensors: TensorFlow 1.15, python/ops/map_fn.py and functional_ops.py.

import contextlib

import tensorflow as tf
from _namescape_library import nest

is_nested = nest.is_nested


@contextlib.contextmanager
def _caching_variables():
    """What get_variable() gives in a loop is read once, outside of it."""
    scope = tf.get_variable_scope()
    was_none = scope.caching_device is None
    if was_none:
        scope.set_caching_device(lambda op: op.device)
    yield
    if was_none:
        scope.set_caching_device(None)


def _leaves(structure):
    return nest.flatten(structure) if is_nested(structure) else [structure]


def _packed(structure, leaves):
    return nest.pack_sequence_as(structure, leaves) if is_nested(structure) else leaves[0]


def _length(elem):
    return elem.shape[0].value or tf.shape(elem)[0]


def _unstacked(elem, size):
    return tf.TensorArray(dtype=elem.dtype, size=size, dynamic_size=False, infer_shape=True).unstack(elem)


def _restore_length(results, elems):
    length = elems[0].get_shape().with_rank_at_least(1)[0]
    for elem in elems[1:]:
        length = length.merge_with(elem.get_shape().with_rank_at_least(1)[0])
    for result in results:
        result.set_shape(tf.TensorShape([length]).concatenate(result.get_shape()[1:]))


def map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    given = _leaves(elems)
    with tf.name_scope(name, "map", given), _caching_variables():
        tensors = [tf.convert_to_tensor(elem, name="elem") for elem in given]
        dtype = dtype or _packed(elems, [tensor.dtype for tensor in tensors])
        if tensors[0].shape.ndims is not None and tensors[0].shape.ndims < 1:
            if len(tensors) == 1:
                raise ValueError("elems must be a 1+ dimensional Tensor, not a scalar")
            raise ValueError("elements in elems must be 1+ dimensional Tensors, not scalars")
        n = _length(tensors[0])
        arrays = [tf.TensorArray(dtype=tensor.dtype, size=n, dynamic_size=False, infer_shape=True) for tensor in tensors]
        arrays = [array.unstack(tensor) for array, tensor in zip(arrays, tensors)]
        i = tf.constant(0)
        results = [tf.TensorArray(dtype=each, size=n, dynamic_size=False, infer_shape=infer_shape) for each in _leaves(dtype)]

        def compute(i, results):
            values = fn(_packed(elems, [array.read(i) for array in arrays]))
            nest.assert_same_structure(dtype or elems, values)
            results = [array.write(i, value) for array, value in zip(results, _leaves(values))]
            return (i + 1, results)

        _, results = tf.while_loop(lambda i, _: i < n, compute, (i, results), parallel_iterations=parallel_iterations or 10, maximum_iterations=n)
        stacked = [array.stack() for array in results]
        _restore_length(stacked, tensors)
        return _packed(dtype, stacked)


def foldl(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    with tf.name_scope(name, "foldl", [elems]), _caching_variables():
        n = _length([tf.convert_to_tensor(elem, name="elem") for elem in _leaves(elems)][0])
        arrays = nest.map_structure(lambda elem: _unstacked(elem, n), elems)
        if initializer is None:
            accumulated = nest.map_structure(lambda array: array.read(0), arrays)
            i = tf.constant(1)
        else:
            accumulated = initializer
            i = tf.constant(0)

        def compute(i, accumulated):
            accumulated = fn(accumulated, nest.map_structure(lambda array: array.read(i), arrays))
            return [i + 1, accumulated]

        return tf.while_loop(lambda i, _: i < n, compute, [i, accumulated], parallel_iterations=parallel_iterations, maximum_iterations=n)[1]


def foldr(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    with tf.name_scope(name, "foldr", [elems]), _caching_variables():
        n = _length([tf.convert_to_tensor(elem, name="elem") for elem in _leaves(elems)][0])
        arrays = nest.map_structure(lambda elem: _unstacked(elem, n), elems)
        if initializer is None:
            i = n - 1
            accumulated = nest.map_structure(lambda array: array.read(i), arrays)
        else:
            i = n
            accumulated = initializer

        def compute(i, accumulated):
            i -= 1
            return [i, fn(accumulated, nest.map_structure(lambda array: array.read(i), arrays))]

        return tf.while_loop(lambda i, _: i > 0, compute, [i, accumulated], parallel_iterations=parallel_iterations, maximum_iterations=n)[1]


def scan(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False, name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    like = elems if initializer is None else initializer
    given = _leaves(elems)
    with tf.name_scope(name, "scan", given), _caching_variables():
        tensors = [tf.convert_to_tensor(elem, name="elem") for elem in given]
        n = tensors[0].shape[0].value
        if n is None:
            n = tf.shape(tensors[0])[0]
        arrays = [tf.TensorArray(dtype=tensor.dtype, size=n, dynamic_size=False, element_shape=tensor.shape[1:], infer_shape=True) for tensor in tensors]
        arrays = [array.unstack(tensor) for array, tensor in zip(arrays, tensors)]
        if initializer is None:
            accumulated = [array.read(n - 1 if reverse else 0) for array in arrays]
            i = 1
        else:
            accumulated = [tf.convert_to_tensor(each) for each in _leaves(initializer)]
            i = 0
        results = [tf.TensorArray(dtype=each.dtype, size=n, element_shape=each.shape if infer_shape else None, dynamic_size=False, infer_shape=infer_shape)
                   for each in accumulated]
        if initializer is None:
            results = [array.write(n - 1 if reverse else 0, value) for array, value in zip(results, accumulated)]

        def compute(i, accumulated, results):
            elements = _packed(elems, [array.read(i) for array in arrays])
            values = fn(_packed(like, accumulated), elements)
            nest.assert_same_structure(like, values)
            values = _leaves(values)
            results = [array.write(i, value) for array, value in zip(results, values)]
            return (i - 1 if reverse else i + 1, values, results)

        if reverse:
            i = n - 1 - i
            goes_on = lambda i, _, __: i >= 0
        else:
            goes_on = lambda i, _, __: i < n
        _, _, results = tf.while_loop(goes_on, compute, (i, accumulated, results), parallel_iterations=parallel_iterations, maximum_iterations=n)
        stacked = [array.stack() for array in results]
        _restore_length(stacked, tensors)
        return _packed(like, stacked)
