# Learning rates that decay, and moving averages: training/learning_rate_decay.py, keras/optimizer_v2/learning_rate_schedule.py, training/moving_averages.py.

import tensorflow as tf


def listing(start=0):
    for op in tf.get_default_graph().get_operations()[start:]:
        inputs = ", ".join(value.name for value in op.inputs)
        controls = "".join(" ^" + each.name for each in op.control_inputs)
        groups = [each.decode() for each in op.colocation_groups() if each.decode() != "loc:@" + op.name]
        print("%s %s(%s)%s %s %s" % (op.name, op.type, inputs, controls, [str(value.shape) for value in op.outputs], " ".join(groups)))


def show(title, make):
    tf.reset_default_graph()
    step = tf.train.get_or_create_global_step()
    start = len(tf.get_default_graph().get_operations())
    result = make(step)
    print("--- " + title)
    listing(start)
    print("=", result)


show("exponential", lambda step: tf.train.exponential_decay(0.1, step, 1000, 0.96))
show("exponential, steps", lambda step: tf.train.exponential_decay(0.1, step, 1000, 0.96, staircase=True, name="rate"))
show("natural", lambda step: tf.train.natural_exp_decay(0.1, step, 1000, 0.5))
show("inverse time", lambda step: tf.train.inverse_time_decay(0.1, step, 1000, 0.5, staircase=True))
show("polynomial", lambda step: tf.train.polynomial_decay(0.1, step, 1000, 0.01, power=0.5))
show("polynomial, again", lambda step: tf.train.polynomial_decay(0.1, step, 1000, cycle=True))
show("pieces", lambda step: tf.train.piecewise_constant(step, [100, 200], [0.1, 0.01, 0.001]))
show("cosine", lambda step: tf.train.cosine_decay(0.1, step, 1000, alpha=0.1))
show("cosine with restarts", lambda step: tf.train.cosine_decay_restarts(0.1, step, 1000))
show("a number for the step", lambda step: tf.train.exponential_decay(0.1, 7, 10, 0.5))

print("--- averages of variables")
tf.reset_default_graph()
w = tf.get_variable("w", [2])
with tf.variable_scope("net"):
    b = tf.Variable(tf.zeros([3]), name="b")
average = tf.train.ExponentialMovingAverage(0.99)
start = len(tf.get_default_graph().get_operations())
apply = average.apply([w, b])
listing(start)
print(apply.name, average.average(w).name, average.average_name(b), sorted(average.variables_to_restore()))
print([each.name for each in tf.global_variables()], [each.name for each in tf.get_collection(tf.GraphKeys.MOVING_AVERAGE_VARIABLES)])

print("--- averages with steps, of a tensor")
tf.reset_default_graph()
step = tf.train.get_or_create_global_step()
x = tf.placeholder(tf.float32, [2], name="x")
loss = tf.reduce_sum(x, name="loss")
average = tf.train.ExponentialMovingAverage(0.9, num_updates=step, name="smooth")
start = len(tf.get_default_graph().get_operations())
apply = average.apply([loss])
listing(start)
print(average.average(loss).name, average.average(step))

print("--- all variables, after a step")
tf.reset_default_graph()
w = tf.get_variable("w", [2], use_resource=True)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w))
start = len(tf.get_default_graph().get_operations())
with tf.control_dependencies([train]):
    average = tf.train.ExponentialMovingAverage(0.9, zero_debias=False).apply(tf.trainable_variables())
listing(start)
