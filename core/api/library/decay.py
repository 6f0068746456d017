# Learning rates that fall: TensorFlow 1.15, python/training/learning_rate_decay.py and keras/optimizer_v2/learning_rate_schedule.py.

import tensorflow as tf


def exponential_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    with tf.compat.v2.name_scope(name or "ExponentialDecay") as scope:
        rate = tf.convert_to_tensor(learning_rate, name="initial_learning_rate")
        decay_steps = tf.cast(decay_steps, rate.dtype)
        decay_rate = tf.cast(decay_rate, rate.dtype)
        step = tf.cast(global_step, rate.dtype)
        part = step / decay_steps
        if staircase:
            part = tf.floor(part)
        return tf.multiply(rate, tf.pow(decay_rate, part), name=scope)
