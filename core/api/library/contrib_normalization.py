# The normalizing layers of tf.contrib.layers: TensorFlow 1.15, contrib/layers/python/layers/layers.py.

import tensorflow as tf
from _namescape_library import arg_scope, contrib_getters, contrib_variables

scoped = arg_scope.add_arg_scope
collect_output, collections_of = contrib_getters.collect_output, contrib_getters.collections_of
UPDATE_OPS = tf.GraphKeys.UPDATE_OPS


class _Parameters(object):
    """The variables of one normalization, each by its name."""

    def __init__(self, shape, dtype, initializers, regularizers, collections):
        self.shape, self.dtype = shape, dtype
        self.initializers, self.regularizers, self.collections = initializers or {}, regularizers or {}, collections

    def make(self, name, initializer, trainable):
        arguments = {"regularizer": self.regularizers[name]} if name in self.regularizers else {}
        return contrib_variables.model_variable(name, shape=self.shape, dtype=self.dtype, initializer=self.initializers.get(name, initializer),
                                                collections=collections_of(self.collections, name), trainable=trainable, **arguments)

    def moving(self):
        """The moving mean and variance, which are never partitioned."""
        with tf.variable_scope(tf.get_variable_scope()) as local:
            local.set_partitioner(None)
            return self.make("moving_mean", tf.zeros_initializer(), False), self.make("moving_variance", tf.ones_initializer(), False)


def _moved(moving_mean, moving_variance, mean, variance, decay, zero_debias):
    from _namescape_library import moving_averages
    return (moving_averages.assign_moving_average(moving_mean, mean, decay, zero_debias=zero_debias),
            moving_averages.assign_moving_average(moving_variance, variance, decay, zero_debias=False))


def _known(value):
    from _namescape_tensors import static_values
    if value is None:
        raise ValueError("value_or_tensor_or_var cannot be None")
    return None if isinstance(value, tf.Variable) else static_values(value)


def _choose(predicate, when_true, when_false):
    known = _known(predicate)
    if known is None:
        return tf.cond(predicate, when_true, when_false)
    return when_true() if known else when_false()


@scoped
def batch_norm(inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None, param_initializers=None, param_regularizers=None,
               updates_collections=UPDATE_OPS, is_training=True, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, batch_weights=None,
               fused=None, data_format="NHWC", zero_debias_moving_mean=False, scope=None, renorm=False, renorm_clipping=None, renorm_decay=0.99, adjustment=None):
    fused = True if fused is None else fused
    inputs = tf.convert_to_tensor(inputs)
    rank = inputs.get_shape().ndims
    can_fuse = batch_weights is None and not renorm and rank in [2, 4] and adjustment is None
    if data_format not in ("NCHW", "NHWC"):
        raise ValueError("data_format has to be either NCHW or NHWC.")
    if fused and can_fuse and (zero_debias_moving_mean or rank == 2 or updates_collections != UPDATE_OPS):
        return _fused(**locals())
    with tf.variable_scope(scope, "BatchNorm", [inputs], reuse=reuse, custom_getter=contrib_getters.renaming()) as sc:
        inputs = tf.convert_to_tensor(inputs)
        if batch_weights is None and updates_collections == UPDATE_OPS and not zero_debias_moving_mean:
            outputs = _by_layer(**locals())
        else:
            if renorm:
                raise ValueError("renorm is not supported with batch_weights, updates_collections or zero_debias_moving_mean")
            outputs = _by_moments(**locals())
        if activation_fn is not None:
            outputs = activation_fn(outputs)
        return collect_output(outputs_collections, sc.name, outputs)


def _by_layer(inputs, sc, data_format, decay, epsilon, center, scale, param_initializers, param_regularizers, trainable, renorm, renorm_clipping, renorm_decay, adjustment,
              reuse, fused, is_training, variables_collections, **_):
    initializers, regularizers = param_initializers or {}, param_regularizers or {}
    made = tf.layers.BatchNormalization(
        axis=1 if data_format == "NCHW" else -1, momentum=decay, epsilon=epsilon, center=center, scale=scale,
        beta_initializer=initializers.get("beta", tf.zeros_initializer()), gamma_initializer=initializers.get("gamma", tf.ones_initializer()),
        moving_mean_initializer=initializers.get("moving_mean", tf.zeros_initializer()),
        moving_variance_initializer=initializers.get("moving_variance", tf.ones_initializer()), beta_regularizer=regularizers.get("beta"),
        gamma_regularizer=regularizers.get("gamma"), trainable=trainable, renorm=renorm, renorm_clipping=renorm_clipping, renorm_momentum=renorm_decay,
        adjustment=adjustment, name=sc.name, _scope=sc, _reuse=reuse, fused=fused)
    outputs = made.apply(inputs, training=is_training)
    for name in ("moving_mean", "moving_variance", "beta", "gamma"):
        if getattr(made, name) is not None:
            contrib_getters.collect_variable(getattr(made, name), variables_collections, name)
    return outputs


