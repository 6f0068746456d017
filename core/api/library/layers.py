# tf.layers: TensorFlow 1.15, python/layers/base.py, core.py, convolutional.py and pooling.py.

import tensorflow as tf

raw = tf.raw_ops


class Layer(object):
    base_name = "layer"

    def __init__(self, trainable=True, name=None, dtype=None, _scope=None, _reuse=None):
        self.trainable = trainable
        self.dtype = dtype
        self.built = False
        self._reuse = _reuse
        self._scope = None
        self._current_scope = None
        self._always_reusing = None
        self.weights = []
        self.losses = []
        if isinstance(name, tf.VariableScope):
            self._base_name = name.name
        else:
            self._base_name = name or self.base_name
        if _scope:
            with tf.variable_scope(_scope) as captured:
                self._scope = captured

    @property
    def name(self):
        return self._scope.name if self._scope is not None else self._base_name

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError("No name available for layer scope because the layer \"" + self._base_name + "\" has not been used yet. The scope name "
                             + "is determined the first time the layer instance is called. You must therefore call the layer before querying `scope_name`.")
        return self._scope.name

    @property
    def variables(self):
        return self.weights

    @property
    def trainable_weights(self):
        return [each for each in self.weights if each.trainable]

    trainable_variables = trainable_weights

    def build(self, input_shape):
        self.built = True

    def call(self, inputs):
        return inputs

    def add_weight(self, name, shape, initializer=None, regularizer=None, constraint=None, trainable=True):
        existing = set(each.name for each in tf.global_variables())
        with tf.variable_scope(self._scope, reuse=self.built or self._reuse, auxiliary_name_scope=False) as scope:
            self._current_scope = scope
            with tf.name_scope(scope.original_name_scope):
                if initializer is None:
                    initializer = scope.initializer
                if initializer is None:
                    initializer = tf.glorot_uniform_initializer()
                variable = tf.get_variable(name, shape, dtype=self.dtype or tf.float32, initializer=initializer, trainable=trainable and self.trainable, constraint=constraint)
                if regularizer is not None and variable.name not in existing:
                    with tf.name_scope(name + "/Regularizer"):
                        loss = regularizer(variable)
                    if loss is not None:
                        self.losses.append(loss)
                        tf.add_to_collection(tf.GraphKeys.REGULARIZATION_LOSSES, loss)
        self.weights.append(variable)
        return variable

    def _enter_scope(self, scope):
        if self._scope is not None:
            return
        if self._reuse:
            block = tf.variable_scope(scope if scope is not None else self._base_name)
        else:
            block = tf.variable_scope(scope, default_name=self._base_name)
        with block as captured:
            self._scope = captured

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def __call__(self, inputs, *args, **kwargs):
        self._enter_scope(kwargs.pop("scope", None))
        if self.built:
            if self._always_reusing is None:
                self._always_reusing = tf.variable_scope(self._scope, reuse=True, auxiliary_name_scope=False)
            block = self._always_reusing
        else:
            block = tf.variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        with block as scope:
            self._current_scope = scope
            with tf.name_scope(scope.original_name_scope):
                if not isinstance(inputs, (list, tuple)):
                    inputs = tf.convert_to_tensor(inputs)
                if not self.built:
                    if self.dtype is None:
                        self.dtype = inputs.dtype.base_dtype
                    self.build(inputs.get_shape())
                    self.built = True
                return self.call(inputs, *args, **kwargs)


class Dense(Layer):
    base_name = "dense"

    def __init__(self, units, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=None, kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        super(Dense, self).__init__(trainable=trainable, name=name, **kwargs)
        self.units = int(units)
        self.activation = activation
        self.use_bias = use_bias
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = tf.zeros_initializer() if bias_initializer is None else bias_initializer
        self.kernel_regularizer, self.bias_regularizer = kernel_regularizer, bias_regularizer
        self.kernel_constraint, self.bias_constraint = kernel_constraint, bias_constraint

    def build(self, input_shape):
        last = input_shape[-1].value
        if last is None:
            raise ValueError("The last dimension of the inputs to `Dense` should be defined. Found `None`.")
        self.kernel = self.add_weight("kernel", [last, self.units], self.kernel_initializer, self.kernel_regularizer, self.kernel_constraint)
        self.bias = self.add_weight("bias", [self.units], self.bias_initializer, self.bias_regularizer, self.bias_constraint) if self.use_bias else None

    def call(self, inputs):
        rank = len(inputs.shape)
        if rank > 2:
            outputs = tf.tensordot(inputs, self.kernel, [[rank - 1], [0]])
            outputs.set_shape(inputs.shape.as_list()[:-1] + [self.units])
        else:
            outputs = raw.MatMul(a=inputs, b=self.kernel)
        if self.use_bias:
            outputs = tf.nn.bias_add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)


def _tuple(value, count, name):
    if isinstance(value, int):
        return (value,) * count
    value = tuple(value)
    if len(value) != count:
        raise ValueError("The `%s` argument must be a tuple of %d integers. Received: %s" % (name, count, value))
    return value


