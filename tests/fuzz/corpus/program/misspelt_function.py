import tensorflow as tf

x = tf.plcaeholder(tf.float32, [1])