def _fused(inputs, decay, center, scale, epsilon, activation_fn, param_initializers, param_regularizers, updates_collections, is_training, reuse, variables_collections,
           outputs_collections, trainable, data_format, zero_debias_moving_mean, scope, **_):
    with tf.variable_scope(scope, "BatchNorm", [inputs], reuse=reuse) as sc:
        original = tf.convert_to_tensor(inputs)
        inputs = original
        if original.get_shape().ndims == 2:
            channels = original.get_shape()[-1].value
            if channels is None:
                raise ValueError("`C` dimension must be known but is None")
            inputs = tf.reshape(original, [-1, channels, 1, 1] if data_format == "NCHW" else [-1, 1, 1, channels])
        shape = inputs.get_shape()
        params_shape = shape[-1:] if data_format == "NHWC" else shape[1:2]
        if not params_shape.is_fully_defined():
            raise ValueError("Inputs %s has undefined `C` dimension %s." % (inputs.name, params_shape))
        parameters = _Parameters(params_shape, tf.float32, param_initializers, param_regularizers, variables_collections)
        beta = parameters.make("beta", tf.zeros_initializer(), trainable) if center else tf.constant(0.0, dtype=tf.float32, shape=params_shape)
        gamma = parameters.make("gamma", tf.ones_initializer(), trainable) if scale else tf.constant(1.0, dtype=tf.float32, shape=params_shape)
        moving_mean, moving_variance = parameters.moving()
        outputs, mean, variance = _choose(
            is_training, lambda: tf.nn.fused_batch_norm(inputs, gamma, beta, epsilon=epsilon, data_format=data_format),
            lambda: tf.nn.fused_batch_norm(inputs, gamma, beta, mean=moving_mean, variance=moving_variance, epsilon=epsilon, is_training=False, data_format=data_format))
        if _known(is_training) is None or _known(is_training):
            def updates():
                return _moved(moving_mean, moving_variance, mean, variance, decay, zero_debias_moving_mean)

            if updates_collections is None:
                before = outputs

                def forced():
                    with tf.control_dependencies(updates()):
                        return tf.identity(before)

                outputs = _choose(is_training, forced, lambda: before)
            else:
                for update in _choose(is_training, updates, lambda: (moving_mean, moving_variance)):
                    tf.add_to_collections(updates_collections, update)
        outputs.set_shape(shape)
        if original.get_shape().ndims == 2:
            outputs = tf.reshape(outputs, tf.shape(original))
        if activation_fn is not None:
            outputs = activation_fn(outputs)
        return collect_output(outputs_collections, sc.name, outputs)


