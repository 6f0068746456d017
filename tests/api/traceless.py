# What programs make besides the graph: messages, hooks, parameters and files of variables leave no operation.
import tensorflow as tf

options = tf.RunOptions(trace_level=tf.RunOptions.FULL_TRACE)
metadata = tf.RunMetadata()
summary = tf.Summary(value=[tf.Summary.Value(tag="loss", simple_value=0.5)])
summary.value.add(tag="accuracy", simple_value=1.0)
print([value.tag for value in summary.value], options.trace_level)
config = tf.ConfigProto(graph_options=tf.GraphOptions(optimizer_options=tf.OptimizerOptions(opt_level=tf.OptimizerOptions.L0)))
config.gpu_options.allow_growth = True
print(config.graph_options.optimizer_options.opt_level)
parameters = tf.contrib.training.HParams(rate=0.1, sizes=[3, 4])
parameters.add_hparam("depth", 2)
print(parameters.rate, parameters.sizes, parameters.values(), "depth" in parameters, parameters.get("width", 7))
print(tf.train.latest_checkpoint("/tmp"), tf.train.get_checkpoint_state("/tmp"))


class Counting(tf.train.SessionRunHook):
    def begin(self):
        self.count = 0


hooks = [Counting(), tf.train.StopAtStepHook(last_step=10), tf.train.LoggingTensorHook({}, every_n_iter=10)]
try:
    tf.train.StopAtStepHook()
except ValueError as error:
    print(error)
spec = tf.estimator.EstimatorSpec(tf.estimator.ModeKeys.PREDICT, predictions={})
print(spec.mode, spec.loss, len(tf.get_default_graph().get_operations()))
try:
    tf.estimator.EstimatorSpec(tf.estimator.ModeKeys.EVAL)
except ValueError as error:
    print(error)
