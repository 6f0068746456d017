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


def mean_relative_error(labels, predictions, normalizer, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    normalizer, predictions, _ = _squeezed(normalizer, predictions, None)
    predictions.get_shape().assert_is_compatible_with(normalizer.get_shape())
    errors = tf.where(tf.equal(normalizer, 0.0), tf.zeros_like(labels), tf.div(tf.abs(labels - predictions), normalizer))
    return mean(errors, weights, metrics_collections, updates_collections, name or "mean_relative_error")


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


def mean_tensor(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with tf.variable_scope(name, "mean", (values, weights)):
        values = tf.cast(values, tf.float32)
        total, count = _variable(values.get_shape(), tf.float32, "total_tensor"), _variable(values.get_shape(), tf.float32, "count_tensor")
        number = tf.ones_like(values)
        if weights is not None:
            values, _, weights = _squeezed(values, None, weights)
            weights = _broadcast_weights(tf.cast(weights, tf.float32), values)
            values = tf.multiply(values, weights)
            number = tf.multiply(number, weights)
        update_total = tf.assign_add(total, values)
        with tf.control_dependencies([values]):
            update_count = tf.assign_add(count, number)
        value = _collect(metrics_collections, tf.div_no_nan(total, tf.maximum(count, 0), name="value"))
        update = tf.div_no_nan(update_total, tf.maximum(update_count, 0), name="update_op")
        return value, _collect(updates_collections, update)


def mean_cosine_distance(labels, predictions, dim, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    nearness = tf.reduce_sum(tf.multiply(predictions, labels), axis=[dim], keepdims=True)
    nearness, update = mean(nearness, weights, None, None, name or "mean_cosine_distance")
    value, update = tf.subtract(1.0, nearness), tf.subtract(1.0, update)
    return _collect(metrics_collections, value), _collect(updates_collections, update)


def mean_per_class_accuracy(labels, predictions, num_classes, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with tf.variable_scope(name, "mean_accuracy", (predictions, labels, weights)):
        labels = tf.cast(labels, tf.int64)
        if labels.get_shape().ndims > 1:
            labels = tf.reshape(labels, [-1])
        if predictions.get_shape().ndims > 1:
            predictions = tf.reshape(predictions, [-1])
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
        total, count = _variable([num_classes], tf.float32, "total"), _variable([num_classes], tf.float32, "count")
        ones = tf.ones([tf.size(labels)], tf.float32)
        if labels.dtype != predictions.dtype:
            predictions = tf.cast(predictions, labels.dtype)
        is_correct = tf.cast(tf.equal(predictions, labels), tf.float32)
        if weights is not None:
            if weights.get_shape().ndims > 1:
                weights = tf.reshape(weights, [-1])
            weights = tf.cast(weights, tf.float32)
            is_correct *= weights
            ones *= weights
        update_total = tf.scatter_add(total, labels, ones)
        update_count = tf.scatter_add(count, labels, is_correct)
        value = tf.reduce_mean(tf.div_no_nan(count, tf.maximum(total, 0), name=None), name="mean_accuracy")
        value = _collect(metrics_collections, value)
        update = tf.div_no_nan(update_count, tf.maximum(update_total, 0), name="update_op")
        return value, _collect(updates_collections, update)


def mean_iou(labels, predictions, num_classes, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with tf.variable_scope(name, "mean_iou", (predictions, labels, weights)):
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
        total = _variable([num_classes, num_classes], tf.float64, "total_confusion_matrix")
        predictions, labels, num_classes = tf.cast(predictions, tf.int64), tf.cast(labels, tf.int64), tf.cast(num_classes, tf.int64)
        if predictions.get_shape().ndims > 1:
            predictions = tf.reshape(predictions, [-1])
        if labels.get_shape().ndims > 1:
            labels = tf.reshape(labels, [-1])
        if weights is not None and weights.get_shape().ndims > 1:
            weights = tf.reshape(weights, [-1])
        update = tf.assign_add(total, tf.confusion_matrix(labels, predictions, num_classes, weights=weights, dtype=tf.float64))
        rows = tf.cast(tf.reduce_sum(total, 0), tf.float32)
        columns = tf.cast(tf.reduce_sum(total, 1), tf.float32)
        both = tf.cast(tf.diag_part(total), tf.float32)
        either = rows + columns - both
        number = tf.reduce_sum(tf.cast(tf.not_equal(either, 0), dtype=tf.float32))
        either = tf.where(tf.greater(either, 0), either, tf.ones_like(either))
        shares = tf.div(both, either)
        value = tf.where(tf.greater(number, 0), tf.reduce_sum(shares, name="mean_iou") / number, 0)
        return _collect(metrics_collections, value), _collect(updates_collections, update)


def percentage_below(values, threshold, weights=None, metrics_collections=None, updates_collections=None, name=None):
    is_below = tf.cast(tf.less(values, threshold), tf.float32)
    return mean(is_below, weights, metrics_collections, updates_collections, name or "percentage_below_threshold")


# How often labels and predictions are true or false where what is above a threshold counts as predicted, for each of the thresholds.
def _counts(labels, predictions, thresholds, weights, *kinds):
    message = "predictions must be in [0, 1]"
    with tf.control_dependencies([tf.assert_greater_equal(predictions, tf.cast(0.0, dtype=predictions.dtype), message=message),
                                  tf.assert_less_equal(predictions, tf.cast(1.0, dtype=predictions.dtype), message=message)]):
        predictions, labels, weights = _squeezed(tf.cast(predictions, tf.float32), tf.cast(labels, dtype=tf.bool), weights)
    number = len(thresholds)
    column = tf.reshape(predictions, [-1, 1])
    row = tf.reshape(tf.cast(labels, dtype=tf.bool), [1, -1])
    length = column.get_shape().as_list()[0]
    if length is None:
        length = tf.shape(column)[0]
    limits = tf.tile(tf.expand_dims(tf.constant(thresholds), [1]), tf.stack([1, length]))
    above = tf.greater(tf.tile(tf.transpose(column), [number, 1]), limits)
    if "fn" in kinds or "tn" in kinds:
        below = tf.logical_not(above)
    is_true = tf.tile(row, [number, 1])
    if "fp" in kinds or "tn" in kinds:
        is_false = tf.logical_not(is_true)
    if weights is not None:
        weights = _broadcast_weights(tf.cast(weights, tf.float32), predictions)
        weights = tf.tile(tf.reshape(weights, [1, -1]), [number, 1])
        limits.get_shape().assert_is_compatible_with(weights.get_shape())

    values, updates = {}, {}
    for kind, name in (("tp", "true_positives"), ("fn", "false_negatives"), ("tn", "true_negatives"), ("fp", "false_positives")):
        if kind in kinds:
            values[kind] = _variable([number], tf.float32, name)
            counted = tf.logical_and(is_true if kind in ("tp", "fn") else is_false, above if kind in ("tp", "fp") else below)
            counted = tf.cast(counted, tf.float32)
            if weights is not None:
                counted *= weights
            updates[kind] = tf.assign_add(values[kind], tf.reduce_sum(counted, 1))
    return values, updates


def _count_at_thresholds(scope, kind, labels, predictions, thresholds, weights, metrics_collections, updates_collections, name):
    with tf.variable_scope(name, scope, (predictions, labels, weights)):
        values, updates = _counts(labels, predictions, thresholds, weights, kind)
        value = _collect(metrics_collections, tf.identity(values[kind]))
        return value, _collect(updates_collections, updates[kind])


def true_positives_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count_at_thresholds("true_positives", "tp", labels, predictions, thresholds, weights, metrics_collections, updates_collections, name)


def true_negatives_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count_at_thresholds("true_negatives", "tn", labels, predictions, thresholds, weights, metrics_collections, updates_collections, name)


def false_positives_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count_at_thresholds("false_positives", "fp", labels, predictions, thresholds, weights, metrics_collections, updates_collections, name)


def false_negatives_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _count_at_thresholds("false_negatives", "fn", labels, predictions, thresholds, weights, metrics_collections, updates_collections, name)


def _share_at_thresholds(scope, other, start, labels, predictions, thresholds, weights, metrics_collections, updates_collections, name):
    with tf.variable_scope(name, scope, (predictions, labels, weights)):
        values, updates = _counts(labels, predictions, thresholds, weights, "tp", other)

        def share(counts, name):
            return tf.div(counts["tp"], 1e-7 + counts["tp"] + counts[other], name=start + name)

        value = _collect(metrics_collections, share(values, "value"))
        return value, _collect(updates_collections, share(updates, "update_op"))


def precision_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _share_at_thresholds("precision_at_thresholds", "fp", "precision_", labels, predictions, thresholds, weights, metrics_collections,
                                updates_collections, name)


def recall_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _share_at_thresholds("recall_at_thresholds", "fn", "recall_", labels, predictions, thresholds, weights, metrics_collections,
                                updates_collections, name)


def auc(labels, predictions, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None, curve="ROC", name=None,
        summation_method="trapezoidal", thresholds=None):
    with tf.variable_scope(name, "auc", (labels, predictions, weights)):
        if curve != "ROC" and curve != "PR":
            raise ValueError("curve must be either ROC or PR, %s unknown" % (curve,))
        if thresholds is None:
            thresholds = [(i + 1) * 1.0 / (num_thresholds - 1) for i in range(num_thresholds - 2)]
        else:
            thresholds = sorted(thresholds)
            num_thresholds = len(thresholds) + 2
        thresholds = [0.0 - 1e-7] + thresholds + [1.0 + 1e-7]
        values, updates = _counts(labels, predictions, thresholds, weights, "tp", "fn", "tn", "fp")
        last, small = num_thresholds - 1, 1.0e-6

        # The area below precision over recall, where positives change linearly between thresholds.
        def careful(tp, fp, fn):
            step = tp[:last] - tp[1:]
            p = tp + fp
            slope = tf.div_no_nan(step, tf.maximum(p[:last] - p[1:], 0), name="prec_slope")
            intercept = tp[1:] - tf.multiply(slope, p[1:])
            ratio = tf.where(tf.logical_and(p[:last] > 0, p[1:] > 0), tf.div_no_nan(p[:last], tf.maximum(p[1:], 0), name="recall_relative_ratio"),
                             tf.ones_like(p[1:]))
            return tf.reduce_sum(tf.div_no_nan(slope * (step + intercept * tf.log(ratio)), tf.maximum(tp[1:] + fn[1:], 0), name="pr_auc_increment"),
                                 name="interpolate_pr_auc")

        def area(counts, name):
            tp, fn, tn, fp = counts["tp"], counts["fn"], counts["tn"], counts["fp"]
            if curve == "PR" and summation_method == "careful_interpolation":
                return careful(tp, fp, fn)
            recall = tf.div(tp + small, tp + fn + small)
            if curve == "ROC":
                x, y = tf.div(fp, fp + tn + small), recall
            else:
                x, y = recall, tf.div(tp + small, tp + fp + small)
            if summation_method not in ("trapezoidal", "careful_interpolation", "minoring", "majoring"):
                raise ValueError("Invalid summation_method: %s" % (summation_method,))
            width = x[:last] - x[1:]
            if summation_method == "minoring":
                height = tf.minimum(y[:last], y[1:])
            elif summation_method == "majoring":
                height = tf.maximum(y[:last], y[1:])
            else:
                height = (y[:last] + y[1:]) / 2.
            return tf.reduce_sum(tf.multiply(width, height), name=name)

        value = _collect(metrics_collections, area(values, "value"))
        return value, _collect(updates_collections, area(updates, "update_op"))
