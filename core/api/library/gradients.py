# tf.gradients: TensorFlow 1.15, python/ops/gradients_impl.py and gradients_util.py.

import tensorflow as tf
from _namescape_gradients import cond_of, gradient_function, handle_shape, pending_counts, warn_of_unknown_gradient

_registered = {}
_own = {}  # by operation, of tf.custom_gradient


class UnconnectedGradients(object):
    NONE = "none"
    ZERO = "zero"


class AggregationMethod(object):
    ADD_N = 0
    DEFAULT = ADD_N
    EXPERIMENTAL_TREE = 1
    EXPERIMENTAL_ACCUMULATE_N = 2


class RegisterGradient(object):
    def __init__(self, op_type):
        if not isinstance(op_type, str):
            raise TypeError("op_type must be a string")
        self._op_type = op_type

    def __call__(self, f):
        if self._op_type in _registered or gradient_function(self._op_type) is not False:
            raise KeyError("Registering two gradient with name '%s'!" % self._op_type)
        _registered[self._op_type] = f
        return f


def NotDifferentiable(op_type):
    if not isinstance(op_type, str):
        raise TypeError("op_type must be a string")
    _registered[op_type] = None


# python/ops/custom_gradient.py
def custom_gradient(f):
    def decorated(*args, **kwargs):
        if kwargs:
            raise ValueError("The custom_gradient decorator currently supports keywords arguments only when eager execution is enabled.")
        args = [tf.convert_to_tensor(each) for each in args]
        result, gradient_of = f(*args)
        results = tf.nest.flatten(result)
        variables = _variables_between([tf.raw_ops.Identity(input=each) for each in results], args)

        def compute(op, *gradients):
            gradients = gradients[:len(results)]
            of_variables = []
            if variables:
                of_inputs, of_variables = gradient_of(*gradients, variables=variables)
                if len(of_variables) != len(variables):
                    raise ValueError("Must return gradient for each variable from @custom_gradient grad_fn.")
            else:
                of_inputs = gradient_of(*gradients)
            return [None] * len(results) + tf.nest.flatten(of_inputs) + list(of_variables)

        outputs = tf.identity_n(results + args + variables)
        _own[outputs[0].op] = compute
        return tf.nest.pack_sequence_as(result, list(outputs[:len(results)]))
    return decorated


def _variables_between(ends, starts):
    seen, variables, names = set(starts), [], set()
    pending = list(ends)
    while pending:
        value = pending.pop(0)
        if value in seen or not _is_trainable(value.dtype):
            continue
        seen.add(value)
        if value.op.type in ("VariableV2", "VarHandleOp"):
            names.add(value.op.name)
        pending.extend(value.op.inputs)
    return [each for each in tf.trainable_variables() if each.op.name in names]


def gradients(ys, xs, grad_ys=None, name="gradients", colocate_gradients_with_ops=False, gate_gradients=False, aggregation_method=None, stop_gradients=None,
              unconnected_gradients=UnconnectedGradients.NONE):
    if unconnected_gradients not in (UnconnectedGradients.NONE, UnconnectedGradients.ZERO):
        raise ValueError("Unknown value for unconnected_gradients: %r" % unconnected_gradients)
    ys, xs = _as_list(ys), _as_list(xs)
    stop_gradients = [] if stop_gradients is None else _as_list(stop_gradients)
    grad_ys = [None] * len(ys) if grad_ys is None else _as_list(grad_ys)
    tf.get_default_graph()._settle_gradient_overrides()
    with tf.name_scope(name, "gradients", list(ys) + list(xs) + list(stop_gradients) + list(grad_ys)):
        tf.get_default_graph().unique_name("uid")
        ys = [_as_tensor(y, "y_%d" % i) for i, y in enumerate(ys)]
        xs = [_target(x, "x_%d" % i) for i, x in enumerate(xs)]
        pass_back = BackwardPass(xs, colocate_gradients_with_ops, gate_gradients, aggregation_method)
        return pass_back.run(ys, grad_ys, [_as_tensor(each, None).op for each in stop_gradients], unconnected_gradients)