class _Conv(Layer):
    rank = 2

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True,
                 kernel_initializer=None, bias_initializer=None, kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, trainable=True, name=None, **kwargs):
        super(_Conv, self).__init__(trainable=trainable, name=name, **kwargs)
        self.filters = filters
        self.kernel_size = _tuple(kernel_size, self.rank, "kernel_size")
        self.strides = _tuple(strides, self.rank, "strides")
        self.dilation_rate = _tuple(dilation_rate, self.rank, "dilation_rate")
        self.padding = padding.lower()
        self.data_format = data_format
        self.activation = activation
        self.use_bias = use_bias
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = tf.zeros_initializer() if bias_initializer is None else bias_initializer
        self.kernel_regularizer, self.bias_regularizer = kernel_regularizer, bias_regularizer
        self.kernel_constraint, self.bias_constraint = kernel_constraint, bias_constraint

    def build(self, input_shape):
        channels = input_shape[1 if self.data_format == "channels_first" else -1].value
        if channels is None:
            raise ValueError("The channel dimension of the inputs should be defined. Found `None`.")
        self.kernel = self.add_weight("kernel", list(self.kernel_size) + [channels, self.filters], self.kernel_initializer, self.kernel_regularizer, self.kernel_constraint)
        self.bias = self.add_weight("bias", [self.filters], self.bias_initializer, self.bias_regularizer, self.bias_constraint) if self.use_bias else None
        tf.convert_to_tensor(list(self.dilation_rate), tf.int32, name="dilation_rate")

    def _activated(self, outputs):
        if self.use_bias:
            outputs = tf.nn.bias_add(outputs, self.bias, data_format="NCHW" if self.data_format == "channels_first" else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)


class Conv2D(_Conv):
    base_name = "conv2d"

    def call(self, inputs):
        data_format = "NCHW" if self.data_format == "channels_first" else "NHWC"
        return self._activated(tf.nn.conv2d(inputs, self.kernel, strides=list(self.strides), padding=self.padding.upper(), data_format=data_format,
                                            dilations=list(self.dilation_rate)))


class Conv1D(_Conv):
    base_name = "conv1d"
    rank = 1

    def call(self, inputs):
        return self._activated(tf.nn.conv1d(inputs, self.kernel, stride=self.strides[0], padding=self.padding.upper(), data_format="NWC"))


class _Pooling2D(Layer):
    def __init__(self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs):
        super(_Pooling2D, self).__init__(name=name, **kwargs)
        self.pool_size = _tuple(pool_size, 2, "pool_size")
        self.strides = _tuple(pool_size if strides is None else strides, 2, "strides")
        self.padding = padding
        self.data_format = data_format

    def call(self, inputs):
        if self.data_format == "channels_last":
            size, strides, data_format = [1] + list(self.pool_size) + [1], [1] + list(self.strides) + [1], "NHWC"
        else:
            size, strides, data_format = [1, 1] + list(self.pool_size), [1, 1] + list(self.strides), "NCHW"
        return self.compute(inputs, size, strides, self.padding.upper(), data_format)


class MaxPooling2D(_Pooling2D):
    base_name = "max_pooling2d"

    def compute(self, inputs, size, strides, padding, data_format):
        return tf.nn.max_pool(inputs, ksize=size, strides=strides, padding=padding, data_format=data_format)


class AveragePooling2D(_Pooling2D):
    base_name = "average_pooling2d"

    def compute(self, inputs, size, strides, padding, data_format):
        return tf.nn.avg_pool(inputs, ksize=size, strides=strides, padding=padding, data_format=data_format)


class Flatten(Layer):
    base_name = "flatten"

    def call(self, inputs):
        batch = inputs.shape[0].value
        outputs = tf.reshape(inputs, (batch or tf.shape(inputs)[0], -1))
        sizes = inputs.shape.as_list()[1:]
        count = 1
        for size in sizes:
            count = None if size is None or count is None else count * size
        outputs.set_shape([batch, count])
        return outputs


class Dropout(Layer):
    base_name = "dropout"

    def __init__(self, rate=0.5, noise_shape=None, seed=None, name=None, **kwargs):
        super(Dropout, self).__init__(name=name, **kwargs)
        self.rate, self.noise_shape, self.seed = rate, noise_shape, seed

    def call(self, inputs, training=False):
        def dropped():
            return tf.nn.dropout(inputs, noise_shape=self.noise_shape, seed=self.seed, rate=self.rate)

        def kept():
            return tf.identity(inputs)

        if isinstance(training, (tf.Tensor, tf.Variable)):
            return tf.cond(training, dropped, kept)
        return dropped() if training else kept()


def dense(inputs, units, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None,
          activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    layer = Dense(units, activation, use_bias, kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint,
                  bias_constraint, trainable=trainable, name=name, _scope=name, _reuse=reuse)
    return layer.apply(inputs)


def conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1), activation=None, use_bias=True,
           kernel_initializer=None, bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
           kernel_constraint=None, bias_constraint=None, trainable=True, name=None, reuse=None):
    layer = Conv2D(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, kernel_initializer, bias_initializer, kernel_regularizer,
                   bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, trainable=trainable, name=name, _scope=name, _reuse=reuse)
    return layer.apply(inputs)


def conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, activation=None, use_bias=True, kernel_initializer=None,
           bias_initializer=tf.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
           trainable=True, name=None, reuse=None):
    layer = Conv1D(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, kernel_initializer, bias_initializer, kernel_regularizer,
                   bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, trainable=trainable, name=name, _scope=name, _reuse=reuse)
    return layer.apply(inputs)


def max_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling2D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def average_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling2D(pool_size, strides, padding, data_format, name=name).apply(inputs)


def flatten(inputs, name=None, data_format="channels_last"):
    return Flatten(name=name).apply(inputs)


def dropout(inputs, rate=0.5, noise_shape=None, seed=None, training=False, name=None):
    return Dropout(rate, noise_shape=noise_shape, seed=seed, name=name).apply(inputs, training=training)
