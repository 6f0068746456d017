# tf.layers.batch_normalization: TensorFlow 1.15, python/layers/normalization.py and keras/layers/normalization.py.

import tensorflow as tf
from _namescape_library import layer
from _namescape_tensors import static_values, unknown


def _known(training):
    if isinstance(training, tf.Variable):
        return None
    if isinstance(training, int):
        return bool(training) if training in (0, 1) else training
    return static_values(training)


def _when(training, when_true, when_false):
    known = _known(training)
    if known is None:
        return tf.cond(training, when_true, when_false)
    return when_true() if known else when_false()


class BatchNormalization(layer.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, center=True, scale=True, beta_initializer=None, gamma_initializer=None, moving_mean_initializer=None,
                 moving_variance_initializer=None, beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, renorm=False,
                 renorm_clipping=None, renorm_momentum=0.99, fused=None, trainable=True, virtual_batch_size=None, adjustment=None, name=None, **kwargs):
        super(BatchNormalization, self).__init__(trainable=trainable, name=name, **kwargs)
        unknown_arguments = {"renorm": renorm, "virtual_batch_size": virtual_batch_size is not None, "adjustment": adjustment is not None}
        self._unknown = [name for name, is_given in unknown_arguments.items() if is_given]
        self.axis = list(axis) if isinstance(axis, list) else axis
        self.momentum, self.epsilon = momentum, epsilon
        self.center, self.scale = center, scale
        self.beta_initializer = beta_initializer or tf.zeros_initializer()
        self.gamma_initializer = gamma_initializer or tf.ones_initializer()
        self.moving_mean_initializer = moving_mean_initializer or tf.zeros_initializer()
        self.moving_variance_initializer = moving_variance_initializer or tf.ones_initializer()
        self.beta_regularizer, self.gamma_regularizer = beta_regularizer, gamma_regularizer
        self.beta_constraint, self.gamma_constraint = beta_constraint, gamma_constraint
        self.fused = True if fused is None else fused

    @property
    def _param_dtype(self):
        return tf.float32 if self.dtype in ("float16", "bfloat16") else tf.as_dtype(self.dtype or tf.float32)

    def build(self, input_shape):
        input_shape = tf.TensorShape(input_shape)
        if not input_shape.ndims:
            raise ValueError("Input has undefined rank:", input_shape)
        rank = input_shape.ndims
        self._resolve_axes(rank)
        if self.fused:
            self.fused = rank == 4 and len(self.axis) == 1 and self.axis[0] in (1, 3)
        if self.fused:
            self._data_format = "NCHW" if self.axis == [1] else "NHWC"
        sizes = dict((axis, input_shape[axis].value) for axis in self.axis)
        if None in sizes.values():
            raise ValueError("Input has undefined `axis` dimension. Input shape: ", input_shape)
        self.input_spec = layer.InputSpec(ndim=rank, axes=sizes)
        shape = (sizes[self.axis[0]],) if len(sizes) == 1 else [sizes.get(i, 1) for i in range(rank)]
        self._add_scaling(shape)
        partitioner = self._scope.partitioner
        self._scope.set_partitioner(None)
        try:
            self.moving_mean = self._add_statistic("moving_mean", shape, self.moving_mean_initializer)
            self.moving_variance = self._add_statistic("moving_variance", shape, self.moving_variance_initializer)
        finally:
            if partitioner:
                self._scope.set_partitioner(partitioner)

    def _resolve_axes(self, rank):
        axes = [self.axis] if isinstance(self.axis, int) else self.axis
        self.axis = [axis + rank if axis < 0 else axis for axis in axes]
        for axis in self.axis:
            if axis < 0 or axis >= rank:
                raise ValueError("Invalid axis: %d" % axis)
        if len(self.axis) != len(set(self.axis)):
            raise ValueError("Duplicate axis: %s" % self.axis)

    def _add_scaling(self, shape):
        self.gamma = self.beta = None
        if self.scale:
            self.gamma = self._add_parameter("gamma", shape, self.gamma_initializer, self.gamma_regularizer, self.gamma_constraint)
        elif self.fused:
            self._gamma_const = tf.constant(1.0, dtype=self._param_dtype, shape=shape)
        if self.center:
            self.beta = self._add_parameter("beta", shape, self.beta_initializer, self.beta_regularizer, self.beta_constraint)
        elif self.fused:
            self._beta_const = tf.constant(0.0, dtype=self._param_dtype, shape=shape)

    def _add_parameter(self, name, shape, initializer, regularizer, constraint):
        return self.add_weight(name, shape, dtype=self._param_dtype, initializer=initializer, regularizer=regularizer, constraint=constraint, trainable=True)

    def _add_statistic(self, name, shape, initializer):
        return self.add_weight(name, shape, dtype=self._param_dtype, initializer=initializer, trainable=False, synchronization=tf.VariableSynchronization.ON_READ,
                               aggregation=tf.VariableAggregation.MEAN)

    def _assign_moving_average(self, variable, value, momentum):
        with tf.compat.v2.name_scope("AssignMovingAvg") as scope:
            with tf.colocate_with(variable):
                decay = tf.convert_to_tensor(1.0 - momentum, name="decay")
                if decay.dtype != variable.dtype.base_dtype:
                    decay = tf.cast(decay, variable.dtype.base_dtype)
                delta = (variable - tf.cast(value, variable.dtype)) * decay
                return tf.assign_sub(variable, delta, name=scope)

    def call(self, inputs, training=False):
        if self._unknown:
            return self._by_what_is_unknown(inputs)
        return self._fused(inputs, training) if self.fused else self._composed(inputs, training)

    def _by_what_is_unknown(self, inputs):
        outputs = unknown("layers.batch_normalization." + self._unknown[0])(inputs)
        outputs.set_shape(inputs.shape)
        return outputs

    def _fused(self, inputs, training):
        beta = self.beta if self.center else self._beta_const
        gamma = self.gamma if self.scale else self._gamma_const

        def of_batch():
            return tf.nn.fused_batch_norm(inputs, gamma, beta, epsilon=self.epsilon, data_format=self._data_format)

        def of_history():
            return tf.nn.fused_batch_norm(inputs, gamma, beta, mean=self.moving_mean, variance=self.moving_variance, epsilon=self.epsilon, is_training=False,
                                          data_format=self._data_format)

        output, mean, variance = _when(training, of_batch, of_history)
        known = _known(training)
        if known is None:
            momentum = tf.cond(training, lambda: self.momentum, lambda: 1.0)
        else:
            momentum = tf.convert_to_tensor(self.momentum)
        if known or known is None:
            self.add_update(self._assign_moving_average(self.moving_mean, mean, momentum).op)
            self.add_update(self._assign_moving_average(self.moving_variance, variance, momentum).op)
        return output

    def _broadcast(self, value, shape):
        rank = shape.ndims
        others = [i for i in range(rank) if i not in self.axis]
        if value is None or value.shape.ndims == rank or others == list(range(rank - 1)):
            return value
        sizes = [1] * rank
        sizes[self.axis[0]] = shape[self.axis[0]].value
        return tf.reshape(value, sizes)

    def _composed(self, inputs, training):
        shape = inputs.shape
        axes = [i for i in range(shape.ndims) if i not in self.axis]
        scale, offset = self._broadcast(self.gamma, shape), self._broadcast(self.beta, shape)
        if _known(training) is False:
            mean, variance = self.moving_mean, self.moving_variance
        else:
            mean, variance = self._statistics(inputs, axes, training)
        mean, variance = tf.cast(mean, inputs.dtype), tf.cast(variance, inputs.dtype)
        if offset is not None:
            offset = tf.cast(offset, inputs.dtype)
        if scale is not None:
            scale = tf.cast(scale, inputs.dtype)
        outputs = tf.nn.batch_normalization(inputs, self._broadcast(mean, shape), self._broadcast(variance, shape), offset, scale, self.epsilon)
        outputs.set_shape(shape)
        return outputs

    # Of the batch, or of what came before; and how that is kept up to date.
    def _statistics(self, inputs, axes, training):
        batch_mean, batch_variance = tf.nn.moments(tf.cast(inputs, self._param_dtype), axes, keep_dims=len(self.axis) > 1)
        mean = _when(training, lambda: batch_mean, lambda: tf.convert_to_tensor(self.moving_mean))
        variance = _when(training, lambda: batch_variance, lambda: tf.convert_to_tensor(self.moving_variance))
        for variable, value in ((self.moving_mean, mean), (self.moving_variance, variance)):
            self.add_update(_when(training, lambda: self._assign_moving_average(variable, value, self.momentum), lambda: variable).op)
        return mean, variance


def batch_normalization(inputs, axis=-1, momentum=0.99, epsilon=1e-3, center=True, scale=True, beta_initializer=tf.zeros_initializer(),
                        gamma_initializer=tf.ones_initializer(), moving_mean_initializer=tf.zeros_initializer(), moving_variance_initializer=tf.ones_initializer(),
                        beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, training=False, trainable=True, name=None, reuse=None,
                        renorm=False, renorm_clipping=None, renorm_momentum=0.99, fused=None, virtual_batch_size=None, adjustment=None):
    layer = BatchNormalization(axis, momentum, epsilon, center, scale, beta_initializer, gamma_initializer, moving_mean_initializer, moving_variance_initializer,
                               beta_regularizer, gamma_regularizer, beta_constraint, gamma_constraint, renorm, renorm_clipping, renorm_momentum, fused, trainable,
                               virtual_batch_size, adjustment, name=name, _reuse=reuse, _scope=name)
    return layer.apply(inputs, training=training)
