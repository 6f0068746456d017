# explain: import/a r/read IsVariableInitialized
import tensorflow as tf

v = tf.Variable(1.0, name="v")
with tf.Graph().as_default() as g:
    tf.constant(1, name="a")
tf.import_graph_def(g.as_graph_def())
with tf.name_scope("r"):
    w = v.read_value()
i = v.initialized_value()
