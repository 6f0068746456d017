# The layers of tf.contrib.layers and tf.contrib.slim: TensorFlow 1.15, contrib/layers/python/layers/layers.py.

import functools

import tensorflow as tf
from _namescape_library import arg_scope, contrib_getters, contrib_initializers, contrib_variables, layers, layers_convolutional, layers_pooling

scoped = arg_scope.add_arg_scope
collect_output, collect_variable = contrib_getters.collect_output, contrib_getters.collect_variable
collections_of = contrib_getters.collections_of
model_variable = contrib_variables.model_variable
xavier_initializer = contrib_initializers.xavier_initializer
RENAMED = {"bias": "biases", "kernel": "weights"}


def _check_format(data_format, *allowed):
    if data_format not in allowed:
        raise ValueError("data_format has to be either %s or %s." % allowed)


def _pool(kind, standard_scope, inputs, kernel_size, stride, padding, data_format, outputs_collections, scope):
    with tf.name_scope(scope, standard_scope, [inputs]) as sc:
        inputs = tf.convert_to_tensor(inputs)
        outputs = kind(pool_size=kernel_size, strides=stride, padding=padding, data_format=contrib_getters.channels(data_format), _scope=sc).apply(inputs)
        return collect_output(outputs_collections, sc, outputs)


@scoped
def avg_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    _check_format(data_format, "NCHW", "NHWC")
    return _pool(layers_pooling.AveragePooling2D, "AvgPool2D", inputs, kernel_size, stride, padding, data_format, outputs_collections, scope)


@scoped
def avg_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    _check_format(data_format, "NCDHW", "NDHWC")
    return _pool(layers_pooling.AveragePooling3D, "AvgPool3D", inputs, kernel_size, stride, padding, data_format, outputs_collections, scope)


@scoped
def max_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    _check_format(data_format, "NCHW", "NHWC")
    return _pool(layers_pooling.MaxPooling2D, "MaxPool2D", inputs, kernel_size, stride, padding, data_format, outputs_collections, scope)


@scoped
def max_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    _check_format(data_format, "NCDHW", "NDHWC")
    return _pool(layers_pooling.MaxPooling3D, "MaxPool3D", inputs, kernel_size, stride, padding, data_format, outputs_collections, scope)


def _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections):
    """The outputs normalized and activated."""
    if normalizer_fn is not None:
        outputs = normalizer_fn(outputs, **(normalizer_params or {}))
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return collect_output(outputs_collections, sc.name, outputs)


def _weights_and_bias(made, variables_collections):
    collect_variable(made.kernel, variables_collections, "weights")
    if made.bias is not None:
        collect_variable(made.bias, variables_collections, "biases")


