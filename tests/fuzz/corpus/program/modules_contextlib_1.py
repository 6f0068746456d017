import contextlib
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
@contextmanager
def scope(name):
    """A scope."""
    print('enter', name)
    try:
        yield name.upper()
    except KeyError as error:
        print('swallow', error)
    finally:
        print('leave', name)
with scope('a') as value:
    print(value, scope.__name__, scope.__doc__)
with scope('b'):
    raise KeyError('x')
def fail():
    with scope('c'):
        raise ValueError('out')
attempt(fail)
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise TypeError('instead') from error
@contextmanager
def catches_and_goes_on():
    try:
        yield
    except ValueError:
        pass
    yield
def use(context, error=None):
    with context as value:
        if error:
            raise error
        return value
attempt(lambda: use(never()))
attempt(lambda: use(twice()))
attempt(lambda: use(replaces(), ValueError('first')))
attempt(lambda: use(catches_and_goes_on(), ValueError('first')))
attempt(lambda: use(replaces(), StopIteration('stop')))
attempt(lambda: use(5))
@scope('decorating')
def decorated(x):
    print('inside', x)
    return x + 1
print(decorated(1), decorated(2))
def nested():
    with scope('outer') as o, scope('inner') as i:
        return o + i
print(nested())
with suppress(KeyError, IndexError):
    [][1]
print('went on')
attempt(lambda: use(suppress(KeyError), ValueError('not suppressed')))
class Door:
    def close(self):
        print('closed')
with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext(5) as five:
    print(five)
