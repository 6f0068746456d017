# sys, as far as programs use it.
from _namescape_sys import modules, exc_info

argv = ['']
path = []
platform = 'linux'
byteorder = 'little'
maxsize = 9223372036854775807
maxunicode = 1114111
version = '3.11.7 (main, Dec  8 2023, 14:22:46) [GCC 13.2.0]'
hexversion = 0x030b07f0
executable = ''
prefix = exec_prefix = base_prefix = '/usr'
dont_write_bytecode = True
builtin_module_names = ()


class _Named(tuple):
    _names = ()

    def __repr__(self):
        return '%s(%s)' % (self._title, ', '.join('%s=%r' % pair for pair in zip(self._names, self)))


def _named(title, names, values):
    namespace = {'_title': title, '_names': names}
    for place, name in enumerate(names):
        namespace[name] = property(lambda self, place=place: self[place])
    return type(title, (_Named,), namespace)(values)


version_info = _named('sys.version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'), (3, 11, 7, 'final', 0))
float_info = _named('sys.float_info', ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'),
                    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
implementation = _named('sys.implementation', ('name', 'cache_tag'), ('cpython', 'cpython-311'))
flags = _named('sys.flags', ('debug', 'optimize', 'utf8_mode'), (0, 0, 1))


class _Stream:
    encoding = 'utf-8'
    closed = False

    def __init__(self, name, show):
        self.name = name
        self._show = show

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError('write() argument must be str, not %s' % type(s).__name__)
        if self._show:
            print(s, end='')
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return 1 if self._show else 2

    def readline(self, size=-1, /):
        return ''

    read = readline

    def __iter__(self):
        return iter(())

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode='w' encoding='utf-8'>" % self.name


stdout = __stdout__ = _Stream('<stdout>', True)
stderr = __stderr__ = _Stream('<stderr>', False)
stdin = __stdin__ = _Stream('<stdin>', False)


def exit(status=None, /):
    raise SystemExit(status)


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit, /):
    pass


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def getsizeof(object, *default):
    return 64


def getrefcount(object, /):
    return 2


def intern(string, /):
    return string


def settrace(function, /):
    pass


def gettrace():
    return None
