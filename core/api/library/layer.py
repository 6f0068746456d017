# The base of all layers: TensorFlow 1.15, python/layers/base.py and python/keras/engine/base_layer.py.

import re

import tensorflow as tf
from _namescape_tensors import flatten, is_number

# How many unnamed layers of a kind a graph has had.
_counts = {}


def snake_case(name):
    words = re.sub("(.)([A-Z][a-z0-9]+)", r"\1_\2", name)
    words = re.sub("([a-z])([A-Z])", r"\1_\2", words).lower()
    return "private" + words if words[0] == "_" else words


def _numbered(base_name):
    key = (tf.get_default_graph(), base_name)
    _counts[key] = _counts.get(key, 0) + 1
    return base_name + "_" + str(_counts[key])


def add_to_collection_once(elements, key):
    collection = tf.get_collection_ref(key)  # of which there is one from now on, even an empty one
    for element in elements:
        if element not in collection:
            collection.append(element)


class InputSpec(object):
    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype, self.shape = dtype, shape
        self.ndim = len(shape) if shape is not None else ndim
        self.max_ndim, self.min_ndim = max_ndim, min_ndim
        self.axes = axes or {}

    def check(self, tensor, index, layer_name):
        rank = tensor.shape.ndims
        about = "Input " + str(index) + " of layer " + layer_name + " is incompatible with the layer: "
        if (self.ndim is not None or self.min_ndim is not None or self.max_ndim is not None) and rank is None:
            raise ValueError(about + "its rank is undefined, but the layer requires a defined rank.")
        received = ". Full shape received: "
        if self.ndim is not None and rank != self.ndim:
            raise ValueError(about + "expected ndim=" + str(self.ndim) + ", found ndim=" + str(rank) + received + str(tensor.shape.as_list()))
        if self.max_ndim is not None and rank is not None and rank > self.max_ndim:
            raise ValueError(about + "expected max_ndim=" + str(self.max_ndim) + ", found ndim=" + str(rank))
        if self.min_ndim is not None and rank is not None and rank < self.min_ndim:
            raise ValueError(about + "expected min_ndim=" + str(self.min_ndim) + ", found ndim=" + str(rank) + received + str(tensor.shape.as_list()))
        if not self.axes:
            return
        sizes = tensor.shape.as_list()
        for axis, size in self.axes.items():
            if size is not None and sizes[int(axis)] not in (size, None):
                raise ValueError(about + "expected axis " + str(axis) + " of input shape to have value " + str(size) + " but received input with shape " + str(sizes))


