# Sessions, savers and the like: graphs are built here and not run, so that these accept what programs do with them.

import tensorflow as tf
from _namescape import hint_nothing_runs


# The default sessions, the innermost last.
_sessions = []


class BaseSession(object):
    def __init__(self, target="", graph=None, config=None):
        self.graph = graph or tf.get_default_graph()
        self._entered = None

    def __enter__(self):
        hint_nothing_runs()
        self._entered = self.graph.as_default()
        self._entered.__enter__()
        _sessions.append(self)
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        _sessions.pop()
        self._entered.__exit__(exc_type, exc_value, traceback)

    def as_default(self):
        return _AsDefault(self)

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        hint_nothing_runs()
        return _unknown(fetches)

    def close(self):
        pass


def _unknown(fetches):
    # What a run would give: not a number where one floating number is asked for, so that programs go on reckoning, and None otherwise.
    if isinstance(fetches, (list, tuple)):
        return [_unknown(each) for each in fetches]
    if isinstance(fetches, dict):
        return {key: _unknown(fetches[key]) for key in fetches}
    if isinstance(fetches, (tf.Tensor, tf.Variable)) and fetches.dtype.is_floating and fetches.get_shape().ndims == 0:
        return float("nan")
    return None


class Session(BaseSession):
    pass


class InteractiveSession(BaseSession):
    def __init__(self, target="", graph=None, config=None):
        super(InteractiveSession, self).__init__(target, graph, config)
        hint_nothing_runs()
        _sessions.append(self)

    def close(self):
        if self in _sessions:
            _sessions.remove(self)


class _AsDefault(object):
    # A session as the default one; the default graph stays what it is.
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        _sessions.append(self._session)
        return self._session

    def __exit__(self, exc_type, exc_value, traceback):
        _sessions.pop()


def get_default_session():
    return _sessions[-1] if _sessions else None


# The session that was given, or the default one, which must be of the graph; else the words say what is wrong.
def _session_for(graph, session, none_words, other_graph_words):
    if session is not None:
        return session
    session = get_default_session()
    if session is None:
        raise ValueError(none_words)
    if session.graph is not graph:
        raise ValueError(other_graph_words)
    return session


def evaluate_tensor(tensor, feed_dict, session):
    session = _session_for(tensor.graph, session,
                           "Cannot evaluate tensor using `eval()`: No default session is registered. Use `with sess.as_default()` or pass an explicit session to "
                           "`eval(session=sess)`",
                           "Cannot use the default session to evaluate tensor: the tensor's graph is different from the session's graph. Pass an explicit session to "
                           "`eval(session=sess)`.")
    return session.run(tensor, feed_dict)


def run_operation(operation, feed_dict, session):
    session = _session_for(operation.graph, session,
                           "Cannot execute operation using `run()`: No default session is registered. Use `with sess.as_default():` or pass an explicit session to "
                           "`run(session=sess)`",
                           "Cannot use the default session to execute operation: the operation's graph is different from the session's graph. Pass an explicit "
                           "session to run(session=sess).")
    session.run(operation, feed_dict)


def load_variable(variable, value, session):
    session = session or get_default_session()
    if session is None:
        raise ValueError("Either session argument should be provided or default session should be established")
    session.run(variable.initializer, {variable.initializer.inputs[1]: value})


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
