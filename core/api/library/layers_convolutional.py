# The convolutional layers of tf.layers: TensorFlow 1.15, python/layers/convolutional.py and python/keras/layers/convolutional.py.

import tensorflow as tf
from _namescape_library import convolution, layer


def sizes(value, count, name):
    """A size for each of `count` axes."""
    message = "The `" + name + "` argument must be a tuple of " + str(count) + " integers. Received: " + str(value)
    if isinstance(value, int):
        return (value,) * count
    try:
        each_size = tuple(value)
    except TypeError:
        raise ValueError(message)
    if len(each_size) != count:
        raise ValueError(message)
    for each in each_size:
        try:
            int(each)
        except (ValueError, TypeError):
            raise ValueError(message + " including element " + str(each) + " of type" + " " + str(type(each)))
    return each_size


def checked_padding(padding):
    if isinstance(padding, (list, tuple)):
        return padding
    lower = padding.lower()
    if lower not in ("valid", "same", "causal"):
        raise ValueError("The `padding` argument must be a list/tuple or one of \"valid\", \"same\" (or \"causal\", only for `Conv1D). Received: " + str(lower))
    return lower


def checked_data_format(data_format):
    lower = (data_format or "channels_last").lower()
    if lower not in ("channels_first", "channels_last"):
        raise ValueError("The `data_format` argument must be one of \"channels_first\", \"channels_last\". Received: " + str(data_format))
    return lower


class _Conv(layer.Layer):
    rank = 2

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True,
                 kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                 kernel_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        super(_Conv, self).__init__(trainable=trainable, name=name, activity_regularizer=activity_regularizer, **kwargs)
        self.filters = int(filters) if filters is not None else None
        self.kernel_size = sizes(kernel_size, self.rank, "kernel_size")
        self.strides = sizes(strides, self.rank, "strides")
        self.padding = checked_padding(padding)
        self.data_format = checked_data_format(data_format)
        self.dilation_rate = sizes(dilation_rate, self.rank, "dilation_rate")
        self.activation, self.use_bias = activation, use_bias
        self.kernel_initializer, self.bias_initializer = kernel_initializer, bias_initializer
        self.kernel_regularizer, self.bias_regularizer = kernel_regularizer, bias_regularizer
        self.kernel_constraint, self.bias_constraint = kernel_constraint, bias_constraint
        self.input_spec = layer.InputSpec(ndim=self.rank + 2)

    @property
    def channel_axis(self):
        return 1 if self.data_format == "channels_first" else -1

    def graph_format(self, rank=None):
        """The layout as operations name it, "NHWC"."""
        spatial = {1: "W", 2: "HW", 3: "DHW"}[rank or self.rank]
        return "NC" + spatial if self.data_format == "channels_first" else "N" + spatial + "C"

    def channels_in(self, input_shape):
        channels = tf.TensorShape(input_shape)[self.channel_axis].value
        if channels is None:
            raise ValueError("The channel dimension of the inputs should be defined. Found `None`.")
        self.input_spec = layer.InputSpec(ndim=self.rank + 2, axes={self.channel_axis: channels})
        return channels

    def add_kernel(self, shape):
        self.kernel = self.add_weight("kernel", shape=shape, initializer=self.kernel_initializer, regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)

    def add_bias(self):
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", shape=(self.filters,), initializer=self.bias_initializer, regularizer=self.bias_regularizer, constraint=self.bias_constraint)

    def build(self, input_shape):
        channels = self.channels_in(input_shape)
        self.add_kernel(self.kernel_size + (channels, self.filters))
        self.add_bias()
        padding = "VALID" if self.padding == "causal" else self.padding.upper()
        self.convolve = convolution.Convolution(tf.TensorShape(input_shape), self.kernel.shape, padding, strides=self.strides, dilation_rate=self.dilation_rate,
                                                data_format=self.graph_format())
        self.built = True

    def causal_padding(self):
        left = self.dilation_rate[0] * (self.kernel_size[0] - 1)
        return [[0, 0], [left, 0], [0, 0]] if self.data_format == "channels_last" else [[0, 0], [0, 0], [left, 0]]

    def call(self, inputs):
        if self.padding == "causal":
            inputs = tf.pad(inputs, self.causal_padding())
        outputs = self.convolve(inputs, self.kernel)
        if self.use_bias:
            if self.data_format == "channels_first" and self.rank == 1:
                outputs += tf.reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = tf.nn.bias_add(outputs, self.bias, data_format="NCHW" if self.data_format == "channels_first" else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)


