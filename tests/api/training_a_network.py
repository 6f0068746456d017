# What the optimizers of tf.train add: python/training/optimizer.py, slot_creator.py, and a file per optimizer.

import tensorflow as tf


def listing(start):
    for op in tf.get_default_graph().get_operations()[start:]:
        inputs = ", ".join(value.name for value in op.inputs)
        controls = "".join(" ^" + each.name for each in op.control_inputs)
        groups = [each.decode() for each in op.colocation_groups() if each.decode() != "loc:@" + op.name]
        print("%s %s(%s)%s %s %s" % (op.name, op.type, inputs, controls, [str(value.shape) for value in op.outputs], " ".join(groups)))


def train(title, make, resource=False, sparse=False, step=False, names=None):
    tf.reset_default_graph()
    if sparse:
        w = tf.get_variable("w", [10, 3], use_resource=resource)
        x = tf.placeholder(tf.int32, [None], name="x")
        y = tf.nn.embedding_lookup(w, x)
    else:
        w = tf.get_variable("w", [2, 3], use_resource=resource)
        x = tf.placeholder(tf.float32, [None, 2], name="x")
        y = tf.matmul(x, w)
    loss = tf.reduce_sum(y, name="loss")
    global_step = tf.train.get_or_create_global_step() if step else None
    optimizer = make()
    pairs = optimizer.compute_gradients(loss)
    start = len(tf.get_default_graph().get_operations())
    result = optimizer.apply_gradients(pairs, global_step=global_step)
    print("--- " + title)
    listing(start)
    print("=", result.name, [each.name for each in tf.global_variables()], optimizer.get_slot_names(), [each.name for each in optimizer.variables()])


kinds = [
    ("gradient descent", lambda: tf.train.GradientDescentOptimizer(0.1)),
    ("momentum", lambda: tf.train.MomentumOptimizer(0.1, 0.9)),
    ("Adam", lambda: tf.train.AdamOptimizer()),
    ("Adagrad", lambda: tf.train.AdagradOptimizer(0.1)),
    ("RMSProp", lambda: tf.train.RMSPropOptimizer(0.1)),
    ("Adadelta", lambda: tf.train.AdadeltaOptimizer(0.1)),
    ("Ftrl", lambda: tf.train.FtrlOptimizer(0.1)),
]
for title, make in kinds:
    train(title, make)
    train(title + ", rows only", make, sparse=True)
    train(title + ", resource", make, resource=True)
    train(title + ", rows of a resource", make, resource=True, sparse=True)
train("with a global step", lambda: tf.train.AdamOptimizer(name="mine"), step=True)
train("with a global step, resource", lambda: tf.train.GradientDescentOptimizer(0.1), step=True, resource=True)
train("Nesterov", lambda: tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True))
train("centered", lambda: tf.train.RMSPropOptimizer(0.1, centered=True))
train("locks", lambda: tf.train.GradientDescentOptimizer(0.1, use_locking=True))

print("--- scopes of slots")
tf.reset_default_graph()
with tf.variable_scope("net"):
    a = tf.get_variable("a", [2])
    b = tf.Variable(tf.zeros([2]), name="b")
    c = tf.Variable(1.0, trainable=False, name="c")
loss = tf.reduce_sum(a * b * c)
with tf.variable_scope("training"):
    first = tf.train.AdamOptimizer().minimize(loss, name="first")
    second = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=[b])
print([each.name for each in tf.global_variables()])
print([each.name for each in tf.trainable_variables()])
print(tf.get_collection(tf.GraphKeys.TRAIN_OP))
listing(-12)

for gate in (tf.train.Optimizer.GATE_NONE, tf.train.Optimizer.GATE_OP, tf.train.Optimizer.GATE_GRAPH):
    print("--- gate", gate)
    tf.reset_default_graph()
    a, b = tf.get_variable("a", [2]), tf.get_variable("b", [2])
    loss = tf.reduce_sum(a * b)
    start = len(tf.get_default_graph().get_operations())
    pairs = tf.train.GradientDescentOptimizer(0.1).compute_gradients(loss, gate_gradients=gate)
    listing(start)

print("--- gradients with limits")
tf.reset_default_graph()
a, b = tf.get_variable("a", [2]), tf.get_variable("b", [2, 2])
loss = tf.reduce_sum(a * b)
gradients = tf.gradients(loss, [a, b])
start = len(tf.get_default_graph().get_operations())
clipped, norm = tf.clip_by_global_norm(gradients, 5.0)
tf.clip_by_norm(gradients[0], 1.0)
tf.clip_by_value(gradients[0], -1.0, 1.0)
tf.train.RMSPropOptimizer(0.1).apply_gradients(zip(clipped, [a, b]))
listing(start)

print("--- what is refused")


def attempt(call):
    try:
        call()
        print("nothing refused")
    except Exception as error:
        print(type(error).__name__, error)


tf.reset_default_graph()
a = tf.get_variable("a", [2])
b = tf.get_variable("b", [2])
optimizer = tf.train.GradientDescentOptimizer(0.1)
attempt(lambda: optimizer.minimize(tf.reduce_sum(a), var_list=[b]))
attempt(lambda: optimizer.minimize(tf.reduce_sum(a), var_list=[]))
attempt(lambda: optimizer.apply_gradients([]))
attempt(lambda: optimizer.apply_gradients([(None, a)]))
attempt(lambda: optimizer.compute_gradients(tf.reduce_sum(a), var_list=["a"]))
attempt(lambda: optimizer.compute_gradients(tf.reduce_sum(a), gate_gradients=5))
attempt(lambda: optimizer.compute_gradients(tf.constant(1)))
