# Hooks of sessions: TensorFlow 1.15, python/training/{session_run_hook,basic_session_run_hooks}.py. No session runs here, so that they are
# only made and handed on.


class SessionRunHook(object):
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


class SessionRunArgs(object):
    def __init__(self, fetches, feed_dict=None, options=None):
        self.fetches, self.feed_dict, self.options = fetches, feed_dict, options


class _Hook(SessionRunHook):
    def __init__(self, *args, **options):
        pass


class StopAtStepHook(_Hook):
    def __init__(self, num_steps=None, last_step=None):
        if num_steps is None and last_step is None:
            raise ValueError("One of num_steps or last_step must be specified.")
        if num_steps is not None and last_step is not None:
            raise ValueError("Only one of num_steps or last_step can be specified.")


class LoggingTensorHook(_Hook):
    def __init__(self, tensors, every_n_iter=None, every_n_secs=None, at_end=False, formatter=None):
        if not at_end and (every_n_iter is None) == (every_n_secs is None):
            raise ValueError("either at_end and/or exactly one of every_n_iter and every_n_secs must be provided.")
        if every_n_iter is not None and every_n_iter <= 0:
            raise ValueError("invalid every_n_iter=%s." % every_n_iter)


class NanTensorHook(_Hook):
    pass


class CheckpointSaverHook(_Hook):
    pass


class SummarySaverHook(_Hook):
    pass


class StepCounterHook(_Hook):
    pass


class FinalOpsHook(_Hook):
    pass


class ProfilerHook(_Hook):
    pass


class FeedFnHook(_Hook):
    pass


class GlobalStepWaiterHook(_Hook):
    pass
