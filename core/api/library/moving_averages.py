# Moving averages: TensorFlow 1.15, python/training/moving_averages.py.

import tensorflow as tf
from _namescape_library import slots


def assign_moving_average(variable, value, decay, zero_debias=True, name=None):
    with tf.name_scope(name, "AssignMovingAvg", [variable, value, decay]) as scope:
        decay = tf.convert_to_tensor(1.0 - decay, name="decay")
        if decay.dtype != variable.dtype.base_dtype:
            decay = tf.cast(decay, variable.dtype.base_dtype)
        if zero_debias:
            return _without_bias(variable, value, decay)
        return tf.assign_sub(variable, (variable - value) * decay, name=scope)


def _without_bias(variable, value, decay):
    with tf.variable_scope(variable.name[:-len(":0")], values=[variable, value, decay]):
        with tf.init_scope():
            zeros, no_steps = tf.zeros_initializer(), tf.zeros_initializer()
        with tf.colocate_with(variable):
            biased = tf.get_variable(_new_name("biased"), initializer=zeros, shape=variable.get_shape(), dtype=variable.dtype, trainable=False)
            step = tf.get_variable(_new_name("local_step"), shape=[], dtype=variable.dtype, initializer=no_steps, trainable=False)
        update = tf.assign_sub(biased, (biased - value) * decay)
        count = step.assign_add(1)
        factor = 1 - tf.pow(1.0 - decay, count)
        return tf.assign(variable, update / factor, name=tf.get_default_graph().get_name_scope() + "/")


def _new_name(name):
    scope = tf.get_variable_scope()
    if scope.reuse:
        return name
    taken = [variable.op.name for variable in scope.global_variables()]
    whole = scope.name + "/" + name
    if whole not in taken:
        return name
    number = 1
    while whole + "_%d" % number in taken:
        number += 1
    return name + "_%d" % number


class ExponentialMovingAverage(object):
    def __init__(self, decay, num_updates=None, zero_debias=False, name="ExponentialMovingAverage"):
        self._decay = decay
        self._num_updates = num_updates
        self._zero_debias = zero_debias
        self._name = name
        self._averages = {}

    @property
    def name(self):
        return self._name

    def apply(self, var_list=None):
        if var_list is None:
            var_list = tf.trainable_variables()
        unbiased = set()
        for variable in var_list:
            if variable.dtype.base_dtype not in (tf.bfloat16, tf.float16, tf.float32, tf.float64):
                raise TypeError("The variables must be half, float, or double: %s" % variable.name)
            if variable not in self._averages:
                self._averages[variable] = self._make_average(variable, unbiased)
        with tf.name_scope(self.name) as scope:
            decay = tf.convert_to_tensor(self._decay, name="decay")
            if self._num_updates is not None:
                count = tf.cast(self._num_updates, tf.float32, name="num_updates")
                decay = tf.minimum(decay, (1.0 + count) / (10.0 + count))
            updates = []
            for variable in var_list:
                average = self._averages[variable]
                updates.append(assign_moving_average(average, variable, decay, average in unbiased))
            return tf.group(*updates, name=scope)

    def _make_average(self, variable, unbiased):
        with tf.init_scope():
            if isinstance(variable, tf.Variable):
                average = slots.create_slot(variable, variable.initialized_value(), self.name, colocate_with_primary=True)
                tf.add_to_collection(tf.GraphKeys.MOVING_AVERAGE_VARIABLES, variable)
                return average
            is_variable = variable.op.type in ("Variable", "VariableV2", "VarHandleOp")
            average = slots.create_zeros_slot(variable, self.name, colocate_with_primary=is_variable)
            if self._zero_debias:
                unbiased.add(average)
            return average

    def average(self, var):
        return self._averages.get(var, None)

    def average_name(self, var):
        if var in self._averages:
            return self._averages[var].op.name
        return tf.get_default_graph().unique_name(var.op.name + "/" + self.name, mark_as_used=False)

    def variables_to_restore(self, moving_avg_variables=None):
        if moving_avg_variables is None:
            moving_avg_variables = tf.trainable_variables() + tf.moving_average_variables()
        averaged = set(moving_avg_variables)
        names = {}
        for variable in averaged:
            names[self.average_name(variable)] = variable
        known = set(variable.name for variable in averaged)
        for variable in tf.global_variables():
            if variable.name not in known and variable.op.name not in names:
                names[variable.op.name] = variable
        return names
