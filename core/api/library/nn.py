# Neural networks: TensorFlow 1.15, python/ops/nn_ops.py, nn_impl.py and embedding_ops.py.

import tensorflow as tf
from _namescape_tensors import current, is_number, static_values

raw = tf.raw_ops


def bias_add(value, bias, data_format=None, name=None):
    with tf.name_scope(name, "BiasAdd", [value, bias]) as name:
        if data_format is not None:
            if data_format.startswith("NC"):
                data_format = "NCHW"
            elif data_format.startswith("N") and data_format.endswith("C"):
                data_format = "NHWC"
            else:
                raise ValueError("data_format must be of the form `N...C` or `NC...`")
        value = tf.convert_to_tensor(value, name="input")
        bias = tf.convert_to_tensor(bias, dtype=value.dtype, name="bias")
        return raw.BiasAdd(value=value, bias=bias, data_format=data_format, name=name)


def relu6(features, name=None):
    with tf.name_scope(name, "Relu6", [features]) as name:
        return raw.Relu6(features=tf.convert_to_tensor(features, name="features"), name=name)


def leaky_relu(features, alpha=0.2, name=None):
    with tf.name_scope(name, "LeakyRelu", [features, alpha]) as name:
        features = tf.convert_to_tensor(features, name="features")
        if features.dtype.is_integer:
            features = tf.cast(features, tf.float32)
        return raw.LeakyRelu(features=features, alpha=alpha, name=name)


def crelu(features, name=None, axis=-1):
    with tf.name_scope(name, "CRelu", [features]) as name:
        features = tf.convert_to_tensor(features, name="features")
        return raw.Relu(features=tf.concat([features, -features], axis, name=name))


def swish(features):
    features = tf.convert_to_tensor(features, name="features")
    return features * tf.sigmoid(features)


def relu_layer(x, weights, biases, name=None):
    with tf.name_scope(name, "relu_layer", [x, weights, biases]) as name:
        x = tf.convert_to_tensor(x, name="x")
        weights = tf.convert_to_tensor(weights, name="weights")
        biases = tf.convert_to_tensor(biases, name="biases")
        return raw.Relu(features=bias_add(tf.matmul(x, weights), biases), name=name)


def xw_plus_b(x, weights, biases, name=None):
    with tf.name_scope(name, "xw_plus_b", [x, weights, biases]) as name:
        x = tf.convert_to_tensor(x, name="x")
        weights = tf.convert_to_tensor(weights, name="weights")
        biases = tf.convert_to_tensor(biases, name="biases")
        return bias_add(tf.matmul(x, weights), biases, name=name)


def softmax(logits, axis=None, name=None, dim=None):
    axis = current("axis", axis, "dim", dim)
    return _along_last(logits, raw.Softmax, -1 if axis is None else axis, name)


def log_softmax(logits, axis=None, name=None, dim=None):
    axis = current("axis", axis, "dim", dim)
    return _along_last(logits, raw.LogSoftmax, -1 if axis is None else axis, name)


def _swapped(logits, axis, last, name=None):
    return tf.transpose(logits, tf.concat([tf.range(axis), [last], tf.range(axis + 1, last), [axis]], 0), name=name)


def _along_last(logits, compute, axis, name):
    logits = tf.convert_to_tensor(logits)
    shape = logits.get_shape()
    if axis == -1 or axis + 1 == shape.ndims:
        return compute(logits=logits, name=name)
    axis_value = static_values(axis) if isinstance(axis, tf.Tensor) else axis
    if axis_value is not None and shape.ndims is not None and not -shape.ndims <= axis_value < shape.ndims:
        raise tf.errors.InvalidArgumentError(None, None, "Dimension (%d) must be in the range [%d, %d) where %d is the number of dimensions in the input."
                                             % (axis_value, -shape.ndims, shape.ndims, shape.ndims))
    input_rank = tf.rank(logits)
    axis = axis % shape.ndims
    logits = _swapped(logits, axis, input_rank - 1)
    output = compute(logits=logits)
    output = _swapped(output, axis, input_rank - 1, name=name)
    output.set_shape(shape)
    return output


def _window(value, count, channel_index, name):
    if value is None:
        value = [1]
    elif not isinstance(value, (list, tuple)):
        value = [value]
    if len(value) == 1:
        value = [value[0]] * count
    elif len(value) == count:
        value = list(value)
    elif len(value) == count + 2:
        return list(value)
    else:
        raise ValueError("{} should be of length 1, {} or {} but was {}".format(name, count, count + 2, len(value)))
    if channel_index == 1:
        return [1, 1] + value
    return [1] + value + [1]


