# os.path: texts of paths. Nothing exists.

sep = '/'
altsep = None
pathsep = ':'
curdir = '.'
pardir = '..'
extsep = '.'


def _text(path):
    if isinstance(path, str):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    return method(path)


def join(a, /, *p):
    for part in (a,) + p:
        if not isinstance(part, str) and not hasattr(type(part), '__fspath__'):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, not '%s'" % type(part).__name__)
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    begin = p.rfind('/') + 1
    dot = p.rfind('.')
    if dot <= begin or p[begin:dot].strip('.') == '':
        return p, ''
    return p[:dot], p[dot:]


def splitdrive(p):
    return '', _text(p)


def isabs(s):
    return _text(s).startswith('/')


def normpath(path):
    path = _text(path)
    slashes = 2 if path.startswith('//') and not path.startswith('///') else 1 if path.startswith('/') else 0
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not slashes and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def abspath(path):
    return normpath(join('/', path))


realpath = abspath


def normcase(s):
    return _text(s)


def expanduser(path):
    return _text(path)


def expandvars(path):
    return _text(path)


def relpath(path, start='.'):
    if not path:
        raise ValueError('no path specified')
    here = [part for part in abspath(start).split('/') if part]
    there = [part for part in abspath(path).split('/') if part]
    same = 0
    while same < len(here) and same < len(there) and here[same] == there[same]:
        same += 1
    return '/'.join(['..'] * (len(here) - same) + there[same:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for at, character in enumerate(first):
        if character != last[at]:
            return first[:at]
    return first


def exists(path):
    return False


lexists = isfile = isdir = islink = exists


def _missing(path):
    error = FileNotFoundError(2, 'No such file or directory')
    error.errno = 2
    error.filename = path
    return error


def getsize(filename):
    raise _missing(filename)


getmtime = getsize