def hessians(ys, xs, name="hessians", colocate_gradients_with_ops=False, gate_gradients=False, aggregation_method=None):
    xs = _as_list(xs)
    results = []
    firsts = gradients(ys, xs, colocate_gradients_with_ops=colocate_gradients_with_ops, gate_gradients=gate_gradients, aggregation_method=aggregation_method)
    for first, x in zip(firsts, xs):
        first = tf.reshape(first, [-1])
        count = tf.size(x)

        def row(j, result):
            return j + 1, result.write(j, gradients(first[j], x)[0])

        _, hessian = tf.while_loop(lambda j, _: j < count, row, [tf.constant(0, tf.int32), tf.TensorArray(x.dtype, count)])
        shape = tf.shape(x)
        results.append(tf.reshape(hessian.stack(), tf.concat((shape, shape), 0)))
    return results


def _as_list(value):
    return value if isinstance(value, (list, tuple)) else [value]


def _as_tensor(value, name):
    return value if isinstance(value, (tf.Tensor, tf.IndexedSlices)) else tf.convert_to_tensor(value, name=name)


# What the gradients are asked for: of a variable its reference or its handle.
def _target(x, name):
    if isinstance(x, tf.Variable):
        return x._ref() if x.dtype._is_ref_dtype else x.handle
    return _as_tensor(x, name)


def _is_gradient(value):
    return isinstance(value, (tf.Tensor, tf.IndexedSlices))


def _is_trainable(dtype):
    return dtype.base_dtype in (tf.float16, tf.float32, tf.float64, tf.complex64, tf.complex128, tf.resource, tf.variant)


def _check_initial(gradient, y):
    kind, given = y.dtype, gradient.dtype
    if kind.is_floating or kind.is_integer:
        if not given.is_floating and not given.is_integer:
            raise TypeError("Gradient type %s generated for real or integer-valued tensor %s with type %s must be real or integer"
                            % (tf.as_dtype(given).name, y, tf.as_dtype(kind).name))
    elif kind.is_complex:
        if not given.is_complex:
            raise TypeError("Gradient type %s generated for complex-valued tensor %s with type %s must be real" % (tf.as_dtype(given).name, y, tf.as_dtype(kind).name))
    elif kind not in (tf.variant, tf.resource):
        raise TypeError("Tensor %s with type %s must be numeric to obtain a default gradient" % (y, tf.as_dtype(kind).name))


class _Open(object):
    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


