# Convolutions with a rate of dilation: TensorFlow 1.15, python/ops/nn_ops.py (_WithSpaceToBatch, Convolution), nn_impl.py and
# array_ops.py (required_space_to_batch_paddings).

import tensorflow as tf
from _namescape_tensors import current, static_values

raw = tf.raw_ops


class SpaceToBatch(object):
    """A convolution on the space-to-batch form of its input, or itself where every rate is one."""

    def __init__(self, input_shape, dilation_rate, padding, build_op, filter_shape=None, data_format=None):
        rate = tf.convert_to_tensor(dilation_rate, tf.int32, name="dilation_rate")
        if rate.shape.ndims != 1:
            raise ValueError("rate must be rank 1")
        if not rate.shape.is_fully_defined():
            raise ValueError("rate must have known shape")
        count = rate.shape[0].value
        first = 2 if data_format is not None and data_format.startswith("NC") else 1
        self.spatial_dims = list(range(first, count + first))
        least_rank = self.spatial_dims[-1] + (first == 1)
        if input_shape.ndims is not None and input_shape.ndims < least_rank:
            raise ValueError("input tensor must have rank %d at least" % least_rank)
        known = static_values(rate)
        if known is not None and min(known) < 1:
            raise ValueError("dilation_rate must be positive")
        if known is not None and max(known) == 1:
            self.call = build_op(count, padding)
            return
        if padding == "SAME":
            if filter_shape is None:
                raise ValueError("filter_shape must be specified for SAME padding")
            size = static_values(tf.convert_to_tensor(filter_shape, name="filter_shape"))
            self.base_paddings = tf.stack([_halves((size[i] - 1) * known[i]) for i in range(count)])
        elif padding == "VALID":
            self.base_paddings = [[0, 0] for _ in range(count)]
        else:
            raise ValueError("Invalid padding method %r" % padding)
        self.input_shape, self.rate, self.data_format = input_shape, rate, data_format
        self.op = build_op(count, "VALID")
        self.call = self.within_batches

    def __call__(self, value, filter):
        return self.call(value, filter)

    def within_batches(self, value, filter):
        spatial = None
        if self.input_shape.ndims is not None:
            spatial = [self.input_shape.as_list()[i] for i in self.spatial_dims]
        if spatial is None or None in spatial:
            sizes = tf.shape(value)
            spatial = tf.stack([sizes[i] for i in self.spatial_dims])
        paddings, crops = required_space_to_batch_paddings(spatial, self.rate, self.base_paddings)
        block_shape = _adjusted(self.rate, 1, self.spatial_dims)
        paddings = _adjusted(paddings, 0, self.spatial_dims)
        crops = _adjusted(crops, 0, self.spatial_dims)
        result = self.op(raw.SpaceToBatchND(input=value, block_shape=block_shape, paddings=paddings), filter)
        result = raw.BatchToSpaceND(input=result, block_shape=block_shape, crops=crops)
        if self.data_format is not None and self.data_format.startswith("NC") and filter is not None and not result.shape[1].value:
            shape = result.shape.as_list()
            shape[1] = filter.shape[-1]
            result.set_shape(shape)
        return result


