# Sessions, savers and the like: graphs are built here and not run, so that these accept what programs do with them.

import tensorflow as tf
from _namescape import hint_nothing_runs


class BaseSession(object):
    def __init__(self, target="", graph=None, config=None):
        self.graph = graph or tf.get_default_graph()
        self._entered = None

    def __enter__(self):
        hint_nothing_runs()
        self._entered = self.graph.as_default()
        self._entered.__enter__()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self._entered.__exit__(exc_type, exc_value, traceback)

    def as_default(self):
        return self

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        hint_nothing_runs()
        if isinstance(fetches, (list, tuple)):
            return [None for _ in fetches]
        if isinstance(fetches, dict):
            return {key: None for key in fetches}
        return None

    def close(self):
        pass


class Session(BaseSession):
    pass


class InteractiveSession(BaseSession):
    pass


class ConfigProto(object):
    def __init__(self, **options):
        self.__dict__.update(options)
        self.gpu_options = options.get("gpu_options") or GPUOptions()


class GPUOptions(object):
    def __init__(self, **options):
        self.allow_growth = False
        self.__dict__.update(options)


class FileWriter(object):
    def __init__(self, logdir, graph=None, *args, **kwargs):
        hint_nothing_runs()

    def add_graph(self, graph, global_step=None):
        pass

    def add_summary(self, summary, global_step=None):
        pass

    def flush(self):
        pass

    def close(self):
        pass


# Sessions that are watched: the operations that TensorFlow makes for them when they begin aren't made here.
class MonitoredTrainingSession(BaseSession):
    def __init__(self, *args, **kwargs):
        super(MonitoredTrainingSession, self).__init__()

    def should_stop(self):
        return True


class SessionRunHook(object):
    def __init__(self, *args, **kwargs):
        pass

    def begin(self):
        pass

    def after_create_session(self, session, coord):
        pass

    def before_run(self, run_context):
        return None

    def after_run(self, run_context, run_values):
        pass

    def end(self, session):
        pass


class LoggingTensorHook(SessionRunHook):
    pass


class StopAtStepHook(SessionRunHook):
    pass


class CheckpointSaverHook(SessionRunHook):
    pass


class SummarySaverHook(SessionRunHook):
    pass


class StepCounterHook(SessionRunHook):
    pass


class NanTensorHook(SessionRunHook):
    pass


class SessionRunArgs(object):
    def __init__(self, fetches, feed_dict=None, options=None):
        self.fetches, self.feed_dict, self.options = fetches, feed_dict, options


# No file is read here, so that none is found.
def latest_checkpoint(checkpoint_dir, latest_filename=None):
    return None


def get_checkpoint_state(checkpoint_dir, latest_filename=None):
    return None


def checkpoint_exists(checkpoint_prefix):
    return False


def write_graph(graph_or_graph_def, logdir, name, as_text=True):
    return str(logdir) + "/" + name