# One call of tf.gradients, from the ys back to the xs.
class BackwardPass(object):
    def __init__(self, xs, colocate, gate, aggregation):
        self.xs = xs
        self.colocate = colocate
        self.gate = gate
        self.aggregation = AggregationMethod.DEFAULT if aggregation is None else aggregation
        self.received = {}  # by operation: for each output the gradients it got, and once it was visited their sum

    def run(self, ys, grad_ys, stopping, unconnected):
        initial = self.initial_gradients(ys, grad_ys)
        to_ops, from_ops = [y.op for y in ys], [x.op for x in self.xs]
        self.pending = pending_counts(tf.get_default_graph(), to_ops, from_ops)
        for y, gradient in zip(ys, initial):
            self.add(y, gradient)
        self.queue = []
        for op in to_ops:
            if self.pending.get(op) == 0 and op not in self.queue:
                self.queue.append(op)
        self.stops = set(op for op in from_ops if not any(self.pending.get(value.op, 0) > 0 for value in op.inputs)) | set(stopping)
        self.exits = []
        at = 0
        while at < len(self.queue) or self.pass_loops():
            self.visit(self.queue[at])
            at += 1
        return [self.result(x, unconnected) for x in self.xs]

    def near(self, op):
        return tf.colocate_with(op) if self.colocate else _Open()

    def initial_gradients(self, ys, given):
        if len(given) != len(ys):
            raise ValueError("Passed %d grad_ys for %d ys" % (len(given), len(ys)))
        given = [None if each is None else _as_tensor(each, "grad_y_%d" % i) for i, each in enumerate(given)]
        initial = []
        for i, (gradient, y) in enumerate(zip(given, ys)):
            with self.near(y.op):
                if gradient is None:
                    if y.dtype.is_complex:
                        raise TypeError("Gradients of complex tensors must set grad_ys (y.dtype = %r)" % y.dtype)
                    initial.append(tf.fill(tf.shape(y), tf.constant(1, dtype=y.dtype, name="grad_ys_%d" % i)))
                    continue
                _check_initial(gradient, y)
                if isinstance(gradient, tf.IndexedSlices):
                    indices = tf.identity(gradient.indices, name="grad_ys_%d_indices" % i)
                    values = tf.identity(gradient.values, name="grad_ys_%d_values" % i)
                    shape = gradient.dense_shape
                    initial.append(tf.IndexedSlices(values, indices, shape if shape is None else tf.identity(shape, name="grad_ys_%d_shape" % i)))
                else:
                    initial.append(tf.identity(gradient, name="grad_ys_%d" % i))
        return initial

    def add(self, tensor, gradient):
        op = tensor.op
        if op not in self.received:
            self.received[op] = [[] for _ in op.outputs]
        self.received[op][tensor.value_index].append(gradient)

    def result(self, x, unconnected):
        if x.op in self.received:
            return self.received[x.op][x.value_index]
        if unconnected == UnconnectedGradients.ZERO:
            return tf.zeros_like(x, dtype=x.dtype if x.dtype != tf.resource else tf.float32)
        return None

    def visit(self, op):
        with self.near(op):
            upstream = self.aggregate(op)
            inputs = list(op.inputs)
            if op.type in ("Exit", "RefExit"):
                if any(_is_gradient(each) for each in upstream):
                    self.exits.append(op)
                return
            compute = None
            is_reached = any(_is_gradient(each) for each in upstream)
            if is_reached and op not in self.stops:
                compute = self.function_of(op)
            gradients = self.gradients_of(op, compute, upstream) if compute is not None and is_reached else [None] * len(inputs)
            for i, (value, gradient) in enumerate(zip(inputs, gradients)):
                if gradient is not None:
                    self.hand_on(op, i, value, gradient)
        self.done_with(inputs)

    def done_with(self, inputs):
        for value in inputs:
            source = value.op
            if source in self.pending:
                self.pending[source] -= 1
                if self.pending[source] == 0:
                    self.queue.append(source)

    # Past the loops whose results were reached: gradients through them can't be made, but there are some of what enters them.
    def pass_loops(self):
        if not self.exits:
            return False
        from _namescape_library import gradients_flow
        warn_of_unknown_gradient("tf.while_loop")
        frames = set(each.inputs[0].op.inputs[0].op.inputs[0].op.get_attr("frame_name") for each in self.exits)
        self.exits = []
        passed = len(self.queue)
        for op in reversed(tf.get_default_graph().get_operations()):
            if op.type in ("Enter", "RefEnter") and op in self.pending and op not in self.received and op.get_attr("frame_name") in frames:
                value = op.inputs[0]
                if _is_trainable(value.dtype) and (value.dtype != tf.resource or value.op in self.stops):
                    shape = handle_shape(value) if value.dtype == tf.resource else value.shape
                    self.hand_on(op, 0, value, gradients_flow.stand_in(op, shape))
                self.done_with([value])
        return len(self.queue) > passed

    def function_of(self, op):
        if not len(op.inputs):
            return None
        if op in _own:
            return _own[op]
        kind = op.type
        try:
            kind = op.get_attr("_gradient_op_type").decode()
        except ValueError:
            pass
        if kind in _registered:
            return _registered[kind]
        function = gradient_function(kind)
        if function is False:
            raise LookupError("No gradient defined for operation '%s' (op type: %s)" % (op.name, op.type))
        if function is True:
            warn_of_unknown_gradient(kind)
            return None
        return function

    def gradients_of(self, op, compute, upstream):
        for i, each in enumerate(upstream):
            if each is None and _is_trainable(op.outputs[i].dtype):
                upstream[i] = _zeros_for(op, i)
        with tf.name_scope(op.name + "_grad"):
            gradients = _as_list(compute(op, *upstream))
            if len(gradients) != len(op.inputs):
                raise ValueError("Num gradients %d generated for op %s do not match num inputs %d" % (len(gradients), op.node_def, len(op.inputs)))
            if self.gate and len([each for each in gradients if each is not None]) > 1:
                with tf.device(None), tf.colocate_with(None, ignore_existing=True):
                    gradients = tf.tuple(gradients)
        return gradients

    def hand_on(self, op, index, value, gradient):
        if isinstance(gradient, tf.Tensor) and value.dtype != tf.resource:
            try:
                gradient.set_shape(value.get_shape())
            except ValueError:
                raise ValueError("Incompatible shapes between op input and calculated input gradient.  Forward operation: %s.  Input index: %d. "
                                 "Original input shape: %s.  Calculated input gradient shape: %s" % (op.name, index, value.shape, gradient.shape))
        self.add(value, gradient)

    # The sum of what each output received.
    def aggregate(self, op):
        if self.aggregation not in (AggregationMethod.ADD_N, AggregationMethod.EXPERIMENTAL_TREE, AggregationMethod.EXPERIMENTAL_ACCUMULATE_N):
            raise ValueError("Invalid aggregation_method specified %s." % self.aggregation)
        received = self.received.get(op)
        if received is None:
            return [None] * len(op.outputs)
        for i, each in enumerate(received):
            received[i] = self.sum(op, each)
        return received

    def sum(self, op, gradients):
        if not gradients:
            return None
        if len(gradients) == 1:
            return gradients[0]
        if not all(isinstance(each, tf.Tensor) for each in gradients):
            return _concatenated(gradients)
        if self.aggregation == AggregationMethod.ADD_N:
            return _added_by_device(gradients)
        shape = tf.TensorShape(None)
        for each in gradients:
            shape = shape.merge_with(each.get_shape())
        if self.aggregation == AggregationMethod.EXPERIMENTAL_ACCUMULATE_N and len(gradients) > 2 and shape.is_fully_defined():
            return tf.accumulate_n(gradients)
        with tf.name_scope(op.name + "_gradient_sum"):
            total = gradients[0]
            for each in gradients[1:]:
                total = tf.add_n([total, each])
            return total


