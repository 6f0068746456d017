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


class Ctx:
    def __enter__(self):
        print('enter')
        return 'ctx'

    def __exit__(self, *a):
        print('exit', a[0])


def with_context():
    with Ctx() as c:
        yield c
        yield c


print(list(with_context()))
w = with_context()
next(w)
w.close()


def inner_throw():
    try:
        yield 1
    except KeyError as e:
        print('inner', e)
        yield 'inner ok'
    return 'returned'


def outer_throw():
    try:
        got = yield from inner_throw()
        print('got', got)
    except ValueError as e:
        print('outer', e)
        yield 'recovered'


o = outer_throw()
next(o)
print(o.throw(KeyError('k')))
print(o.throw(ValueError('v')))
print(list(o))


def swallow_throw():
    try:
        yield 1
    except KeyError:
        pass
    return 'after throw'


def outer_swallow():
    result = yield from swallow_throw()
    yield result


o = outer_swallow()
next(o)
print(o.throw(KeyError('k')))


def closure_gen():
    fns = []
    for i in range(3):
        def f(j=i): return (i, j)
        fns.append(f)
        yield f
    for fn in fns:
        yield fn


print([fn() for fn in closure_gen()])


def args_gen(a, *b, c=3, **d):
    yield a
    yield b
    yield c
    yield d


print(list(args_gen(1, 2, 3, c=4, e=5)))
print(''.join(c.upper() for c in 'abc'), any(x > 1 for x in [1, 2]), sorted(x for x in [3, 1]), tuple(x for x in 'ab'), set(x for x in 'aa'))
x = 10
lazy = (x for _ in range(2))
x = 20
print(list(lazy))
it = iter(range(5))
for a in it:
    b = next(it, None)
    print(a, b)
print(list(zip(*[iter(range(6))] * 2)))


class Node:
    def __init__(self, v, kids=()): self.v, self.kids = v, kids

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k


print(list(Node(1, [Node(2), Node(3, [Node(4)])])))


def handled_state():
    try:
        raise ValueError('first')
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield str(e)


print(list(handled_state()))
try:
    raise KeyError('outer')
except KeyError:
    print(list(handled_state()))
    try:
        raise
    except KeyError as e:
        print('still', e)


def calls_inside():
    def helper(a, b=2, *c, **d): return (a, b, c, d)
    yield helper(1)
    yield helper(1, 2, 3, d=4)
    yield helper(*[1, 2], **{'z': 1})
    yield [helper(i)[0] for i in range(2)]
    yield Node(5).v
    yield len('abc'), max(1, 2), 'x'.join('ab'), sorted([2, 1], reverse=True)


print(list(calls_inside()))
