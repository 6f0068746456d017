# contrib/layers/python/layers/layers.py, contrib/framework/python/ops/{arg_scope,variables}.py: layers with their own names of variables.
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)
slim = tf.contrib.slim
layers = tf.contrib.layers


def new_operations(title, build):
    before = len(tf.get_default_graph().get_operations())
    print('---', title)
    result = build()
    for op in tf.get_default_graph().get_operations()[before:]:
        print(op.name, op.type, [t.name for t in op.inputs], [str(t.shape) for t in op.outputs])
    print(result)


image = tf.placeholder(tf.float32, [None, 8, 8, 3], 'image')


def small_net(reuse=None):
    with tf.variable_scope('net', reuse=reuse):
        with slim.arg_scope([slim.conv2d, slim.fully_connected], activation_fn=tf.nn.elu, weights_regularizer=slim.l2_regularizer(0.5)) as scope:
            with slim.arg_scope([slim.conv2d], padding='VALID'):
                net = slim.repeat(image, 2, slim.conv2d, 4, [3, 3], scope='conv')
            net = slim.max_pool2d(net, 2, scope='pool')
            net = slim.flatten(net, outputs_collections='ends')
        with slim.arg_scope(scope):
            net = slim.fully_connected(net, 5, biases_initializer=None)
            net = slim.dropout(net, 0.7, is_training=not reuse)
        return slim.stack(net, slim.fully_connected, [4, 3], scope='fc')


new_operations('small net', small_net)
new_operations('again', lambda: small_net(True))
new_operations('separable', lambda: layers.separable_conv2d(image, 4, [3, 3], 1, variables_collections={'weights': ['mine']}))
new_operations('depthwise', lambda: slim.separable_conv2d(image, None, 3, depth_multiplier=2, rate=2))
new_operations('transpose', lambda: layers.conv2d_transpose(image, 2, 3, stride=2, normalizer_fn=layers.bias_add, normalizer_params={'scope': 'shift'}))
new_operations('in plane', lambda: layers.conv2d_in_plane(image, 3))
new_operations('pools', lambda: [layers.avg_pool2d(image, [2, 2]), layers.one_hot_encoding([1, 2], 3), layers.softmax(tf.ones([2, 3, 4]))])
new_operations('layer norm', lambda: layers.layer_norm(image))
new_operations('unit norm', lambda: layers.unit_norm(image, 1))
new_operations('partials', lambda: [layers.linear(tf.ones([2, 3]), 1), layers.relu(tf.ones([2, 3]), 1, scope='mine')])
new_operations('initializers', lambda: [layers.variance_scaling_initializer()([3, 4]), layers.xavier_initializer(uniform=False)([5, 5, 3, 4])])
new_operations('model variable', lambda: slim.model_variable('weights', shape=[2, 2], initializer=tf.truncated_normal_initializer(stddev=0.1),
                                                             regularizer=slim.l2_regularizer(0.05), device='/CPU:0'))
print([v.name for v in slim.get_model_variables('net')], [v.name for v in slim.get_variables_by_name('biases')], [v.name for v in tf.get_collection('mine')])
print([v.name for v in slim.get_variables_to_restore(exclude=['net'])])
print([t.name for t in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)], [(name, t.name) for name, t in tf.get_collection('ends')])


@slim.add_arg_scope
def scaled(x, by=1, plus=0):
    return x * by + plus


with slim.arg_scope([scaled], by=3):
    print(scaled(2), scaled(2, by=4), scaled(2, plus=1), slim.arg_scoped_arguments(scaled), slim.has_arg_scope(scaled), scaled.__name__)
print(scaled(2), slim.has_arg_scope(print))
for wrong in (lambda: slim.arg_scope([print], a=1).__enter__(), lambda: slim.arg_scope(3).__enter__(), lambda: slim.conv2d(tf.ones([2, 3]), 1, 3),
              lambda: layers.fully_connected(image, 2.0), lambda: layers.conv2d(image, 1, 3, data_format='X'), lambda: slim.get_unique_variable('nothing'),
              lambda: layers.variance_scaling_initializer(mode='FAN'), lambda: layers.max_pool2d(image, 2, data_format='X'), lambda: slim.conv2d(image, 4, 3, scope='net/conv/conv_1')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