@scoped
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=tf.nn.relu, normalizer_fn=None, normalizer_params=None,
                weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(), biases_regularizer=None, reuse=None,
                variables_collections=None, outputs_collections=None, trainable=True, scope=None, conv_dims=None):
    if data_format not in [None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW"]:
        raise ValueError("Invalid data_format: %r" % (data_format,))
    with tf.variable_scope(scope, "Conv", [inputs], reuse=reuse, custom_getter=contrib_getters.renaming(RENAMED)) as sc:
        inputs = tf.convert_to_tensor(inputs)
        rank = inputs.get_shape().ndims
        if conv_dims is not None and conv_dims + 2 != rank:
            raise ValueError("Convolution expects input with rank %d, got %d" % (conv_dims + 2, rank))
        kinds = {3: layers_convolutional.Conv1D, 4: layers_convolutional.Conv2D, 5: layers_convolutional.Conv3D}
        if rank not in kinds:
            raise ValueError("Convolution not supported for input with rank", rank)
        made = kinds[rank](filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding, data_format=contrib_getters.channels(data_format), dilation_rate=rate,
                           activation=None, use_bias=not normalizer_fn and biases_initializer, kernel_initializer=weights_initializer, bias_initializer=biases_initializer,
                           kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, activity_regularizer=None, trainable=trainable, name=sc.name,
                           dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = made.apply(inputs)
        _weights_and_bias(made, variables_collections)
        return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)


@scoped
def convolution1d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=tf.nn.relu, normalizer_fn=None,
                  normalizer_params=None, weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(),
                  biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return convolution(conv_dims=1, **locals())


@scoped
def convolution2d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=tf.nn.relu, normalizer_fn=None,
                  normalizer_params=None, weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(),
                  biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return convolution(conv_dims=2, **locals())


@scoped
def convolution3d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=tf.nn.relu, normalizer_fn=None,
                  normalizer_params=None, weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(),
                  biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return convolution(conv_dims=3, **locals())


def _transpose(kind, standard_scope, inputs, num_outputs, kernel_size, stride, padding, data_format, activation_fn, normalizer_fn, normalizer_params, weights_initializer,
               weights_regularizer, biases_initializer, biases_regularizer, reuse, variables_collections, outputs_collections, trainable, scope):
    with tf.variable_scope(scope, standard_scope, [inputs], reuse=reuse, custom_getter=contrib_getters.renaming(RENAMED)) as sc:
        _check_format(data_format, *(("NCHW", "NHWC") if kind.rank == 2 else ("NCDHW", "NDHWC")))
        inputs = tf.convert_to_tensor(inputs)
        made = kind(filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding, data_format=contrib_getters.channels(data_format), activation=None,
                    use_bias=not normalizer_fn and biases_initializer, kernel_initializer=weights_initializer, bias_initializer=biases_initializer,
                    kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, activity_regularizer=None, trainable=trainable, name=sc.name,
                    dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = made.apply(inputs)
        _weights_and_bias(made, variables_collections)
        return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)


@scoped
def convolution2d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NHWC", activation_fn=tf.nn.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(),
                            biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _transpose(layers_convolutional.Conv2DTranspose, "Conv2d_transpose", **locals())


@scoped
def convolution3d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NDHWC", activation_fn=tf.nn.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(),
                            biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    return _transpose(layers_convolutional.Conv3DTranspose, "Conv3d_transpose", **locals())


@scoped
def convolution2d_in_plane(inputs, kernel_size, stride=1, padding="SAME", activation_fn=tf.nn.relu, normalizer_fn=None, normalizer_params=None,
                           weights_initializer=xavier_initializer(), weights_regularizer=None, biases_initializer=tf.zeros_initializer(), biases_regularizer=None, reuse=None,
                           variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    with tf.variable_scope(scope, "ConvInPlane", [inputs], reuse=reuse) as sc:
        dtype = inputs.dtype.base_dtype
        height, width = contrib_getters.pair(kernel_size)
        stride_height, stride_width = contrib_getters.pair(stride)
        channels = contrib_getters.last_dimension(inputs.get_shape(), min_rank=4)
        weights = model_variable("weights", shape=[height, width, 1, 1], dtype=dtype, initializer=weights_initializer, regularizer=weights_regularizer,
                                 collections=collections_of(variables_collections, "weights"), trainable=trainable)
        outputs = tf.nn.depthwise_conv2d(inputs, tf.tile(weights, [1, 1, channels, 1]), [1, stride_height, stride_width, 1], padding)
        if normalizer_fn is None and biases_initializer is not None:
            biases = model_variable("biases", shape=[channels], dtype=dtype, initializer=biases_initializer, regularizer=biases_regularizer,
                                    collections=collections_of(variables_collections, "biases"), trainable=trainable)
            outputs = tf.nn.bias_add(outputs, biases)
        return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)


@scoped
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME", data_format="NHWC", rate=1, activation_fn=tf.nn.relu,
                            normalizer_fn=None, normalizer_params=None, weights_initializer=xavier_initializer(), pointwise_initializer=None, weights_regularizer=None,
                            biases_initializer=tf.zeros_initializer(), biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None,
                            trainable=True, scope=None):
    _check_format(data_format, "NCHW", "NHWC")
    renamed = {"bias": "biases", "depthwise_kernel": "depthwise_weights", "pointwise_kernel": "pointwise_weights"}
    with tf.variable_scope(scope, "SeparableConv2d", [inputs], reuse=reuse, custom_getter=contrib_getters.renaming(renamed)) as sc:
        inputs = tf.convert_to_tensor(inputs)
        if pointwise_initializer is None:
            pointwise_initializer = weights_initializer
        if num_outputs is None:
            outputs = _depthwise(**locals())
            return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)
        made = layers_convolutional.SeparableConv2D(
            filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding, data_format=contrib_getters.channels(data_format),
            dilation_rate=contrib_getters.pair(rate), activation=None, depth_multiplier=depth_multiplier, use_bias=not normalizer_fn and biases_initializer,
            depthwise_initializer=weights_initializer, pointwise_initializer=pointwise_initializer, bias_initializer=biases_initializer,
            depthwise_regularizer=weights_regularizer, pointwise_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, activity_regularizer=None,
            trainable=trainable, name=sc.name, dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = made.apply(inputs)
        collect_variable(made.depthwise_kernel, variables_collections, "weights")
        collect_variable(made.pointwise_kernel, variables_collections, "weights")
        if made.bias is not None:
            collect_variable(made.bias, variables_collections, "biases")
        return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)


