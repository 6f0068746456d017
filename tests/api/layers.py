# python/layers/*.py, python/keras/layers/{core,convolutional,pooling}.py: what the layers build.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        if '/Initializer/' not in op.name:
            print(op.name, op.type, [t.name for t in op.inputs], [str(t.shape) for t in op.outputs])
    return result


image = tf.placeholder(tf.float32, [None, 8, 8, 3], 'image')
fixed = tf.zeros([2, 8, 8, 4], name='fixed')
sequence = tf.placeholder(tf.float32, [None, 9, 5], 'sequence')
volume = tf.placeholder(tf.float32, [None, 4, 4, 4, 2], 'volume')
new_operations('transpose same', lambda: tf.layers.conv2d_transpose(image, 6, 5, strides=2, padding='same'))
new_operations('transpose valid', lambda: tf.layers.conv2d_transpose(fixed, 6, 3, activation=tf.nn.relu, use_bias=False, name='up'))
new_operations('transpose 3d', lambda: tf.layers.conv3d_transpose(volume, 3, 2, strides=2))
new_operations('separable', lambda: tf.layers.separable_conv2d(image, 6, 3, depth_multiplier=2, padding='same'))
new_operations('separable 1d', lambda: tf.layers.separable_conv1d(sequence, 6, 3))
new_operations('dilated, sizes known', lambda: tf.layers.conv2d(fixed, 6, 3, dilation_rate=2, padding='same'))
unknown = tf.placeholder(tf.float32, [None, None, None, 4], 'unknown')
new_operations('dilated, sizes unknown', lambda: tf.layers.conv2d(unknown, 6, 3, dilation_rate=(2, 3)))
new_operations('causal', lambda: tf.layers.Conv1D(4, 3, padding='causal')(sequence))
new_operations('conv3d', lambda: tf.layers.conv3d(volume, 3, 2))
new_operations('pooling', lambda: [tf.layers.max_pooling1d(sequence, 2, 2), tf.layers.average_pooling1d(sequence, 3, 1, padding='same'),
                                   tf.layers.average_pooling2d(image, 2, 2), tf.layers.max_pooling3d(volume, 2, 2)])
new_operations('flatten', lambda: [tf.layers.flatten(image), tf.layers.flatten(fixed, data_format='channels_first')])
training = tf.placeholder_with_default(False, [], 'training')
new_operations('dropout', lambda: [tf.layers.dropout(fixed, training=training), tf.layers.dropout(fixed), tf.layers.dropout(fixed, 0.3, noise_shape=[None, 1, 1, 4], training=True)])
new_operations('depthwise', lambda: tf.nn.depthwise_conv2d(fixed, tf.ones([3, 3, 4, 1]), [1, 1, 1, 1], 'SAME', rate=[2, 2]))
new_operations('atrous', lambda: tf.nn.atrous_conv2d(fixed, tf.ones([3, 3, 4, 1]), 2, 'VALID'))


def regularized():
    dense = tf.layers.Dense(3, kernel_regularizer=tf.contrib.layers.l2_regularizer(0.1), activity_regularizer=tf.reduce_sum)
    dense(tf.ones([2, 4]))
    dense(tf.ones([2, 4]))
    print(dense.name, dense.scope_name, [v.name for v in dense.trainable_weights], dense.count_params(), dense.dtype)


new_operations('regularized, used twice', regularized)
print([t.name for t in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)])


class Scaled(tf.layers.Layer):
    def build(self, shape):
        self.scale = self.add_variable('scale', [shape[-1].value], initializer=tf.ones_initializer(), trainable=False)

    def call(self, inputs, by=1.0):
        self.add_update(tf.assign(self.scale, self.scale * 2.0))
        return inputs * self.scale * by


new_operations('own layer', lambda: Scaled()(tf.ones([2, 4]), by=3.0))
print([u.name for u in tf.get_collection(tf.GraphKeys.UPDATE_OPS)])
for wrong in (lambda: tf.layers.dense(tf.placeholder(tf.float32), 3), lambda: tf.layers.dense(tf.ones([3]), 3), lambda: tf.layers.conv2d(sequence, 3, 3),
              lambda: tf.layers.conv2d(image, 3, (1, 2, 3)), lambda: tf.layers.conv2d(image, 3, 3, padding='full'), lambda: tf.layers.dense(tf.ones([2, 2], tf.int32), 3),
              lambda: tf.layers.conv2d(image, 3, 3, strides=2, dilation_rate=2), lambda: tf.layers.Dense(3).scope_name,
              lambda: tf.layers.max_pooling2d(image, 2, 2, data_format='NHWC'), lambda: tf.layers.dense(tf.placeholder(tf.float32, [3, None]), 3)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
