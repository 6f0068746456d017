# Files and records: TensorFlow 1.15, python/platform/gfile.py, python/lib/io and core/example. Nothing is read or written here.

import tensorflow as tf


def Exists(path):
    return False


def IsDirectory(path):
    return False


def Glob(pattern):
    return []


def ListDirectory(path):
    return []


def Walk(top, in_order=True):
    return iter([])


def MakeDirs(path):
    pass


MkDir = Remove = DeleteRecursively = MakeDirs


def Copy(old, new, overwrite=False):
    pass


Rename = Copy


class _Sink(object):
    """Takes what is written, and keeps nothing."""

    def write(self, content):
        pass

    def flush(self):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class GFile(_Sink):
    def __init__(self, name, mode="r"):
        self.name, self.mode = name, mode

    def _missing(self):
        raise tf.errors.NotFoundError(None, None, "%s; No such file or directory" % self.name)

    def read(self, n=-1):
        self._missing()

    def readline(self):
        self._missing()

    def readlines(self):
        self._missing()

    def __iter__(self):
        self._missing()


class TFRecordWriter(_Sink):
    def __init__(self, path, options=None):
        self.path = path


def tf_record_iterator(path, options=None):
    return iter([])


class _Message(object):
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)

    def SerializeToString(self):
        return b""

    def ParseFromString(self, text):
        pass


class Example(_Message):
    pass


class SequenceExample(_Message):
    pass


class Features(_Message):
    pass


class Feature(_Message):
    pass


class FeatureList(_Message):
    pass


class FeatureLists(_Message):
    pass


class Int64List(_Message):
    pass


class FloatList(_Message):
    pass


class BytesList(_Message):
    pass
