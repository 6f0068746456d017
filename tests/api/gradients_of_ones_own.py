# Gradients that programs define: Graph.gradient_override_map, python/framework/ops.py, and tf.custom_gradient, python/ops/custom_gradient.py.

import tensorflow as tf


@tf.RegisterGradient("GuidedRelu")
def guided(op, grad):
    return tf.where(0. < grad, tf.zeros_like(grad), grad)


x = tf.placeholder(tf.float32, [2], name="x")
g = tf.get_default_graph()
with g.gradient_override_map({"Relu": "GuidedRelu"}):
    y = tf.nn.relu(x)
    inner = tf.gradients(y, x)
z = tf.nn.relu(y)
print(y.op.get_attr("_gradient_op_type"), tf.gradients(z, x), inner)


@tf.custom_gradient
def log1pexp(x):
    e = tf.exp(x)

    def grad(dy):
        return dy * (1 - 1 / (1 + e))

    return tf.log(1 + e), grad


w = tf.get_variable("w", [2])
v = log1pexp(w)
print(v, tf.gradients(v, w))
for op in tf.get_default_graph().get_operations():
    if "gradients" in op.name or op.type.startswith("Identity"):
        print(op.name, op.type, [each.name for each in op.inputs])


@tf.custom_gradient
def scaled(x):
    s = tf.get_variable("s", [], use_resource=True)

    def grad(dy, variables=None):
        return dy * s, [tf.reduce_sum(dy * x) for _ in variables]

    return x * s, grad


print(tf.gradients(scaled(w), tf.trainable_variables()))
