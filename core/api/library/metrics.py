# tf.metrics: TensorFlow 1.15, python/ops/metrics_impl.py.

import tensorflow as tf


def _variable(shape, dtype, name):
    return tf.Variable(lambda: tf.zeros(shape, dtype), trainable=False, collections=[tf.GraphKeys.LOCAL_VARIABLES, tf.GraphKeys.METRIC_VARIABLES], validate_shape=True,
                       synchronization=tf.VariableSynchronization.ON_READ, aggregation=tf.VariableAggregation.SUM, name=name)


def _collect(collections, value):
    if collections:
        tf.get_default_graph().add_to_collections(collections, value)
    return value


def _squeezed(predictions, labels, weights):
    predictions = tf.convert_to_tensor(predictions)
    if labels is not None:
        with tf.name_scope(None, "remove_squeezable_dimensions", [labels, predictions]):
            labels = tf.convert_to_tensor(labels)
            difference = predictions.get_shape().ndims - labels.get_shape().ndims
            if difference == 1 and predictions.get_shape().dims[-1].is_compatible_with(1):
                predictions = tf.squeeze(predictions, [-1])
            elif difference == -1 and labels.get_shape().dims[-1].is_compatible_with(1):
                labels = tf.squeeze(labels, [-1])
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
    if weights is None:
        return predictions, labels, None
    weights = tf.convert_to_tensor(weights)
    if weights.get_shape().ndims == 0:
        return predictions, labels, weights
    difference = weights.get_shape().ndims - predictions.get_shape().ndims
    if difference == 1:
        weights = tf.squeeze(weights, [-1])
    elif difference == -1:
        weights = tf.expand_dims(weights, [-1])
    return predictions, labels, weights


# Weights as large as the values (weights_broadcast_ops.broadcast_weights), where both shapes are known.
def _broadcast_weights(weights, values):
    with tf.name_scope(None, "broadcast_weights", (weights, values)) as scope:
        if weights.get_shape().is_fully_defined() and values.get_shape().is_fully_defined() and weights.get_shape().is_compatible_with(values.get_shape()):
            return weights
        with tf.control_dependencies((_assert_broadcastable(weights, values),)):
            return tf.multiply(weights, tf.ones_like(values), name=scope)


def _assert_broadcastable(weights, values):
    with tf.name_scope(None, "assert_broadcastable", (weights, values)) as scope:
        with tf.name_scope(None, "weights", (weights,)) as weights_scope:
            weights_shape = tf.shape(weights, name=weights_scope + "shape")
            weights_rank = tf.rank(weights, name=weights_scope + "rank")
        with tf.name_scope(None, "values", (values,)) as values_scope:
            values_shape = tf.shape(values, name=values_scope + "shape")
            values_rank = tf.rank(values, name=values_scope + "rank")
        static_weights, static_values = weights.get_shape().ndims, values.get_shape().ndims
        if static_weights is not None and static_values is not None:
            if static_weights == 0:
                return tf.no_op(name="static_scalar_check_success")
            if static_weights != static_values:
                raise ValueError("weights can not be broadcast to values. values.rank=%s. weights.rank=%s. values.shape=%s. weights.shape=%s."
                                 % (static_values, static_weights, values.get_shape(), weights.get_shape()))
            return tf.no_op(name="static_dims_check_success")
        return tf.no_op(name=scope)


def mean(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with tf.variable_scope(name, "mean", (values, weights)):
        values = tf.cast(values, tf.float32)
        total, count = _variable([], tf.float32, "total"), _variable([], tf.float32, "count")
        if weights is None:
            number = tf.cast(tf.size(values), tf.float32)
        else:
            values, _, weights = _squeezed(values, None, weights)
            weights = _broadcast_weights(tf.cast(weights, tf.float32), values)
            values = tf.multiply(values, weights)
            number = tf.reduce_sum(weights)
        update_total = tf.assign_add(total, tf.reduce_sum(values))
        with tf.control_dependencies([values]):
            update_count = tf.assign_add(count, number)
        value = _collect(metrics_collections, tf.div_no_nan(total, tf.maximum(count, 0), name="value"))
        update = tf.div_no_nan(update_total, tf.maximum(update_count, 0), name="update_op")
        return value, _collect(updates_collections, update)


def accuracy(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    predictions.get_shape().assert_is_compatible_with(labels.get_shape())
    if labels.dtype != predictions.dtype:
        predictions = tf.cast(predictions, labels.dtype)
    is_correct = tf.cast(tf.equal(predictions, labels), tf.float32)
    return mean(is_correct, weights, metrics_collections, updates_collections, name or "accuracy")


def mean_absolute_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    errors = tf.abs(predictions - labels)
    return mean(errors, weights, metrics_collections, updates_collections, name or "mean_absolute_error")


def mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    errors = tf.squared_difference(labels, predictions)
    return mean(errors, weights, metrics_collections, updates_collections, name or "mean_squared_error")


def root_mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    squares, update = mean_squared_error(labels, predictions, weights, None, None, name or "root_mean_squared_error")
    value = _collect(metrics_collections, tf.sqrt(squares))
    return value, _collect(updates_collections, tf.sqrt(update))


# How often labels and predictions are as given.
def _count(scope, label, prediction, labels, predictions, weights, metrics_collections, updates_collections, name):
    with tf.variable_scope(name, scope, (predictions, labels, weights)):
        predictions, labels, weights = _squeezed(tf.cast(predictions, tf.bool), tf.cast(labels, tf.bool), weights)
        values = tf.logical_and(tf.equal(labels, label), tf.equal(predictions, prediction))
        tf.assert_type(values, tf.bool)
        count = _variable([], tf.float32, "count")
        values = tf.cast(values, tf.float32)
        if weights is not None:
            with tf.control_dependencies((tf.assert_rank_in(weights, (0, tf.rank(values))),)):
                values = tf.multiply(values, tf.cast(weights, tf.float32))
        value = _collect(metrics_collections, tf.identity(count))
        return value, _collect(updates_collections, tf.assign_add(count, tf.reduce_sum(values)))


def true_positives(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count("true_positives", True, True, labels, predictions, weights, metrics_collections, updates_collections, name)


def true_negatives(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count("true_negatives", False, False, labels, predictions, weights, metrics_collections, updates_collections, name)


def false_positives(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count("false_positives", False, True, labels, predictions, weights, metrics_collections, updates_collections, name)


def false_negatives(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count("false_negatives", True, False, labels, predictions, weights, metrics_collections, updates_collections, name)


def _share(scope, other, labels, predictions, weights, metrics_collections, updates_collections, name):
    with tf.variable_scope(name, scope, (predictions, labels, weights)):
        predictions, labels, weights = _squeezed(tf.cast(predictions, tf.bool), tf.cast(labels, tf.bool), weights)
        true, true_update = true_positives(labels, predictions, weights)
        false, false_update = other(labels, predictions, weights)

        def share(true, false, name):
            return tf.where(tf.greater(true + false, 0), tf.div(true, true + false), 0, name)

        value = _collect(metrics_collections, share(true, false, "value"))
        return value, _collect(updates_collections, share(true_update, false_update, "update_op"))


def precision(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _share("precision", false_positives, labels, predictions, weights, metrics_collections, updates_collections, name)


def recall(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _share("recall", false_negatives, labels, predictions, weights, metrics_collections, updates_collections, name)
