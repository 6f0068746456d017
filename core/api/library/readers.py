# What reads files in the graph, and functions of Python in it: TensorFlow 1.15, python/ops/io_ops.py and script_ops.py.

import tensorflow as tf

raw = tf.raw_ops


class ReaderBase(object):
    def __init__(self, reader_ref):
        self._reader_ref = reader_ref

    @property
    def reader_ref(self):
        return self._reader_ref

    def read(self, queue, name=None):
        return raw.ReaderReadV2(reader_handle=self._reader_ref, queue_handle=_queue(queue), name=name)

    def read_up_to(self, queue, num_records, name=None):
        return raw.ReaderReadUpToV2(reader_handle=self._reader_ref, queue_handle=_queue(queue), num_records=num_records, name=name)

    def num_records_produced(self, name=None):
        return raw.ReaderNumRecordsProducedV2(reader_handle=self._reader_ref, name=name)

    def num_work_units_completed(self, name=None):
        return raw.ReaderNumWorkUnitsCompletedV2(reader_handle=self._reader_ref, name=name)

    def reset(self, name=None):
        return raw.ReaderResetV2(reader_handle=self._reader_ref, name=name)


def _queue(queue):
    return queue if isinstance(queue, tf.Tensor) else queue.queue_ref


class WholeFileReader(ReaderBase):
    def __init__(self, name=None):
        super(WholeFileReader, self).__init__(raw.WholeFileReaderV2(name=name))


class TextLineReader(ReaderBase):
    def __init__(self, skip_header_lines=None, name=None):
        super(TextLineReader, self).__init__(raw.TextLineReaderV2(skip_header_lines=skip_header_lines or 0, name=name))


class FixedLengthRecordReader(ReaderBase):
    def __init__(self, record_bytes, header_bytes=None, footer_bytes=None, hop_bytes=None, name=None, encoding=None):
        super(FixedLengthRecordReader, self).__init__(raw.FixedLengthRecordReaderV2(record_bytes=record_bytes, header_bytes=header_bytes or 0, footer_bytes=footer_bytes or 0,
                                                                                    hop_bytes=hop_bytes or 0, encoding=encoding or "", name=name))


class TFRecordReader(ReaderBase):
    def __init__(self, name=None, options=None):
        super(TFRecordReader, self).__init__(raw.TFRecordReaderV2(name=name))


class IdentityReader(ReaderBase):
    def __init__(self, name=None):
        super(IdentityReader, self).__init__(raw.IdentityReaderV2(name=name))


_functions = []


def py_func(func, inp, Tout, stateful=True, name=None):
    single = not isinstance(Tout, (list, tuple))
    _functions.append(func)
    compute = raw.PyFunc if stateful else raw.PyFuncStateless
    values = compute(input=list(inp), token="pyfunc_%d" % (len(_functions) - 1), Tout=[Tout] if single else list(Tout), name=name)
    if single:
        return values[0] if isinstance(values, (list, tuple)) else values
    return list(values) if isinstance(values, (list, tuple)) else [values]


def numpy_function(func, inp, Tout, name=None):
    return py_func(func, inp, Tout, stateful=True, name=name)
