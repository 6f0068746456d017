# A program as tutorials have them: what it makes after training stands in the graph, whatever its loops reckon with.
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("data", one_hot=True)
print(mnist.train.num_examples, mnist.validation.num_examples, mnist.test.num_examples, mnist.train.next_batch(5)[0].shape, mnist.test.labels.shape)
x = tf.placeholder(tf.float32, [None, 784])
y = tf.placeholder(tf.float32, [None, 10])
logits = tf.layers.dense(x, 10)
cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=logits))
step = tf.train.GradientDescentOptimizer(0.5).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(2):
        mean = 0.
        batches = int(mnist.train.num_examples / 10000)
        for i in range(batches):
            images, labels = mnist.train.next_batch(10000)
            _, c = sess.run([step, cost], feed_dict={x: images, y: labels})
            mean += c / batches
        print("Epoch:", "%04d" % (epoch + 1), "cost={:.9f}".format(mean), "%.3f" % c)
    right = tf.equal(tf.argmax(logits, 1), tf.argmax(y, 1))
    accuracy = tf.reduce_mean(tf.cast(right, tf.float32))
    print("Accuracy:", accuracy.eval({x: mnist.test.images, y: mnist.test.labels}))
print(tf.get_default_graph().get_operations()[-1].name)
