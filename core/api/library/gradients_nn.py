# Gradients of neural networks, a function for each operation type: TensorFlow 1.15, python/ops/nn_grad.py.

import tensorflow as tf
from _namescape_tensors import flatten, static_values

raw = tf.raw_ops


def _attributes(op, *names):
    return dict((name, op.get_attr(name)) for name in names)


# Convolutions


def _convolution(op):
    return _attributes(op, "dilations", "strides", "padding", "explicit_paddings", "use_cudnn_on_gpu", "data_format")


def Conv2D(op, grad):
    value, filter = op.inputs[0], op.inputs[1]
    value_shape, filter_shape = tf.shape_n([value, filter])
    return [raw.Conv2DBackpropInput(input_sizes=value_shape, filter=filter, out_backprop=grad, **_convolution(op)),
            raw.Conv2DBackpropFilter(input=value, filter_sizes=filter_shape, out_backprop=grad, **_convolution(op))]


def Conv2DBackpropInput(op, grad):
    filter = op.inputs[1]
    return [None, raw.Conv2DBackpropFilter(input=grad, filter_sizes=tf.shape(filter), out_backprop=op.inputs[2], **_convolution(op)),
            raw.Conv2D(input=grad, filter=filter, **_convolution(op))]


def Conv2DBackpropFilter(op, grad):
    value = op.inputs[0]
    return [raw.Conv2DBackpropInput(input_sizes=tf.shape(value), filter=grad, out_backprop=op.inputs[2], **_convolution(op)), None,
            raw.Conv2D(input=value, filter=grad, **_convolution(op))]


def _plain_convolution(op):
    return _attributes(op, "dilations", "strides", "padding", "data_format")


def DepthwiseConv2dNative(op, grad):
    value, filter = op.inputs[0], op.inputs[1]
    return [raw.DepthwiseConv2dNativeBackpropInput(input_sizes=tf.shape(value), filter=filter, out_backprop=grad, **_plain_convolution(op)),
            raw.DepthwiseConv2dNativeBackpropFilter(input=value, filter_sizes=tf.shape(filter), out_backprop=grad, **_plain_convolution(op))]


def DepthwiseConv2dNativeBackpropInput(op, grad):
    filter = op.inputs[1]
    return [None, raw.DepthwiseConv2dNativeBackpropFilter(input=grad, filter_sizes=tf.shape(filter), out_backprop=op.inputs[2], **_plain_convolution(op)),
            raw.DepthwiseConv2dNative(input=grad, filter=filter, **_plain_convolution(op))]


def DepthwiseConv2dNativeBackpropFilter(op, grad):
    value = op.inputs[0]
    return [raw.DepthwiseConv2dNativeBackpropInput(input_sizes=tf.shape(value), filter=grad, out_backprop=op.inputs[2], **_plain_convolution(op)), None,
            raw.DepthwiseConv2dNative(input=value, filter=grad, **_plain_convolution(op))]


def Conv3D(op, grad):
    value, filter = op.inputs[0], op.inputs[1]
    return [raw.Conv3DBackpropInputV2(input_sizes=tf.shape(value), filter=filter, out_backprop=grad, **_plain_convolution(op)),
            raw.Conv3DBackpropFilterV2(input=value, filter_sizes=tf.shape(filter), out_backprop=grad, **_plain_convolution(op))]


def Conv3DBackpropInputV2(op, grad):
    filter = op.inputs[1]
    return [None, raw.Conv3DBackpropFilterV2(input=grad, filter_sizes=tf.shape(filter), out_backprop=op.inputs[2], **_plain_convolution(op)),
            raw.Conv3D(input=grad, filter=filter, **_plain_convolution(op))]


def Conv3DBackpropFilterV2(op, grad):
    value = op.inputs[0]
    return [raw.Conv3DBackpropInputV2(input_sizes=tf.shape(value), filter=grad, out_backprop=op.inputs[2], **_plain_convolution(op)), None,
            raw.Conv3D(input=value, filter=grad, **_plain_convolution(op))]


def Dilation2D(op, grad):
    window = _attributes(op, "strides", "rates", "padding")
    return [raw.Dilation2DBackpropInput(input=op.inputs[0], filter=op.inputs[1], out_backprop=grad, **window),
            raw.Dilation2DBackpropFilter(input=op.inputs[0], filter=op.inputs[1], out_backprop=grad, **window)]


# Pools


def _pool(op):
    return _attributes(op, "ksize", "strides", "padding", "data_format")


