def unpack(n, value):
    if n == 2:
        a, b = value
    elif n == 3:
        a, b, c = value
    elif n == -1:
        a, *b = value
    elif n == -2:
        a, *b, c = value
    return 'fine'
for n, value in ((2, [1]), (2, [1, 2, 3]), (3, (1, 2)), (3, 'ab'), (2, 5), (2, None), (2, {1: 2, 3: 4}), (2, {1}), (3, iter([1, 2, 3, 4])), (3, range(2)), (-1, []), (-2, [1]), (-1, 5)):
    t(unpack, n, value)
def assign(obj, key, value):
    obj[key] = value
def delete(obj, key):
    del obj[key]
t(assign, (1,), 0, 2)
t(assign, 'abc', 0, 'x')
t(assign, [1], 5, 2)
t(assign, [1], 'a', 2)
t(assign, {}, [], 2)
t(assign, 5, 0, 1)
t(assign, [1, 2, 3], slice(None, None, 2), [1])
t(assign, [1], slice(0, 1), 5)
t(delete, (1,), 0)
t(delete, [1], 5)
t(delete, {}, 'k')
t(delete, 5, 0)
class Foo:
    pass
def raise_it(e):
    raise e
for e in (ValueError, ValueError(), ValueError('a', 'b'), KeyError('k'), KeyError(), 'string', Foo, Foo(), StopIteration(3), OSError(2, 'no'), SystemExit):
    try:
        t(raise_it, e)
    except SystemExit as s:
        print('SystemExit', s.code)
t(lambda: ValueError(x=1))
def bad_except():
    try:
        1 / 0
    except 5:
        pass
class OnlyEnter:
    def __enter__(self): pass
def bad_with(x):
    with x:
        pass
t(bad_except)
t(bad_with, 5)
t(bad_with, OnlyEnter())
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return 'a'
class BadRepr:
    def __repr__(self): return 5
class BadStr:
    def __str__(self): return 5
class BadIter:
    def __iter__(self): return 5
class BadInit:
    def __init__(self): return 5
class BadHash:
    def __hash__(self): return 'x'
class BadIndex:
    def __index__(self): return 'x'
class NoneIter:
    __iter__ = None
