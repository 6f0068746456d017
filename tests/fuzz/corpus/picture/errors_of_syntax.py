import tensorflow as tf
x = tf.constant(1, name='x'
y = 2 +
print('é', y
z = tf.constant(3, name='z')
def f(:
    return 1
for in range(3):
    print(z.name)
