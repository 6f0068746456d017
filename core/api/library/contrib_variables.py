# Variables of models: TensorFlow 1.15, contrib/framework/python/ops/variables.py.

import functools

import tensorflow as tf
from _namescape_library import arg_scope

Keys = tf.GraphKeys
AUTO, NONE = tf.VariableSynchronization.AUTO, tf.VariableAggregation.NONE


@arg_scope.add_arg_scope
def variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, collections=None, caching_device=None, device=None, partitioner=None,
             custom_getter=None, use_resource=None, synchronization=AUTO, aggregation=NONE):
    collections = list(set(collections if collections is not None else [Keys.GLOBAL_VARIABLES]))
    getter = tf.get_variable
    if custom_getter is not None:
        getter = functools.partial(custom_getter, reuse=tf.get_variable_scope().reuse)
    with tf.device(device or ""):
        return getter(name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, trainable=trainable, collections=collections,
                      caching_device=caching_device, partitioner=partitioner, use_resource=use_resource, synchronization=synchronization, aggregation=aggregation)


@arg_scope.add_arg_scope
def model_variable(name, shape=None, dtype=tf.float32, initializer=None, regularizer=None, trainable=True, collections=None, caching_device=None, device=None,
                   partitioner=None, custom_getter=None, use_resource=None, synchronization=AUTO, aggregation=NONE):
    collections = list(collections or []) + [Keys.GLOBAL_VARIABLES, Keys.MODEL_VARIABLES]
    return variable(name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, trainable=trainable, collections=collections,
                    caching_device=caching_device, device=device, partitioner=partitioner, custom_getter=custom_getter, use_resource=use_resource,
                    synchronization=synchronization, aggregation=aggregation)


def local_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    return tf.Variable(initial_value, trainable=False, collections=[Keys.LOCAL_VARIABLES], validate_shape=validate_shape, use_resource=use_resource, name=name)


def global_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    return tf.Variable(initial_value, trainable=False, collections=[Keys.GLOBAL_VARIABLES], validate_shape=validate_shape, use_resource=use_resource, name=name)


def add_model_variable(var):
    if var not in tf.get_collection(Keys.MODEL_VARIABLES):
        tf.add_to_collection(Keys.MODEL_VARIABLES, var)


def get_variables(scope=None, suffix=None, collection=Keys.GLOBAL_VARIABLES):
    if isinstance(scope, tf.VariableScope):
        scope = scope.name
    if suffix is not None:
        if ":" not in suffix:
            suffix += ":"
        scope = (scope or "") + ".*" + suffix
    return tf.get_collection(collection, scope)


def get_model_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, Keys.MODEL_VARIABLES)


def get_local_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, Keys.LOCAL_VARIABLES)


def get_trainable_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, Keys.TRAINABLE_VARIABLES)


def get_variables_to_restore(include=None, exclude=None):
    for name, scopes in (("include", include), ("exclude", exclude)):
        if scopes is not None and not isinstance(scopes, (list, tuple)):
            raise TypeError("%s is provided but is not a list or a tuple." % name)
    included = get_variables() if include is None else [each for scope in include for each in get_variables(scope)]
    excluded = set(each for scope in exclude or [] for each in get_variables(scope))
    return [each for each in included if each not in excluded]


def get_variables_by_suffix(suffix, scope=None):
    return get_variables(scope=scope, suffix=suffix)


def get_variables_by_name(given_name, scope=None):
    return get_variables(scope=scope, suffix="/" + given_name + ":|^" + given_name + ":")


def get_unique_variable(var_op_name):
    candidates = get_variables(scope=var_op_name)
    if not candidates:
        raise ValueError("Couldn't find variable %s" % var_op_name)
    for candidate in candidates:
        if candidate.op.name == var_op_name:
            return candidate
    raise ValueError("Variable %s does not uniquely identify a variable" % var_op_name)


def filter_variables(var_list, include_patterns=None, exclude_patterns=None, reg_search=True):
    import re
    matches = re.search if reg_search else re.match
    if include_patterns is not None:
        var_list = [var for var in var_list if any(matches(pattern, var.name) for pattern in include_patterns)]
    if exclude_patterns is not None:
        var_list = [var for var in var_list if not any(matches(pattern, var.name) for pattern in exclude_patterns)]
    return var_list
