# F0e;Jk2x5
import tensorflow as tf

# What is below was taken out for now:
# with tf.name_scope('a'):
#     x = tf.constant(1)
#
#     y = x + 1
with tf.variable_scope('b'):
    # z = tf.get_variable('z', [2])
    #z2 = tf.get_variable('z2', [2])
    pass
  # words at an odd place

def f():
    '''Text of
  several lines.
'''
    # return 1
    return 2  # two
# f()
