# logging: nothing is shown, as it would not be on the standard output.

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG', NOTSET: 'NOTSET'}


def getLevelName(level):
    for number, name in _names.items():
        if name == level:
            return number
    return _names.get(level, 'Level %s' % level)


def addLevelName(level, levelName):
    _names[level] = levelName


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style='%', validate=True):
        pass


class Filter:
    def __init__(self, name=''):
        self.name = name


class Handler:
    def __init__(self, *args, **kwargs):
        self.level = NOTSET

    def setLevel(self, level):
        self.level = level

    def setFormatter(self, fmt):
        self.formatter = fmt

    def addFilter(self, filter):
        pass

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    pass


class FileHandler(Handler):
    pass


class NullHandler(Handler):
    pass


class Logger:
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = level
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = getLevelName(level) if isinstance(level, str) else level

    def getEffectiveLevel(self):
        return self.level or WARNING

    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return bool(self.handlers)

    def addFilter(self, filter):
        pass

    def getChild(self, suffix):
        return getLogger(self.name + '.' + suffix)

    def debug(self, msg, *args, **kwargs):
        pass

    info = warning = warn = error = exception = critical = fatal = debug

    def log(self, level, msg, *args, **kwargs):
        pass

    def __repr__(self):
        return '<Logger %s (%s)>' % (self.name, getLevelName(self.getEffectiveLevel()))


root = Logger('root', WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


def basicConfig(**kwargs):
    if 'level' in kwargs:
        root.setLevel(kwargs['level'])


def captureWarnings(capture):
    pass


def disable(level=CRITICAL):
    pass


def shutdown():
    pass


def debug(msg, *args, **kwargs):
    pass


info = warning = warn = error = exception = critical = fatal = debug


def log(level, msg, *args, **kwargs):
    pass
