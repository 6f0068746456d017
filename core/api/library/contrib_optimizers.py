# A loss with the step that lessens it: TensorFlow 1.15, contrib/layers/python/layers/optimizers.py.

import tensorflow as tf
from _namescape_library import grouping

OPTIMIZER_SUMMARIES = ["learning_rate", "loss", "gradients", "gradient_norm", "global_gradient_norm"]


def _optimizer_named(name):
    known = {"Adagrad": tf.train.AdagradOptimizer, "Adam": tf.train.AdamOptimizer, "Ftrl": tf.train.FtrlOptimizer,
             "Momentum": lambda learning_rate: tf.train.MomentumOptimizer(learning_rate, momentum=0.9), "RMSProp": tf.train.RMSPropOptimizer,
             "SGD": tf.train.GradientDescentOptimizer}
    if name not in known:
        raise ValueError("Optimizer name should be one of [%s], you provided %s." % (", ".join(known), name))
    return known[name]


def _learning_rate(value):
    if isinstance(value, tf.Tensor) and value.get_shape().ndims == 0:
        return value
    if isinstance(value, float):
        if value < 0.0:
            raise ValueError("Invalid learning_rate %s.", value)
        return tf.get_variable("learning_rate", [], trainable=False, initializer=tf.constant_initializer(value))
    raise ValueError("Learning rate should be 0d Tensor or float. Got %s of type %s" % (str(value), str(type(value))))


def _optimizer(optimizer, rate):
    if isinstance(optimizer, str):
        if rate is None:
            raise ValueError("Learning rate is None, but should be specified if optimizer is string (%s)." % optimizer)
        return _optimizer_named(optimizer)(learning_rate=rate)
    if isinstance(optimizer, tf.train.Optimizer):
        return optimizer
    if isinstance(optimizer, type) and issubclass(optimizer, tf.train.Optimizer):
        if rate is None:
            raise ValueError("Learning rate is None, but should be specified if optimizer is class (%s)." % optimizer)
        return optimizer(learning_rate=rate)
    if not callable(optimizer):
        raise ValueError("Unrecognized optimizer: should be string, subclass of Optimizer, instance of subclass of Optimizer or function with one argument. Got %s."
                         % str(optimizer))
    made = optimizer() if rate is None else optimizer(rate)
    if not isinstance(made, tf.train.Optimizer):
        raise ValueError("Unrecognized optimizer: function should return subclass of Optimizer. Got %s." % str(made))
    return made


def optimize_loss(loss, global_step, learning_rate, optimizer, gradient_noise_scale=None, gradient_multipliers=None, clip_gradients=None, learning_rate_decay_fn=None,
                  update_ops=None, variables=None, name=None, summaries=None, colocate_gradients_with_ops=False, increment_global_step=True):
    loss = tf.convert_to_tensor(loss)
    if loss.get_shape().ndims not in (None, 0):
        raise ValueError("Expected scalar shape for %s, saw shape: %s." % (loss.name, loss.get_shape()))
    if global_step is None:
        global_step = tf.train.get_global_step()
    with tf.variable_scope(name, "OptimizeLoss", [loss, global_step]):
        if update_ops is None:
            update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
        if update_ops:
            loss = grouping.with_dependencies(list(update_ops), loss)
        rate = None if learning_rate is None else _learning_rate(learning_rate)
        if summaries is None:
            summaries = ["loss", "learning_rate", "global_gradient_norm"]
        for each in summaries:
            if each not in OPTIMIZER_SUMMARIES:
                raise ValueError("Summaries should be one of [%s], you provided %s." % (", ".join(OPTIMIZER_SUMMARIES), each))
        if learning_rate is not None and learning_rate_decay_fn is not None:
            if global_step is None:
                raise ValueError("global_step is required for learning_rate_decay_fn.")
            rate = learning_rate_decay_fn(rate, global_step)
            if "learning_rate" in summaries:
                tf.summary.scalar("learning_rate", rate)
        made = _optimizer(optimizer, rate)
        gradients = made.compute_gradients(loss, tf.trainable_variables() if variables is None else variables, colocate_gradients_with_ops=colocate_gradients_with_ops)
        if gradient_noise_scale is not None:
            gradients = [(_with_noise(gradient, gradient_noise_scale), variable) for gradient, variable in gradients]
        if gradient_multipliers is not None:
            gradients = [(_multiplied(gradient, variable, gradient_multipliers), variable) for gradient, variable in gradients]
        tells_norm = "global_gradient_norm" in summaries or "gradient_norm" in summaries
        if tells_norm:
            tf.summary.scalar("global_norm/gradient_norm", tf.global_norm([gradient for gradient, _ in gradients]))
        if isinstance(clip_gradients, float):
            clipped, _ = tf.clip_by_global_norm([gradient for gradient, _ in gradients], clip_gradients)
            gradients = [(clipped[i], gradients[i][1]) for i in range(len(gradients))]
        elif callable(clip_gradients):
            gradients = clip_gradients(gradients)
        elif clip_gradients is not None:
            raise ValueError("Unknown type %s for clip_gradients" % type(clip_gradients))
        if "loss" in summaries:
            tf.summary.scalar("loss", loss)
        for gradient, variable in gradients:
            _summarize(gradient, variable, summaries)
        if clip_gradients is not None and tells_norm:
            tf.summary.scalar("global_norm/clipped_gradient_norm", tf.global_norm([gradient for gradient, _ in gradients]))
        update = made.apply_gradients(gradients, global_step=global_step if increment_global_step else None, name="train")
        return grouping.with_dependencies([update], loss)


def _summarize(gradient, variable, summaries):
    values = gradient.values if isinstance(gradient, tf.IndexedSlices) else gradient
    if values is None:
        return
    name = variable.name.replace(":", "_")
    if "gradients" in summaries:
        tf.summary.histogram("gradients/%s" % name, values)
    if "gradient_norm" in summaries:
        tf.summary.scalar("gradient_norm/%s" % name, tf.global_norm([values]))


def _with_noise(gradient, scale):
    if gradient is None:
        return None
    shape = gradient.dense_shape if isinstance(gradient, tf.IndexedSlices) else gradient.get_shape()
    return gradient + tf.truncated_normal(shape) * scale


def _multiplied(gradient, variable, multipliers):
    key = variable if variable in multipliers else variable.name
    if gradient is None or key not in multipliers:
        return gradient
    if isinstance(gradient, tf.IndexedSlices):
        return tf.IndexedSlices(gradient.values * multipliers[key], gradient.indices, gradient.dense_shape)
    return gradient * tf.cast(multipliers[key], gradient.dtype)
