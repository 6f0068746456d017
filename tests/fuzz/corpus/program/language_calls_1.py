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