def _by_moments(inputs, decay, center, scale, epsilon, param_initializers, updates_collections, is_training, variables_collections, trainable, batch_weights, data_format,
                zero_debias_moving_mean, **_):
    shape = inputs.get_shape()
    rank = shape.ndims
    if rank is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    if batch_weights is not None:
        batch_weights = tf.convert_to_tensor(batch_weights)
        shape[0:1].assert_is_compatible_with(batch_weights.get_shape())
        batch_weights = tf.reshape(batch_weights, [-1] + [1] * (rank - 1))
    first = data_format == "NCHW"
    axes = [0] + list(range(2, rank)) if first else list(range(rank - 1))
    params_shape = shape[1:2] if first else shape[-1:]
    if not params_shape.is_fully_defined():
        raise ValueError("Inputs %s has undefined channels dimension %s." % (inputs.name, params_shape))
    parameters = _Parameters(params_shape, inputs.dtype.base_dtype, param_initializers, None, variables_collections)
    beta = parameters.make("beta", tf.zeros_initializer(), trainable) if center else None
    gamma = parameters.make("gamma", tf.ones_initializer(), trainable) if scale else None
    moving_mean, moving_variance = parameters.moving()

    def moving():
        return moving_mean, moving_variance

    mean, variance = moving_mean, moving_variance
    if _known(is_training) is None or _known(is_training):
        if batch_weights is None:
            own_mean, own_variance = tf.nn.moments(inputs, axes, keep_dims=True) if first else tf.nn.moments(inputs, axes)
        else:
            own_mean, own_variance = tf.nn.weighted_moments(inputs, axes, batch_weights, keepdims=first)
        if first:
            own_mean, own_variance = tf.reshape(own_mean, [-1]), tf.reshape(own_variance, [-1])

        def updates():
            return _moved(moving_mean, moving_variance, own_mean, own_variance, decay, zero_debias_moving_mean)

        if updates_collections is None:
            def forced():
                with tf.control_dependencies(updates()):
                    return tf.identity(own_mean), tf.identity(own_variance)

            mean, variance = _choose(is_training, forced, moving)
        else:
            for update in _choose(is_training, updates, moving):
                tf.add_to_collections(updates_collections, update)
            mean, variance = _choose(is_training, lambda: (own_mean, own_variance), moving)
    if first:
        broadcast = [1, shape[1].value] + [1] * (rank - 2)
        mean, variance = tf.reshape(mean, broadcast), tf.reshape(variance, broadcast)
        beta = beta if beta is None else tf.reshape(beta, broadcast)
        gamma = gamma if gamma is None else tf.reshape(gamma, broadcast)
    outputs = tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
    outputs.set_shape(shape)
    return outputs


@scoped
def layer_norm(inputs, center=True, scale=True, activation_fn=None, reuse=None, variables_collections=None, outputs_collections=None, trainable=True, begin_norm_axis=1,
               begin_params_axis=-1, scope=None):
    with tf.variable_scope(scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        inputs = tf.convert_to_tensor(inputs)
        shape = inputs.shape
        rank = shape.ndims
        if rank is None:
            raise ValueError("Inputs %s has undefined rank." % inputs.name)
        if begin_norm_axis < 0:
            begin_norm_axis = rank + begin_norm_axis
        if begin_params_axis >= rank or begin_norm_axis >= rank:
            raise ValueError("begin_params_axis (%d) and begin_norm_axis (%d) must be < rank(inputs) (%d)" % (begin_params_axis, begin_norm_axis, rank))
        params_shape = shape[begin_params_axis:]
        if not params_shape.is_fully_defined():
            raise ValueError("Inputs %s: shape(inputs)[%s:] is not fully defined: %s" % (inputs.name, begin_params_axis, shape))
        dtype = inputs.dtype.base_dtype
        parameters = _Parameters(params_shape, dtype, None, None, variables_collections)
        beta = parameters.make("beta", tf.zeros_initializer(), trainable) if center else None
        gamma = parameters.make("gamma", tf.ones_initializer(), trainable) if scale else None
        mean, variance = tf.nn.moments(inputs, list(range(begin_norm_axis, rank)), keep_dims=True)
        outputs = tf.nn.batch_normalization(inputs, mean, variance, offset=beta, scale=gamma, variance_epsilon=1e-3 if dtype == tf.float16 else 1e-12)
        outputs.set_shape(shape)
        if activation_fn is not None:
            outputs = activation_fn(outputs)
        return collect_output(outputs_collections, sc.name, outputs)


@scoped
def unit_norm(inputs, dim, epsilon=1e-7, scope=None):
    with tf.variable_scope(scope, "UnitNorm", [inputs]):
        if not inputs.get_shape():
            raise ValueError("The input rank must be known.")
        rank = len(inputs.get_shape().as_list())
        if dim < 0 or dim >= rank:
            raise ValueError("dim must be positive but smaller than the input rank.")
        lengths = tf.sqrt(epsilon + tf.reduce_sum(tf.square(inputs), dim, True))
        multiples = [tf.ones([dim], tf.int32)] if dim > 0 else []
        multiples.append(tf.strided_slice(tf.shape(inputs), [dim], [dim + 1]))
        if dim < rank - 1:
            multiples.append(tf.ones([rank - 1 - dim], tf.int32))
        return tf.div(inputs, tf.tile(lengths, tf.concat(multiples, 0)))
