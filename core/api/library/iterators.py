# Iterators over data sets: TensorFlow 1.15, python/data/ops/iterator_ops.py.

import contextlib

import tensorflow as tf
from _namescape_library import datasets
from _namescape_tensors import is_on_device

raw = tf.raw_ops
attributes, leaves, mapped, packed = datasets.attributes, datasets.leaves, datasets.mapped, datasets.packed


class Iterator(datasets.OfElements):
    def __init__(self, iterator_resource, initializer, element_spec):
        self._iterator_resource, self._initializer = iterator_resource, initializer
        self.element_spec = element_spec
        self._string_handle = raw.IteratorToStringHandle(resource_handle=iterator_resource)
        tf.add_to_collection("iterators", iterator_resource)

    @staticmethod
    def from_structure(output_types, output_shapes=None, shared_name=None, output_classes=None):
        spec = _spec(output_types, output_shapes)
        with _on_processor():
            resource = raw.IteratorV2(container="", shared_name=shared_name or "", **attributes(spec))
        return Iterator(resource, None, spec)

    @staticmethod
    def from_string_handle(string_handle, output_types, output_shapes=None, output_classes=None):
        spec = _spec(output_types, output_shapes)
        string_handle = tf.convert_to_tensor(string_handle, dtype=tf.string)
        with _on_processor():
            resource = raw.IteratorFromStringHandleV2(string_handle=string_handle, **attributes(spec))
        return Iterator(resource, None, spec)

    @property
    def initializer(self):
        if self._initializer is None:
            raise ValueError("Iterator does not have an initializer.")
        return self._initializer

    def make_initializer(self, dataset, name=None):
        with tf.name_scope(name, "make_initializer") as name:
            for own, other in zip(leaves(self.element_spec), leaves(dataset.element_spec)):
                if own.dtype != other.dtype:
                    raise TypeError("Expected output types %r but got dataset with output types %r." % (self.output_types, dataset.output_types))
                if not own.shape.is_compatible_with(other.shape):
                    raise TypeError("Expected output shapes compatible with %r but got dataset with output shapes %r." % (self.output_shapes, dataset.output_shapes))
        with tf.colocate_with(self._iterator_resource):
            return raw.MakeIterator(dataset=dataset._variant_tensor, iterator=self._iterator_resource, name=name)

    def get_next(self, name=None):
        values = raw.IteratorGetNext(iterator=self._iterator_resource, name=name, **attributes(self.element_spec))
        return packed(self.element_spec, list(values) if isinstance(values, (list, tuple)) else [values])

    def string_handle(self, name=None):
        if name is None:
            return self._string_handle
        return raw.IteratorToStringHandle(resource_handle=self._iterator_resource, name=name)


def _spec(types, shapes):
    types = mapped(tf.as_dtype, types)
    given = [tf.TensorShape(None) for _ in leaves(types)] if shapes is None else datasets._leaves_up_to(types, shapes)
    return packed(types, [datasets.Spec(dtype, shape) for dtype, shape in zip(leaves(types), given)])


@contextlib.contextmanager
def _on_processor():
    """On the processor where no other device is asked for."""
    if is_on_device():
        yield
    else:
        with tf.device("/cpu:0"):
            yield
