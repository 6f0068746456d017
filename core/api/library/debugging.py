# Checks and printing: TensorFlow 1.15, python/ops/check_ops.py, control_flow_ops.py and logging_ops.py.

import numpy as np
import tensorflow as tf
from _namescape_tensors import static_values

raw = tf.raw_ops


def Assert(condition, data, summarize=None, name=None):
    with tf.name_scope(name, "Assert", [condition, data]):
        tensors = [tf.convert_to_tensor(each) for each in data]
        if all(each.dtype in (tf.string, tf.int32) for each in tensors):
            return raw.Assert(condition=condition, data=data, summarize=summarize, name="Assert")
        condition = tf.convert_to_tensor(condition, name="Condition")

        def assertion():
            return raw.Assert(condition=condition, data=data, summarize=summarize, name="Assert")

        return tf.cond(condition, tf.no_op, assertion, name="AssertGuard").op


def Print(input_, data, message=None, first_n=None, summarize=None, name=None):
    return raw.Print(input=input_, data=data, message=message, first_n=first_n, summarize=summarize, name=name)


def print_v2(*inputs, **kwargs):
    name = kwargs.pop("name", None)
    end = kwargs.pop("end", "\n")
    template = " ".join("{}" if isinstance(each, tf.Tensor) else str(each) for each in inputs)
    tensors = [each for each in inputs if isinstance(each, tf.Tensor)]
    text = tf.strings.format(template, tensors)
    return raw.PrintV2(input=text, output_stream="stderr", end=end, name=name)


def _text_of(element):
    if not isinstance(element, tf.Tensor):
        return str(element)
    value = static_values(element)
    return str(np.array(value)) if value is not None else element


def _binary(name, compare, holds, symbol, x, y, data, summarize, message, scope_name):
    with tf.name_scope(scope_name, name, [x, y, data]):
        x = tf.convert_to_tensor(x, name="x")
        y = tf.convert_to_tensor(y, name="y")
        if data is None:
            data = ["Condition x %s y did not hold element-wise:" % symbol, "x (%s) = " % x.name, x, "y (%s) = " % y.name, y]
        if message is not None:
            data = [message] + list(data)
        condition = tf.reduce_all(compare(x, y))
        x_static, y_static = static_values(x), static_values(y)
        if x_static is not None and y_static is not None and not np.all(holds(np.array(x_static), np.array(y_static))):
            raise tf.errors.InvalidArgumentError(None, None, "\n".join([_text_of(each) for each in data]))
        return Assert(condition, data, summarize=summarize)


def assert_equal(x, y, data=None, summarize=None, message=None, name=None):
    with tf.name_scope(name, "assert_equal", [x, y, data]) as scope:
        if x is y:
            return tf.no_op("static_checks_determined_all_ok")
    return _binary("assert_equal", tf.equal, np.equal, "==", x, y, data, summarize, message, scope)


def assert_none_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _binary("assert_none_equal", tf.not_equal, np.not_equal, "!=", x, y, data, summarize, message, name)


def assert_less(x, y, data=None, summarize=None, message=None, name=None):
    return _binary("assert_less", tf.less, np.less, "<", x, y, data, summarize, message, name)


def assert_less_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _binary("assert_less_equal", tf.less_equal, np.less_equal, "<=", x, y, data, summarize, message, name)


def assert_greater(x, y, data=None, summarize=None, message=None, name=None):
    return _binary("assert_greater", tf.greater, np.greater, ">", x, y, data, summarize, message, name)


def assert_greater_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _binary("assert_greater_equal", tf.greater_equal, np.greater_equal, ">=", x, y, data, summarize, message, name)


def assert_positive(x, data=None, summarize=None, message=None, name=None):
    with tf.name_scope(name, "assert_positive", [x, data]):
        x = tf.convert_to_tensor(x, name="x")
        if data is None:
            data = [message or "", "Condition x > 0 did not hold element-wise:", "x (%s) = " % x.name, x]
        return assert_less(tf.constant(0, dtype=x.dtype), x, data=data, summarize=summarize)


def assert_non_negative(x, data=None, summarize=None, message=None, name=None):
    with tf.name_scope(name, "assert_non_negative", [x, data]):
        x = tf.convert_to_tensor(x, name="x")
        if data is None:
            data = [message or "", "Condition x >= 0 did not hold element-wise:", "x (%s) = " % x.name, x]
        return assert_less_equal(tf.constant(0, dtype=x.dtype), x, data=data, summarize=summarize)


