# Data sets: TensorFlow 1.15, python/data/ops/dataset_ops.py, readers.py, python/data/util/{structure,nest,random_seed}.py. What a data set
# calls for its elements is built in a graph of its own.

import tensorflow as tf
from _namescape_functions import captures, function_graph
from _namescape_tensors import seeds, static_values

raw = tf.raw_ops

# The optimizations that are on where nobody says otherwise.
OPTIMIZATIONS = ["map_and_batch_fusion", "noop_elimination", "shuffle_and_repeat_fusion"]


class Spec(object):
    """The type and shape of one part of an element."""

    def __init__(self, dtype, shape):
        self.dtype, self.shape = dtype, tf.TensorShape(shape)


class DatasetSpec(object):
    """What a function gives that gives a data set."""

    def __init__(self, dataset):
        self.dataset, self.dtype, self.shape = dataset, tf.variant, tf.TensorShape([])


# Elements are nested tuples and dicts; a list is a tensor to be.
def leaves(structure):
    if isinstance(structure, dict):
        return [leaf for key in sorted(structure) for leaf in leaves(structure[key])]
    if isinstance(structure, tuple):
        return [leaf for each in structure for leaf in leaves(each)]
    return [structure]


def packed(structure, new_leaves):
    rest = iter(new_leaves)

    def made(structure):
        if isinstance(structure, dict):
            new = dict((key, made(structure[key])) for key in sorted(structure))
            return dict((key, new[key]) for key in structure)
        if isinstance(structure, tuple):
            parts = [made(each) for each in structure]
            return type(structure)(*parts) if hasattr(structure, "_fields") else tuple(parts)
        return next(rest)

    return made(structure)


def mapped(function, structure):
    return packed(structure, [function(leaf) for leaf in leaves(structure)])


def attributes(spec):
    return {"output_types": [leaf.dtype for leaf in leaves(spec)], "output_shapes": [leaf.shape for leaf in leaves(spec)]}


def _normalized(element):
    with tf.name_scope("normalize_element"):
        return packed(element, [tf.convert_to_tensor(leaf, name="component_%d" % i) for i, leaf in enumerate(leaves(element))])


def _seeds(seed):
    seed, seed2 = seeds(seed)
    seed = tf.constant(0, dtype=tf.int64, name="seed") if seed is None else tf.convert_to_tensor(seed, dtype=tf.int64, name="seed")
    if seed2 is None:
        return seed, tf.constant(0, dtype=tf.int64, name="seed2")
    with tf.name_scope("seed2") as scope:
        seed2 = tf.convert_to_tensor(seed2, dtype=tf.int64)
        both_zero = tf.logical_and(tf.equal(seed, tf.constant(0, dtype=tf.int64)), tf.equal(seed2, tf.constant(0, dtype=tf.int64)))
        return seed, tf.where(both_zero, tf.constant(2 ** 31 - 1, dtype=tf.int64), seed2, name=scope)


def _int64(value, name):
    return tf.convert_to_tensor(value, dtype=tf.int64, name=name)


class _Function(object):
    """A function of elements, built in a graph of its own."""

    def __init__(self, function, transformation, spec):
        self.name = transformation.replace(".", "_")[:-2] + "_" + getattr(function, "__name__", type(function).__name__)
        graph = function_graph()
        with graph.as_default():
            arguments = packed(spec, [_argument(leaf) for leaf in leaves(spec)])
            result = function(*(arguments if type(arguments) is tuple else (arguments,)))
            if isinstance(result, list):
                result = tuple(result)
            try:
                result = mapped(lambda leaf: leaf if isinstance(leaf, Dataset) else tf.convert_to_tensor(leaf), result)
            except (TypeError, ValueError):
                raise TypeError("Unsupported return value from function passed to %s: %s." % (transformation, result))
        self.spec = mapped(lambda leaf: DatasetSpec(leaf) if isinstance(leaf, Dataset) else Spec(leaf.dtype.base_dtype, leaf.shape), result)
        self.captured = captures(graph)

    @property
    def captures_reference(self):
        return any(_comes_from_reference(tensor) for tensor in self.captured)


