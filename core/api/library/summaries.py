# Summaries: TensorFlow 1.15, python/summary/summary.py.

import re

import tensorflow as tf

raw = tf.raw_ops


def _clean_tag(name):
    if name is None:
        return None
    return re.sub(r"[^-/\w\.]", "_", name).lstrip("/")


class _Scope(object):
    def __init__(self, name, family=None, default_name=None, values=None):
        name, self._family = _clean_tag(name), _clean_tag(family)
        base = name if self._family is None else "{}/{}".format(self._family, name)
        self._scope = tf.name_scope(base, default_name, values)

    def __enter__(self):
        scope = self._scope.__enter__()
        tag = scope.rstrip("/")
        return (tag if self._family is None else "{}/{}".format(self._family, tag)), scope

    def __exit__(self, *details):
        return self._scope.__exit__(*details)


def _collect(value, collections, default):
    for key in default if collections is None else collections:
        tf.add_to_collection(key, value)


def scalar(name, tensor, collections=None, family=None):
    with _Scope(name, family, values=[tensor]) as (tag, scope):
        value = raw.ScalarSummary(tags=tag, values=tensor, name=scope)
        _collect(value, collections, [tf.GraphKeys.SUMMARIES])
    return value


def histogram(name, values, collections=None, family=None):
    with _Scope(name, family, values=[values], default_name="HistogramSummary") as (tag, scope):
        value = raw.HistogramSummary(tag=tag, values=values, name=scope)
        _collect(value, collections, [tf.GraphKeys.SUMMARIES])
    return value


def image(name, tensor, max_outputs=3, collections=None, family=None):
    with _Scope(name, family, values=[tensor]) as (tag, scope):
        value = raw.ImageSummary(tag=tag, tensor=tensor, max_images=max_outputs, name=scope)
        _collect(value, collections, [tf.GraphKeys.SUMMARIES])
    return value


def audio(name, tensor, sample_rate, max_outputs=3, collections=None, family=None):
    with _Scope(name, family=family, values=[tensor]) as (tag, scope):
        sample_rate = tf.convert_to_tensor(sample_rate, dtype=tf.float32, name="sample_rate")
        value = raw.AudioSummaryV2(tag=tag, tensor=tensor, max_outputs=max_outputs, sample_rate=sample_rate, name=scope)
        _collect(value, collections, [tf.GraphKeys.SUMMARIES])
    return value


def text(name, tensor, collections=None):
    if tensor.dtype != tf.string:
        raise ValueError("Expected tensor %s to have dtype string, got %s" % (tensor.name, tensor.dtype))
    return tensor_summary(name, tensor, collections=collections)


def tensor_summary(name, tensor, summary_description=None, collections=None, summary_metadata=None, family=None, display_name=None):
    with _Scope(name, family, values=[tensor]) as (tag, scope):
        value = raw.TensorSummaryV2(tensor=tensor, tag=tag, name=scope, serialized_summary_metadata="")
        _collect(value, collections, [tf.GraphKeys.SUMMARIES])
    return value


def merge(inputs, collections=None, name=None):
    name = _clean_tag(name)
    with tf.name_scope(name, "Merge", inputs):
        value = raw.MergeSummary(inputs=inputs, name=name)
        _collect(value, collections, [])
    return value


def merge_all(key=tf.GraphKeys.SUMMARIES, scope=None, name=None):
    summaries = tf.get_collection(key, scope=scope)
    return merge(summaries, name=name) if summaries else None


def merge_all_summaries(key=tf.GraphKeys.SUMMARIES):
    return merge_all(key)