def _depthwise(inputs, kernel_size, depth_multiplier, stride, padding, data_format, rate, normalizer_fn, weights_initializer, weights_regularizer, biases_initializer,
               biases_regularizer, variables_collections, trainable, **_):
    dtype = inputs.dtype.base_dtype
    height, width = contrib_getters.pair(kernel_size)
    stride = contrib_getters.pair(stride)
    first = data_format.startswith("NC")
    channels = inputs.get_shape()[1 if first else 3].value
    weights = model_variable("depthwise_weights", shape=[height, width, channels, depth_multiplier], dtype=dtype, initializer=weights_initializer,
                             regularizer=weights_regularizer, trainable=trainable, collections=collections_of(variables_collections, "weights"))
    strides = [1, 1, stride[0], stride[1]] if first else [1, stride[0], stride[1], 1]
    outputs = tf.nn.depthwise_conv2d(inputs, weights, strides, padding, rate=contrib_getters.pair(rate), data_format=data_format)
    if normalizer_fn is None and biases_initializer is not None:
        biases = model_variable("biases", shape=[depth_multiplier * channels], dtype=dtype, initializer=biases_initializer, regularizer=biases_regularizer,
                                trainable=trainable, collections=collections_of(variables_collections, "biases"))
        outputs = tf.nn.bias_add(outputs, biases, data_format=data_format)
    return outputs