class Conv1D(_Conv):
    rank = 1


class Conv2D(_Conv):
    pass


class Conv3D(_Conv):
    rank = 3


class _SeparableConv(_Conv):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True,
                 depthwise_initializer=None, pointwise_initializer=None, bias_initializer=tf.zeros_initializer(), depthwise_regularizer=None, pointwise_regularizer=None,
                 bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, name=None,
                 **kwargs):
        super(_SeparableConv, self).__init__(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, bias_initializer=bias_initializer,
                                             bias_regularizer=bias_regularizer, activity_regularizer=activity_regularizer, bias_constraint=bias_constraint,
                                             trainable=trainable, name=name, **kwargs)
        self.depth_multiplier = depth_multiplier
        self.depthwise = dict(initializer=depthwise_initializer, regularizer=depthwise_regularizer, constraint=depthwise_constraint)
        self.pointwise = dict(initializer=pointwise_initializer, regularizer=pointwise_regularizer, constraint=pointwise_constraint)

    def build(self, input_shape):
        channels = self.channels_in(input_shape)
        self.depthwise_kernel = self.add_weight("depthwise_kernel", shape=self.kernel_size + (channels, self.depth_multiplier), **self.depthwise)
        self.pointwise_kernel = self.add_weight("pointwise_kernel", shape=(1,) * self.rank + (self.depth_multiplier * channels, self.filters), **self.pointwise)
        self.add_bias()
        self.built = True


class SeparableConv1D(_SeparableConv):
    rank = 1

    def call(self, inputs):
        if self.padding == "causal":
            inputs = tf.pad(inputs, self.causal_padding())
        axis = 2 if self.data_format == "channels_first" else 1
        strides = (1, 1) + self.strides * 2 if self.data_format == "channels_first" else (1,) + self.strides * 2 + (1,)
        inputs = tf.expand_dims(inputs, axis)
        depthwise_kernel = tf.expand_dims(self.depthwise_kernel, 0)
        pointwise_kernel = tf.expand_dims(self.pointwise_kernel, 0)
        padding = "VALID" if self.padding == "causal" else self.padding.upper()
        outputs = tf.nn.separable_conv2d(inputs, depthwise_kernel, pointwise_kernel, strides=strides, padding=padding, rate=(1,) + self.dilation_rate,
                                         data_format=self.graph_format(2))
        if self.use_bias:
            outputs = tf.nn.bias_add(outputs, self.bias, data_format=self.graph_format(2))
        outputs = tf.squeeze(outputs, [axis])
        return outputs if self.activation is None else self.activation(outputs)


class SeparableConv2D(_SeparableConv):
    def call(self, inputs):
        strides = (1, 1) + self.strides if self.data_format == "channels_first" else (1,) + self.strides + (1,)
        outputs = tf.nn.separable_conv2d(inputs, self.depthwise_kernel, self.pointwise_kernel, strides=strides, padding=self.padding.upper(), rate=self.dilation_rate,
                                         data_format=self.graph_format())
        if self.use_bias:
            outputs = tf.nn.bias_add(outputs, self.bias, data_format=self.graph_format())
        return outputs if self.activation is None else self.activation(outputs)


