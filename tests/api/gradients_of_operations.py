# What tf.gradients adds for each kind of operation: python/ops/math_grad.py, nn_grad.py, array_grad.py, data_flow_grad.py.

import tensorflow as tf


def show(title, make, *shapes, **options):
    tf.reset_default_graph()
    dtype = options.pop("dtype", tf.float32)
    values = [tf.placeholder(dtype, shape, name="x%d" % i) for i, shape in enumerate(shapes)]
    y = make(*values)
    before = len(tf.get_default_graph().get_operations())
    results = tf.gradients(y, values, **options)
    print("--- " + title)
    for op in tf.get_default_graph().get_operations()[before:]:
        inputs = ", ".join(value.name for value in op.inputs)
        controls = "".join(" ^" + each.name for each in op.control_inputs)
        groups = [each.decode() for each in op.colocation_groups() if each.decode() != "loc:@" + op.name]
        print("%s %s(%s)%s %s %s" % (op.name, op.type, inputs, controls, [str(value.shape) for value in op.outputs], " ".join(groups)))
    print("=", [None if each is None else str(each) for each in results])


show("equal shapes", lambda x, y: x + y * x - y, [2, 3], [2, 3])
show("broadcast, known", lambda x, y: x * y + y, [2, 3], [3])
show("broadcast again: no BroadcastGradientArgs", lambda x, y: (x + y) - y, [2, 3], [1, 3])
show("broadcast, not known", lambda x, y: x * y, [None, 3], [3])
show("doubles of one shape", lambda x, y: x * y, [2], [2], dtype=tf.float64)
show("quotients and powers", lambda x, y: x / y + tf.pow(x, y), [2], [])
show("larger and smaller", lambda x, y: tf.maximum(x, y) + tf.minimum(x, 0.5), [2], [2])
show("squared difference", lambda x, y: tf.squared_difference(x, y), [None, 2], [2])
show("sum of all, known", lambda x: tf.reduce_sum(x), [2, 3])
show("sum of all, partly known", lambda x: tf.reduce_sum(x), [None, 3])
show("sum along an axis, known", lambda x: tf.reduce_sum(x, 1), [2, 3])
show("sum along an axis, not known", lambda x: tf.reduce_sum(x, [0]), [None, 3])
show("mean", lambda x: tf.reduce_mean(x), [None, 3])
show("mean, known", lambda x: tf.reduce_mean(x, 0), [4, 3])
show("largest", lambda x: tf.reduce_max(x, 1), [2, 3])
show("product", lambda x: tf.reduce_prod(x), [2, 3])
show("functions of one value", lambda x: tf.exp(x) + tf.log(x) + tf.sqrt(x) + tf.square(x) + tf.abs(x) + tf.tanh(x) + tf.sigmoid(x) + tf.log1p(x) + tf.rsqrt(x) + -x, [2])
show("sines", lambda x: tf.sin(x) + tf.cos(x) + tf.tan(x) + tf.asin(x) + tf.acos(x) + tf.atan(x) + tf.erf(x), [2])
show("activations", lambda x: tf.nn.relu(x) + tf.nn.relu6(x) + tf.nn.elu(x) + tf.nn.selu(x) + tf.nn.softplus(x) + tf.nn.softsign(x) + tf.nn.leaky_relu(x), [None, 2])
show("matrices", lambda x, y: tf.matmul(x, y), [None, 3], [3, 4])
show("matrices, transposed", lambda x, y: tf.matmul(x, y, transpose_a=True, transpose_b=True), [3, None], [4, 3])
show("batches of matrices", lambda x, y: tf.matmul(x, y, transpose_b=True), [None, 2, 3], [None, 4, 3])
show("bias and softmax", lambda x, y: tf.nn.softmax(tf.nn.bias_add(x, y)) + tf.nn.log_softmax(x), [None, 4], [4])
show("cross entropy", lambda x, y: tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=x), [None, 4], [None, 4])
show("convolution and pools", lambda x, y: tf.nn.max_pool(tf.nn.avg_pool(tf.nn.conv2d(x, y, [1, 1, 1, 1], "SAME"), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [1, 2, 2, 1], [1, 1, 1, 1], "VALID"),
     [None, 8, 8, 3], [3, 3, 3, 4])
show("transposed convolution", lambda x, y: tf.nn.conv2d_transpose(x, y, [2, 8, 8, 3], [1, 2, 2, 1]), [2, 4, 4, 4], [3, 3, 3, 4])
show("joined and cut", lambda x, y: tf.split(tf.concat([x, y], 1), 2, axis=1)[0], [None, 2], [None, 4])
show("joined, known", lambda x, y: tf.concat([x, y], 0), [1, 2], [3, 2])
show("stacked and taken apart", lambda x, y: tf.unstack(tf.stack([x, y]))[1], [2], [2])
show("shaped", lambda x: tf.squeeze(tf.expand_dims(tf.transpose(tf.reshape(x, [3, 2])), 0), [0]), [2, 3])
show("slices", lambda x: x[0, 1:] + tf.slice(x, [1, 0], [1, 2])[0], [2, 3])
show("padded and tiled", lambda x: tf.tile(tf.pad(x, [[1, 1], [0, 2]]), [2, 1]), [None, 3])
show("rows", lambda x: tf.gather(x, [0, 2, 2]), [5, 3])
show("columns", lambda x: tf.gather(x, [0, 2], axis=1), [5, 3])
show("choices", lambda x, y: tf.where(x > y, x, tf.stop_gradient(y) * 2.0), [2], [2])
show("types", lambda x: tf.cast(tf.cast(x, tf.float64), tf.float32), [2])
show("segments", lambda x: tf.unsorted_segment_sum(x, [0, 1, 0], 2) + tf.segment_sum(x, [0, 0, 1]), [3, 2])
show("cumulative", lambda x: tf.cumsum(x, reverse=True), [3])
show("what others have been given", lambda x: x * 3.0, [2], grad_ys=[tf.constant([1.0, 2.0])] if False else None)
show("a branch", lambda x: tf.cond(tf.reduce_sum(x) > 0, lambda: x * 2.0, lambda: tf.exp(x)), [2])
show("gated", lambda x, y: x * y, [2], [2], gate_gradients=True)
show("colocated", lambda x, y: tf.reduce_sum(x * y), [None], [None], colocate_gradients_with_ops=True)
show("a tree of sums", lambda x: x + x * x + tf.exp(x), [2], aggregation_method=tf.AggregationMethod.EXPERIMENTAL_TREE)
show("nothing on the way", lambda x, y: tf.reduce_sum(tf.floor(x)) + 1.0, [2], [2], unconnected_gradients=tf.UnconnectedGradients.ZERO)

tf.reset_default_graph()
x = tf.placeholder(tf.float32, [2], name="x")
for make in (lambda: tf.gradients(tf.argmax(x, 0), x), lambda: tf.gradients(tf.strings.length(tf.as_string(x)), x), lambda: tf.gradients(x * 2, x, grad_ys=[1, 2]),
             lambda: tf.gradients(tf.constant(1 + 2j) * tf.complex(x, x), x)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


@tf.RegisterGradient("TwiceAsMuch")
def twice(op, grad):
    return 2.0 * grad


print(tf.gradients([x * 2, x * 3], [x], grad_ys=[tf.ones([2]), None]), tf.gradients(x + 1, [x], stop_gradients=[x]))