def _channels(data_format):
    return 1 if data_format.startswith("NC") else None


def _padding(padding):
    explicit = []
    if isinstance(padding, (list, tuple)):
        for i, amounts in enumerate(padding):
            if not isinstance(amounts, (list, tuple)):
                raise ValueError("When padding is a list, each element of padding must be a list/tuple of size 2. Element with index %d of padding is not a list/tuple" % i)
            if len(amounts) != 2:
                raise ValueError("When padding is a list, each element of padding must be a list/tuple of size 2. Element with index %d of padding has size %d" % (i, len(amounts)))
            explicit.extend(amounts)
        if len(padding) != 4:
            raise ValueError("When padding is a list, it must be of size 4. Got padding of size: %d" % len(padding))
        padding = "EXPLICIT"
    return padding, explicit


def conv2d(input, filter=None, strides=None, padding=None, use_cudnn_on_gpu=True, data_format="NHWC", dilations=[1, 1, 1, 1], name=None, filters=None):
    filter = current("filters", filters, "filter", filter)
    padding, explicit = _padding(padding)
    if data_format is None:
        data_format = "NHWC"
    strides = _window(strides, 2, _channels(data_format), "strides")
    dilations = _window(dilations, 2, _channels(data_format), "dilations")
    return raw.Conv2D(input=input, filter=filter, strides=strides, padding=padding, use_cudnn_on_gpu=use_cudnn_on_gpu, explicit_paddings=explicit,
                      data_format=data_format, dilations=dilations, name=name)


def conv1d(value=None, filters=None, stride=None, padding=None, use_cudnn_on_gpu=None, data_format=None, name=None, input=None, dilations=None):
    value = current("input", input, "value", value)
    with tf.name_scope(name, "conv1d", [value, filters]) as name:
        if data_format is None or data_format in ("NHWC", "NWC"):
            data_format, spatial, channels = "NHWC", 1, None
        elif data_format in ("NCHW", "NCW"):
            data_format, spatial, channels = "NCHW", 2, 1
        else:
            raise ValueError("data_format must be \"NWC\" or \"NCW\".")
        strides = [1] + _window(stride, 1, channels, "stride")
        dilations = [1] + _window(dilations, 1, channels, "dilations")
        value = tf.expand_dims(value, spatial)
        filters = tf.expand_dims(filters, 0)
        result = raw.Conv2D(input=value, filter=filters, strides=strides, padding=padding, use_cudnn_on_gpu=use_cudnn_on_gpu, data_format=data_format, dilations=dilations, name=name)
        return tf.squeeze(result, [spatial])


def conv3d(input, filter=None, strides=None, padding=None, data_format="NDHWC", dilations=[1, 1, 1, 1, 1], name=None, filters=None):
    filter = current("filters", filters, "filter", filter)
    return raw.Conv3D(input=input, filter=filter, strides=strides, padding=padding, data_format=data_format, dilations=dilations, name=name)


def conv2d_transpose(value=None, filter=None, output_shape=None, strides=None, padding="SAME", data_format="NHWC", name=None, input=None, filters=None, dilations=None):
    value = current("input", input, "value", value)
    filter = current("filters", filters, "filter", filter)
    with tf.name_scope(name, "conv2d_transpose", [value, filter, output_shape]) as name:
        if data_format is None:
            data_format = "NHWC"
        strides = _window(strides, 2, _channels(data_format), "strides")
        dilations = _window(dilations, 2, _channels(data_format), "dilations")
        return raw.Conv2DBackpropInput(input_sizes=output_shape, filter=filter, out_backprop=value, strides=strides, padding=padding, data_format=data_format,
                                       dilations=dilations, name=name)


def max_pool(value=None, ksize=None, strides=None, padding=None, data_format="NHWC", name=None, input=None):
    return _pool("MaxPool", raw.MaxPool, "input", current("input", input, "value", value), ksize, strides, padding, data_format, name)


def avg_pool(value=None, ksize=None, strides=None, padding=None, data_format="NHWC", name=None, input=None):
    return _pool("AvgPool", raw.AvgPool, "value", current("input", input, "value", value), ksize, strides, padding, data_format, name)


def max_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    return _pool("MaxPool2d", raw.MaxPool, "input", input, ksize, strides, padding, data_format, name)


def avg_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    return _pool("AvgPool2D", raw.AvgPool, "value", input, ksize, strides, padding, data_format, name)


