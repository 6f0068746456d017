# Methods of variables: TensorFlow 1.15, python/ops/variables.py and resource_variable_ops.py.

import tensorflow as tf

raw = tf.raw_ops


def count_up_to(self, limit):
    if self.dtype._is_ref_dtype:
        return raw.CountUpTo(ref=self._ref(), limit=limit)
    return raw.ResourceCountUpTo(resource=self.handle, limit=limit, T=self.dtype)


def scatter_sub(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Sub", self, sparse_delta, use_locking, name)


def scatter_add(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Add", self, sparse_delta, use_locking, name)


def scatter_max(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Max", self, sparse_delta, use_locking, name)


def scatter_min(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Min", self, sparse_delta, use_locking, name)


def scatter_mul(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Mul", self, sparse_delta, use_locking, name)


def scatter_div(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Div", self, sparse_delta, use_locking, name)


def scatter_update(self, sparse_delta, use_locking=False, name=None):
    return _scatter("Update", self, sparse_delta, use_locking, name)


def _scatter(kind, variable, sparse_delta, use_locking, name):
    if not isinstance(sparse_delta, tf.IndexedSlices):
        raise TypeError("sparse_delta is not IndexedSlices: %s" % (sparse_delta,))
    if variable.dtype._is_ref_dtype:
        update = getattr(raw, "Scatter" + kind)
        return update(ref=variable._ref(), indices=sparse_delta.indices, updates=sparse_delta.values, use_locking=use_locking, name=name)
    updates = tf.convert_to_tensor(sparse_delta.values, variable.dtype)
    return variable._lazy_read(getattr(raw, "ResourceScatter" + kind)(resource=variable.handle, indices=sparse_delta.indices, updates=updates, name=name))


def scatter_nd_sub(self, indices, updates, name=None):
    return _scatter_nd("Sub", self, indices, updates, name)


def scatter_nd_add(self, indices, updates, name=None):
    return _scatter_nd("Add", self, indices, updates, name)


def scatter_nd_update(self, indices, updates, name=None):
    return _scatter_nd("Update", self, indices, updates, name)


def _scatter_nd(kind, variable, indices, updates, name):
    if variable.dtype._is_ref_dtype:
        return getattr(raw, "ScatterNd" + kind)(ref=variable._ref(), indices=indices, updates=updates, use_locking=True, name=name)
    updates = tf.convert_to_tensor(updates, variable.dtype)
    return variable._lazy_read(getattr(raw, "ResourceScatterNd" + kind)(ref=variable.handle, indices=indices, updates=updates, name=name))


def sparse_read(self, indices, name=None):
    if self.dtype._is_ref_dtype:
        raise AttributeError
    with tf.name_scope("Gather" if name is None else name) as name:
        value = raw.ResourceGather(resource=self.handle, indices=indices, dtype=self.dtype, name=name)
    return tf.identity(value)


def gather_nd(self, indices, name=None):
    if self.dtype._is_ref_dtype:
        raise AttributeError
    with tf.name_scope("GatherNd" if name is None else name) as name:
        value = raw.ResourceGatherNd(resource=self.handle, indices=indices, dtype=self.dtype, name=name)
    return tf.identity(value)


def to_proto(self, export_scope=None):
    if export_scope is not None and not self.op.name.startswith(export_scope):
        return None
    return VariableDef(self, export_scope)


class VariableDef(object):
    def __init__(self, variable, export_scope):
        stripped = lambda name: name[len(export_scope) + 1:] if export_scope and name.startswith(export_scope + "/") else name
        self.variable_name = stripped(variable.name)
        self.initializer_name = stripped(variable.initializer.name)
        self.snapshot_name = stripped(variable._snapshot.name)
        self.initial_value_name = stripped(variable.initial_value.name)
        self.is_resource = not variable.dtype._is_ref_dtype
        self.trainable = variable.trainable
        self.synchronization = variable.synchronization.value
        self.aggregation = variable.aggregation.value

    # Protocol buffers print what is not the default, in the order of the fields' numbers.
    def __str__(self):
        lines = ['variable_name: "%s"' % self.variable_name, 'initializer_name: "%s"' % self.initializer_name, 'snapshot_name: "%s"' % self.snapshot_name]
        if self.is_resource:
            lines.append("is_resource: true")
        lines.append('initial_value_name: "%s"' % self.initial_value_name)
        if self.trainable:
            lines.append("trainable: true")
        if self.synchronization:
            lines.append("synchronization: VARIABLE_SYNCHRONIZATION_" + ("NONE", "ON_WRITE", "ON_READ")[self.synchronization - 1])
        if self.aggregation:
            lines.append("aggregation: VARIABLE_AGGREGATION_" + ("SUM", "MEAN", "ONLY_FIRST_REPLICA")[self.aggregation - 1])
        return "\n".join(lines) + "\n"

    __repr__ = __str__


# PartitionedVariable


def partitioned_assign(self, value, use_locking=False, name=None, read_value=True):
    return _assign_parts(self, "assign", value, use_locking, name, read_value)


def partitioned_assign_add(self, value, use_locking=False, name=None, read_value=True):
    return _assign_parts(self, "assign_add", value, use_locking, name, read_value)


def partitioned_assign_sub(self, value, use_locking=False, name=None, read_value=True):
    return _assign_parts(self, "assign_sub", value, use_locking, name, read_value)


def _assign_parts(partitioned, method, value, use_locking, name, read_value):
    parts = list(partitioned)
    if isinstance(value, list):
        assert len(value) == len(parts)
        values = value
    elif isinstance(value, type(partitioned)):
        values = list(value)
    else:
        axis = partitioned._partition_axes()[0]
        values = tf.split(value, [part.shape[axis].value for part in parts], axis=axis)
    made = [getattr(part, method)(values[index], use_locking=use_locking, name=name, read_value=read_value) for index, part in enumerate(parts)]
    return made if read_value else [each.op for each in made]
