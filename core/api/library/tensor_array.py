# Arrays of tensors: TensorFlow 1.15, python/ops/tensor_array_ops.py (_GraphTensorArray).

import contextlib

import tensorflow as tf
from _namescape_tensors import static_values

raw = tf.raw_ops


class TensorArray(object):
    def __init__(self, dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None, flow=None, infer_shape=True, element_shape=None,
                 colocate_with_first_write_call=True, name=None):
        _check_arguments(size, dynamic_size, clear_after_read, tensor_array_name, handle, element_shape)
        self._dtype = tf.as_dtype(dtype).base_dtype
        self._dynamic_size = dynamic_size or False
        # With what is written first, the array is colocated; arrays of other flows share this and the shape.
        self._colocates = colocate_with_first_write_call
        self._colocate_with = []
        self._element_shape = [tf.TensorShape(element_shape)]
        self._infer_shape = infer_shape
        with tf.name_scope(name, "TensorArray", [handle, size, flow]) as scope:
            if handle is not None:
                if flow is None:
                    raise ValueError("flow must not be None if handle is not None.")
                self._handle, self._flow = handle, flow
            elif colocate_with_first_write_call:
                with tf.device(None), tf.get_default_graph().colocate_with(None, ignore_existing=True):
                    self._make(size, clear_after_read, tensor_array_name, scope)
            else:
                self._make(size, clear_after_read, tensor_array_name, scope)

    def _make(self, size, clear_after_read, tensor_array_name, scope):
        self._handle, self._flow = raw.TensorArrayV3(size=size, dtype=self._dtype, element_shape=self._element_shape[0], identical_element_shapes=self._infer_shape,
                                                     dynamic_size=self._dynamic_size, clear_after_read=clear_after_read is not False,
                                                     tensor_array_name=tensor_array_name or "", name=scope)

    @property
    def flow(self):
        return self._flow

    @property
    def dtype(self):
        return self._dtype

    @property
    def handle(self):
        return self._handle

    @property
    def element_shape(self):
        return self._element_shape[0]

    @property
    def dynamic_size(self):
        return self._dynamic_size

    def with_flow(self, flow):
        """The same array after what the flow waits for."""
        array = TensorArray(dtype=self._dtype, handle=self._handle, flow=flow, infer_shape=self._infer_shape, colocate_with_first_write_call=self._colocates)
        array._dynamic_size = self._dynamic_size
        array._colocate_with = self._colocate_with
        array._element_shape = self._element_shape
        return array

    def _check_element_shape(self, shape):
        if not shape.is_compatible_with(self.element_shape):
            raise ValueError("Inconsistent shapes: saw %s but expected %s " % (shape, self.element_shape))
        if self._infer_shape:
            self._element_shape[0] = self.element_shape.merge_with(shape)

    @contextlib.contextmanager
    def _colocated_with(self, value):
        if not self._colocates:
            yield
            return
        if not self._colocate_with:
            self._colocate_with.append(value)
        with tf.colocate_with(self._colocate_with[0]):
            yield

    def identity(self):
        return self.with_flow(tf.identity(self._flow))

    def grad(self, source, flow=None, name=None):
        if flow is None:
            flow = self.flow
        with tf.name_scope(name, "TensorArrayGrad", [self._handle]):
            with tf.colocate_with(self._handle):
                handle, _ = raw.TensorArrayGradV3(handle=self._handle, source=source, flow_in=flow, name=name)
                with tf.control_dependencies([handle]):
                    flow = tf.identity(flow, name="gradient_flow")
                gradient = TensorArray(dtype=self._dtype, handle=handle, flow=flow, infer_shape=self._infer_shape, colocate_with_first_write_call=False)
                gradient._element_shape = self._element_shape
                return gradient

    def read(self, index, name=None):
        value = raw.TensorArrayReadV3(handle=self._handle, index=index, flow_in=self._flow, dtype=self._dtype, name=name)
        value.set_shape(self.element_shape)
        return value

    def write(self, index, value, name=None):
        with tf.name_scope(name, "TensorArrayWrite", [self._handle, index, value]):
            value = tf.convert_to_tensor(value, preferred_dtype=self._dtype, name="value")
            self._check_element_shape(value.shape)
            with self._colocated_with(value):
                flow = raw.TensorArrayWriteV3(handle=self._handle, index=index, value=value, flow_in=self._flow, name=name)
            return self.with_flow(flow)

    def stack(self, name=None):
        with tf.colocate_with(self._handle):
            with tf.name_scope(name, "TensorArrayStack", [self._handle]):
                return self.gather(tf.range(0, self.size()), name=name)

    def gather(self, indices, name=None):
        value = raw.TensorArrayGatherV3(handle=self._handle, indices=indices, flow_in=self._flow, dtype=self._dtype, name=name, element_shape=self.element_shape)
        if self.element_shape:
            value.set_shape([None] + self.element_shape.dims)
        return value

    def concat(self, name=None):
        value, _ = raw.TensorArrayConcatV3(handle=self._handle, flow_in=self._flow, dtype=self._dtype, name=name, element_shape_except0=self.element_shape[1:])
        if self.element_shape:
            value.set_shape([None] + self.element_shape.dims[1:])
        return value

    def unstack(self, value, name=None):
        with tf.name_scope(name, "TensorArrayUnstack", [self._handle, value]):
            count = tf.shape(value)[0]
            return self.scatter(indices=tf.range(0, count), value=value, name=name)

    def scatter(self, indices, value, name=None):
        with tf.name_scope(name, "TensorArrayScatter", [self._handle, value, indices]):
            value = tf.convert_to_tensor(value, preferred_dtype=self._dtype, name="value")
            self._check_element_shape(value.shape[1:])
            with self._colocated_with(value):
                flow = raw.TensorArrayScatterV3(handle=self._handle, indices=indices, value=value, flow_in=self._flow, name=name)
            return self.with_flow(flow)

    def split(self, value, lengths, name=None):
        with tf.name_scope(name, "TensorArraySplit", [self._handle, value, lengths]):
            value = tf.convert_to_tensor(value, dtype=self._dtype, name="value")
            with self._colocated_with(value):
                lengths = tf.cast(lengths, tf.int64)
                known = static_values(lengths)
                if value.shape.dims is not None and known and max(known) == min(known):
                    self._check_element_shape(tf.TensorShape([known[0]]).concatenate(value.shape[1:]))
                flow = raw.TensorArraySplitV3(handle=self._handle, value=value, lengths=lengths, flow_in=self._flow, name=name)
            return self.with_flow(flow)

    def size(self, name=None):
        return raw.TensorArraySizeV3(handle=self._handle, flow_in=self.flow, name=name)

    def close(self, name=None):
        return raw.TensorArrayCloseV3(handle=self._handle, name=name)


def _check_arguments(size, dynamic_size, clear_after_read, tensor_array_name, handle, element_shape):
    if handle is None:
        if size is None:
            raise ValueError("Size must be provided if handle is not provided")
        return
    if tensor_array_name:
        raise ValueError("Cannot construct with both handle and tensor_array_name")
    if not isinstance(handle, tf.Tensor):
        raise TypeError("Handle must be a Tensor")
    for name, value in (("size", size), ("element_shape", element_shape), ("dynamic_size", dynamic_size), ("clear_after_read", clear_after_read)):
        if value is not None:
            raise ValueError("Cannot provide both a handle and %s at the same time" % name)
