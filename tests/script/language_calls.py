def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3))
print(f(1, 2, 3, 4, c=5, e=6))
print(f(*[1, 2, 3], **{'c': 9, 'z': 0}))
print(f(1, *(2, 3), c=4, **{'x': 1}, y=2))


def pos_only(a, b, /, c, *, d):
    return a, b, c, d


print(pos_only(1, 2, 3, d=4), pos_only(1, 2, c=3, d=4))


def check(function, *args, **kwargs):
    try:
        print('ok', function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def none(): return 'none'
def one(x): return x
def two(x, y): return x, y
def three(x, y, z): return x, y, z
def default(x, y=1): return x, y
def defaults(x=0, y=1, z=2): return x, y, z
def keyword(*, k): return k
def keywords(*, k, l, m): return k
def star(x, *rest): return x, rest


check(none, 1)
check(none, 1, 2)
check(none, x=1)
check(one)
check(one, 1, 2)
check(one, y=1)
check(one, 1, x=2)
check(two)
check(two, 1)
check(two, y=1)
check(three)
check(three, 1)
check(default)
check(default, 1, 2, 3)
check(defaults, 1, 2, 3, 4)
check(keyword)
check(keyword, 1)
check(keyword, 1, k=2)
check(keywords)
check(keywords, l=1)
check(star)
check(pos_only, 1, 2, 3)
check(pos_only, a=1, b=2, c=3, d=4)
check(pos_only, 1, b=2, c=3, d=4)
check(f)
check(f, 1)
check(lambda: 1, 2)
check(5)
check(None)
check('abc')
for call in (lambda: one(*5), lambda: one(**5), lambda: one(**{'x': 1}, **{'x': 2}), lambda: one(**{1: 2}), lambda: len(*5), lambda: 'a'.upper(**5)):
    try:
        call()
    except TypeError as e:
        print(e)


class A:
    def method(self, a): return a
    def __init__(self, x): self.x = x
    @staticmethod
    def static(a): return a
    @classmethod
    def klass(cls, a): return cls.__name__, a


check(A)
check(A, 1, 2)
check(A(1).method)
check(A(1).method, 1, 2)
check(A.method)
check(A.method, A(1))
check(A.static)
check(A.static, 3)
check(A(1).static, 4)
check(A.klass, 5)
check(A(1).klass)


class NoInit:
    pass


check(NoInit, 1)
check(NoInit, a=1)


def outer():
    def inner(x): pass
    inner()


check(outer)


def counter():
    total = 0

    def add(n=1):
        nonlocal total
        total += n
        return total
    return add


c1, c2 = counter(), counter()
print(c1(), c1(5), c2())


def deco(fn):
    def wrapper(*args, **kwargs):
        print('before', fn.__name__)
        result = fn(*args, **kwargs)
        print('after')
        return result
    return wrapper


def deco_with(arg):
    def real(fn):
        return lambda *a: (arg, fn(*a))
    return real


@deco
@deco_with('x')
def decorated(a):
    """Doc."""
    return a * 2


print(decorated(4))


def doc():
    """The docstring."""


print(doc.__doc__, doc.__name__, doc.__qualname__, doc.__module__, doc.__defaults__, defaults.__defaults__)
print(f.__kwdefaults__, f.__code__.co_varnames[:3], f.__code__.co_argcount, doc())
doc.attribute = 5
print(doc.attribute, doc.__dict__)


def mutable(x, acc=[]):
    acc.append(x)
    return acc


print(mutable(1), mutable(2))


def recursive(n):
    return 1 if n == 0 else n * recursive(n - 1)


print(recursive(20), recursive(30))


def infinite(n):
    return infinite(n + 1)


try:
    infinite(0)
except RecursionError as e:
    print('RecursionError', str(e)[:32])


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(900))
print((lambda x: lambda y: x + y)(1)(2))
print(max(3, 1, 2), max([4, 5]), max('abc', key=lambda c: -ord(c)), min([], default='d'), min(3, 2.5))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), list(zip('ab', [1, 2, 3])))
print(sorted('banana'), sorted([3, 1, 2], key=lambda v: -v), sorted(['B', 'a'], key=str.lower), sorted([(1, 'b'), (1, 'a')]))
print(sum([1, 2, 3]), sum([[1], [2]], []), any([0, 1]), all([]), abs(-3), divmod(-7, 2), pow(2, 10), pow(3, 4, 5))
print(list(reversed([1, 2, 3])), list(enumerate('ab', 1)), list(range(5, 0, -2)), tuple('ab'), dict(a=1, b=2), dict([('x', 1)]), set('aa'))
print(chr(97), ord('a'), hex(255), bin(5), oct(8), ascii('é'), repr('a\'b'), format(3.14159, '.2f'), callable(f), id(f) == id(f))
print(isinstance(1, (str, int)), issubclass(bool, int), type(1), type('').__name__, type(f), type(None), type(print), type(A), type(A(1).method))
print(iter([1]).__next__(), next(iter('a')), next(iter([]), 'default'))
it = iter([1, 2])
print(next(it), next(it))
try:
    next(it)
except StopIteration as e:
    print('stop', repr(e))
print(getattr(A(3), 'x'), getattr(A(3), 'nope', 'dflt'), hasattr(A(1), 'x'), hasattr(A(1), 'y'))
a = A(1)
setattr(a, 'new', 7)
print(a.new, vars(a), sorted(a.__dict__))
delattr(a, 'new')
check(getattr, a, 'new')
print(locals() is globals(), 'check' in globals(), '__name__' in globals(), __name__)
globals()['made_by_name'] = 5
print(made_by_name)


def show_locals(p, q=2):
    r = 3
    return locals()


print(show_locals(1))
print(print(), int('12'), int('-0x1f', 16), int('101', 2), int(3.9), int('  7  '), float('1.5'), float(' -2e3 '), str(1.0), bool([]), bool('x'))
