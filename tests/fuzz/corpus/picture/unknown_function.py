with tf.name_scope('s'):
    x = tf.constant([1.0, 2.0], name='x')
    y = tf.contrib.special.wobble(x, name='y')
    z = tf.identity(y, name='z')