def _argument(spec):
    return tf.placeholder(spec.dtype, spec.shape)


def _comes_from_reference(tensor):
    return tensor.dtype._is_ref_dtype or any(_comes_from_reference(each) for each in tensor.op.inputs)


class OfElements(object):
    """What gives elements of one structure, its element_spec."""

    @property
    def output_types(self):
        return mapped(lambda leaf: leaf.dtype, self.element_spec)

    @property
    def output_shapes(self):
        return mapped(lambda leaf: leaf.shape, self.element_spec)

    @property
    def output_classes(self):
        return mapped(lambda _: tf.Tensor, self.element_spec)


class Dataset(OfElements):
    def __init__(self, variant, spec, inputs=(), function=None):
        self._variant_tensor = variant
        self.element_spec = spec
        self._inputs = inputs
        self._function = function
        self._options = None
        for each in inputs:
            self._options = self._options or each._options

    def __repr__(self):
        shapes = str(mapped(lambda leaf: str(leaf.shape), self.element_spec)).replace("'", "")
        types = str(mapped(lambda leaf: repr(leaf.dtype), self.element_spec)).replace("'", "")
        return "<DatasetV1Adapter shapes: %s, types: %s>" % (shapes, types)

    def __iter__(self):
        raise RuntimeError("__iter__() is only supported inside of tf.function or when eager execution is enabled.")

    # Sources

    @staticmethod
    def from_tensors(tensors):
        element = _normalized(tensors)
        spec = mapped(lambda leaf: Spec(leaf.dtype.base_dtype, leaf.shape), element)
        return Dataset(raw.TensorDataset(components=leaves(element), output_shapes=attributes(spec)["output_shapes"]), spec)

    @staticmethod
    def from_tensor_slices(tensors):
        element = _normalized(tensors)
        parts = leaves(element)
        for part in parts:
            if part.shape.ndims == 0:
                raise ValueError("Unbatching a tensor is only supported for rank >= 1")
        spec = mapped(lambda leaf: Spec(leaf.dtype.base_dtype, leaf.shape[1:]), element)
        size = parts[0].shape[0]
        for part in parts[1:]:
            size.assert_is_compatible_with(part.shape[0])
        return Dataset(raw.TensorSliceDataset(components=parts, output_shapes=attributes(spec)["output_shapes"]), spec)

    @staticmethod
    def range(*args):
        if not 1 <= len(args) <= 3:
            raise ValueError("Invalid arguments to RangeDataset: %s" % str(args))
        start, stop, step = {1: (0,) + args + (1,), 2: args + (1,), 3: args}[len(args)]
        start, stop, step = _int64(start, "start"), _int64(stop, "stop"), _int64(step, "step")
        spec = Spec(tf.int64, [])
        return Dataset(raw.RangeDataset(start=start, stop=stop, step=step, **attributes(spec)), spec)

    @staticmethod
    def zip(datasets):
        for each in leaves(datasets):
            if not isinstance(each, Dataset):
                message = "The argument to `Dataset.zip()` must be a nested structure of `Dataset` objects."
                raise TypeError(message + (" Nested structures do not support Python lists; please use a tuple instead." if isinstance(each, list) else ""))
        spec = mapped(lambda each: each.element_spec, datasets)
        return Dataset(raw.ZipDataset(input_datasets=[each._variant_tensor for each in leaves(datasets)], **attributes(spec)), spec, leaves(datasets))

    # What makes another data set of one

    def _changed(self, compute, spec=None, **arguments):
        spec = self.element_spec if spec is None else spec
        return Dataset(compute(input_dataset=self._variant_tensor, **dict(arguments, **attributes(spec))), spec, [self])

    def concatenate(self, dataset):
        if self.output_types != dataset.output_types:
            raise TypeError("Two datasets to concatenate have different types %s and %s" % (self.output_types, dataset.output_types))
        shapes = [_common_shape(first.shape, second.shape) for first, second in zip(leaves(self.element_spec), leaves(dataset.element_spec))]
        spec = packed(self.element_spec, [Spec(leaf.dtype, shape) for leaf, shape in zip(leaves(self.element_spec), shapes)])
        variant = raw.ConcatenateDataset(input_dataset=self._variant_tensor, another_dataset=dataset._variant_tensor, **attributes(spec))
        return Dataset(variant, spec, [self, dataset])

    def repeat(self, count=None):
        count = tf.constant(-1, dtype=tf.int64, name="count") if count is None else _int64(count, "count")
        return self._changed(raw.RepeatDataset, count=count)

    def take(self, count):
        return self._changed(raw.TakeDataset, count=_int64(count, "count"))

    def skip(self, count):
        return self._changed(raw.SkipDataset, count=_int64(count, "count"))

    def shard(self, num_shards, index):
        num_shards = _int64(num_shards, "num_shards")
        return self._changed(raw.ShardDataset, num_shards=num_shards, index=_int64(index, "index"))

    def cache(self, filename=""):
        return self._changed(raw.CacheDataset, filename=tf.convert_to_tensor(filename, dtype=tf.string, name="filename"))

    def prefetch(self, buffer_size):
        return self._changed(raw.PrefetchDataset, buffer_size=_int64(-1 if buffer_size is None else buffer_size, "buffer_size"))

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None):
        buffer_size = _int64(buffer_size, "buffer_size")
        seed, seed2 = _seeds(seed)
        return self._changed(raw.ShuffleDataset, buffer_size=buffer_size, seed=seed, seed2=seed2,
                             reshuffle_each_iteration=True if reshuffle_each_iteration is None else reshuffle_each_iteration)

    def batch(self, batch_size, drop_remainder=False):
        batch_size = _int64(batch_size, "batch_size")
        drop_remainder = tf.convert_to_tensor(drop_remainder, dtype=tf.bool, name="drop_remainder")
        size = static_values(batch_size) if static_values(drop_remainder) else None
        spec = mapped(lambda leaf: Spec(leaf.dtype, tf.TensorShape([size]).concatenate(leaf.shape)), self.element_spec)
        return self._changed(raw.BatchDatasetV2, spec, batch_size=batch_size, drop_remainder=drop_remainder)

    def padded_batch(self, batch_size, padded_shapes, padding_values=None, drop_remainder=False):
        batch_size = _int64(batch_size, "batch_size")
        parts = leaves(self.element_spec)
        shapes = [_padded_shape(given, part.shape) for part, given in zip(parts, _leaves_up_to(self.element_spec, padded_shapes))]
        given = [_zero_of(part.dtype) for part in parts] if padding_values is None else leaves(padding_values)
        values = [_padding_value(value, part.dtype) for value, part in zip(given, parts)]
        drop_remainder = tf.convert_to_tensor(drop_remainder, dtype=tf.bool, name="drop_remainder")
        size = static_values(batch_size) if static_values(drop_remainder) else None
        known = [tf.TensorShape([size]).concatenate([None if each == -1 else each for each in static_values(shape)]) for shape in shapes]
        spec = packed(self.element_spec, [Spec(part.dtype, shape) for part, shape in zip(parts, known)])
        arguments = dict(input_dataset=self._variant_tensor, batch_size=batch_size, padded_shapes=shapes, padding_values=values, output_shapes=known)
        if static_values(drop_remainder) is False:
            return Dataset(raw.PaddedBatchDataset(**arguments), spec, [self])
        return Dataset(raw.PaddedBatchDatasetV2(drop_remainder=drop_remainder, **arguments), spec, [self])

    def map(self, map_func, num_parallel_calls=None):
        function = _Function(map_func, "Dataset.map()", self.element_spec)
        arguments = dict(attributes(function.spec), input_dataset=self._variant_tensor, other_arguments=function.captured, f=function.name)
        if num_parallel_calls is None:
            return Dataset(raw.MapDataset(**arguments), function.spec, [self], function)
        calls = tf.convert_to_tensor(num_parallel_calls, dtype=tf.int32, name="num_parallel_calls")
        return Dataset(raw.ParallelMapDataset(num_parallel_calls=calls, **arguments), function.spec, [self], function)

    def filter(self, predicate):
        function = _Function(predicate, "Dataset.filter()", self.element_spec)
        if not isinstance(function.spec, Spec) or function.spec.dtype != tf.bool or not function.spec.shape.is_compatible_with(tf.TensorShape([])):
            raise ValueError("`predicate` return type must be convertible to a scalar boolean tensor. Was {}.".format(function.spec))
        variant = raw.FilterDataset(input_dataset=self._variant_tensor, other_arguments=function.captured, predicate=function.name, **attributes(self.element_spec))
        return Dataset(variant, self.element_spec, [self], function)

    def _of_datasets(self, map_func, transformation):
        function = _Function(map_func, transformation, self.element_spec)
        if not isinstance(function.spec, DatasetSpec):
            raise TypeError("`map_func` must return a `Dataset` object. Got {}".format(type(function.spec)))
        spec = function.spec.dataset.element_spec
        return function, spec, dict(attributes(spec), input_dataset=self._variant_tensor, other_arguments=function.captured, f=function.name)

    def flat_map(self, map_func):
        function, spec, arguments = self._of_datasets(map_func, "Dataset.flat_map()")
        return Dataset(raw.FlatMapDataset(**arguments), spec, [self], function)

    def interleave(self, map_func, cycle_length=-1, block_length=1, num_parallel_calls=None):
        function, spec, arguments = self._of_datasets(map_func, "Dataset.interleave()")
        arguments["cycle_length"] = _int64(cycle_length, "cycle_length")
        arguments["block_length"] = _int64(block_length, "block_length")
        if num_parallel_calls is None:
            return Dataset(raw.InterleaveDataset(**arguments), spec, [self], function)
        arguments["num_parallel_calls"] = _int64(num_parallel_calls, "num_parallel_calls")
        return Dataset(raw.ParallelInterleaveDatasetV2(**arguments), spec, [self], function)

    def apply(self, transformation_func):
        dataset = transformation_func(self)
        if not isinstance(dataset, Dataset):
            raise TypeError("`transformation_func` must return a Dataset. Got {}.".format(dataset))
        return dataset

    def with_options(self, options):
        other = Dataset(self._variant_tensor, self.element_spec, [self])
        other._options = options
        return other

    # Iterators

    def _captures_reference(self):
        return (self._function is not None and self._function.captures_reference) or any(each._captures_reference() for each in self._inputs)

    def _apply_options(self):
        dataset = self
        if not self._captures_reference():
            optimizations = tf.convert_to_tensor(OPTIMIZATIONS, dtype=tf.string, name="optimizations")
            dataset = dataset._changed(raw.OptimizeDataset, optimizations=optimizations)
        return dataset._changed(raw.ModelDataset, cpu_budget=0)

    def make_one_shot_iterator(self):
        return _iterators().Iterator(raw.OneShotIterator(dataset_factory="_make_dataset", **attributes(self.element_spec)), None, self.element_spec)

    def make_initializable_iterator(self, shared_name=None):
        dataset = self._apply_options()
        resource = raw.IteratorV2(container="", shared_name=shared_name or "", **attributes(self.element_spec))
        with tf.colocate_with(resource):
            initializer = raw.MakeIterator(dataset=dataset._variant_tensor, iterator=resource)
        return _iterators().Iterator(resource, initializer, self.element_spec)


