# tf.layers.batch_normalization, tf.nn.batch_normalization and moments, and tf.metrics: keras/layers/normalization.py, ops/nn_impl.py, ops/metrics_impl.py.

import tensorflow as tf


def listing(start=0):
    for op in tf.get_default_graph().get_operations()[start:]:
        inputs = ", ".join(value.name for value in op.inputs)
        controls = "".join(" ^" + each.name for each in op.control_inputs)
        groups = [each.decode() for each in op.colocation_groups() if each.decode() != "loc:@" + op.name]
        print("%s %s(%s)%s %s %s" % (op.name, op.type, inputs, controls, [str(value.shape) for value in op.outputs], " ".join(groups)))


def show(title, make, *shapes):
    tf.reset_default_graph()
    values = [tf.placeholder(tf.float32, shape, name="x%d" % i) for i, shape in enumerate(shapes)]
    start = len(tf.get_default_graph().get_operations())
    result = make(*values)
    print("--- " + title)
    listing(start)
    print("=", result)
    for key in (tf.GraphKeys.GLOBAL_VARIABLES, tf.GraphKeys.TRAINABLE_VARIABLES, tf.GraphKeys.LOCAL_VARIABLES, tf.GraphKeys.METRIC_VARIABLES, tf.GraphKeys.UPDATE_OPS):
        if tf.get_collection(key):
            print(key, [each.name for each in tf.get_collection(key)])


images, rows = [None, 4, 4, 3], [None, 8]
show("images, fused, not training", lambda x: tf.layers.batch_normalization(x), images)
show("images, fused, training", lambda x: tf.layers.batch_normalization(x, training=True), images)
show("images, fused, a tensor", lambda x: tf.layers.batch_normalization(x, training=tf.placeholder_with_default(False, [], name="training")), images)
show("channels first", lambda x: tf.layers.batch_normalization(x, axis=1, training=True, momentum=0.9), [2, 3, 4, 4])
show("rows, not training", lambda x: tf.layers.batch_normalization(x), rows)
show("rows, training, no scale", lambda x: tf.layers.batch_normalization(x, training=True, scale=False), rows)
show("rows, a tensor, no center", lambda x: tf.layers.batch_normalization(x, center=False, training=tf.placeholder(tf.bool, name="training")), rows)
show("a variable of Python", lambda x: tf.layers.batch_normalization(x, training=0, name="mine", trainable=False), rows)
show("moments", lambda x: tf.nn.moments(x, [0]), rows)
show("moments, kept", lambda x: tf.nn.moments(x, [0, 1, 2], keep_dims=True), images)
show("by hand", lambda x, m, v: tf.nn.batch_normalization(x, m, v, None, None, 1e-3), rows, [8], [8])
show("by hand, all", lambda x, m, v, b, s: tf.nn.batch_normalization(x, m, v, b, s, 1e-3, name="all"), rows, [8], [8], [8], [8])
show("fused by hand", lambda x, s, b: tf.nn.fused_batch_norm(x, s, b), images, [3], [3])

print("--- shared by a second use")
tf.reset_default_graph()
for reuse in (False, True):
    start = len(tf.get_default_graph().get_operations())
    with tf.variable_scope("net", reuse=reuse):
        tf.layers.batch_normalization(tf.placeholder(tf.float32, rows, name="x"), training=True, name="norm")
listing(start)
print([each.name for each in tf.global_variables()], [each.name for each in tf.get_collection(tf.GraphKeys.UPDATE_OPS)])

show("mean", lambda x: tf.metrics.mean(x), [None])
show("mean, weights", lambda x, w: tf.metrics.mean(x, w), [None, 2], [None, 1])
show("accuracy", lambda x, y: tf.metrics.accuracy(tf.argmax(x, 1), tf.argmax(y, 1), name="acc", updates_collections=["u"]), rows, rows)
show("accuracy, two types", lambda x: tf.metrics.accuracy(tf.constant([1, 2], tf.int64), x), [2, 1])
show("precision", lambda x, y: tf.metrics.precision(x, y), [None], [None])
show("recall", lambda x, y: tf.metrics.recall(x, y), [None], [None])
show("true negatives", lambda x, y: tf.metrics.true_negatives(x, y), [4], [4])
show("root of squares", lambda x, y: tf.metrics.root_mean_squared_error(x, y), [None], [None])
show("differences", lambda x, y: tf.metrics.mean_absolute_error(x, y), [None], [None])
show("area", lambda x, y: tf.metrics.auc(x, y, num_thresholds=3), [None], [None])
show("area, careful", lambda x, y: tf.metrics.auc(x, y, curve="PR", summation_method="careful_interpolation", thresholds=[0.5]), [2], [2])
show("at thresholds", lambda x, y: tf.metrics.precision_at_thresholds(x, y, [0.5]), [2], [2])
show("classes", lambda x, y: tf.metrics.mean_per_class_accuracy(tf.cast(x, tf.int64), tf.cast(y, tf.int64), 3), [None], [None])
show("intersection over union", lambda x, y: tf.metrics.mean_iou(tf.cast(x, tf.int64), tf.cast(y, tf.int64), 3), [None], [None])
