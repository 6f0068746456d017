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