def _pool(scope, compute, argument, value, ksize, strides, padding, data_format, name):
    with tf.name_scope(name, scope, [value]) as name:
        if data_format is None:
            data_format = "NHWC"
        ksize = _window(ksize, 2, _channels(data_format), "ksize")
        strides = _window(strides, 2, _channels(data_format), "strides")
        return compute(ksize=ksize, strides=strides, padding=padding, data_format=data_format, name=name, **{argument: value})


def max_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    with tf.name_scope(name, "MaxPool3D", [input]) as name:
        channels = _channels(data_format)
        return raw.MaxPool3D(input=input, ksize=_window(ksize, 3, channels, "ksize"), strides=_window(strides, 3, channels, "strides"), padding=padding,
                             data_format=data_format, name=name)


def avg_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    with tf.name_scope(name, "AvgPool3D", [input]) as name:
        channels = _channels(data_format)
        return raw.AvgPool3D(input=input, ksize=_window(ksize, 3, channels, "ksize"), strides=_window(strides, 3, channels, "strides"), padding=padding,
                             data_format=data_format, name=name)


def dropout(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None):
    try:
        keep = 1.0 - keep_prob if keep_prob is not None else None
    except TypeError:
        raise ValueError("keep_prob must be a floating point number or Tensor (got %r)" % keep_prob)
    rate = current("rate", rate, "keep_prob", keep)
    if rate is None:
        raise ValueError("You must provide a rate to dropout.")
    return dropout_v2(x, rate, noise_shape=noise_shape, seed=seed, name=name)


def dropout_v2(x, rate, noise_shape=None, seed=None, name=None):
    with tf.name_scope(name, "dropout", [x]):
        x = tf.convert_to_tensor(x, name="x")
        if not x.dtype.is_floating:
            raise ValueError("x has to be a floating point tensor since it's going to be scaled. Got a %s tensor instead." % x.dtype)
        if is_number(rate):
            if not 0 <= rate < 1:
                raise ValueError("rate must be a scalar tensor or a float in the range [0, 1), got %g" % rate)
            if rate > 0.5:
                pass
        if is_number(rate) and rate == 0:
            return x
        rate = tf.convert_to_tensor(rate, dtype=x.dtype, name="rate")
        rate.get_shape().assert_has_rank(0)
        if static_values(rate) == 0:
            return x
        noise_shape = _noise_shape(x, noise_shape)
        random = tf.random_uniform(noise_shape, seed=seed, dtype=x.dtype)
        kept = 1 - rate
        scale = 1 / kept
        mask = random >= rate
        result = x * scale * tf.cast(mask, x.dtype)
        result.set_shape(x.get_shape())
        return result


def _noise_shape(x, noise_shape):
    if noise_shape is None:
        return tf.shape(x)
    try:
        given = tf.TensorShape(noise_shape)
    except (TypeError, ValueError):
        return noise_shape
    if x.shape.dims is not None and len(x.shape.dims) == len(given.dims):
        sizes = [own if asked is None and own is not None else asked for own, asked in zip(x.shape.as_list(), given.as_list())]
        return tf.TensorShape(sizes)
    return noise_shape


def moments(x, axes, shift=None, name=None, keep_dims=None, keepdims=None):
    keep_dims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    with tf.name_scope(name, "moments", [x, axes]):
        y = tf.cast(x, tf.float32) if x.dtype == tf.float16 else x
        mean = tf.reduce_mean(y, axes, keepdims=True, name="mean")
        variance = tf.reduce_mean(tf.squared_difference(y, tf.stop_gradient(mean)), axes, keepdims=True, name="variance")
        if not keep_dims:
            mean = tf.squeeze(mean, axes)
            variance = tf.squeeze(variance, axes)
        if x.dtype == tf.float16:
            return tf.cast(mean, tf.float16), tf.cast(variance, tf.float16)
        return mean, variance


