# Strings: TensorFlow 1.15, python/ops/string_ops.py.

import tensorflow as tf
from _namescape_tensors import current

raw = tf.raw_ops


def reduce_join(inputs=None, axis=None, keep_dims=None, separator="", name=None, reduction_indices=None, keepdims=None):
    keep_dims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    axis = current("axis", axis, "reduction_indices", reduction_indices)
    with tf.name_scope(name, "ReduceJoin", [inputs, axis]):
        inputs = tf.convert_to_tensor(inputs, dtype=tf.string)
        if axis is None:
            rank = inputs.get_shape().ndims
            axis = tf.constant(list(range(rank - 1, -1, -1)), dtype=tf.int32) if rank is not None else tf.range(tf.rank(inputs) - 1, -1, -1)
        return raw.ReduceJoin(inputs=inputs, reduction_indices=axis, keep_dims=keep_dims, separator=separator, name=name)


def string_length(input, name=None, unit="BYTE"):
    return raw.StringLength(input=input, unit=unit, name=name)


def substr(input, pos, len, name=None, unit="BYTE"):
    return raw.Substr(input=input, pos=pos, len=len, unit=unit, name=name)


def string_to_number(string_tensor=None, out_type=tf.float32, name=None, input=None):
    return raw.StringToNumber(string_tensor=current("input", input, "string_tensor", string_tensor), out_type=out_type, name=name)


def string_to_hash_bucket(string_tensor=None, num_buckets=None, name=None, input=None):
    return raw.StringToHashBucket(string_tensor=current("input", input, "string_tensor", string_tensor), num_buckets=num_buckets, name=name)


def string_format(template, inputs, placeholder="{}", summarize=3, name=None):
    if isinstance(inputs, tf.Tensor):
        inputs = [inputs]
    return raw.StringFormat(inputs=inputs, template=template, placeholder=placeholder, summarize=summarize, name=name)


def decode_raw(input_bytes=None, out_type=None, little_endian=True, name=None, bytes=None):
    return raw.DecodeRaw(bytes=current("input_bytes", input_bytes, "bytes", bytes), out_type=out_type, little_endian=little_endian, name=name)


def decode_csv(records, record_defaults, field_delim=",", use_quote_delim=True, name=None, na_value="", select_cols=None):
    return raw.DecodeCSV(records=records, record_defaults=record_defaults, field_delim=field_delim, use_quote_delim=use_quote_delim, na_value=na_value,
                         select_cols=select_cols, name=name)