def AvgPool(op, grad):
    return raw.AvgPoolGrad(orig_input_shape=tf.shape(op.inputs[0]), grad=grad, **_pool(op))


def AvgPoolGrad(op, grad):
    return tf.stop_gradient(op.inputs[0]), raw.AvgPool(value=grad, **_pool(op))


def MaxPool(op, grad):
    return raw.MaxPoolGrad(orig_input=op.inputs[0], orig_output=op.outputs[0], grad=grad, **_pool(op))


def _zeros_of(value):
    return tf.zeros(shape=tf.shape(value), dtype=value.dtype)


def MaxPoolGrad(op, grad):
    return (_zeros_of(op.inputs[0]), _zeros_of(op.inputs[1]),
            raw.MaxPoolGradGrad(orig_input=op.inputs[0], orig_output=op.inputs[1], grad=grad, **_pool(op)))


def MaxPoolGradGrad(op, grad):
    return (_zeros_of(op.inputs[0]), _zeros_of(op.inputs[1]),
            raw.MaxPoolGrad(orig_input=op.inputs[0], orig_output=op.inputs[1], grad=grad, **_pool(op)))


def AvgPool3D(op, grad):
    return raw.AvgPool3DGrad(orig_input_shape=tf.shape(op.inputs[0]), grad=grad, **_pool(op))


def MaxPool3D(op, grad):
    return raw.MaxPool3DGrad(orig_input=op.inputs[0], orig_output=op.outputs[0], grad=grad, **_pool(op))


# Activations


def Relu(op, grad):
    return raw.ReluGrad(gradients=grad, features=op.outputs[0])


def ReluGrad(op, grad):
    x = op.inputs[1]
    return raw.ReluGrad(gradients=grad, features=x), _zeros_of(x)


def Relu6(op, grad):
    return raw.Relu6Grad(gradients=grad, features=op.outputs[0])


def Relu6Grad(op, grad):
    x = op.inputs[1]
    return raw.Relu6Grad(gradients=grad, features=x), _zeros_of(x)


def LeakyRelu(op, grad):
    return raw.LeakyReluGrad(gradients=grad, features=op.inputs[0], alpha=op.get_attr("alpha"))


def LeakyReluGrad(op, grad):
    x = op.inputs[1]
    return raw.LeakyReluGrad(gradients=grad, features=x, alpha=op.get_attr("alpha")), _zeros_of(x)


def Elu(op, grad):
    return raw.EluGrad(gradients=grad, outputs=op.outputs[0])


def EluGrad(op, grad):
    x = op.inputs[1]
    return raw.EluGrad(gradients=grad, outputs=x), tf.where(x < 0, grad * op.inputs[0], tf.zeros_like(x))


def Selu(op, grad):
    return raw.SeluGrad(gradients=grad, outputs=op.outputs[0])


def SeluGrad(op, grad):
    x = op.inputs[1]
    return raw.SeluGrad(gradients=grad, outputs=x), tf.where(x < 0., grad * op.inputs[0], tf.zeros_like(x))


def Softplus(op, grad):
    return grad * tf.sigmoid(op.inputs[0])


def SoftplusGrad(op, grad):
    dy, x = op.inputs[0], op.inputs[1]
    with tf.control_dependencies([grad]):
        ddy = raw.SoftplusGrad(gradients=grad, features=x)
        return ddy, grad * dy / (tf.exp(-x) + 2.0 + tf.exp(x))


def Softsign(op, grad):
    return raw.SoftsignGrad(gradients=grad, features=op.inputs[0])


def Softmax(op, grad):
    softmax = op.outputs[0]
    total = tf.reduce_sum(grad * softmax, -1, keepdims=True)
    return (grad - total) * softmax


def LogSoftmax(op, grad):
    softmax = tf.exp(op.outputs[0])
    return grad - tf.reduce_sum(grad, -1, keepdims=True) * softmax


# Losses


def _by_row(vector, matrix):
    return tf.expand_dims(vector, -1) * matrix


def _is_zero(gradient):
    if gradient.op.type in ("ZerosLike", "Zeros"):
        return True
    values = static_values(gradient)
    return values is not None and all(each == 0 for each in flatten(values))