def sufficient_statistics(x, axes, shift=None, keep_dims=None, name=None, keepdims=None):
    keep_dims = current("keepdims", keepdims, "keep_dims", keep_dims) or False
    axes = list(set(axes))
    with tf.name_scope(name, "sufficient_statistics", [x, shift]):
        x = tf.convert_to_tensor(x, name="x")
        shape = x.get_shape()
        if shape.ndims is not None and all(shape.as_list()[d] is not None for d in axes):
            counts = 1
            for d in axes:
                counts *= shape.as_list()[d]
            counts = tf.constant(counts, dtype=x.dtype)
        else:
            sizes = tf.gather(tf.shape(x), tf.constant(axes))
            counts = tf.cast(tf.reduce_prod(sizes), x.dtype, name="count")
        if shift is not None:
            shift = tf.convert_to_tensor(shift, name="shift")
            means, variances = tf.subtract(x, shift), tf.squared_difference(x, shift)
        else:
            means, variances = x, tf.square(x)
        means = tf.reduce_sum(means, axes, keepdims=keep_dims, name="mean_ss")
        variances = tf.reduce_sum(variances, axes, keepdims=keep_dims, name="var_ss")
        return counts, means, variances, shift


def normalize_moments(counts, mean_ss, variance_ss, shift, name=None):
    with tf.name_scope(name, "normalize", [counts, mean_ss, variance_ss, shift]):
        divisor = tf.reciprocal(counts, name="divisor")
        if shift is not None:
            shifted = tf.multiply(mean_ss, divisor, name="shifted_mean")
            mean = tf.add(shifted, shift, name="mean")
        else:
            shifted = tf.multiply(mean_ss, divisor, name="mean")
            mean = shifted
        variance = tf.subtract(tf.multiply(variance_ss, divisor), tf.square(shifted), name="variance")
        return mean, variance


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    with tf.name_scope(name, "batchnorm", [x, mean, variance, scale, offset]):
        inverse = tf.rsqrt(variance + variance_epsilon)
        if scale is not None:
            inverse = inverse * scale
        return x * tf.cast(inverse, x.dtype) + tf.cast(offset - mean * inverse if offset is not None else -mean * inverse, x.dtype)


def fused_batch_norm(x, scale, offset, mean=None, variance=None, epsilon=0.001, data_format="NHWC", is_training=True, name=None):
    x = tf.convert_to_tensor(x, name="input")
    scale = tf.convert_to_tensor(scale, name="scale")
    offset = tf.convert_to_tensor(offset, name="offset")
    if is_training:
        if mean is not None or variance is not None:
            raise ValueError("Both 'mean' and 'variance' must be None if is_training is True.")
    if mean is None:
        mean = tf.constant([])
    if variance is None:
        variance = tf.constant([])
    epsilon = max(epsilon, 1.001e-5)
    result = raw.FusedBatchNormV3(x=x, scale=scale, offset=offset, mean=mean, variance=variance, epsilon=epsilon, data_format=data_format, is_training=is_training, name=name)
    return result[0], result[1], result[2]


def l2_normalize(x, axis=None, epsilon=1e-12, name=None, dim=None):
    axis = current("axis", axis, "dim", dim)
    with tf.name_scope(name, "l2_normalize", [x]) as name:
        x = tf.convert_to_tensor(x, name="x")
        squares = tf.reduce_sum(tf.square(x), axis, keepdims=True)
        return tf.multiply(x, tf.rsqrt(tf.maximum(squares, epsilon)), name=name)


def zero_fraction(value, name=None):
    with tf.name_scope(name, "zero_fraction", [value]):
        value = tf.convert_to_tensor(value, name="value")
        size = tf.size(value, out_type=tf.int64)
        zero = tf.constant(0, dtype=value.dtype, name="zero")
        count = tf.reduce_sum(tf.cast(tf.not_equal(value, zero), tf.int64))
        return tf.identity(1 - tf.cast(count, tf.float32) / tf.cast(size, tf.float32), "fraction")


def sigmoid_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    _only_named("sigmoid_cross_entropy_with_logits", _sentinel, labels, logits)
    with tf.name_scope(name, "logistic_loss", [logits, labels]) as name:
        logits = tf.convert_to_tensor(logits, name="logits")
        labels = tf.convert_to_tensor(labels, name="labels")
        if not labels.get_shape().is_compatible_with(logits.get_shape()):
            raise ValueError("logits and labels must have the same shape (%s vs %s)" % (logits.get_shape(), labels.get_shape()))
        zeros = tf.zeros_like(logits, dtype=logits.dtype)
        condition = logits >= zeros
        positive = tf.where(condition, logits, zeros)
        negative = tf.where(condition, -logits, logits)
        return tf.add(positive - logits * labels, tf.log1p(tf.exp(negative)), name=name)


