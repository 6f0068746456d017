# Optimizers: TensorFlow 1.15, python/training/optimizer.py, gradient_descent.py, momentum.py, adam.py, rmsprop.py, adagrad.py, adadelta.py, ftrl.py,
# proximal_gradient_descent.py and proximal_adagrad.py.

import tensorflow as tf
from _namescape_library import slots
from _namescape_tensors import flatten

raw = tf.raw_ops


def _is_resource(variable):
    return not variable.dtype._is_ref_dtype


def _key(variable):
    return variable.op.graph, variable.op.name


def _without_repetitions(values, indices):
    unique, positions = tf.unique(indices)
    return tf.unsorted_segment_sum(values, positions, tf.shape(unique)[0]), unique


class Optimizer(object):
    GATE_NONE = 0
    GATE_OP = 1
    GATE_GRAPH = 2

    def __init__(self, use_locking, name):
        if not name:
            raise ValueError("Must specify the optimizer name")
        self._use_locking = use_locking
        self._name = name
        self._slots = {}
        self._non_slot_dict = {}

    def get_name(self):
        return self._name

    def minimize(self, loss, global_step=None, var_list=None, gate_gradients=GATE_OP, aggregation_method=None, colocate_gradients_with_ops=False, name=None,
                 grad_loss=None):
        pairs = self.compute_gradients(loss, var_list=var_list, gate_gradients=gate_gradients, aggregation_method=aggregation_method,
                                       colocate_gradients_with_ops=colocate_gradients_with_ops, grad_loss=grad_loss)
        if all(gradient is None for gradient, _ in pairs):
            raise ValueError("No gradients provided for any variable, check your graph for ops that do not support gradients, between variables %s and loss %s."
                             % ([str(variable) for _, variable in pairs], loss))
        return self.apply_gradients(pairs, global_step=global_step, name=name)

    def compute_gradients(self, loss, var_list=None, gate_gradients=GATE_OP, aggregation_method=None, colocate_gradients_with_ops=False, grad_loss=None):
        if callable(loss):
            loss = loss()
        if gate_gradients not in (Optimizer.GATE_NONE, Optimizer.GATE_OP, Optimizer.GATE_GRAPH):
            raise ValueError("gate_gradients must be one of: Optimizer.GATE_NONE, Optimizer.GATE_OP, Optimizer.GATE_GRAPH.  Not %s" % gate_gradients)
        self._assert_valid_dtypes([loss])
        if grad_loss is not None:
            self._assert_valid_dtypes([grad_loss])
        if var_list is None:
            var_list = tf.trainable_variables() + tf.get_collection(tf.GraphKeys.TRAINABLE_RESOURCE_VARIABLES)
        else:
            var_list = list(flatten(var_list))
        var_list = var_list + tf.get_collection("streaming_model_ports")
        targets = [self._target(variable) for variable in var_list]
        if not var_list:
            raise ValueError("No variables to optimize.")
        gradients = tf.gradients(loss, targets, grad_ys=grad_loss, gate_gradients=gate_gradients == Optimizer.GATE_OP, aggregation_method=aggregation_method,
                                 colocate_gradients_with_ops=colocate_gradients_with_ops)
        if gate_gradients == Optimizer.GATE_GRAPH:
            gradients = tf.tuple(gradients)
        pairs = list(zip(gradients, var_list))
        self._assert_valid_dtypes([variable for gradient, variable in pairs if gradient is not None and variable.dtype != tf.resource])
        return pairs

    @staticmethod
    def _target(variable):
        if isinstance(variable, tf.Variable):
            return variable if _is_resource(variable) else variable._ref()
        if isinstance(variable, tf.Tensor):
            return variable
        raise NotImplementedError("Trying to optimize unsupported type ", variable)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        pairs = tuple(grads_and_vars)
        if not pairs:
            raise ValueError("No variables provided.")
        pairs = [(self._converted(gradient), variable) for gradient, variable in pairs]
        variables = [variable for gradient, variable in pairs if gradient is not None]
        if not variables:
            raise ValueError("No gradients provided for any variable: %s." % ([str(variable) for _, variable in pairs],))
        with tf.init_scope():
            self._create_slots(variables)
        with tf.name_scope(name, self._name) as name:
            self._prepare()
            updates = []
            for gradient, variable in pairs:
                if gradient is not None:
                    with tf.name_scope("update_" + variable.op.name), tf.colocate_with(variable):
                        updates.append(self._update(gradient, variable))
            if global_step is None:
                train = self._finish(updates, name)
            else:
                with tf.control_dependencies([self._finish(updates, "update")]):
                    with tf.colocate_with(global_step):
                        train = _incremented(global_step, name)
            if isinstance(train, tf.Tensor):
                train = train.op
            collected = tf.get_collection_ref(tf.GraphKeys.TRAIN_OP)
            if train not in collected:
                collected.append(train)
            return train

    @staticmethod
    def _converted(gradient):
        if gradient is None or isinstance(gradient, (tf.Tensor, tf.IndexedSlices)):
            return gradient
        try:
            return tf.convert_to_tensor(gradient)
        except TypeError:
            raise TypeError("Gradient must be convertible to a Tensor or IndexedSlices, or None: %s" % gradient)

    def _update(self, gradient, variable):
        if isinstance(variable, tf.Tensor):
            raise NotImplementedError("Trying to update a Tensor ", variable)
        if isinstance(gradient, tf.IndexedSlices):
            if variable.constraint is not None:
                raise RuntimeError("Cannot use a constraint function on a sparse variable.")
            if _is_resource(variable):
                return self._resource_apply_sparse_duplicate_indices(gradient.values, variable, gradient.indices)
            return self._apply_sparse_duplicate_indices(gradient, variable)
        update = self._resource_apply_dense(gradient, variable) if _is_resource(variable) else self._apply_dense(gradient, variable)
        if variable.constraint is None:
            return update
        with tf.control_dependencies([update]):
            return variable.assign(variable.constraint(variable))

    def get_slot(self, var, name):
        named = self._slots.get(name, None)
        return named.get(_key(var), None) if named else None

    def get_slot_names(self):
        return sorted(self._slots.keys())

    def variables(self):
        graph = tf.get_default_graph()
        every = list(self._non_slot_dict.values())
        for named in self._slots.values():
            every.extend(named.values())
        return sorted([each for each in every if each.op.graph is graph], key=lambda each: each.name)

    def _create_non_slot_variable(self, initial_value, name, colocate_with):
        key = (name, colocate_with.graph)
        if key not in self._non_slot_dict:
            with tf.colocate_with(colocate_with):
                self._non_slot_dict[key] = tf.Variable(initial_value, name=name, trainable=False, use_resource=_is_resource(colocate_with))
        return self._non_slot_dict[key]

    def _get_non_slot_variable(self, name, graph=None):
        return self._non_slot_dict.get((name, graph), None)

    def _assert_valid_dtypes(self, tensors):
        valid = self._valid_dtypes()
        for tensor in tensors:
            dtype = tensor.dtype.base_dtype
            if dtype not in valid:
                raise ValueError("Invalid type %r for %s, expected: %s." % (dtype, tensor.name, [each for each in valid]))

    def _valid_dtypes(self):
        return [tf.float32, tf.float64, tf.float16, tf.bfloat16]  # in TensorFlow a set: in the order of the numbers of the types, modulo 8

    def _create_slots(self, var_list):
        pass

    def _prepare(self):
        pass

    def _apply_dense(self, grad, var):
        raise NotImplementedError()

    def _resource_apply_dense(self, grad, handle):
        raise NotImplementedError()

    def _resource_apply_sparse_duplicate_indices(self, grad, handle, indices):
        summed, unique = _without_repetitions(grad, indices)
        return self._resource_apply_sparse(summed, handle, unique)

    def _resource_apply_sparse(self, grad, handle, indices):
        raise NotImplementedError()

    def _apply_sparse_duplicate_indices(self, grad, var):
        summed, unique = _without_repetitions(grad.values, grad.indices)
        return self._apply_sparse(tf.IndexedSlices(summed, unique, grad.dense_shape), var)

    def _apply_sparse(self, grad, var):
        raise NotImplementedError()

    def _finish(self, update_ops, name_scope):
        return tf.group(*update_ops, name=name_scope)

    def _slot_dict(self, slot_name):
        return self._slots.setdefault(slot_name, {})

    def _slot(self, var, slot_name, make, *arguments):
        named = self._slot_dict(slot_name)
        if _key(var) not in named:
            named[_key(var)] = getattr(slots, make)(var, *arguments)
        return named[_key(var)]

    def _get_or_make_slot(self, var, val, slot_name, op_name):
        return self._slot(var, slot_name, "create_slot", val, op_name)

    def _get_or_make_slot_with_initializer(self, var, initializer, shape, dtype, slot_name, op_name):
        return self._slot(var, slot_name, "create_slot_with_initializer", initializer, shape, dtype, op_name)

    def _zeros_slot(self, var, slot_name, op_name):
        return self._slot(var, slot_name, "create_zeros_slot", op_name)

    def _call_if_callable(self, param):
        return param() if callable(param) else param

    def _as_tensor(self, param, name):
        return tf.convert_to_tensor(self._call_if_callable(param), name=name)