class Layer(object):
    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        scope = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        for given in kwargs:
            if given not in ("input_shape", "batch_input_shape", "batch_size", "weights", "activity_regularizer", "autocast"):
                raise TypeError("Keyword argument not understood:", given)
        self.trainable = trainable
        self.built = False
        self.input_spec = None
        self._activity_regularizer = kwargs.pop("activity_regularizer", None)
        self._dtype = None if dtype is None else tf.as_dtype(dtype)
        self._set_name(name)
        self._trainable_weights, self._non_trainable_weights = [], []
        self._updates, self._losses, self._loss_makers = [], [], []
        self._current_scope = None
        self._always_reusing = None
        self._scope = None
        if scope:
            with tf.variable_scope(scope) as captured:
                self._scope = captured

    def _set_name(self, name):
        base_name = snake_case(type(self).__name__)
        if isinstance(name, tf.VariableScope):
            self._name, self._base_name = _numbered(base_name), name.name
        else:
            self._name, self._base_name = name, name
        if not name:
            self._name, self._base_name = _numbered(base_name), base_name

    @property
    def name(self):
        return self._name

    @property
    def dtype(self):
        return None if self._dtype is None else self._dtype.name

    @property
    def activity_regularizer(self):
        return self._activity_regularizer

    @property
    def graph(self):
        return None

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError("No name available for layer scope because the layer \"" + self._name + "\" has not been used yet. The scope name "
                             + " is determined the first time the layer instance is called. You must therefore call the layer before querying `scope_name`.")
        return self._scope.name

    @property
    def trainable_weights(self):
        return list(self._trainable_weights) if self.trainable else []

    @property
    def non_trainable_weights(self):
        if self.trainable:
            return list(self._non_trainable_weights)
        return self._trainable_weights + self._non_trainable_weights

    @property
    def weights(self):
        return self.trainable_weights + self.non_trainable_weights

    variables = weights
    trainable_variables = trainable_weights
    non_trainable_variables = non_trainable_weights

    @property
    def updates(self):
        if not self.trainable:
            return []
        return list(self._updates)

    @property
    def losses(self):
        made = [maker() for maker in self._loss_makers]
        return self._losses + [loss for loss in made if loss is not None]

    def add_update(self, updates, inputs=None):
        self._updates.extend(updates if isinstance(updates, (list, tuple)) else [updates])

    def add_loss(self, losses, inputs=None):
        new = []
        for loss in flatten(losses) if isinstance(losses, (list, tuple)) else [losses]:
            if loss is None:
                continue
            if callable(loss) and not isinstance(loss, tf.Tensor):
                self._loss_makers.append(loss)
                loss = loss()
            else:
                self._losses.append(loss)
            if loss is not None:
                new.append(loss)
        add_to_collection_once(new, tf.GraphKeys.REGULARIZATION_LOSSES)

    def build(self, input_shape):
        self.built = True

    def call(self, inputs):
        return inputs

    def add_variable(self, *args, **kwargs):
        return self.add_weight(*args, **kwargs)

    def add_weight(self, name, shape, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None, use_resource=None,
                   synchronization=tf.VariableSynchronization.AUTO, aggregation=tf.VariableAggregation.NONE, partitioner=None, **kwargs):
        for given in kwargs:
            if given != "experimental_autocast":
                raise TypeError("Unknown keyword argument:", given)
        if synchronization == tf.VariableSynchronization.ON_READ:
            if trainable:
                raise ValueError("Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable variables. "
                                 "You have specified trainable=True and synchronization=VariableSynchronization.ON_READ.")
            trainable = False
        elif trainable is None:
            trainable = True
        existing = set(tf.global_variables()) if regularizer else ()
        dtype = tf.as_dtype(dtype or self.dtype or tf.float32)
        self._set_scope(None)
        with tf.variable_scope(self._scope, reuse=self.built or self._reuse, auxiliary_name_scope=False) as scope:
            self._current_scope = scope
            with tf.name_scope(scope.original_name_scope):
                initializer = self._initializer_for(name, dtype, scope.initializer if initializer is None else initializer)
                variable = tf.get_variable(name, shape, dtype=dtype, initializer=initializer, trainable=trainable and self.trainable, constraint=constraint,
                                           partitioner=partitioner, use_resource=use_resource or scope.use_resource, synchronization=synchronization,
                                           aggregation=aggregation)
                if regularizer and not any(piece in existing for piece in pieces(variable)):
                    for piece in pieces(variable):
                        self.add_loss(self._penalty(name, piece, regularizer))
        self._keep(variable, trainable and self.trainable)
        return variable

    def _initializer_for(self, name, dtype, initializer):
        if initializer is not None:
            return initializer
        if dtype.is_floating:
            return tf.glorot_uniform_initializer()
        if dtype.is_integer or dtype.is_unsigned or dtype.is_bool:
            return tf.zeros_initializer()
        raise ValueError("An initializer for variable %s of type %s is required for layer %s" % (name, dtype.base_dtype, self.name))

    def _penalty(self, name, variable, regularizer):
        def penalty():
            with tf.name_scope(name + "/Regularizer"):
                return regularizer(variable)

        return penalty

    def _keep(self, variable, trainable):
        # A custom getter or a variable scope may have had another opinion.
        trainable = trainable and all(piece.trainable for piece in pieces(variable))
        kept = self._trainable_weights if trainable else self._non_trainable_weights
        if variable not in kept:
            kept.append(variable)

    def _set_scope(self, scope=None):
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
        self._set_scope(kwargs.pop("scope", None))
        if self.built:
            if self._always_reusing is None:
                self._always_reusing = tf.variable_scope(self._scope, reuse=True, auxiliary_name_scope=False)
            block = self._always_reusing
        else:
            block = tf.variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        with block as scope:
            self._current_scope = scope
            inputs = _as_tensors(inputs)
            with tf.name_scope(scope.original_name_scope):
                self._check_input(inputs)
                self._build_once(inputs)
                outputs = self.call(inputs, *args, **kwargs)
                self._regularize_activity(outputs)
        add_to_collection_once(self.updates, tf.GraphKeys.UPDATE_OPS)
        return outputs

    def _build_once(self, inputs):
        if self.built:
            return
        leaves = flatten(inputs)
        if self._dtype is None and leaves:
            self._dtype = leaves[0].dtype.base_dtype
        self.build([leaf.shape for leaf in leaves] if isinstance(inputs, (list, tuple)) else inputs.shape)
        self.built = True

    def _check_input(self, inputs):
        if self.input_spec is None:
            return
        specs = self.input_spec if isinstance(self.input_spec, (list, tuple)) else [self.input_spec]
        leaves = flatten(inputs)
        if len(leaves) != len(specs):
            raise ValueError("Layer " + self.name + " expects " + str(len(specs)) + " inputs, but it received " + str(len(leaves)) + " input tensors. Inputs received: " + str(inputs))
        for index, (leaf, spec) in enumerate(zip(leaves, specs)):
            if spec is not None:
                spec.check(leaf, index, self.name)

    def _regularize_activity(self, outputs):
        if not self._activity_regularizer:
            return
        with tf.name_scope("ActivityRegularizer"):
            for output in flatten(outputs):
                loss = self._activity_regularizer(output)
                batch_size = tf.cast(tf.shape(output)[0], loss.dtype)
                self.add_loss(loss / batch_size)

    def count_params(self):
        if not self.built:
            raise ValueError("You tried to call `count_params` on " + self.name + ", but the layer isn't built. You can build it manually via: `" + self.name
                             + ".build(batch_input_shape)`.")
        return sum(weight.shape.num_elements() for weight in self.weights)


def pieces(variable):
    return list(variable) if type(variable).__name__ == "PartitionedVariable" else [variable]


def _as_tensors(inputs):
    if isinstance(inputs, (list, tuple)):
        converted = [_as_tensors(each) for each in inputs]
        return converted if isinstance(inputs, list) else tuple(converted)
    if is_number(inputs) or hasattr(inputs, "tolist"):
        return tf.convert_to_tensor(inputs)
    return inputs