def assert_rank(x, rank, data=None, summarize=None, message=None, name=None):
    return _ranks("assert_rank", "rank", lambda own, given: own == given[0], lambda own, given: tf.equal(own, given[0]), x, [rank], data, summarize, message, name)


def assert_rank_at_least(x, rank, data=None, summarize=None, message=None, name=None):
    return _ranks("assert_rank_at_least", "rank at least", lambda own, given: own >= given[0], lambda own, given: tf.greater_equal(own, given[0]), x, [rank], data, summarize,
                  message, name)


def assert_rank_in(x, ranks, data=None, summarize=None, message=None, name=None):
    def is_in(own, given):
        if len(given) < 1:
            return tf.convert_to_tensor(False)
        result = tf.equal(given[0], own)
        for each in given[1:]:
            result = tf.logical_or(result, tf.equal(each, own))
        return result

    return _ranks("assert_rank_in", "rank in", lambda own, given: own in given, is_in, x, ranks, data, summarize, message, name)


def _ranks(scope, wanted, holds, condition_of, x, ranks, data, summarize, message, name):
    with tf.name_scope(name, scope, [x] + list(ranks) + list(data or [])):
        x = tf.convert_to_tensor(x, name="x")
        ranks = [tf.convert_to_tensor(each, name="rank") for each in ranks]
        if data is None:
            data = [message or "", "Tensor %s must have %s" % (x.name, wanted)] + ranks + ["Received shape: ", tf.shape(x)]
        for each in ranks:
            assert_type(each, tf.int32)
        known, own = [static_values(each) for each in ranks], x.get_shape().ndims
        if not any(each is None for each in known):
            if any(isinstance(each, list) for each in known):
                raise ValueError("Rank must be a scalar.")
            if own is not None:
                if not holds(own, known):
                    given = tuple(known) if scope == "assert_rank_in" else known[0]
                    raise ValueError("%s.  Tensor %s must have %s %s.  Received rank %d, shape %s" % (message or "", x.name, wanted, given, own, x.get_shape()))
                return tf.no_op(name="static_checks_determined_all_ok")
        condition = condition_of(tf.rank(x), ranks)
        for each, value in zip(ranks, known):
            if value is None:
                check = assert_rank(each, 0, data=["Rank must be a scalar. Received rank: ", each])
                with tf.name_scope(None, "control_dependency", [check, condition]) as inner:
                    with tf.colocate_with(condition), tf.control_dependencies([check]):
                        condition = tf.identity(condition, name=inner)
        return Assert(condition, data, summarize=summarize)


def assert_integer(x, message=None, name=None):
    with tf.name_scope(name, "assert_integer", [x]):
        x = tf.convert_to_tensor(x, name="x")
        if not x.dtype.is_integer:
            raise TypeError('%s  Expected "x" to be integer type.  Found: %s of dtype %s' % (message or "", x.name, x.dtype))
        return tf.no_op("statically_determined_was_integer")


def assert_type(tensor, tf_type, message=None, name=None):
    tf_type = tf.as_dtype(tf_type)
    with tf.name_scope(name, "assert_type", [tensor]):
        tensor = tf.convert_to_tensor(tensor, name="tensor")
        if tensor.dtype != tf_type:
            raise TypeError("%s  %s must be of type %s" % (message or "", tensor.name, tf_type))
        return tf.no_op("statically_determined_correct_type")


def assert_scalar(tensor, name=None, message=None):
    with tf.name_scope(name, "assert_scalar", [tensor]) as scope:
        tensor = tf.convert_to_tensor(tensor, name=scope)
        if tensor.get_shape().ndims != 0:
            raise ValueError("%sExpected scalar shape for %s, saw shape: %s." % (message or "", tensor.name, tensor.get_shape()))
        return tensor


def is_numeric_tensor(tensor):
    return isinstance(tensor, tf.Tensor) and (tensor.dtype.is_floating or tensor.dtype.is_integer or tensor.dtype.is_complex)


def is_tensor(x):
    return isinstance(x, (tf.Tensor, tf.Variable, tf.IndexedSlices))


def verify_tensor_all_finite(t=None, msg=None, name=None, x=None, message=None):
    x, message = t if x is None else x, msg if message is None else message
    with tf.name_scope(name, "VerifyFinite", [x]) as name:
        x = tf.convert_to_tensor(x, name="x")
        with tf.colocate_with(x):
            check = tf.check_numerics(x, message=message)
            with tf.name_scope(None, "control_dependency", [check, x]) as scope:
                with tf.colocate_with(x), tf.control_dependencies([check]):
                    return tf.identity(x, name=scope)
