# Loops and cases: TensorFlow 1.15, python/ops/control_flow_ops.py.

import functools

import tensorflow as tf
from _namescape_control_flow import build_while_loop


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
            return build_while_loop(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure)

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
        return build_while_loop(goes_on, step, counted, shape_invariants, parallel_iterations, True)[1]


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    pairs = list(pred_fn_pairs.items()) if isinstance(pred_fn_pairs, dict) else list(pred_fn_pairs)
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError("Each entry in pred_fn_pairs must be a 2-tuple")
        if not callable(pair[1]):
            raise TypeError("fn for pred {} must be callable.".format(pair[0].name))
    predicates = [pair[0] for pair in pairs]
    actions = [pair[1] for pair in pairs]
    with tf.name_scope(name, "case", predicates):
        if default is None:
            default = _last_resort(predicates, actions)
            predicates, actions = predicates[:-1], actions[:-1]
        action = default
        for predicate, when_true in reversed(list(zip(predicates, actions))):
            action = functools.partial(tf.cond, predicate, true_fn=when_true, false_fn=action, strict=strict)
        return action()


def _last_resort(predicates, actions):
    def run():
        data = ("Input error: None of conditions evaluated as True:", tf.stack(predicates, name="preds_c"))
        with tf.control_dependencies([tf.Assert(predicates[-1], data=data)]):
            return actions[-1]()

    return run


def _leaves(structure):
    if isinstance(structure, dict):
        structure = [structure[key] for key in sorted(structure)]
    if not isinstance(structure, (list, tuple)):
        return [structure]
    return [leaf for element in structure for leaf in _leaves(element)]