def _zeros_for(op, index):
    value = op.outputs[index]
    if op.type in ("Switch", "RefSwitch") and cond_of(op) is not None:
        from _namescape_library import gradients_flow
        return gradients_flow.zeros_for_switch(op, index)
    if value.dtype == tf.resource:
        return tf.zeros(tf.raw_ops.VariableShape(input=value), dtype=tf.float32)
    return tf.zeros_like(value, optimize=False)


# What is on one device is added there first.
def _added_by_device(gradients):
    by_device = {}
    for each in gradients:
        by_device.setdefault(each.device, []).append(each)
    sums = []
    for device in sorted(by_device):
        with tf.colocate_with(by_device[device][0].op, ignore_existing=True):
            sums.append(tf.add_n(by_device[device]))
    return sums[0] if len(sums) == 1 else tf.add_n(sums)


def _concatenated(gradients):
    slices = [_as_slices(each) for each in gradients]
    short = [each.indices for each in slices if each.indices.dtype == tf.int32]
    if short and len(short) != len(slices):
        slices = [tf.IndexedSlices(each.values, tf.cast(each.indices, tf.int64), each.dense_shape) if each.indices.dtype == tf.int32 else each for each in slices]
    return tf.IndexedSlices(tf.concat([each.values for each in slices], axis=0), tf.concat([each.indices for each in slices], axis=0), slices[0].dense_shape)


def _as_slices(gradient):
    if isinstance(gradient, tf.IndexedSlices):
        return gradient
    shape = tf.shape(gradient)
    return tf.IndexedSlices(gradient, tf.range(0, shape[0]), shape)
