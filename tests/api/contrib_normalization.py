# Batch normalization of tf.contrib.layers, and layers that normalize with it.
import tensorflow as tf


def show(title, start):
    print("--- " + title)
    for op in tf.get_default_graph().get_operations()[start:]:
        control = [each.name for each in op.control_inputs]
        print(op.name, op.type, [each.name for each in op.inputs], [str(each.shape) for each in op.outputs], control if control else "")
    return len(tf.get_default_graph().get_operations())


slim = tf.contrib.slim
images = tf.placeholder(tf.float32, [None, 8, 8, 3])
training = tf.placeholder(tf.bool, [])
start = show("start", 0)
tf.contrib.layers.batch_norm(images, is_training=False, scale=True, scope="still")
start = show("still", start)
tf.contrib.layers.batch_norm(tf.reshape(images, [-1, 192]), activation_fn=tf.nn.relu, updates_collections=None, scope="flat")
start = show("flat", start)
tf.contrib.layers.batch_norm(images, is_training=training, fused=False, scope="either")
start = show("either", start)
with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm, normalizer_params={"is_training": True, "decay": 0.9}):
    slim.conv2d(images, 4, 3, scope="conv")
start = show("conv", start)
tf.layers.dense(tf.ones([2, 3, 4]), 5)
start = show("dense of rank 3", start)
print([v.name for v in tf.global_variables()], [v.name for v in tf.trainable_variables()], [v.name for v in slim.get_model_variables()])
print([op.name for op in tf.get_collection(tf.GraphKeys.UPDATE_OPS)])
