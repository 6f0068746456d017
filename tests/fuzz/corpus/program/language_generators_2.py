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
