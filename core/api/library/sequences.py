# The loss of sequences: TensorFlow 1.15, contrib/seq2seq/python/ops/loss.py.

import tensorflow as tf


def sequence_loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True, sum_over_timesteps=False, sum_over_batch=False,
                  softmax_loss_function=None, name=None):
    if len(logits.get_shape()) != 3:
        raise ValueError("Logits must be a [batch_size x sequence_length x logits] tensor")
    if len(targets.get_shape()) != 2:
        raise ValueError("Targets must be a [batch_size x sequence_length] tensor")
    if len(weights.get_shape()) != 2:
        raise ValueError("Weights must be a [batch_size x sequence_length] tensor")
    if average_across_timesteps and sum_over_timesteps:
        raise ValueError("average_across_timesteps and sum_over_timesteps cannot be set to True at same time.")
    if average_across_batch and sum_over_batch:
        raise ValueError("average_across_batch and sum_over_batch cannot be set to True at same time.")
    with tf.name_scope(name, "sequence_loss", [logits, targets, weights]):
        classes = tf.shape(logits)[2]
        flat = tf.reshape(logits, [-1, classes])
        targets = tf.reshape(targets, [-1])
        loss = softmax_loss_function or tf.nn.sparse_softmax_cross_entropy_with_logits
        crossent = loss(labels=targets, logits=flat)
        crossent *= tf.reshape(weights, [-1])
        averages, sums = average_across_timesteps or average_across_batch, sum_over_timesteps or sum_over_batch
        if average_across_timesteps and average_across_batch:
            return tf.div_no_nan(tf.reduce_sum(crossent), tf.reduce_sum(weights))
        if sum_over_timesteps and sum_over_batch:
            crossent = tf.reduce_sum(crossent)
            return tf.div_no_nan(crossent, tf.cast(tf.count_nonzero(weights), crossent.dtype))
        crossent = tf.reshape(crossent, tf.shape(logits)[0:2])
        if averages:
            axis = [0] if average_across_batch else [1]
            crossent = tf.reduce_sum(crossent, axis=axis)
            return tf.div_no_nan(crossent, tf.reduce_sum(weights, axis=axis))
        if sums:
            axis = [0] if sum_over_batch else [1]
            crossent = tf.reduce_sum(crossent, axis=axis)
            return tf.div_no_nan(crossent, tf.cast(tf.count_nonzero(weights, axis=axis), crossent.dtype))
        return crossent
