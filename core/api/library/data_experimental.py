# Data sets that do two things in one: TensorFlow 1.15, python/data/experimental/ops/{batching,shuffle_ops,interleave_ops}.py.

import tensorflow as tf
from _namescape_library import datasets
from _namescape_tensors import static_values

raw = tf.raw_ops
AUTOTUNE = -1


def map_and_batch(map_func, batch_size, num_parallel_batches=None, drop_remainder=False, num_parallel_calls=None):
    if num_parallel_calls is None:
        num_parallel_calls = batch_size * (num_parallel_batches or 1)
    elif num_parallel_batches is not None:
        raise ValueError("The `num_parallel_batches` and `num_parallel_calls` arguments are mutually exclusive.")

    def apply(dataset):
        function = datasets._Function(map_func, "tf.data.experimental.map_and_batch()", dataset.element_spec)
        size = tf.convert_to_tensor(batch_size, dtype=tf.int64, name="batch_size")
        calls = tf.convert_to_tensor(num_parallel_calls, dtype=tf.int64, name="num_parallel_calls")
        drops = tf.convert_to_tensor(drop_remainder, dtype=tf.bool, name="drop_remainder")
        known = static_values(size) if static_values(drops) else None
        spec = datasets.mapped(lambda leaf: datasets.Spec(leaf.dtype, tf.TensorShape([known]).concatenate(leaf.shape)), function.spec)
        variant = raw.MapAndBatchDataset(input_dataset=dataset._variant_tensor, other_arguments=function.captured, f=function.name, batch_size=size, num_parallel_calls=calls,
                                         drop_remainder=drops, preserve_cardinality=True, **datasets.attributes(spec))
        return datasets.Dataset(variant, spec, [dataset], function)

    return apply


def shuffle_and_repeat(buffer_size, count=None, seed=None):
    def apply(dataset):
        size = tf.convert_to_tensor(buffer_size, dtype=tf.int64, name="buffer_size")
        repeats = tf.constant(-1, dtype=tf.int64, name="count") if count is None else tf.convert_to_tensor(count, dtype=tf.int64, name="count")
        seed1, seed2 = datasets._seeds(seed)
        return dataset._changed(raw.ShuffleAndRepeatDataset, buffer_size=size, count=repeats, seed=seed1, seed2=seed2)

    return apply
