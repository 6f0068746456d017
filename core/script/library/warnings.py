# warnings: nothing is shown, as it would not be on the standard output.


def warn(message, category=None, stacklevel=1, source=None):
    if category is not None and not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    pass


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    pass


def simplefilter(action, category=Warning, lineno=0, append=False):
    pass


def resetwarnings():
    pass


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *exc_info):
        pass