class _ConvTranspose(_Conv):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", activation=None, use_bias=True, kernel_initializer=None,
                 bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, trainable=True, name=None, **kwargs):
        super(_ConvTranspose, self).__init__(filters, kernel_size, strides, padding, data_format, 1, activation, use_bias, kernel_initializer, bias_initializer,
                                             kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, trainable, name, **kwargs)

    def build(self, input_shape):
        input_shape = tf.TensorShape(input_shape)
        if len(input_shape) != self.rank + 2:
            raise ValueError("Inputs should have rank " + str(self.rank + 2) + ". Received input shape: " + str(input_shape))
        channels = self.channels_in(input_shape)
        self.add_kernel(self.kernel_size + (self.filters, channels))
        self.add_bias()
        self.built = True

    def length(self, axis, length):
        """How long the output is along a spatial axis."""
        if length is None:
            return None
        stride, kernel = self.strides[axis], self.kernel_size[axis]
        length = length * stride
        return length + max(kernel - stride, 0) if self.padding == "valid" else length

    def output_sizes(self, whole):
        first = 2 if self.data_format == "channels_first" else 1
        spatial = [whole[first + axis] for axis in range(self.rank)]
        lengths = [self.length(axis, spatial[axis]) for axis in range(self.rank)]
        return [self.filters] + lengths if self.data_format == "channels_first" else lengths + [self.filters]

    def call(self, inputs):
        whole = tf.shape(inputs)
        batch_size = whole[0]
        outputs = self.transposed(inputs, tf.stack([batch_size] + self.output_sizes(whole)))
        sizes_in = inputs.shape.as_list()
        outputs.set_shape([sizes_in[0]] + self.output_sizes(sizes_in))
        if self.use_bias:
            outputs = tf.nn.bias_add(outputs, self.bias, data_format="NCHW" if self.data_format == "channels_first" else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)


class Conv2DTranspose(_ConvTranspose):
    def transposed(self, inputs, output_shape):
        # The channels go last, as a processor without graphics has it. Keras looks whether output_shape[0] is None, which is an operation.
        first = self.data_format == "channels_first"
        if first:
            inputs = tf.transpose(inputs, (0, 2, 3, 1))
            output_shape = (output_shape[0], output_shape[2], output_shape[3], output_shape[1])
        output_shape[0]
        if first:
            output_shape = tf.stack(list(output_shape))
        outputs = tf.nn.conv2d_transpose(inputs, self.kernel, output_shape, (1,) + self.strides + (1,), padding=self.padding.upper(), data_format="NHWC")
        return tf.transpose(outputs, (0, 3, 1, 2)) if first else outputs


class Conv3DTranspose(_ConvTranspose):
    rank = 3

    def transposed(self, inputs, output_shape):
        strides = (1, 1) + self.strides if self.data_format == "channels_first" else (1,) + self.strides + (1,)
        return tf.nn.conv3d_transpose(inputs, self.kernel, output_shape, strides, data_format=self.graph_format(), padding=self.padding.upper())


def _conv(kind, arguments):
    inputs, name, reuse = arguments.pop("inputs"), arguments["name"], arguments.pop("reuse")
    return kind(_reuse=reuse, _scope=name, **arguments).apply(inputs)


def conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True,
           kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
           kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    return _conv(Conv1D, locals())


def conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1), activation=None, use_bias=True,
           kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
           kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    return _conv(Conv2D, locals())


def conv3d(inputs, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1, 1), activation=None, use_bias=True,
           kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
           kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    return _conv(Conv3D, locals())


def separable_conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True,
                     depthwise_initializer=None, pointwise_initializer=None, bias_initializer=tf.zeros_initializer(), depthwise_regularizer=None, pointwise_regularizer=None,
                     bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True,
                     name=None, reuse=None):
    return _conv(SeparableConv1D, locals())


def separable_conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1), depth_multiplier=1, activation=None, use_bias=True,
                     depthwise_initializer=None, pointwise_initializer=None, bias_initializer=tf.zeros_initializer(), depthwise_regularizer=None, pointwise_regularizer=None,
                     bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True,
                     name=None, reuse=None):
    return _conv(SeparableConv2D, locals())


def conv2d_transpose(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", activation=None, use_bias=True,
                     kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                     kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    return _conv(Conv2DTranspose, locals())


def conv3d_transpose(inputs, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last", activation=None, use_bias=True,
                     kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                     kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    return _conv(Conv3DTranspose, locals())
