# Sequences of symbols embedded by tf.contrib.layers, and embedded again with the same variable.
import tensorflow as tf

ids = tf.placeholder(tf.int64, [None, 12])
print(tf.contrib.layers.embed_sequence(ids, 100, 8))
print(tf.contrib.layers.embed_sequence(ids, vocab_size=50, embed_dim=4, scope="words"))
print(tf.contrib.layers.embed_sequence(ids, vocab_size=50, embed_dim=4, scope="words", reuse=True))
print(tf.contrib.layers.bow_encoder(ids, 20, 3, sparse_lookup=False))
try:
    tf.contrib.layers.embed_sequence(ids)
except ValueError as error:
    print(error)
