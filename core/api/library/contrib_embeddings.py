# Sequences of symbols as sequences of vectors: TensorFlow 1.15, contrib/layers/python/layers/encoders.py.

import tensorflow as tf
from _namescape_tensors import unknown


def embed_sequence(ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, regularizer=None, trainable=True, scope=None, reuse=None):
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError("Must specify vocab size and embedding dimension when not reusing. Got vocab_size=%s and embed_dim=%s" % (vocab_size, embed_dim))
    with tf.variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
        shape = None if (reuse and vocab_size is None) or embed_dim is None else [vocab_size, embed_dim]
        embeddings = tf.contrib.framework.model_variable("embeddings", shape=shape, initializer=initializer, regularizer=regularizer, trainable=trainable)
        if unique:
            return unknown("contrib.layers.embed_sequence.unique")(embeddings, ids)
        return tf.nn.embedding_lookup(embeddings, ids)


def bow_encoder(ids, vocab_size, embed_dim, sparse_lookup=True, initializer=None, regularizer=None, trainable=True, scope=None, reuse=None):
    if not vocab_size or not embed_dim:
        raise ValueError("Must specify vocab size and embedding dimension")
    if isinstance(ids, tf.SparseTensor) and not sparse_lookup:
        raise TypeError("ids are expected to be dense Tensor, got: %s", ids)
    with tf.variable_scope(scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = tf.contrib.framework.model_variable("embeddings", shape=[vocab_size, embed_dim], initializer=initializer, regularizer=regularizer, trainable=trainable)
        if sparse_lookup:
            return unknown("contrib.layers.bow_encoder.sparse_lookup")(embeddings, ids)
        return tf.reduce_mean(tf.nn.embedding_lookup(embeddings, ids), axis=1)
