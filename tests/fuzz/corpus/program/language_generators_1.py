def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            print('got', got)
            i += got
        i += 1
    return 'finished'
g = count(5)
print(next(g), g.send(2), next(g))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)
print(list(count(3)), sum(count(4)), [x * 2 for x in count(3)], max(count(3)), dict(enumerate(count(2))), *count(2))
def delegating():
    result = yield from count(2)
    print('result', result)
    yield from [10, 20]
    return 'end'
print(list(delegating()))
def cleanup():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('cleanup')
c = cleanup()
print(next(c))
c.close()
print(list(c))
def catcher():
    while True:
        try:
            x = yield
            print('received', x)
        except ValueError as e:
            print('caught', e)
k = catcher()
next(k)
k.send(1)
k.throw(ValueError('thrown'))
k.send(2)
k.close()
try:
    k.send(3)
except StopIteration:
    print('closed')
def raises():
    yield 1
    raise KeyError('inside')
r = raises()
next(r)
try:
    next(r)
except KeyError as e:
    print('error', e)
print(list(r))
def stop_inside():
    yield 1
    raise StopIteration
try:
    list(stop_inside())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)
try:
    count(1).send(5)
except TypeError as e:
    print(e)
def reentrant():
    yield next(me)
me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)
gen = (a + b for a in range(3) for b in 'x' * a if False)
print(list(gen), list((i, j) for i in range(2) for j in range(2)), type(gen).__name__)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
