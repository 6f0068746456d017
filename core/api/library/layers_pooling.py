# The pooling layers of tf.layers: TensorFlow 1.15, python/layers/pooling.py and python/keras/layers/pooling.py.

import tensorflow as tf
from _namescape_library import layer, layers_convolutional

sizes = layers_convolutional.sizes


class _Pooling(layer.Layer):
    rank = 2

    def __init__(self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs):
        super(_Pooling, self).__init__(name=name, **kwargs)
        self.pool_size = sizes(pool_size, self.rank, "pool_size")
        self.strides = sizes(pool_size if strides is None else strides, self.rank, "strides")
        self.padding = layers_convolutional.checked_padding(padding)
        self.data_format = layers_convolutional.checked_data_format(data_format)
        self.input_spec = layer.InputSpec(ndim=self.rank + 2)


class _Pooling1D(_Pooling):
    rank = 1

    def call(self, inputs):
        # A second spatial axis of one; the channels go last, as a processor without graphics has it.
        axis = 2 if self.data_format == "channels_last" else 3
        inputs = tf.expand_dims(inputs, axis)
        if self.data_format == "channels_first":
            inputs = tf.transpose(inputs, (0, 2, 3, 1))
        outputs = self.pool(inputs, (1,) + self.pool_size + (1, 1), strides=(1,) + self.strides + (1, 1), padding=self.padding.upper(), data_format="NHWC")
        if self.data_format == "channels_first":
            outputs = tf.transpose(outputs, (0, 3, 1, 2))
        return tf.squeeze(outputs, axis)


class _Pooling2D(_Pooling):
    def call(self, inputs):
        if self.data_format == "channels_last":
            window, strides, data_format = (1,) + self.pool_size + (1,), (1,) + self.strides + (1,), "NHWC"
        else:
            window, strides, data_format = (1, 1) + self.pool_size, (1, 1) + self.strides, "NCHW"
        return self.pool(inputs, ksize=window, strides=strides, padding=self.padding.upper(), data_format=data_format)


class _Pooling3D(_Pooling):
    rank = 3

    def call(self, inputs):
        if self.data_format == "channels_first":
            inputs = tf.transpose(inputs, (0, 2, 3, 4, 1))
        outputs = self.pool(inputs, ksize=(1,) + self.pool_size + (1,), strides=(1,) + self.strides + (1,), padding=self.padding.upper())
        if self.data_format == "channels_first":
            outputs = tf.transpose(outputs, (0, 4, 1, 2, 3))
        return outputs


class MaxPooling1D(_Pooling1D):
    pool = staticmethod(tf.nn.max_pool)


class AveragePooling1D(_Pooling1D):
    pool = staticmethod(tf.nn.avg_pool)


class MaxPooling2D(_Pooling2D):
    pool = staticmethod(tf.nn.max_pool)


class AveragePooling2D(_Pooling2D):
    pool = staticmethod(tf.nn.avg_pool)


class MaxPooling3D(_Pooling3D):
    pool = staticmethod(tf.nn.max_pool3d)


class AveragePooling3D(_Pooling3D):
    pool = staticmethod(tf.nn.avg_pool3d)


def average_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling1D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def average_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling2D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def average_pooling3d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling3D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def max_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling1D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def max_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling2D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def max_pooling3d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling3D(pool_size, strides, padding, data_format, name=name).apply(inputs)
