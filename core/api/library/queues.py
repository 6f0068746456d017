# Queues and what fills them: TensorFlow 1.15, python/ops/data_flow_ops.py, python/training/queue_runner_impl.py.

import tensorflow as tf
from _namescape_tensors import seeds, static_values

raw = tf.raw_ops


class QueueBase(object):
    def __init__(self, dtypes, shapes, names, queue_ref):
        if shapes is not None and len(shapes) != len(dtypes):
            raise ValueError("Queue shapes must have the same length as dtypes")
        if names is not None and len(names) != len(dtypes):
            raise ValueError("Queue names must have the same length as dtypes")
        self._dtypes, self._names, self._queue_ref = dtypes, names, queue_ref
        self._shapes = [tf.TensorShape(None) for _ in dtypes] if shapes is None else [tf.TensorShape(shape) for shape in shapes]
        self._name = queue_ref.op.name.split("/")[-1]

    @property
    def queue_ref(self):
        return self._queue_ref

    @property
    def name(self):
        return self._queue_ref.op.name

    @property
    def dtypes(self):
        return self._dtypes

    @property
    def shapes(self):
        return self._shapes

    @property
    def names(self):
        return self._names

    def _components(self, vals):
        if isinstance(vals, dict):
            if not self._names:
                raise ValueError("Queue must have names to enqueue a dictionary")
            if sorted(self._names, key=str) != sorted(vals.keys(), key=str):
                raise ValueError("Keys in dictionary to enqueue do not match names of Queue.  Dictionary: (%s), Queue: (%s)" % (sorted(vals.keys()), sorted(self._names)))
            vals = [vals[name] for name in self._names]
        else:
            if self._names:
                raise ValueError("You must enqueue a dictionary in a Queue with names")
            if not isinstance(vals, (list, tuple)):
                vals = [vals]
        return [tf.convert_to_tensor(val, dtype=dtype, name="component_%d" % i) for i, (val, dtype) in enumerate(zip(vals, self._dtypes))]

    def enqueue(self, vals, name=None):
        with tf.name_scope(name, "%s_enqueue" % self._name, _values(vals)) as scope:
            components = self._components(vals)
            for component, shape in zip(components, self._shapes):
                component.get_shape().assert_is_compatible_with(shape)
            return raw.QueueEnqueueV2(handle=self._queue_ref, components=components, name=scope)

    def enqueue_many(self, vals, name=None):
        with tf.name_scope(name, "%s_EnqueueMany" % self._name, _values(vals)) as scope:
            components = self._components(vals)
            size = components[0].get_shape().with_rank_at_least(1)[0]
            for component, shape in zip(components, self._shapes):
                size = size.merge_with(component.get_shape().with_rank_at_least(1)[0])
                component.get_shape()[1:].assert_is_compatible_with(shape)
            return raw.QueueEnqueueManyV2(handle=self._queue_ref, components=components, name=scope)

    def _dequeued(self, values, first):
        values = list(values) if isinstance(values, (list, tuple)) else [values]
        for value, shape in zip(values, self._shapes):
            value.set_shape(tf.TensorShape(first).concatenate(shape))
        if self._names:
            return dict((name, values[i]) for i, name in enumerate(self._names))
        return values[0] if len(values) == 1 else values

    def dequeue(self, name=None):
        return self._dequeued(raw.QueueDequeueV2(handle=self._queue_ref, component_types=self._dtypes, name=name or "%s_Dequeue" % self._name), [])

    def dequeue_many(self, n, name=None):
        values = raw.QueueDequeueManyV2(handle=self._queue_ref, n=n, component_types=self._dtypes, name=name or "%s_DequeueMany" % self._name)
        first = values[0] if isinstance(values, (list, tuple)) else values
        return self._dequeued(values, [static_values(first.op.inputs[1])])

    def dequeue_up_to(self, n, name=None):
        values = raw.QueueDequeueUpToV2(handle=self._queue_ref, n=n, component_types=self._dtypes, name=name or "%s_DequeueUpTo" % self._name)
        return self._dequeued(values, [None])

    def close(self, cancel_pending_enqueues=False, name=None):
        return raw.QueueCloseV2(handle=self._queue_ref, cancel_pending_enqueues=cancel_pending_enqueues, name=name or "%s_Close" % self._name)

    def size(self, name=None):
        return raw.QueueSizeV2(handle=self._queue_ref, name=name or "%s_Size" % self._name)

    def is_closed(self, name=None):
        return raw.QueueIsClosedV2(handle=self._queue_ref, name=name or "%s_Is_Closed" % self._name)