def weighted_cross_entropy_with_logits(labels=None, logits=None, pos_weight=None, name=None, targets=None):
    labels = current("labels", labels, "targets", targets)
    with tf.name_scope(name, "logistic_loss", [logits, labels]) as name:
        logits = tf.convert_to_tensor(logits, name="logits")
        labels = tf.convert_to_tensor(labels, name="labels")
        if not labels.get_shape().is_compatible_with(logits.get_shape()):
            raise ValueError("logits and labels must have the same shape (%s vs %s)" % (logits.get_shape(), labels.get_shape()))
        weight = 1 + (pos_weight - 1) * labels
        return tf.add((1 - labels) * logits, weight * (tf.log1p(tf.exp(-tf.abs(logits))) + raw.Relu(features=-logits)), name=name)


def _only_named(function, sentinel, labels, logits):
    if sentinel is not None:
        raise ValueError("Only call `%s` with named arguments (labels=..., logits=..., ...)" % function)
    if labels is None or logits is None:
        raise ValueError("Both labels and logits must be provided.")


def softmax_cross_entropy_with_logits_v2(labels, logits, axis=None, name=None, dim=None):
    axis = current("axis", axis, "dim", dim)
    return _softmax_cross_entropy(labels, logits, -1 if axis is None else axis, name)


def softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None):
    dim = current("axis", axis, "dim", None) if axis is not None else dim
    _only_named("softmax_cross_entropy_with_logits", _sentinel, labels, logits)
    with tf.name_scope(name, "softmax_cross_entropy_with_logits_sg", [logits, labels]) as name:
        labels = tf.stop_gradient(labels, name="labels_stop_gradient")
    return _softmax_cross_entropy(labels, logits, dim, name)


def _softmax_cross_entropy(labels, logits, axis, name):
    if labels is None or logits is None:
        raise ValueError("Both labels and logits must be provided.")
    with tf.name_scope(name, "softmax_cross_entropy_with_logits", [logits, labels]) as name:
        logits = tf.convert_to_tensor(logits, name="logits")
        labels = tf.convert_to_tensor(labels, name="labels")
        precise = tf.cast(logits, tf.float32) if logits.dtype in (tf.float16, tf.bfloat16) else logits
        labels = tf.cast(labels, precise.dtype)
        input_rank = tf.rank(precise)
        shape = logits.get_shape()
        if axis != -1:
            precise = _swapped(precise, axis, input_rank - 1)
            labels = _swapped(labels, axis, input_rank - 1)
        input_shape = tf.shape(precise)
        precise = _outer_flattened(precise)
        labels = _outer_flattened(labels)
        cost = raw.SoftmaxCrossEntropyWithLogits(features=precise, labels=labels, name=name)[0]
        output_shape = raw.Slice(input=input_shape, begin=[0], size=[tf.subtract(input_rank, 1)])
        cost = tf.reshape(cost, output_shape)
        if shape is not None and shape.dims is not None:
            sizes = shape.as_list()
            del sizes[axis]
            cost.set_shape(sizes)
        return tf.cast(cost, logits.dtype) if precise.dtype != logits.dtype else cost


def _outer_flattened(output):
    rank = tf.rank(output)
    last_size = raw.Slice(input=tf.shape(output), begin=[tf.subtract(rank, 1)], size=[1])
    flat = tf.reshape(output, tf.concat([[-1], last_size], 0))
    shape = output.get_shape()
    if shape.ndims is not None:
        sizes = shape.as_list()
        product = 1
        for size in sizes[:-1]:
            if size is None:
                product = None
                break
            product *= size
        if product is not None:
            flat.set_shape([product, sizes[-1]])
    return flat


