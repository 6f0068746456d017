# Device functions for several machines: TensorFlow 1.15, python/training/device_setter.py.

import tensorflow as tf


class _RoundRobin(object):
    def __init__(self, count):
        self._count = count
        self._next = 0

    def __call__(self, unused_op):
        task = self._next
        self._next = (task + 1) % self._count
        return task


class _ReplicaDeviceChooser(object):
    def __init__(self, tasks, ps_device, worker_device, merge_devices, ps_ops, ps_strategy):
        self._tasks = tasks
        self._ps_device = ps_device
        self._worker_device = worker_device
        self._merge_devices = merge_devices
        self._ps_ops = ps_ops
        self._ps_strategy = ps_strategy

    def __call__(self, op):
        if not self._merge_devices and op.device:
            return op.device
        current = tf.DeviceSpec.from_string(op.device or "")
        if self._tasks and self._ps_device and op.type in self._ps_ops:
            place = tf.DeviceSpec.from_string(self._ps_device)
            if place.job and (not current.job or current.job == place.job):
                place = tf.DeviceSpec.from_string("%s/task:%d" % (self._ps_device, self._ps_strategy(op)))
            place.merge_from(current)
            return place.to_string()
        worker = tf.DeviceSpec.from_string(self._worker_device or "")
        worker.merge_from(current)
        return worker.to_string()


def replica_device_setter(ps_tasks=0, ps_device="/job:ps", worker_device="/job:worker", merge_devices=True, cluster=None, ps_ops=None, ps_strategy=None):
    if cluster is not None:
        jobs = cluster.as_dict() if hasattr(cluster, "as_dict") else cluster
        job = tf.DeviceSpec.from_string(ps_device).job
        if job not in jobs or jobs[job] is None:
            return None
        ps_tasks = len(jobs[job])
    if ps_tasks == 0:
        return None
    if ps_ops is None:
        ps_ops = ["Variable", "VariableV2", "AutoReloadVariable", "MutableHashTable", "MutableHashTableV2", "MutableHashTableOfTensors",
                  "MutableHashTableOfTensorsV2", "MutableDenseHashTable", "MutableDenseHashTableV2", "VarHandleOp", "BoostedTreesEnsembleResourceHandleOp",
                  "BoostedTreesQuantileStreamResourceHandleOp"]
    if ps_strategy is None:
        ps_strategy = _RoundRobin(ps_tasks)
    if not callable(ps_strategy):
        raise TypeError("ps_strategy must be callable")
    return _ReplicaDeviceChooser(ps_tasks, ps_device, worker_device, merge_devices, ps_ops, ps_strategy)


class ClusterSpec(object):
    def __init__(self, cluster):
        self._cluster = cluster.as_dict() if isinstance(cluster, ClusterSpec) else dict(cluster)

    def as_dict(self):
        return dict(self._cluster)

    @property
    def jobs(self):
        return list(self._cluster)

    def num_tasks(self, job_name):
        return len(self._cluster[job_name])