def _values(vals):
    if isinstance(vals, dict):
        return list(vals.values())
    return list(vals) if isinstance(vals, (list, tuple)) else [vals]


def _types(dtypes):
    return [tf.as_dtype(dtype) for dtype in (dtypes if isinstance(dtypes, (list, tuple)) else [dtypes])]


def _shapes(shapes, dtypes, may_be_unknown=False):
    if shapes is None:
        return None
    # A shape may stand for a list of one.
    if isinstance(shapes, tf.TensorShape):
        shapes = [shapes]
    if not isinstance(shapes, (tuple, list)):
        raise TypeError("shapes must be a TensorShape or a list or tuple of TensorShapes.")
    if all(size is None or isinstance(size, int) for size in shapes):
        shapes = [shapes]
    shapes = [tf.TensorShape(shape) for shape in shapes]
    if not may_be_unknown and any(not shape.is_fully_defined() for shape in shapes):
        raise ValueError("All shapes must be fully defined: %s" % shapes)
    return shapes


def _names(names):
    if names is None or isinstance(names, (list, tuple)):
        return names
    return [names]


class FIFOQueue(QueueBase):
    def __init__(self, capacity, dtypes, shapes=None, names=None, shared_name=None, name="fifo_queue"):
        dtypes = _types(dtypes)
        shapes = _shapes(shapes, dtypes)
        queue = raw.FIFOQueueV2(component_types=dtypes, shapes=shapes or [], capacity=capacity, shared_name=shared_name or "", name=name)
        super(FIFOQueue, self).__init__(dtypes, shapes, _names(names), queue)


class PaddingFIFOQueue(QueueBase):
    def __init__(self, capacity, dtypes, shapes, names=None, shared_name=None, name="padding_fifo_queue"):
        dtypes = _types(dtypes)
        shapes = _shapes(shapes, dtypes, True)
        if len(dtypes) != len(shapes):
            raise ValueError("Shapes must be provided for all components, but received %d dtypes and %d shapes." % (len(dtypes), len(shapes)))
        queue = raw.PaddingFIFOQueueV2(component_types=dtypes, shapes=shapes, capacity=capacity, shared_name=shared_name or "", name=name)
        super(PaddingFIFOQueue, self).__init__(dtypes, shapes, _names(names), queue)


class RandomShuffleQueue(QueueBase):
    def __init__(self, capacity, min_after_dequeue, dtypes, shapes=None, names=None, seed=None, shared_name=None, name="random_shuffle_queue"):
        dtypes = _types(dtypes)
        shapes = _shapes(shapes, dtypes)
        seed1, seed2 = seeds(seed)
        queue = raw.RandomShuffleQueueV2(component_types=dtypes, shapes=shapes or [], capacity=capacity, min_after_dequeue=min_after_dequeue, seed=seed1 or 0,
                                         seed2=seed2 or 0, shared_name=shared_name or "", name=name)
        super(RandomShuffleQueue, self).__init__(dtypes, shapes, _names(names), queue)


class QueueRunner(object):
    def __init__(self, queue=None, enqueue_ops=None, close_op=None, cancel_op=None, queue_closed_exception_types=None, queue_runner_def=None, import_scope=None):
        if not queue or not enqueue_ops:
            raise ValueError("Must provide queue and enqueue_ops.")
        self.queue, self.enqueue_ops = queue, enqueue_ops
        self.close_op = queue.close() if close_op is None else close_op
        self.cancel_op = queue.close(cancel_pending_enqueues=True) if cancel_op is None else cancel_op

    @property
    def name(self):
        return self.queue.name

    def create_threads(self, sess, coord=None, daemon=False, start=False):
        return []


def add_queue_runner(qr, collection=tf.GraphKeys.QUEUE_RUNNERS):
    tf.add_to_collection(collection, qr)


def start_queue_runners(sess=None, coord=None, daemon=True, start=True, collection=tf.GraphKeys.QUEUE_RUNNERS):
    return []


class Coordinator(object):
    """Where nothing runs, there is nothing to coordinate."""

    def __init__(self, clean_stop_exception_types=None):
        self._stopped = False

    def request_stop(self, ex=None):
        self._stopped = True

    def should_stop(self):
        return self._stopped

    def clear_stop(self):
        self._stopped = False

    def join(self, threads=None, stop_grace_period_secs=120, ignore_live_threads=False):
        pass