def sparse_softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    _only_named("sparse_softmax_cross_entropy_with_logits", _sentinel, labels, logits)
    with tf.name_scope(name, "SparseSoftmaxCrossEntropyWithLogits", [labels, logits]):
        labels = tf.convert_to_tensor(labels)
        logits = tf.convert_to_tensor(logits)
        precise = tf.cast(logits, tf.float32) if logits.dtype == tf.float16 else logits
        labels_shape, labels_static = tf.shape(labels), labels.get_shape()
        is_static = labels_static.is_fully_defined() and logits.get_shape()[:-1].is_fully_defined()
        if logits.get_shape().ndims is not None and logits.get_shape().ndims == 0:
            raise ValueError("Logits cannot be scalars - received shape %s." % logits.get_shape())
        if logits.get_shape().ndims is not None and labels_static.ndims is not None and labels_static.ndims != logits.get_shape().ndims - 1:
            raise ValueError("Rank mismatch: Rank of labels (received %s) should equal rank of logits minus 1 (received %s)." % (labels_static.ndims, logits.get_shape().ndims))
        if is_static and labels_static != logits.get_shape()[:-1]:
            raise ValueError("Shape mismatch: The shape of labels (received %s) should equal the shape of logits except for the last dimension (received %s)."
                             % (labels_static, logits.get_shape()))
        if logits.get_shape().ndims == 2:
            cost = raw.SparseSoftmaxCrossEntropyWithLogits(features=precise, labels=labels, name=name)[0]
            return tf.cast(cost, tf.float16) if logits.dtype == tf.float16 else cost
        checks = []
        if not is_static:
            checks.append(tf.debugging.assert_equal(tf.rank(labels), tf.rank(logits) - 1))
        with tf.control_dependencies(checks):
            count = tf.shape(logits)[tf.rank(logits) - 1]
            precise = tf.reshape(precise, [-1, count])
            labels = tf.reshape(labels, [-1])
            cost = raw.SparseSoftmaxCrossEntropyWithLogits(features=precise, labels=labels, name=name)[0]
            cost = tf.reshape(cost, labels_shape)
            cost.set_shape(labels_static)
            return tf.cast(cost, tf.float16) if logits.dtype == tf.float16 else cost


def embedding_lookup(params, ids, partition_strategy="mod", name=None, validate_indices=True, max_norm=None):
    if params is None or params in ((), []):
        raise ValueError("Need at least one param")
    is_partitioned = hasattr(params, "_get_variable_list")
    if is_partitioned:
        params = list(params)
    if not isinstance(params, list):
        params = [params]
    with tf.name_scope(name, "embedding_lookup", params + [ids]) as name:
        count = len(params)
        if count == 1:
            with tf.colocate_with(params[0]):
                return tf.identity(_clipped(tf.gather(params[0], ids, name=name), ids, max_norm))
        ids = tf.convert_to_tensor(ids, name="ids")
        flat_ids = tf.reshape(ids, [-1])
        original = tf.range(tf.size(flat_ids))
        if partition_strategy == "mod":
            assignments = flat_ids % count
            new_ids = flat_ids // count
        elif partition_strategy == "div":
            rows = sum(int(param.get_shape().as_list()[0]) for param in params)
            total = tf.constant(rows, flat_ids.dtype)
            per_part = total // count
            extras = total % count
            assignments = tf.maximum(flat_ids // (per_part + 1), (flat_ids - extras) // per_part)
            new_ids = tf.where(assignments < extras, flat_ids % (per_part + 1), (flat_ids - extras) % per_part)
        else:
            raise ValueError("Unrecognized partition strategy: " + partition_strategy)
        assignments = tf.cast(assignments, tf.int32)
        gather_ids = tf.dynamic_partition(new_ids, assignments, count)
        indices = tf.dynamic_partition(original, assignments, count)
        parts = []
        for param, part_ids in zip(params, gather_ids):
            with tf.colocate_with(param):
                parts.append(tf.gather(param, part_ids))
        result = raw.DynamicStitch(indices=indices, data=parts, name=name)
        element = params[0].get_shape()[1:]
        for param in params[1:]:
            element = element.merge_with(param.get_shape()[1:])
        if element.is_fully_defined():
            result = tf.reshape(result, tf.concat([tf.shape(ids), element], 0))
        else:
            with tf.colocate_with(params[0]):
                result = tf.reshape(result, tf.concat([tf.shape(ids), tf.shape(params[0])[1:]], 0))
        result.set_shape(ids.get_shape().concatenate(element))
        return result


def _clipped(params, ids, max_norm):
    if max_norm is None:
        return params
    ids_rank, params_rank = tf.convert_to_tensor(ids).get_shape().ndims, params.get_shape().ndims
    return tf.clip_by_norm(params, max_norm, axes=list(range(ids_rank, params_rank)))


def log_poisson_loss(targets, log_input, compute_full_loss=False, name=None):
    with tf.name_scope(name, "log_poisson_loss", [log_input, targets]) as name:
        log_input = tf.convert_to_tensor(log_input, name="log_input")
        targets = tf.convert_to_tensor(targets, name="targets")
        return tf.exp(log_input) - log_input * targets


def erosion2d(value, kernel, strides, rates, padding, name=None):
    with tf.name_scope(name, "erosion2d", [value, kernel]) as name:
        flipped = raw.ReverseV2(tensor=kernel, axis=[0, 1])
        return tf.negative(raw.Dilation2D(input=tf.negative(value), filter=flipped, strides=strides, rates=rates, padding=padding), name=name)