def _halves(amount):
    return [amount // 2, amount - amount // 2]


def required_space_to_batch_paddings(input_shape, block_shape, base_paddings=None, name=None):
    with tf.name_scope(name, "required_space_to_batch_paddings", [input_shape, block_shape]):
        input_shape = tf.convert_to_tensor(input_shape, dtype=tf.int32, name="input_shape")
        block_shape = tf.convert_to_tensor(block_shape, dtype=tf.int32, name="block_shape")
        count = block_shape.get_shape()[0].value
        if count == 0:
            return tf.zeros([0, 2], tf.int32), tf.zeros([0, 2], tf.int32)
        if base_paddings is not None:
            base_paddings = tf.convert_to_tensor(base_paddings, dtype=tf.int32, name="base_paddings")
        else:
            base_paddings = tf.zeros([count, 2], tf.int32)
        sizes, blocks, known = static_values(input_shape), static_values(block_shape), static_values(base_paddings)
        if sizes is not None and blocks is not None and known is not None:
            starts, ends = [pair[0] for pair in known], [pair[1] for pair in known]
            extra = [(blocks[i] - (sizes[i] + starts[i] + ends[i]) % blocks[i]) % blocks[i] for i in range(count)]
            new_ends = [ends[i] + extra[i] for i in range(count)]
        else:
            starts, ends = base_paddings[:, 0], base_paddings[:, 1]
            extra = (block_shape - (input_shape + starts + ends) % block_shape) % block_shape
            new_ends = ends + extra
        paddings = tf.stack([[starts[i], new_ends[i]] for i in range(count)], name="paddings")
        crops = tf.stack([[0, extra[i]] for i in range(count)], name="crops")
        return paddings, crops


def _adjusted(values, fill, spatial_dims):
    """What stands for the spatial axes, with `fill` for those before."""
    known = static_values(values)
    gap = spatial_dims[0] - 1
    width = values.shape.as_list()[1:]
    filling = [fill if not width else [fill] * width[0] for _ in range(gap)]
    if known is not None:
        return filling + known
    return tf.concat(([filling] if gap else []) + [values[0:len(spatial_dims)]], 0)


def _strides_and_rate(count, strides, dilation_rate):
    if dilation_rate is None:
        dilation_rate = [1] * count
    elif len(dilation_rate) != count:
        raise ValueError("len(dilation_rate)=%d but should be %d" % (len(dilation_rate), count))
    if min(dilation_rate) < 1:
        raise ValueError("all values of dilation_rate must be positive")
    if strides is None:
        strides = [1] * count
    elif len(strides) != count:
        raise ValueError("len(strides)=%d but should be %d" % (len(strides), count))
    if min(strides) < 1:
        raise ValueError("all values of strides must be positive")
    if max(strides) > 1 and max(dilation_rate) > 1:
        raise ValueError("strides > 1 not supported in conjunction with dilation_rate > 1")
    return list(strides), list(dilation_rate)


class Convolution(object):
    def __init__(self, input_shape, filter_shape, padding, strides=None, dilation_rate=None, name=None, data_format=None):
        rank = filter_shape.ndims if input_shape.ndims is None else input_shape.ndims
        if rank is None:
            raise ValueError("Rank of convolution must be known")
        filter_shape.with_rank(rank)
        count = rank - 2
        channels = 1 if data_format is not None and data_format.startswith("NC") else rank - 1
        if input_shape.ndims is not None:
            channels_in = input_shape[channels].value
            if channels_in is not None and filter_shape[count].value is not None and channels_in != filter_shape[count].value:
                raise ValueError("number of input channels does not match corresponding dimension of filter, {} != {}".format(input_shape[channels], filter_shape[count]))
        strides, dilation_rate = _strides_and_rate(count, strides, dilation_rate)
        self.strides, self.data_format, self.name, self.count = strides, data_format, name, count
        self.op = SpaceToBatch(input_shape, dilation_rate, padding, self.plain, filter_shape, data_format)

    def plain(self, _, padding):
        def compute(value, filter):
            if self.count == 1:
                return tf.nn.conv1d(value, filter, stride=self.strides[0], padding=padding, data_format=self.data_format or "NWC", name=self.name)
            first = self.data_format is not None and self.data_format.startswith("NC")
            strides = [1, 1] + self.strides if first else [1] + self.strides + [1]
            if self.count == 2:
                return tf.nn.conv2d(value, filter, strides=strides, padding=padding, data_format=self.data_format or "NHWC", name=self.name)
            return raw.Conv3D(input=value, filter=filter, strides=strides, padding=padding, data_format=self.data_format or "NDHWC", name=self.name)

        return compute

    def __call__(self, value, filter):
        return self.op(value, filter)


def convolution(input, filter, padding, strides=None, dilation_rate=None, name=None, data_format=None, filters=None, dilations=None):
    filter = current("filters", filters, "filter", filter)
    dilation_rate = current("dilations", dilations, "dilation_rate", dilation_rate)
    with tf.name_scope(name, "convolution", [input, filter]) as name:
        input = tf.convert_to_tensor(input, name="input")
        filter = tf.convert_to_tensor(filter, name="filter")
        compute = Convolution(input.get_shape(), filter.get_shape(), padding, strides=strides, dilation_rate=dilation_rate, name=name, data_format=data_format)
        return compute(input, filter)


def atrous_conv2d(value, filters, rate, padding, name=None):
    return convolution(value, filters, padding, dilation_rate=[rate, rate] if isinstance(rate, int) else list(rate), name=name)


def with_space_to_batch(input, dilation_rate, padding, op, filter_shape=None, spatial_dims=None, data_format=None):
    input = tf.convert_to_tensor(input, name="input")

    def build_op(count, padding):
        return lambda value, _: op(value, count, padding)

    return SpaceToBatch(input.get_shape(), dilation_rate, padding, build_op, filter_shape, data_format)(input, None)


def depthwise_conv2d(input, filter, strides, padding, rate=None, name=None, data_format=None, dilations=None):
    rate = current("dilations", dilations, "rate", rate)
    with tf.name_scope(name, "depthwise", [input, filter]) as name:
        input = tf.convert_to_tensor(input, name="tensor_in")
        filter = tf.convert_to_tensor(filter, name="filter_in")

        def compute(value, _, padding):
            return raw.DepthwiseConv2dNative(input=value, filter=filter, strides=strides, padding=padding, data_format=data_format or "NHWC", name=name)

        return with_space_to_batch(input, [1, 1] if rate is None else rate, padding, compute, tf.shape(filter), data_format=data_format)


def separable_conv2d(input, depthwise_filter, pointwise_filter, strides, padding, rate=None, name=None, data_format=None, dilations=None):
    rate = current("dilations", dilations, "rate", rate)
    with tf.name_scope(name, "separable_conv2d", [input, depthwise_filter, pointwise_filter]) as name:
        input = tf.convert_to_tensor(input, name="tensor_in")
        depthwise_filter = tf.convert_to_tensor(depthwise_filter, name="depthwise_filter")
        pointwise_filter = tf.convert_to_tensor(pointwise_filter, name="pointwise_filter")
        pointwise_filter.get_shape().with_rank(4)

        def compute(value, _, padding):
            return raw.DepthwiseConv2dNative(input=value, filter=depthwise_filter, strides=strides, padding=padding, data_format=data_format or "NHWC", name="depthwise")

        depthwise = with_space_to_batch(input, [1, 1] if rate is None else rate, padding, compute, tf.shape(depthwise_filter), data_format=data_format)
        return tf.nn.conv2d(depthwise, pointwise_filter, [1, 1, 1, 1], padding="VALID", data_format=data_format, name=name)


def conv3d_transpose(value, filter=None, output_shape=None, strides=None, padding="SAME", data_format="NDHWC", name=None, input=None, filters=None, dilations=None):
    filter = current("filters", filters, "filter", filter)
    value = current("input", input, "value", value)
    with tf.name_scope(name, "conv3d_transpose", [value, filter, output_shape]) as name:
        return raw.Conv3DBackpropInputV2(input_sizes=tf.convert_to_tensor(output_shape, name="output_shape"), filter=tf.convert_to_tensor(filter, name="filter"),
                                         out_backprop=tf.convert_to_tensor(value, name="value"), strides=list(strides), padding=padding,
                                         data_format=data_format or "NDHWC", name=name)
