import tensorflow as tf
layers = tf.contrib.layers
v = tf.get_variable('v', [2], regularizer=layers.l1_l2_regularizer(0.1, 0.2), initializer=tf.zeros_initializer())
w = tf.get_variable('w', [2], regularizer=layers.l1_l2_regularizer(0.0, 0.2), initializer=tf.zeros_initializer())
print(tf.losses.get_regularization_losses())
print(layers.apply_regularization(layers.sum_regularizer([layers.l2_regularizer(0.5), None]), [v, w]))
print(layers.sum_regularizer([None]))
for wrong in (lambda: layers.l1_l2_regularizer(1), lambda: layers.apply_regularization(layers.l2_regularizer(0.5))):
    try:
        wrong()
    except ValueError as e:
        print(e)
for initializer in (tf.zeros_initializer(), tf.constant_initializer(2), tf.glorot_uniform_initializer(seed=1), tf.orthogonal_initializer(), tf.initializers.identity(),
                    tf.uniform_unit_scaling_initializer(), tf.variance_scaling_initializer(), tf.random_uniform_initializer(1, 2)):
    print(type(initializer).__name__, initializer.get_config())
