# Loops and cases: TensorFlow 1.15, python/ops/control_flow_ops.py.

import collections
import functools

import tensorflow as tf
from _namescape_control_flow import build_while_loop
from _namescape_tensors import flatten, pack


def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None,
               maximum_iterations=None, return_same_structure=False):
    if not loop_vars:
        raise ValueError("No loop variables provided")
    with tf.name_scope(name, "while", _leaves(loop_vars)):
        if not callable(cond):
            raise TypeError("cond must be callable.")
        if not callable(body):
            raise TypeError("body must be callable.")
        if parallel_iterations < 1:
            raise TypeError("parallel_iterations must be a positive integer.")
        if maximum_iterations is None:
            return _build(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure)

        limit = tf.convert_to_tensor(maximum_iterations, name="maximum_iterations")
        if limit.shape.ndims != 0:
            raise ValueError("maximum_iterations must be a scalar, saw shape: %s" % limit.shape)
        counter = tf.constant(0, dtype=limit.dtype, name="iteration_counter")
        if shape_invariants is not None:
            shape_invariants = [tf.TensorShape([])] + list(shape_invariants)
        if len(loop_vars) == 1:
            counted = (counter, loop_vars[0])
            goes_on = lambda i, value: tf.logical_and(i < limit, cond(value))
            step = lambda i, value: (i + 1, body(value))
        else:
            counted = (counter, loop_vars)
            goes_on = lambda i, values: tf.logical_and(i < limit, cond(*values))
            step = lambda i, values: (i + 1, body(*values))
        return _build(goes_on, step, counted, shape_invariants, parallel_iterations, True)[1]


def _is_array(value):
    return type(value).__name__ == "TensorArray"


def _build(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure):
    given = flatten(loop_vars)
    if not any(_is_array(leaf) for leaf in given):
        return build_while_loop(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure)
    # A TensorArray goes through the loop as its flow.
    results = []

    def flowing(structure):
        return pack(structure, [leaf.flow if _is_array(leaf) else leaf for leaf in flatten(structure)])

    def step(*arguments):
        result = body(*_with_arrays(given, arguments))
        results.extend(flatten(result))
        return flowing(result)

    exits = build_while_loop(lambda *arguments: cond(*_with_arrays(given, arguments)), step, flowing(loop_vars), shape_invariants, parallel_iterations, return_same_structure)
    return _with_arrays(results, exits)


def _with_arrays(originals, structure):
    """The structure with arrays of these flows where the originals are arrays."""
    leaves = [original.with_flow(leaf) if _is_array(original) else leaf for original, leaf in zip(originals, flatten(structure))]
    return pack(structure, leaves)


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    predicates, actions = _checked_pairs(pred_fn_pairs)
    with tf.name_scope(name, "case", predicates):
        if default is None:
            default, predicates, actions = _last_as_default(predicates, actions)
        action = default
        for predicate, when_true in reversed(list(zip(predicates, actions))):
            action = functools.partial(tf.cond, predicate, true_fn=when_true, false_fn=action, strict=strict)
        if not exclusive:
            return action()
        with tf.control_dependencies([_at_most(1, predicates, "Input error: exclusive=True")]):
            return action()


def _checked_pairs(pred_fn_pairs):
    if not isinstance(pred_fn_pairs, (list, tuple, dict)):
        raise TypeError("fns must be a list, tuple, or dict")
    if isinstance(pred_fn_pairs, collections.OrderedDict):
        pred_fn_pairs = pred_fn_pairs.items()
    elif isinstance(pred_fn_pairs, dict):
        pred_fn_pairs = sorted(pred_fn_pairs.items(), key=lambda item: item[0].name)
    for pair in pred_fn_pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError("Each entry in pred_fn_pairs must be a 2-tuple")
        pred, fn = pair
        if not isinstance(pred, tf.Tensor):
            raise TypeError("pred must be a Tensor, got: %s" % (pred,))
        if pred.dtype != tf.bool:
            raise TypeError("pred must be Tensor of type bool: %s" % pred.name)
        if not callable(fn):
            raise TypeError("fn for pred %s must be callable." % pred.name)
    predicates, actions = zip(*pred_fn_pairs)
    return predicates, actions


def _last_as_default(predicates, actions):
    last = len(predicates) - 1

    def default():
        others = "Implementation error: selected default action #%d was called, but some of other predicates are True: " % last
        none_true = ("Input error: None of conditions evaluated as True:", tf.stack(predicates, name="preds_c"))
        with tf.control_dependencies([_at_most(0, predicates[:last], others), tf.Assert(predicates[last], data=none_true)]):
            return actions[last]()

    return default, predicates[:last], actions[:last]


def _at_most(count, predicates, message):
    together = tf.stack(predicates, name="preds_c")
    true_ones = tf.reduce_sum(tf.cast(together, tf.int32), name="num_true_conds")
    condition = tf.less_equal(true_ones, tf.constant(count, name="n_true_conds"))
    names = ", ".join(getattr(predicate, "name", "?") for predicate in predicates)
    return tf.Assert(condition, data=["%s: more than %d conditions (%s) evaluated as True:" % (message, count, names), together], summarize=len(predicates))


def _leaves(structure):
    if isinstance(structure, dict):
        structure = [structure[key] for key in sorted(structure)]
    if not isinstance(structure, (list, tuple)):
        return [structure]
    return [leaf for element in structure for leaf in _leaves(element)]
