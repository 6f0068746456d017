# What a function that describes a model takes and gives: TensorFlow 1.15, estimator/{mode_keys,model_fn}.py.

import tensorflow as tf


class ModeKeys(object):
    TRAIN = "train"
    EVAL = "eval"
    PREDICT = "infer"


class EstimatorSpec(object):
    def __init__(self, mode, predictions=None, loss=None, train_op=None, eval_metric_ops=None, export_outputs=None, training_chief_hooks=None, training_hooks=None,
                 scaffold=None, evaluation_hooks=None, prediction_hooks=None):
        if mode == ModeKeys.TRAIN and train_op is None:
            raise ValueError("Missing train_op.")
        if loss is None and mode in (ModeKeys.TRAIN, ModeKeys.EVAL):
            raise ValueError("Missing loss.")
        if predictions is None and mode == ModeKeys.PREDICT:
            raise ValueError("Missing predictions.")
        self.mode = mode
        self.predictions = {} if predictions is None else predictions
        self.loss = None if loss is None else _scalar(loss)
        self.train_op = train_op
        self.eval_metric_ops = {} if eval_metric_ops is None else eval_metric_ops
        self.export_outputs = export_outputs
        self.training_chief_hooks = tuple(training_chief_hooks or ())
        self.training_hooks = tuple(training_hooks or ())
        self.scaffold = scaffold
        self.evaluation_hooks = tuple(evaluation_hooks or ())
        self.prediction_hooks = tuple(prediction_hooks or ())


def _scalar(loss):
    shape = loss.get_shape()
    if shape.num_elements() not in (None, 1):
        raise ValueError("Loss must be scalar, given: %s" % loss)
    return loss if shape.is_compatible_with(tf.TensorShape([])) else tf.reshape(loss, [])
