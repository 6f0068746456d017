# Variables by collection and what makes them ready: TensorFlow 1.15, python/ops/variables.py and training/training_util.py.

import tensorflow as tf


def global_variables(scope=None):
    return tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope)


def all_variables():
    return global_variables()


def local_variables(scope=None):
    return tf.get_collection(tf.GraphKeys.LOCAL_VARIABLES, scope)


def model_variables(scope=None):
    return tf.get_collection(tf.GraphKeys.MODEL_VARIABLES, scope)


def trainable_variables(scope=None):
    return tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope)


def moving_average_variables(scope=None):
    return tf.get_collection(tf.GraphKeys.MOVING_AVERAGE_VARIABLES, scope)


def variables_initializer(var_list, name="init"):
    if var_list:
        return tf.group(*[variable.initializer for variable in var_list], name=name)
    return tf.group(name=name)


def global_variables_initializer():
    return variables_initializer(global_variables())


def local_variables_initializer():
    return variables_initializer(local_variables(), name="init")


def initialize_all_variables():
    return global_variables_initializer()


def initialize_local_variables():
    return local_variables_initializer()


def initialize_variables(var_list, name="init"):
    return variables_initializer(var_list, name=name)


def tables_initializer(name="init_all_tables"):
    tables = tf.get_collection(tf.GraphKeys.TABLE_INITIALIZERS)
    if not tables:
        return tf.no_op(name=name)
    return tf.group(*tables, name=name)


def is_variable_initialized(variable):
    return variable.is_initialized() if hasattr(variable, "is_initialized") else tf.raw_ops.IsVariableInitialized(ref=variable)


def report_uninitialized_variables(var_list=None, name="report_uninitialized_variables"):
    if var_list is None:
        var_list = global_variables() + local_variables()
    with tf.name_scope(name):
        ready = [tf.is_variable_initialized(variable) for variable in var_list]
        with tf.device("/cpu:0"):
            if not var_list:
                return tf.constant([], dtype=tf.string)
            missing = tf.logical_not(tf.stack(ready))
            names = tf.constant([variable.op.name for variable in var_list])
            return tf.boolean_mask(names, missing)


def assert_variables_initialized(var_list=None):
    if var_list is None:
        var_list = global_variables() + local_variables()
    if not var_list:
        return None
    ranks = []
    for variable in var_list:
        with tf.colocate_with(variable.op):
            ranks.append(tf.raw_ops.Rank(input=variable))
    return ranks[0] if len(ranks) == 1 else tf.stack(ranks)


def get_global_step(graph=None):
    graph = graph or tf.get_default_graph()
    steps = graph.get_collection(tf.GraphKeys.GLOBAL_STEP)
    if len(steps) == 1:
        step = steps[0]
    elif not steps:
        try:
            step = graph.get_tensor_by_name("global_step:0")
        except KeyError:
            return None
    else:
        return None
    return step


def create_global_step(graph=None):
    graph = graph or tf.get_default_graph()
    if get_global_step(graph) is not None:
        raise ValueError('"global_step" already exists.')
    with graph.as_default(), graph.name_scope(None):
        return tf.get_variable(tf.GraphKeys.GLOBAL_STEP, shape=[], dtype=tf.int64, initializer=tf.zeros_initializer(), trainable=False,
                               aggregation=tf.VariableAggregation.ONLY_FIRST_REPLICA, collections=[tf.GraphKeys.GLOBAL_VARIABLES, tf.GraphKeys.GLOBAL_STEP])


def get_or_create_global_step(graph=None):
    graph = graph or tf.get_default_graph()
    step = get_global_step(graph)
    return create_global_step(graph) if step is None else step


def assert_global_step(global_step_tensor):
    if not (isinstance(global_step_tensor, tf.Variable) or isinstance(global_step_tensor, tf.Tensor)):
        raise TypeError('Existing "global_step" must be a Variable or Tensor: %s.' % global_step_tensor)
    if not global_step_tensor.dtype.base_dtype.is_integer:
        raise TypeError('Existing "global_step" does not have integer type: %s' % global_step_tensor.dtype)
    if global_step_tensor.get_shape().ndims != 0 and global_step_tensor.get_shape().is_fully_defined():
        raise TypeError('Existing "global_step" is not scalar: %s' % global_step_tensor.get_shape())