def _incremented(global_step, name):
    if isinstance(global_step, tf.Variable) and _is_resource(global_step):
        return raw.AssignAddVariableOp(resource=global_step.handle, value=tf.convert_to_tensor(1, dtype=global_step.dtype), name=name)
    return tf.assign_add(global_step, 1, name=name)


class GradientDescentOptimizer(Optimizer):
    def __init__(self, learning_rate, use_locking=False, name="GradientDescent"):
        super(GradientDescentOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._learning_rate_tensor = None

    def _prepare(self):
        self._learning_rate_tensor = self._as_tensor(self._learning_rate, "learning_rate")

    def _apply_dense(self, grad, var):
        return raw.ApplyGradientDescent(var=var, alpha=tf.cast(self._learning_rate_tensor, var.dtype.base_dtype), delta=grad, use_locking=self._use_locking).op

    def _resource_apply_dense(self, grad, var):
        return raw.ResourceApplyGradientDescent(var=var.handle, alpha=tf.cast(self._learning_rate_tensor, grad.dtype.base_dtype), delta=grad, use_locking=self._use_locking)

    def _resource_apply_sparse_duplicate_indices(self, grad, var, indices):
        return raw.ResourceScatterAdd(resource=var.handle, indices=indices, updates=-grad * self._learning_rate)

    def _apply_sparse_duplicate_indices(self, grad, var):
        delta = tf.IndexedSlices(grad.values * tf.cast(self._learning_rate_tensor, var.dtype.base_dtype), grad.indices, grad.dense_shape)
        return var.scatter_sub(delta, use_locking=self._use_locking)


# Optimizers whose step is one operation: how the dense and the sparse one are called, and with what.
class _OneOperation(Optimizer):
    operation = None   # "Momentum": of ApplyMomentum, ResourceApplyMomentum, SparseApplyMomentum …
    slot_inputs = ()   # the operation's inputs that are slots, with the slots' names
    scalars = ()       # its other inputs, with our tensors for them
    is_operation = ()  # which steps are handed on as operations rather than tensors

    def _step(self, prefix, grad, var, indices=None):
        is_resource = prefix.startswith("Resource")
        inputs = {"var": var.handle if is_resource else var}
        for argument, slot_name in self.slot_inputs:
            slot = self.get_slot(var, slot_name)
            inputs[argument] = slot.handle if is_resource else slot
        dtype = grad.dtype if is_resource else var.dtype
        for argument, tensor in self.scalars:
            inputs[argument] = tf.cast(getattr(self, tensor), dtype.base_dtype)
        inputs[self.gradient_input if indices is None else "grad"] = grad
        if indices is not None:
            inputs["indices"] = indices
        update = getattr(raw, prefix + "Apply" + self.operation)(use_locking=self._use_locking, **dict(inputs, **self._attributes()))
        return update.op if prefix in self.is_operation else update

    gradient_input = "grad"

    def _attributes(self):
        return {}

    def _apply_dense(self, grad, var):
        return self._step("", grad, var)

    def _resource_apply_dense(self, grad, var):
        return self._step("Resource", grad, var)

    def _apply_sparse(self, grad, var):
        return self._step("Sparse", grad.values, var, grad.indices)

    def _resource_apply_sparse(self, grad, var, indices):
        return self._step("ResourceSparse", grad, var, indices)


class MomentumOptimizer(_OneOperation):
    operation = "Momentum"
    slot_inputs = (("accum", "momentum"),)
    scalars = (("lr", "_learning_rate_tensor"), ("momentum", "_momentum_tensor"))
    is_operation = ("", "Sparse")

    def __init__(self, learning_rate, momentum, use_locking=False, name="Momentum", use_nesterov=False):
        super(MomentumOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._momentum = momentum
        self._use_nesterov = use_nesterov

    def _create_slots(self, var_list):
        for variable in var_list:
            self._zeros_slot(variable, "momentum", self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._as_tensor(self._learning_rate, "learning_rate")
        self._momentum_tensor = self._as_tensor(self._momentum, "momentum")

    def _attributes(self):
        return {"use_nesterov": self._use_nesterov}


class AdagradOptimizer(_OneOperation):
    operation = "Adagrad"
    slot_inputs = (("accum", "accumulator"),)
    scalars = (("lr", "_learning_rate_tensor"),)

    def __init__(self, learning_rate, initial_accumulator_value=0.1, use_locking=False, name="Adagrad"):
        if initial_accumulator_value <= 0.0:
            raise ValueError("initial_accumulator_value must be positive: %s" % initial_accumulator_value)
        super(AdagradOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._initial_accumulator_value = initial_accumulator_value
        self._learning_rate_tensor = None

    def _create_slots(self, var_list):
        for variable in var_list:
            dtype = variable.dtype.base_dtype
            if variable.get_shape().is_fully_defined():
                initial = tf.constant_initializer(self._initial_accumulator_value, dtype=dtype)
            else:
                initial = self._initial(variable, dtype)
            self._get_or_make_slot_with_initializer(variable, initial, variable.get_shape(), dtype, "accumulator", self._name)

    def _initial(self, variable, dtype):
        return lambda: tf.cast(raw.Fill(dims=tf.shape(variable), value=self._initial_accumulator_value), dtype)

    def _prepare(self):
        self._learning_rate_tensor = self._as_tensor(self._learning_rate, "learning_rate")


class AdadeltaOptimizer(_OneOperation):
    operation = "Adadelta"
    slot_inputs = (("accum", "accum"), ("accum_update", "accum_update"))
    scalars = (("lr", "_lr_t"), ("rho", "_rho_t"), ("epsilon", "_epsilon_t"))

    def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-8, use_locking=False, name="Adadelta"):
        super(AdadeltaOptimizer, self).__init__(use_locking, name)
        self._lr, self._rho, self._epsilon = learning_rate, rho, epsilon

    def _create_slots(self, var_list):
        for variable in var_list:
            self._zeros_slot(variable, "accum", self._name)
            self._zeros_slot(variable, "accum_update", self._name)

    def _prepare(self):
        self._lr_t = self._as_tensor(self._lr, "lr")
        self._rho_t = self._as_tensor(self._rho, "rho")
        self._epsilon_t = self._as_tensor(self._epsilon, "epsilon")


class RMSPropOptimizer(_OneOperation):
    scalars = (("lr", "_learning_rate_tensor"), ("rho", "_decay_tensor"), ("momentum", "_momentum_tensor"), ("epsilon", "_epsilon_tensor"))
    is_operation = ("",)

    def __init__(self, learning_rate, decay=0.9, momentum=0.0, epsilon=1e-10, use_locking=False, centered=False, name="RMSProp"):
        super(RMSPropOptimizer, self).__init__(use_locking, name)
        self._learning_rate, self._decay, self._momentum, self._epsilon = learning_rate, decay, momentum, epsilon
        self._centered = centered
        self.operation = "CenteredRMSProp" if centered else "RMSProp"
        self.slot_inputs = ((("mg", "mg"),) if centered else ()) + (("ms", "rms"), ("mom", "momentum"))

    def _create_slots(self, var_list):
        for variable in var_list:
            dtype = variable.dtype.base_dtype
            ones = tf.ones_initializer(dtype=dtype) if variable.get_shape().is_fully_defined() else tf.ones_like(variable)
            self._get_or_make_slot_with_initializer(variable, ones, variable.get_shape(), dtype, "rms", self._name)
            if self._centered:
                self._zeros_slot(variable, "mg", self._name)
            self._zeros_slot(variable, "momentum", self._name)

    def _prepare(self):
        self._learning_rate_tensor = self._as_tensor(self._learning_rate, "learning_rate")
        self._decay_tensor = self._as_tensor(self._decay, "decay")
        self._momentum_tensor = self._as_tensor(self._momentum, "momentum")
        self._epsilon_tensor = self._as_tensor(self._epsilon, "epsilon")


class _RegularizedOptimizer(_OneOperation):
    def _prepare(self):
        self._learning_rate_tensor = tf.convert_to_tensor(self._learning_rate, name="learning_rate")
        self._l1_tensor = tf.convert_to_tensor(self._l1_regularization_strength, name="l1_regularization_strength")
        self._l2_tensor = tf.convert_to_tensor(self._l2_regularization_strength, name="l2_regularization_strength")


class FtrlOptimizer(_RegularizedOptimizer):
    slot_inputs = (("accum", "accum"), ("linear", "linear"))

    def __init__(self, learning_rate, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0,
                 use_locking=False, name="Ftrl", accum_name=None, linear_name=None, l2_shrinkage_regularization_strength=0.0):
        super(FtrlOptimizer, self).__init__(use_locking, name)
        if initial_accumulator_value < 0.0:
            raise ValueError("initial_accumulator_value %f needs to be positive or zero" % initial_accumulator_value)
        if learning_rate_power > 0.0:
            raise ValueError("learning_rate_power %f needs to be negative or zero" % learning_rate_power)
        if l1_regularization_strength < 0.0:
            raise ValueError("l1_regularization_strength %f needs to be positive or zero" % l1_regularization_strength)
        if l2_regularization_strength < 0.0:
            raise ValueError("l2_regularization_strength %f needs to be positive or zero" % l2_regularization_strength)
        if l2_shrinkage_regularization_strength < 0.0:
            raise ValueError("l2_shrinkage_regularization_strength %f needs to be positive or zero" % l2_shrinkage_regularization_strength)
        self._learning_rate = learning_rate
        self._learning_rate_power = learning_rate_power
        self._initial_accumulator_value = initial_accumulator_value
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength
        self._l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength
        self._accum_name, self._linear_name = accum_name, linear_name
        shrinks = l2_shrinkage_regularization_strength > 0.0
        self.operation = "FtrlV2" if shrinks else "Ftrl"
        shrinkage = (("l2_shrinkage", "_l2_shrinkage_tensor"),) if shrinks else ()
        self.scalars = (("lr", "_learning_rate_tensor"), ("l1", "_l1_tensor"), ("l2", "_l2_tensor")) + shrinkage + (("lr_power", "_power_tensor"),)

    def _create_slots(self, var_list):
        for variable in var_list:
            with tf.colocate_with(variable):
                initial = tf.constant(self._initial_accumulator_value, dtype=variable.dtype.base_dtype, shape=variable.get_shape())
                self._get_or_make_slot(variable, initial, "accum", self._accum_name or self._name)
                self._zeros_slot(variable, "linear", self._linear_name or self._name)

    def _prepare(self):
        super(FtrlOptimizer, self)._prepare()
        self._l2_shrinkage_tensor = tf.convert_to_tensor(self._l2_shrinkage_regularization_strength, name="l2_shrinkage_regularization_strength")
        self._power_tensor = tf.convert_to_tensor(self._learning_rate_power, name="learning_rate_power")


class ProximalGradientDescentOptimizer(_RegularizedOptimizer):
    operation = "ProximalGradientDescent"
    scalars = (("alpha", "_learning_rate_tensor"), ("l1", "_l1_tensor"), ("l2", "_l2_tensor"))
    is_operation = ("", "Sparse")
    gradient_input = "delta"

    def __init__(self, learning_rate, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name="ProximalGradientDescent"):
        super(ProximalGradientDescentOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength


class ProximalAdagradOptimizer(_RegularizedOptimizer):
    operation = "ProximalAdagrad"
    slot_inputs = (("accum", "accumulator"),)
    scalars = (("lr", "_learning_rate_tensor"), ("l1", "_l1_tensor"), ("l2", "_l2_tensor"))

    def __init__(self, learning_rate, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, use_locking=False, name="ProximalAdagrad"):
        if initial_accumulator_value <= 0.0:
            raise ValueError("initial_accumulator_value must be positive: %s" % initial_accumulator_value)
        super(ProximalAdagradOptimizer, self).__init__(use_locking, name)
        self._learning_rate = learning_rate
        self._initial_accumulator_value = initial_accumulator_value
        self._l1_regularization_strength = l1_regularization_strength
        self._l2_regularization_strength = l2_regularization_strength

    def _create_slots(self, var_list):
        for variable in var_list:
            with tf.colocate_with(variable):
                initial = tf.constant(self._initial_accumulator_value, shape=variable.get_shape(), dtype=variable.dtype.base_dtype)
            self._get_or_make_slot(variable, initial, "accumulator", self._name)


class AdamOptimizer(_OneOperation):
    operation = "Adam"
    slot_inputs = (("m", "m"), ("v", "v"))
    is_operation = ("",)

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, use_locking=False, name="Adam"):
        super(AdamOptimizer, self).__init__(use_locking, name)
        self._lr, self._beta1, self._beta2, self._epsilon = learning_rate, beta1, beta2, epsilon
        self._lr_t = self._beta1_t = self._beta2_t = self._epsilon_t = None

    scalars = (("beta1_power", "_beta1_power"), ("beta2_power", "_beta2_power"), ("lr", "_lr_t"), ("beta1", "_beta1_t"), ("beta2", "_beta2_t"), ("epsilon", "_epsilon_t"))

    @property
    def _beta1_power(self):
        return self._get_beta_accumulators()[0]

    @property
    def _beta2_power(self):
        return self._get_beta_accumulators()[1]

    def _get_beta_accumulators(self):
        graph = tf.get_default_graph()
        return self._get_non_slot_variable("beta1_power", graph=graph), self._get_non_slot_variable("beta2_power", graph=graph)

    def _create_slots(self, var_list):
        first = min(var_list, key=lambda variable: variable.name)
        self._create_non_slot_variable(initial_value=self._beta1, name="beta1_power", colocate_with=first)
        self._create_non_slot_variable(initial_value=self._beta2, name="beta2_power", colocate_with=first)
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)
            self._zeros_slot(variable, "v", self._name)

    def _prepare(self):
        rate, beta1, beta2, epsilon = [self._call_if_callable(each) for each in (self._lr, self._beta1, self._beta2, self._epsilon)]
        self._lr_t = tf.convert_to_tensor(rate, name="learning_rate")
        self._beta1_t = tf.convert_to_tensor(beta1, name="beta1")
        self._beta2_t = tf.convert_to_tensor(beta2, name="beta2")
        self._epsilon_t = tf.convert_to_tensor(epsilon, name="epsilon")

    def _apply_sparse_shared(self, grad, var, indices, scatter_add):
        dtype = var.dtype.base_dtype
        beta1_power, beta2_power = self._get_beta_accumulators()
        beta1_power, beta2_power = tf.cast(beta1_power, dtype), tf.cast(beta2_power, dtype)
        rate, beta1, beta2, epsilon = [tf.cast(each, dtype) for each in (self._lr_t, self._beta1_t, self._beta2_t, self._epsilon_t)]
        rate = rate * tf.sqrt(1 - beta2_power) / (1 - beta1_power)
        m = self.get_slot(var, "m")
        scaled = grad * (1 - beta1)
        new_m = tf.assign(m, m * beta1, use_locking=self._use_locking)
        with tf.control_dependencies([new_m]):
            new_m = scatter_add(m, indices, scaled)
        v = self.get_slot(var, "v")
        scaled = (grad * grad) * (1 - beta2)
        new_v = tf.assign(v, v * beta2, use_locking=self._use_locking)
        with tf.control_dependencies([new_v]):
            new_v = scatter_add(v, indices, scaled)
        root = tf.sqrt(new_v)
        update = tf.assign_sub(var, rate * new_m / (root + epsilon), use_locking=self._use_locking)
        return tf.group(*[update, new_m, new_v])

    def _apply_sparse(self, grad, var):
        return self._apply_sparse_shared(grad.values, var, grad.indices, lambda x, i, v: tf.scatter_add(x, i, v, use_locking=self._use_locking))

    def _resource_scatter_add(self, x, i, v):
        with tf.control_dependencies([raw.ResourceScatterAdd(resource=x.handle, indices=i, updates=v)]):
            return x.value()

    def _resource_apply_sparse(self, grad, var, indices):
        return self._apply_sparse_shared(grad, var, indices, self._resource_scatter_add)

    def _finish(self, update_ops, name_scope):
        with tf.control_dependencies(update_ops):
            beta1_power, beta2_power = self._get_beta_accumulators()
            with tf.colocate_with(beta1_power):
                update_beta1 = beta1_power.assign(beta1_power * self._beta1_t, use_locking=self._use_locking)
                update_beta2 = beta2_power.assign(beta2_power * self._beta2_t, use_locking=self._use_locking)
        return tf.group(*(update_ops + [update_beta1, update_beta2]), name=name_scope)
