# Input by queues: TensorFlow 1.15, python/training/input.py and python/ops/io_ops.py.

import tensorflow as tf
from _namescape_library import queues
from _namescape_tensors import static_values

raw = tf.raw_ops


def _enqueued_by_runner(queue, operations, cancel_op=None):
    queues.add_queue_runner(queues.QueueRunner(queue, operations, cancel_op=cancel_op))


def match_filenames_once(pattern, name=None):
    with tf.name_scope(name, "matching_filenames", [pattern]) as name:
        return tf.Variable(name=name, initial_value=tf.matching_files(pattern), trainable=False, validate_shape=False, collections=[tf.GraphKeys.LOCAL_VARIABLES])


def limit_epochs(tensor, num_epochs=None, name=None):
    if num_epochs is None:
        return tensor
    if num_epochs <= 0:
        raise ValueError("num_epochs must be > 0 not %d." % num_epochs)
    with tf.name_scope(name, "limit_epochs", [tensor]) as name:
        zero = tf.constant(0, dtype=tf.int64)
        epochs = tf.Variable(zero, name="epochs", trainable=False, collections=[tf.GraphKeys.LOCAL_VARIABLES])
        counter = epochs.count_up_to(num_epochs)
        with tf.control_dependencies([counter]):
            return tf.identity(tensor, name=name)


def input_producer(input_tensor, element_shape=None, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, summary_name=None, name=None, cancel_op=None):
    with tf.name_scope(name, "input_producer", [input_tensor]):
        input_tensor = tf.convert_to_tensor(input_tensor, name="input_tensor")
        element_shape = input_tensor.shape[1:].merge_with(element_shape)
        if not element_shape.is_fully_defined():
            raise ValueError("Either `input_tensor` must have a fully defined shape or `element_shape` must be specified")
        if shuffle:
            input_tensor = tf.random_shuffle(input_tensor, seed=seed)
        input_tensor = limit_epochs(input_tensor, num_epochs)
        queue = queues.FIFOQueue(capacity=capacity, dtypes=[input_tensor.dtype.base_dtype], shapes=[element_shape], shared_name=shared_name, name=name)
        _enqueued_by_runner(queue, [queue.enqueue_many([input_tensor])], cancel_op)
        if summary_name is not None:
            tf.summary.scalar(summary_name, tf.cast(queue.size(), tf.float32) * (1. / capacity))
        return queue


def string_input_producer(string_tensor, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None, cancel_op=None):
    complaint = "string_input_producer requires a non-null input tensor"
    if not isinstance(string_tensor, tf.Tensor) and not string_tensor:
        raise ValueError(complaint)
    with tf.name_scope(name, "input_producer", [string_tensor]) as name:
        string_tensor = tf.convert_to_tensor(string_tensor, dtype=tf.string)
        with tf.control_dependencies([tf.Assert(tf.greater(tf.size(string_tensor), 0), [complaint])]):
            string_tensor = tf.identity(string_tensor)
        return input_producer(string_tensor, [], num_epochs, shuffle, seed, capacity, shared_name, "fraction_of_%d_full" % capacity, name, cancel_op)


def range_input_producer(limit, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None):
    with tf.name_scope(name, "input_producer", [limit]) as name:
        return input_producer(tf.range(limit), [], num_epochs, shuffle, seed, capacity, shared_name, "fraction_of_%d_full" % capacity, name)


def slice_input_producer(tensor_list, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None):
    with tf.name_scope(name, "input_producer", tensor_list):
        tensor_list = [tf.convert_to_tensor(each) for each in tensor_list]
        if not tensor_list:
            raise ValueError("Expected at least one tensor in slice_input_producer().")
        size = tf.shape(tensor_list[0])[0]
        queue = range_input_producer(size, num_epochs=num_epochs, shuffle=shuffle, seed=seed, capacity=capacity, shared_name=shared_name)
        index = queue.dequeue()
        return [tf.gather(each, index) for each in tensor_list]


def _listed(tensors):
    return [tensors[key] for key in sorted(tensors, key=str)] if isinstance(tensors, dict) else tensors


def _as_given(tensors, results):
    if not isinstance(tensors, dict):
        return results
    if len(tensors) == 1:
        results = [results]
    return dict((key, results[i]) for i, key in enumerate(sorted(tensors, key=str)))


def _kept(keep_input, enqueue_many):
    keep_input = tf.convert_to_tensor(keep_input)
    if keep_input.shape.ndims is None:
        raise ValueError("`keep_input` dimensions must be known at graph construction.")
    if not enqueue_many and keep_input.shape.ndims == 1:
        raise ValueError("`keep_input` cannot be a vector when `enqueue_many=False`.")
    if keep_input.shape.ndims > 1:
        raise ValueError("`keep_input` must be 0 or 1 dimensions.")
    return keep_input


def _common_types(lists):
    types = [tensor.dtype for tensor in lists[0]]
    for other in lists[1:]:
        if [tensor.dtype for tensor in other] != types:
            raise TypeError("Expected types to be consistent: %s vs. %s." % (", ".join(each.name for each in types), ", ".join(each.dtype.name for each in other)))
    return types


