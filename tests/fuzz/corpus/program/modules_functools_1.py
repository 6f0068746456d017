import functools
from functools import partial, reduce, wraps, lru_cache, total_ordering, cmp_to_key, cached_property, singledispatch
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
def join(*args, **kwargs):
    return args, sorted(kwargs.items())
p = partial(join, 1, 2, k=3)
print(p(4, z=5), p(k=9), p.args, p.keywords, p.func is join)
q = partial(p, 'more', y=1)
print(q('last'), q.args, q.keywords)
attempt(lambda: partial(5))
attempt(lambda: partial())
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, 'abc', '>'), reduce(max, [3, 9, 2]))
attempt(lambda: reduce(lambda a, b: a, []))
attempt(lambda: reduce(lambda a, b: a, 5))
def traced(function):
    @wraps(function)
    def wrapper(*args):
        """Not this one."""
        return 'traced', function(*args)
    wrapper.extra = True
    return wrapper
@traced
def square(x):
    """Squares."""
    return x * x
square.label = 'sq'
print(square(3), square.__name__, square.__doc__, square.__wrapped__(4), square.extra, square.label)
calls = []
@lru_cache(maxsize=2)
def slow(x, y=0):
    calls.append(x)
    return x * 10 + y
print(slow(1), slow(1), slow(2), slow(3), slow(1), slow(3, y=1), calls)
print(slow.cache_info(), slow.__name__)
slow.cache_clear()
print(slow.cache_info())
@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info())
attempt(lambda: fib([1]))
@functools.cache
def cached(x):
    return object()
print(cached(1) is cached(1))
@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number
print(Version(1) < Version(2), Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2), max(Version(3), Version(5)).number)