@scoped
def fully_connected(inputs, num_outputs, activation_fn=tf.nn.relu, normalizer_fn=None, normalizer_params=None, weights_initializer=xavier_initializer(),
                    weights_regularizer=None, biases_initializer=tf.zeros_initializer(), biases_regularizer=None, reuse=None, variables_collections=None,
                    outputs_collections=None, trainable=True, scope=None):
    if not isinstance(num_outputs, int):
        raise ValueError("num_outputs type should be one of %s, got %s." % ([int], type(num_outputs)))
    with tf.variable_scope(scope, "fully_connected", [inputs], reuse=reuse, custom_getter=contrib_getters.renaming(RENAMED)) as sc:
        inputs = tf.convert_to_tensor(inputs)
        made = layers.Dense(units=num_outputs, activation=None, use_bias=not normalizer_fn and biases_initializer, kernel_initializer=weights_initializer,
                            bias_initializer=biases_initializer, kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, activity_regularizer=None,
                            trainable=trainable, name=sc.name, dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = made.apply(inputs)
        _weights_and_bias(made, variables_collections)
        return _finished(outputs, sc, activation_fn, normalizer_fn, normalizer_params, outputs_collections)


@scoped
def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    with tf.variable_scope(scope, "Dropout", [inputs], custom_getter=contrib_getters.model_variable_getter) as sc:
        inputs = tf.convert_to_tensor(inputs)
        outputs = layers.Dropout(rate=1 - keep_prob, noise_shape=noise_shape, seed=seed, name=sc.name, _scope=sc).apply(inputs, training=is_training)
        return collect_output(outputs_collections, sc.name, outputs)


@scoped
def flatten(inputs, outputs_collections=None, scope=None):
    with tf.name_scope(scope, "Flatten", [inputs]) as sc:
        return collect_output(outputs_collections, sc, layers.flatten(tf.convert_to_tensor(inputs)))


@scoped
def bias_add(inputs, activation_fn=None, initializer=tf.zeros_initializer(), regularizer=None, reuse=None, variables_collections=None, outputs_collections=None,
             trainable=True, data_format="NHWC", scope=None):
    _check_format(data_format, "NCHW", "NHWC")
    with tf.variable_scope(scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        inputs = tf.convert_to_tensor(inputs)
        shape = inputs.get_shape()
        if shape.ndims is None:
            raise ValueError("Dims of shape must be known but is None")
        if shape.ndims != 4 and data_format == "NCHW":
            raise ValueError("Data format NCHW only supports 4D Tensor")
        features = shape[1 if data_format == "NCHW" else -1].value
        if features is None:
            raise ValueError("`C` dimension must be known but is None")
        biases = model_variable("biases", shape=[features], dtype=inputs.dtype.base_dtype, initializer=initializer, regularizer=regularizer,
                                collections=collections_of(variables_collections, "biases"), trainable=trainable)
        outputs = tf.nn.bias_add(inputs, biases, data_format=data_format)
        if activation_fn is not None:
            outputs = activation_fn(outputs)
        return collect_output(outputs_collections, sc.name, outputs)


@scoped
def one_hot_encoding(labels, num_classes, on_value=1.0, off_value=0.0, outputs_collections=None, scope=None):
    with tf.name_scope(scope, "OneHotEncoding", [labels, num_classes]) as sc:
        labels = tf.convert_to_tensor(labels)
        if labels.dtype == tf.int32:
            labels = tf.to_int64(labels)
        return collect_output(outputs_collections, sc, tf.one_hot(labels, num_classes, on_value=on_value, off_value=off_value))


@scoped
def softmax(logits, scope=None):
    with tf.variable_scope(scope, "softmax", [logits]):
        flat = tf.reshape(logits, [-1, contrib_getters.last_dimension(logits.get_shape(), min_rank=2)])
        predictions = tf.reshape(tf.nn.softmax(flat), tf.shape(logits))
        predictions.set_shape(logits.get_shape())
        return predictions


def _name_of(layer, standard):
    if hasattr(layer, "__name__"):
        return layer.__name__
    if hasattr(layer, "func") and hasattr(layer.func, "__name__"):
        return layer.func.__name__
    return standard


def repeat(inputs, repetitions, layer, *args, **kwargs):
    scope = kwargs.pop("scope", None)
    with tf.variable_scope(scope, "Repeat", [inputs]):
        outputs = tf.convert_to_tensor(inputs)
        scope = _name_of(layer, "repeat") if scope is None else scope
        for i in range(repetitions):
            kwargs["scope"] = scope + "_" + str(i + 1)
            outputs = layer(outputs, *args, **kwargs)
        return outputs


def stack(inputs, layer, stack_args, **kwargs):
    scope = kwargs.pop("scope", None)
    with tf.variable_scope(scope, "Stack", [inputs]):
        outputs = tf.convert_to_tensor(inputs)
        scope = _name_of(layer, "stack") if scope is None else scope
        for i, arguments in enumerate(stack_args):
            kwargs["scope"] = scope + "_" + str(i + 1)
            outputs = layer(outputs, *(arguments if isinstance(arguments, (list, tuple)) else [arguments]), **kwargs)
        return outputs


elu = functools.partial(fully_connected, activation_fn=tf.nn.elu)
relu = functools.partial(fully_connected, activation_fn=tf.nn.relu)
relu6 = functools.partial(fully_connected, activation_fn=tf.nn.relu6)
linear = functools.partial(fully_connected, activation_fn=None)
