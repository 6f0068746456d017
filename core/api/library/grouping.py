# Operations that wait for others, and assignments: TensorFlow 1.15, python/ops/control_flow_ops.py and state_ops.py.

import tensorflow as tf
from _namescape_tensors import flatten

raw = tf.raw_ops


def group(*inputs, **kwargs):
    name = kwargs.pop("name", None)
    if kwargs:
        raise ValueError("Unknown keyword arguments: " + ", ".join(kwargs.keys()))
    with tf.name_scope(name, "group_deps", inputs) as name:
        if not inputs:
            return tf.no_op(name=name)
        by_device = {}
        for each in flatten(inputs):
            if not hasattr(each, "device"):
                raise TypeError("Expected tf.group() expected Tensor arguments not '%s' with type '%s'" % (each, type(each)))
            by_device.setdefault(each.device, []).append(each)
        if len(by_device) == 1:
            (device, controls), = by_device.items()
            return _wait(device, controls, name)
        waiting = [_wait(device, by_device[device], None) for device in sorted(by_device, key=lambda each: "" if each is None else each)]
        with tf.control_dependencies(waiting):
            return tf.no_op(name=name)


def _wait(device, controls, name):
    with tf.control_dependencies(controls):
        if device is None:
            return tf.no_op(name=name)
        with tf.device(device):
            return tf.no_op(name=name)


def tuple(tensors, name=None, control_inputs=None):
    with tf.name_scope(name, "tuple", tensors) as name:
        tensors = [each if isinstance(each, (tf.Operation, tf.Tensor, tf.IndexedSlices)) or each is None else tf.convert_to_tensor(each) for each in tensors]
        gating = [each if isinstance(each, tf.Operation) else each.op for each in tensors if each is not None]
        if control_inputs:
            for each in control_inputs:
                if isinstance(each, tf.Tensor):
                    each = each.op
                elif not isinstance(each, tf.Operation):
                    raise TypeError("Control input must be Operation or Tensor: %s" % each)
                gating.append(each)
        gating = sorted(set(gating), key=lambda op: op._id)
        if not gating:
            raise ValueError("Must have at least one Tensor: %s" % tensors)
        gate = group(*gating)
        results = []
        for each in tensors:
            if isinstance(each, (tf.Tensor, tf.IndexedSlices)):
                results.append(with_dependencies([gate], each))
            elif isinstance(each, tf.Operation):
                with tf.control_dependencies([gate]):
                    results.append(tf.group(each))
            else:
                results.append(None)
        return results


def with_dependencies(dependencies, output_tensor, name=None):
    with tf.name_scope(name, "control_dependency", list(dependencies) + [output_tensor]) as name:
        with tf.colocate_with(output_tensor):
            with tf.control_dependencies(dependencies):
                if isinstance(output_tensor, tf.IndexedSlices):
                    return tf.IndexedSlices(tf.identity(output_tensor.values, name=name), output_tensor.indices, output_tensor.dense_shape)
                output_tensor = tf.convert_to_tensor(output_tensor)
                if output_tensor.dtype._is_ref_dtype:
                    return raw.RefIdentity(input=output_tensor, name=name)
                return tf.identity(output_tensor, name=name)


def assign(ref, value, validate_shape=None, use_locking=None, name=None):
    if ref.dtype._is_ref_dtype:
        return raw.Assign(ref=ref, value=value, use_locking=use_locking, name=name, validate_shape=validate_shape)
    return ref.assign(value, name=name)


def assign_add(ref, value, use_locking=None, name=None):
    if ref.dtype._is_ref_dtype:
        return raw.AssignAdd(ref=ref, value=value, use_locking=use_locking, name=name)
    return ref.assign_add(value)


def assign_sub(ref, value, use_locking=None, name=None):
    if ref.dtype._is_ref_dtype:
        return raw.AssignSub(ref=ref, value=value, use_locking=use_locking, name=name)
    return ref.assign_sub(value)


def count_up_to(ref, limit, name=None):
    if ref.dtype._is_ref_dtype:
        return raw.CountUpTo(ref=ref, limit=limit, name=name)
    return raw.ResourceCountUpTo(resource=ref.handle, limit=limit, T=ref.dtype, name=name)


def scatter_update(ref, indices, updates, use_locking=True, name=None):
    return _scatter("Update", ref, indices, updates, use_locking, name)


def scatter_add(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Add", ref, indices, updates, use_locking, name)


def scatter_sub(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Sub", ref, indices, updates, use_locking, name)


def scatter_mul(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Mul", ref, indices, updates, use_locking, name)


def scatter_div(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Div", ref, indices, updates, use_locking, name)


def scatter_min(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Min", ref, indices, updates, use_locking, name)


def scatter_max(ref, indices, updates, use_locking=False, name=None):
    return _scatter("Max", ref, indices, updates, use_locking, name)


def _scatter(kind, ref, indices, updates, use_locking, name):
    if ref.dtype._is_ref_dtype:
        return getattr(raw, "Scatter" + kind)(ref=ref, indices=indices, updates=updates, use_locking=use_locking, name=name)
    update = getattr(raw, "ResourceScatter" + kind)
    return ref._lazy_read(update(resource=ref.handle, indices=indices, updates=tf.convert_to_tensor(updates, ref.dtype), name=name))


def scatter_nd_update(ref, indices, updates, use_locking=True, name=None):
    return _scatter_nd("Update", ref, indices, updates, use_locking, name)


def scatter_nd_add(ref, indices, updates, use_locking=False, name=None):
    return _scatter_nd("Add", ref, indices, updates, use_locking, name)


def scatter_nd_sub(ref, indices, updates, use_locking=False, name=None):
    return _scatter_nd("Sub", ref, indices, updates, use_locking, name)


def _scatter_nd(kind, ref, indices, updates, use_locking, name):
    if ref.dtype._is_ref_dtype:
        return getattr(raw, "ScatterNd" + kind)(ref=ref, indices=indices, updates=updates, use_locking=use_locking, name=name)
    update = getattr(raw, "ResourceScatterNd" + kind)
    return ref._lazy_read(update(ref=ref.handle, indices=indices, updates=tf.convert_to_tensor(updates, dtype=ref.dtype), name=name))
