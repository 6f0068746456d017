# Learning rates that fall: TensorFlow 1.15, python/training/learning_rate_decay.py and keras/optimizer_v2/learning_rate_schedule.py.

import math

import tensorflow as tf


def _scope(name):
    return tf.compat.v2.name_scope(name)


def _initial(learning_rate):
    return tf.convert_to_tensor(learning_rate, name="initial_learning_rate")


def exponential_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    with _scope(name or "ExponentialDecay") as scope:
        rate = _initial(learning_rate)
        decay_steps = tf.cast(decay_steps, rate.dtype)
        decay_rate = tf.cast(decay_rate, rate.dtype)
        part = tf.cast(global_step, rate.dtype) / decay_steps
        if staircase:
            part = tf.floor(part)
        return tf.multiply(rate, tf.pow(decay_rate, part), name=scope)


def natural_exp_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    natural = tf.exp(tf.negative(decay_rate))
    return exponential_decay(learning_rate, global_step, decay_steps, natural, staircase=staircase, name=name)


def inverse_time_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    with _scope(name or "InverseTimeDecay") as scope:
        rate = _initial(learning_rate)
        decay_steps = tf.cast(decay_steps, rate.dtype)
        decay_rate = tf.cast(decay_rate, rate.dtype)
        part = tf.cast(global_step, rate.dtype) / decay_steps
        if staircase:
            part = tf.floor(part)
        one = tf.cast(tf.constant(1), rate.dtype)
        return tf.divide(rate, tf.add(one, tf.multiply(decay_rate, part)), name=scope)


def polynomial_decay(learning_rate, global_step, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name=None):
    with _scope(name or "PolynomialDecay") as scope:
        rate = _initial(learning_rate)
        end = tf.cast(end_learning_rate, rate.dtype)
        power = tf.cast(power, rate.dtype)
        step = tf.cast(global_step, rate.dtype)
        steps = tf.cast(decay_steps, rate.dtype)
        if cycle:
            multiplier = tf.cond(tf.equal(step, 0), lambda: 1.0, lambda: tf.ceil(step / decay_steps))
            steps = tf.multiply(steps, multiplier)
        else:
            step = tf.minimum(step, decay_steps)
        part = tf.divide(step, steps)
        return tf.add(tf.multiply(rate - end, tf.pow(1 - part, power)), end, name=scope)


def piecewise_constant(x, boundaries, values, name=None):
    boundaries = [tf.convert_to_tensor(each) for each in boundaries]
    values = [tf.convert_to_tensor(each) for each in values]
    step = tf.convert_to_tensor(x)
    for i, boundary in enumerate(boundaries):
        if boundary.dtype.base_dtype != step.dtype.base_dtype:
            if boundary.dtype.base_dtype == tf.int32 and step.dtype.base_dtype == tf.int64:
                boundaries[i] = tf.cast(boundary, step.dtype.base_dtype)
            else:
                raise ValueError("Boundaries (%s) must have the same dtype as x (%s)." % (boundary.dtype.base_dtype, step.dtype.base_dtype))
    for value in values[1:]:
        if value.dtype.base_dtype != values[0].dtype.base_dtype:
            raise ValueError("Values must have elements all with the same dtype (%s vs %s)." % (values[0].dtype.base_dtype, value.dtype.base_dtype))
    if len(boundaries) != len(values) - 1:
        raise ValueError("The length of boundaries should be 1 less than the length of values")
    with _scope(name or "PiecewiseConstant"):
        return _chosen_value(tf.convert_to_tensor(x), boundaries, values)


def _chosen_value(step, boundaries, values):
    pairs = [(step <= boundaries[0], lambda: values[0])]
    pairs.append((step > boundaries[-1], lambda: values[-1]))
    for low, high, value in zip(boundaries[:-1], boundaries[1:], values[1:-1]):
        pairs.append(((step > low) & (step <= high), lambda value=value: value))
    return tf.case(pairs, lambda: values[0], exclusive=True)


def cosine_decay(learning_rate, global_step, decay_steps, alpha=0.0, name=None):
    with _scope(name or "CosineDecay"):
        rate = _initial(learning_rate)
        decay_steps = tf.cast(decay_steps, rate.dtype)
        step = tf.minimum(tf.cast(global_step, rate.dtype), decay_steps)
        part = step / decay_steps
        cosine = 0.5 * (1.0 + tf.cos(tf.constant(math.pi) * part))
        return tf.multiply(rate, (1 - alpha) * cosine + alpha)


def cosine_decay_restarts(learning_rate, global_step, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name=None):
    with _scope(name or "SGDRDecay") as scope:
        rate = _initial(learning_rate)
        first_decay_steps = tf.cast(first_decay_steps, rate.dtype)
        alpha, t_mul, m_mul = tf.cast(alpha, rate.dtype), tf.cast(t_mul, rate.dtype), tf.cast(m_mul, rate.dtype)
        part = tf.cast(global_step, rate.dtype) / first_decay_steps

        def plain():
            restart = tf.floor(part)
            return restart, part - restart

        def geometric():
            restart = tf.floor(tf.log(1.0 - part * (1.0 - t_mul)) / tf.log(t_mul))
            total = (1.0 - t_mul**restart) / (1.0 - t_mul)
            return restart, (part - total) / t_mul**restart

        restart, part = tf.cond(tf.equal(t_mul, 1.0), plain, geometric)
        factor = m_mul**restart
        cosine = 0.5 * factor * (1.0 + tf.cos(tf.constant(math.pi) * part))
        return tf.multiply(rate, (1 - alpha) * cosine + alpha, name=scope)