def _iterators():
    from _namescape_library import iterators
    return iterators


def _common_shape(first, second):
    if first.ndims is None or second.ndims is None or first.ndims != second.ndims:
        return tf.TensorShape(None)
    return tf.TensorShape([one if one == other else None for one, other in zip(first.as_list(), second.as_list())])


def _leaves_up_to(structure, values):
    """What stands in `values` where the structure has leaves; a shape may be a list or a tuple itself."""
    if isinstance(structure, dict):
        return [leaf for key in sorted(structure) for leaf in _leaves_up_to(structure[key], values[key])]
    if isinstance(structure, tuple):
        return [leaf for each, value in zip(structure, values) for leaf in _leaves_up_to(each, value)]
    return [values]


def _padded_shape(given, shape):
    try:
        given = tf.TensorShape(given)
        tensor = tf.convert_to_tensor([-1 if size is None else size for size in given.as_list()], dtype=tf.int64)
    except (TypeError, ValueError):
        tensor = tf.convert_to_tensor(given, preferred_dtype=tf.int64)
        if tensor.shape.dims is not None and len(tensor.shape.dims) != 1:
            raise ValueError("Padded shape %s must be a 1-D tensor of tf.int64 values, but its shape was %s." % (given, tensor.shape))
        if tensor.dtype != tf.int64:
            raise TypeError("Padded shape %s must be a 1-D tensor of tf.int64 values, but its element type was %s." % (given, tensor.dtype.name))
        return tensor
    fits = shape.ndims is None or shape.ndims == given.ndims and all(own is None or to is None or own <= to for own, to in zip(shape.as_list(), given.as_list()))
    if not fits:
        raise ValueError("The padded shape %s is not compatible with the corresponding input component shape %s." % (given, shape))
    return tensor