def SoftmaxCrossEntropyWithLogits(op, grad_loss, grad_grad):
    grad = _by_row(grad_loss, op.outputs[1])
    logits = op.inputs[0]
    if grad_grad is not None and not _is_zero(grad_grad):
        softmax = tf.nn.softmax(logits)
        product = tf.matmul(tf.expand_dims(grad_grad, 1), tf.expand_dims(softmax, 2))
        grad += (grad_grad - tf.squeeze(product, axis=1)) * softmax
    return grad, _by_row(grad_loss, -tf.nn.log_softmax(logits))


def SparseSoftmaxCrossEntropyWithLogits(op, grad, _):
    message = ("Currently there is no way to take the second derivative of sparse_softmax_cross_entropy_with_logits due to the fused implementation's interaction "
               "with tf.gradients()")
    return _by_row(grad, raw.PreventGradient(input=op.outputs[1], message=message)), None


def L2Loss(op, grad):
    return op.inputs[0] * grad


# Biases and normalization


def BiasAdd(op, grad):
    return grad, raw.BiasAddGrad(out_backprop=grad, data_format=op.get_attr("data_format"))


def BiasAddGrad(op, grad):
    shape, bias_shape = tf.shape(op.inputs[0]), tf.shape(grad)
    if op.get_attr("data_format") == b"NCHW":
        expanded = tf.concat([tf.ones_like(shape[:1]), bias_shape, tf.ones_like(shape[2:])], 0)
        multiples = tf.concat([shape[:1], [1], shape[2:]], 0)
    else:
        expanded = tf.concat([tf.ones_like(shape[:-1]), bias_shape], 0)
        multiples = tf.concat([shape[:-1], [1]], 0)
    return tf.tile(tf.reshape(grad, expanded), multiples)


def BiasAddV1(op, grad):
    axes = tf.range(tf.rank(grad) - 1)
    return grad, tf.reduce_sum(grad, axes)


def LRN(op, grad):
    return [raw.LRNGrad(input_grads=grad, input_image=op.inputs[0], output_image=op.outputs[0], **_attributes(op, "depth_radius", "bias", "alpha", "beta"))]


def _batch_norm(op, grad, compute, version):
    x, scale = op.inputs[0], op.inputs[1]
    data_format = op.get_attr("data_format")
    is_training = op.get_attr("is_training")
    spaces = {}
    if version == 3:
        spaces["reserve_space_3"] = op.outputs[5]
    if is_training:
        return list(compute(y_backprop=grad, x=x, scale=scale, reserve_space_1=op.outputs[3], reserve_space_2=op.outputs[4], epsilon=op.get_attr("epsilon"),
                            data_format=data_format, is_training=True, **spaces))
    if data_format == b"NCHW":
        x, grad = tf.transpose(x, [0, 2, 3, 1]), tf.transpose(grad, [0, 2, 3, 1])
    to_x, to_scale, to_offset, _, _ = compute(y_backprop=grad, x=x, scale=scale, reserve_space_1=op.inputs[3], reserve_space_2=op.inputs[4], epsilon=op.get_attr("epsilon"),
                                              data_format="NHWC", is_training=False, **spaces)
    if data_format == b"NCHW":
        to_x = tf.transpose(to_x, [0, 3, 1, 2])
    return to_x, to_scale, to_offset, None, None


def FusedBatchNorm(op, *grads):
    return _batch_norm(op, grads[0], raw.FusedBatchNormGrad, 1)


def FusedBatchNormV2(op, *grads):
    return _batch_norm(op, grads[0], raw.FusedBatchNormGradV2, 2)


def FusedBatchNormV3(op, *grads):
    return _batch_norm(op, grads[0], raw.FusedBatchNormGradV3, 3)


# The largest


def TopK(op, grad, _):
    shape, index_shape = tf.shape(op.inputs[0]), tf.shape(op.outputs[1])
    last_index = tf.gather(tf.cast(index_shape, tf.int64), tf.size(index_shape) - 1)
    rows = tf.reshape(op.outputs[1], tf.stack([-1, last_index]))
    last = tf.gather(tf.cast(shape, tf.int64), tf.size(shape) - 1)
    outer = tf.shape(rows)[0]
    starts = tf.range(0, tf.cast(outer, tf.int64) * last, last)
    indices = tf.reshape(rows + tf.cast(tf.expand_dims(starts, -1), tf.int32), [-1])
    scattered = tf.scatter_nd(tf.expand_dims(indices, -1), tf.reshape(grad, [-1]), [tf.reduce_prod(shape)])
    return [tf.reshape(scattered, shape)] + [tf.zeros([], dtype=tf.int32)] * (len(op.inputs) - 1)
