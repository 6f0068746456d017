# os: paths and the environment. There is no file system: nothing exists, and what would write does nothing.
import os.path as _path

path = _path
name = 'posix'
sep = '/'
altsep = None
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
extsep = '.'
devnull = '/dev/null'
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2


class _Environment(dict):
    def __repr__(self):
        return 'environ(%s)' % dict.__repr__(self)


environ = _Environment()
error = OSError


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def getcwd():
    return '/'


def getpid():
    return 1


def cpu_count():
    return 1


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__) from None
    return method(path)


def _missing(path):
    error = FileNotFoundError(2, 'No such file or directory')
    error.errno = 2
    error.filename = path
    return error


def listdir(path='.'):
    raise _missing(path)


def stat(path, **kwargs):
    raise _missing(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    return iter(())


def mkdir(path, mode=0o777):
    pass


def makedirs(name, mode=0o777, exist_ok=False):
    pass


def remove(path):
    raise _missing(path)


unlink = rmdir = remove


def access(path, mode):
    return False


def chdir(path):
    pass


def urandom(size, /):
    return bytes(size)
