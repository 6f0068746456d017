# tf.contrib.layers.optimize_loss: a learning rate as a variable, summaries, clipped gradients and the step.
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
loss = tf.reduce_mean(tf.square(tf.layers.dense(x, 2)))
step = tf.train.get_or_create_global_step()
print(tf.contrib.layers.optimize_loss(loss, step, 0.1, "SGD"))
print(tf.contrib.layers.optimize_loss(loss, step, 0.1, "Adam", clip_gradients=5.0, name="again", summaries=["gradients", "gradient_norm"],
                                      learning_rate_decay_fn=lambda rate, at: tf.train.exponential_decay(rate, at, 100, 0.9)))
try:
    tf.contrib.layers.optimize_loss(loss, step, 0.1, "Best")
except ValueError as error:
    print(error)
