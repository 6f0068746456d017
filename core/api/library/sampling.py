# Samples of classes, and losses over them: TensorFlow 1.15, python/ops/candidate_sampling_ops.py and nn_impl.py.

import tensorflow as tf
from _namescape_tensors import seeds

raw = tf.raw_ops


def _sampler(compute):
    def sampler(true_classes, num_true, num_sampled, unique, range_max, seed=None, name=None):
        seed, seed2 = seeds(seed)
        return compute(true_classes=true_classes, num_true=num_true, num_sampled=num_sampled, unique=unique, range_max=range_max, seed=seed or 0, seed2=seed2 or 0,
                       name=name)

    return sampler


uniform_candidate_sampler = _sampler(raw.UniformCandidateSampler)
log_uniform_candidate_sampler = _sampler(raw.LogUniformCandidateSampler)
learned_unigram_candidate_sampler = _sampler(raw.LearnedUnigramCandidateSampler)


def fixed_unigram_candidate_sampler(true_classes, num_true, num_sampled, unique, range_max, vocab_file="", distortion=1.0, num_reserved_ids=0, num_shards=1, shard=0,
                                    unigrams=(), seed=None, name=None):
    seed, seed2 = seeds(seed)
    return raw.FixedUnigramCandidateSampler(true_classes=true_classes, num_true=num_true, num_sampled=num_sampled, unique=unique, range_max=range_max, vocab_file=vocab_file,
                                            distortion=distortion, num_reserved_ids=num_reserved_ids, num_shards=num_shards, shard=shard, unigrams=list(unigrams),
                                            seed=seed or 0, seed2=seed2 or 0, name=name)


def all_candidate_sampler(true_classes, num_true, num_sampled, unique, seed=None, name=None):
    seed, seed2 = seeds(seed)
    return raw.AllCandidateSampler(true_classes=true_classes, num_true=num_true, num_sampled=num_sampled, unique=unique, seed=seed or 0, seed2=seed2 or 0, name=name)


def compute_accidental_hits(true_classes, sampled_candidates, num_true, seed=None, name=None):
    seed, seed2 = seeds(seed)
    return raw.ComputeAccidentalHits(true_classes=true_classes, sampled_candidates=sampled_candidates, num_true=num_true, seed=seed or 0, seed2=seed2 or 0, name=name)


def _sum_rows(x):
    columns = tf.shape(x)[1]
    ones = tf.ones(tf.stack([columns, 1]), x.dtype)
    return tf.reshape(tf.matmul(x, ones), [-1])


def _logits(weights, biases, labels, inputs, num_sampled, num_classes, num_true, sampled_values, remove_accidental_hits, partition_strategy, name, seed=None):
    if type(weights).__name__ == "PartitionedVariable":
        weights = list(weights)
    if not isinstance(weights, list):
        weights = [weights]
    with tf.name_scope(name, "compute_sampled_logits", weights + [biases, inputs, labels]):
        if labels.dtype != tf.int64:
            labels = tf.cast(labels, tf.int64)
        flat = tf.reshape(labels, [-1])
        if sampled_values is None:
            sampled_values = log_uniform_candidate_sampler(true_classes=labels, num_true=num_true, num_sampled=num_sampled, unique=True, range_max=num_classes, seed=seed)
        sampled, true_count, sampled_count = [tf.stop_gradient(each) for each in sampled_values]
        sampled = tf.cast(sampled, tf.int64)
        ids = tf.concat([flat, sampled], 0)

        looked_up = _looked_up(weights, ids, inputs.dtype, partition_strategy)
        true_w = tf.slice(looked_up, [0, 0], tf.stack([tf.shape(flat)[0], -1]))
        sampled_w = tf.slice(looked_up, tf.stack([tf.shape(flat)[0], 0]), [-1, -1])
        sampled_logits = tf.matmul(inputs, sampled_w, transpose_b=True)

        looked_up = _looked_up(biases, ids, inputs.dtype, partition_strategy)
        true_b = tf.slice(looked_up, [0], tf.shape(flat))
        sampled_b = tf.slice(looked_up, tf.shape(flat), [-1])

        size = tf.shape(true_w)[1:2]
        true_shape = tf.concat([[-1, num_true], size], 0)
        products = tf.multiply(tf.expand_dims(inputs, 1), tf.reshape(true_w, true_shape))
        rows = tf.reshape(products, tf.concat([[-1], size], 0))
        true_logits = tf.reshape(_sum_rows(rows), [-1, num_true])
        true_b = tf.reshape(true_b, [-1, num_true])
        true_logits += true_b
        sampled_logits += sampled_b
        if remove_accidental_hits:
            sampled_logits += _accidental_hits(labels, sampled, num_true, num_sampled, sampled_logits.dtype)
        true_logits -= tf.log(true_count)
        sampled_logits -= tf.log(sampled_count)
        logits = tf.concat([true_logits, sampled_logits], 1)
        truth = tf.concat([tf.ones_like(true_logits) / num_true, tf.zeros_like(sampled_logits)], 1)
        return logits, truth


def _looked_up(parameters, ids, dtype, partition_strategy):
    found = tf.nn.embedding_lookup(parameters, ids, partition_strategy=partition_strategy)
    return tf.cast(found, dtype) if found.dtype != dtype else found


def _accidental_hits(labels, sampled, num_true, num_sampled, dtype):
    indices, ids, weights = compute_accidental_hits(labels, sampled, num_true=num_true)
    indices = tf.reshape(indices, [-1, 1])
    ids = tf.reshape(tf.cast(ids, tf.int32), [-1, 1])
    sparse_indices = tf.concat([indices, ids], 1, "sparse_indices")
    shape = tf.concat([tf.shape(labels)[:1], tf.expand_dims(num_sampled, 0)], 0)
    if dtype != weights.dtype:
        weights = tf.cast(weights, dtype)
    return raw.SparseToDense(sparse_indices=sparse_indices, output_shape=shape, sparse_values=weights, default_value=0.0, validate_indices=False)


def nce_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None, remove_accidental_hits=False, partition_strategy="mod",
             name="nce_loss"):
    logits, labels = _logits(weights, biases, labels, inputs, num_sampled, num_classes, num_true, sampled_values, remove_accidental_hits, partition_strategy, name)
    return _sum_rows(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name="sampled_losses"))


def sampled_softmax_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None, remove_accidental_hits=True, partition_strategy="mod",
                         name="sampled_softmax_loss", seed=None):
    logits, labels = _logits(weights, biases, labels, inputs, num_sampled, num_classes, num_true, sampled_values, remove_accidental_hits, partition_strategy, name, seed)
    labels = tf.stop_gradient(labels, name="labels_stop_gradient")
    return tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits)
