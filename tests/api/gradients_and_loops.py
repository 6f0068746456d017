# Gradients inside of loops, of arrays of tensors, and past loops: python/ops/tensor_array_grad.py, control_flow_grad.py. Through loops they aren't made.

import tensorflow as tf


def listing(start):
    for op in tf.get_default_graph().get_operations()[start:]:
        inputs = ", ".join(value.name for value in op.inputs)
        controls = "".join(" ^" + each.name for each in op.control_inputs)
        groups = [each.decode() for each in op.colocation_groups() if each.decode() != "loc:@" + op.name]
        print("%s %s(%s)%s %s %s" % (op.name, op.type, inputs, controls, [str(value.shape) for value in op.outputs], " ".join(groups)))


print("--- an array of tensors")
x = tf.placeholder(tf.float32, [3, 2], name="x")
array = tf.TensorArray(tf.float32, 3).unstack(x)
y = array.stack() * array.read(1)
array = tf.TensorArray(tf.float32, 2).write(0, y).write(1, y)
start = len(tf.get_default_graph().get_operations())
print(tf.gradients(array.concat(), [x]))
listing(start)

print("--- second derivatives, row by row")
tf.reset_default_graph()
x = tf.placeholder(tf.float32, [3], name="x")
y = tf.reduce_sum(x * x * x)
start = len(tf.get_default_graph().get_operations())
print(tf.hessians(y, [x]))
listing(start)

print("--- past a loop")
tf.reset_default_graph()
w = tf.get_variable("w", [2, 2])
x = tf.placeholder(tf.float32, [4, 2], name="x")
_, y = tf.while_loop(lambda i, _: i < 3, lambda i, v: (i + 1, tf.matmul(v, w)), [0, tf.tanh(x)])
start = len(tf.get_default_graph().get_operations())
print(tf.gradients(y, [w, x]))
listing(start)