def _common_shapes(lists, shapes, enqueue_many):
    if shapes is not None:
        return shapes
    common = []
    for column in zip(*lists):
        for tensor in column:
            if tensor.shape.ndims is None:
                raise ValueError("Cannot infer Tensor's rank: %s" % tensor)
        each_shape = [tensor.shape.with_rank_at_least(1)[1:] if enqueue_many else tensor.shape for tensor in column]
        for shape in each_shape[1:]:
            each_shape[0].merge_with(shape)
        common.append(each_shape[0].as_list())
    return common


def _enqueue_operation(queue, tensors, enqueue_many, keep_input):
    enqueue = queue.enqueue_many if enqueue_many else queue.enqueue
    if keep_input.shape.ndims == 1:
        chosen = tf.cast(keep_input, tf.int32)
        return enqueue([tf.dynamic_partition(tensor, chosen, num_partitions=2)[1] for tensor in tensors])
    known = static_values(keep_input)
    if known is None:
        return tf.cond(keep_input, lambda: enqueue(tensors), tf.no_op)
    return enqueue(tensors) if known else tf.no_op()


def _dequeued(queue, batch_size, allow_smaller_final_batch, name):
    return queue.dequeue_up_to(batch_size, name=name) if allow_smaller_final_batch else queue.dequeue_many(batch_size, name=name)


def _batched(standard, tensors_list, batch_size, keep_input, make_queue, summarize, threads, enqueue_many, shapes, allow_smaller_final_batch, name, check=None):
    """Batches of what several lists of tensors give: one operation for each list, each with so many threads."""
    lists = [list(_listed(tensors)) for tensors in tensors_list]
    with tf.name_scope(name, standard, [tensor for each in lists for tensor in each] + [keep_input]) as name:
        if check is not None:
            check()
        lists = [[tf.convert_to_tensor(tensor) for tensor in each] for each in lists]
        if not lists[0]:
            raise ValueError("Expected at least one tensor in batch().")
        keep_input = _kept(keep_input, enqueue_many)
        queue = make_queue(_common_types(lists), _common_shapes(lists, shapes, enqueue_many))
        operations = [_enqueue_operation(queue, each, enqueue_many, keep_input) for each in lists]
        _enqueued_by_runner(queue, operations * threads)
        summarize(queue)
        return _as_given(tensors_list[0], _dequeued(queue, batch_size, allow_smaller_final_batch, name))


def _plain(capacity, dynamic_pad, shared_name):
    kind = queues.PaddingFIFOQueue if dynamic_pad else queues.FIFOQueue

    def summarize(queue):
        tf.summary.scalar("fraction_of_%d_full" % capacity, tf.cast(queue.size(), tf.float32) * (1. / capacity))

    return lambda dtypes, shapes: kind(capacity=capacity, dtypes=dtypes, shapes=shapes, shared_name=shared_name), summarize


def _shuffling(capacity, least, seed, shared_name):
    def make(dtypes, shapes):
        return queues.RandomShuffleQueue(capacity=capacity, min_after_dequeue=least, seed=seed, dtypes=dtypes, shapes=shapes, shared_name=shared_name)

    def summarize(queue):
        full = tf.cast(tf.maximum(0, queue.size() - least), tf.float32) * (1. / (capacity - least))
        tf.summary.scalar("fraction_over_%d_of_%d_full" % (least, capacity - least), full)

    def check():
        if capacity <= least:
            raise ValueError("capacity %d must be bigger than min_after_dequeue %d." % (capacity, least))

    return make, summarize, check


def batch(tensors, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False, allow_smaller_final_batch=False, shared_name=None, name=None):
    return maybe_batch(tensors, True, batch_size, num_threads, capacity, enqueue_many, shapes, dynamic_pad, allow_smaller_final_batch, shared_name, name)


def maybe_batch(tensors, keep_input, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False, allow_smaller_final_batch=False,
                shared_name=None, name=None):
    make, summarize = _plain(capacity, dynamic_pad, shared_name)
    return _batched("batch", [tensors], batch_size, keep_input, make, summarize, num_threads, enqueue_many, shapes, allow_smaller_final_batch, name)


def batch_join(tensors_list, batch_size, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False, allow_smaller_final_batch=False, shared_name=None, name=None):
    make, summarize = _plain(capacity, dynamic_pad, shared_name)
    return _batched("batch_join", tensors_list, batch_size, True, make, summarize, 1, enqueue_many, shapes, allow_smaller_final_batch, name)


def shuffle_batch(tensors, batch_size, capacity, min_after_dequeue, num_threads=1, seed=None, enqueue_many=False, shapes=None, allow_smaller_final_batch=False,
                  shared_name=None, name=None):
    make, summarize, check = _shuffling(capacity, min_after_dequeue, seed, shared_name)
    return _batched("shuffle_batch", [tensors], batch_size, True, make, summarize, num_threads, enqueue_many, shapes, allow_smaller_final_batch, name, check)


def shuffle_batch_join(tensors_list, batch_size, capacity, min_after_dequeue, seed=None, enqueue_many=False, shapes=None, allow_smaller_final_batch=False, shared_name=None,
                       name=None):
    make, summarize, check = _shuffling(capacity, min_after_dequeue, seed, shared_name)
    return _batched("shuffle_batch_join", tensors_list, batch_size, True, make, summarize, 1, enqueue_many, shapes, allow_smaller_final_batch, name, check)