def _zero_of(dtype):
    if dtype == tf.string:
        return ""
    return tf.as_dtype(dtype).as_numpy_dtype()


def _padding_value(value, dtype):
    value = tf.convert_to_tensor(value, name="padding_value")
    if not value.shape.is_compatible_with(tf.TensorShape([])):
        raise ValueError("Padding value should be a scalar, but is not: %s" % value)
    if value.dtype != dtype:
        raise TypeError("Padding value tensor (%s) does not match output type: %s" % (value, dtype))
    return value


class _Reader(Dataset):
    """The elements of files, each read by a data set of its own."""

    def __init__(self, read, filenames, num_parallel_reads):
        if not isinstance(filenames, Dataset):
            filenames = tf.convert_to_tensor(filenames, dtype=tf.string)
            filenames = Dataset.from_tensor_slices(tf.reshape(filenames, [-1], name="flat_filenames"))
        if num_parallel_reads is None:
            whole = filenames.flat_map(read)
        else:
            whole = filenames.interleave(read, cycle_length=num_parallel_reads, block_length=1, num_parallel_calls=num_parallel_reads)
        super(_Reader, self).__init__(whole._variant_tensor, whole.element_spec, [filenames], whole._function)


def _parameter(name, value, default, dtype):
    return tf.constant(default, dtype=dtype, name=name) if value is None else tf.convert_to_tensor(value, dtype=dtype, name=name)


def _file_reader(compute, compression_type, buffer_size):
    def read(filename):
        compression = _parameter("compression_type", compression_type, "", tf.string)
        size = _parameter("buffer_size", buffer_size, 256 * 1024, tf.int64)
        return Dataset(compute(filenames=filename, compression_type=compression, buffer_size=size), Spec(tf.string, []))

    return read


class TextLineDataset(_Reader):
    def __init__(self, filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
        super(TextLineDataset, self).__init__(_file_reader(raw.TextLineDataset, compression_type, buffer_size), filenames, num_parallel_reads)


class TFRecordDataset(_Reader):
    def __init__(self, filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
        super(TFRecordDataset, self).__init__(_file_reader(raw.TFRecordDataset, compression_type, buffer_size), filenames, num_parallel_reads)


def make_one_shot_iterator(dataset):
    return dataset.make_one_shot_iterator()


def make_initializable_iterator(dataset, shared_name=None):
    return dataset.make_initializable_iterator(shared_name)


def get_output_types(dataset_or_iterator):
    return dataset_or_iterator.output_types


def get_output_shapes(dataset_or_iterator):
    return dataset_or_iterator.output_shapes


def get_output_classes(dataset_or_iterator):
    return dataset_or_iterator.output_classes
