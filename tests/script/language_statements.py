for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    else:
        print('inner else', i)
else:
    print('outer else')
n = 0
while n < 10:
    n += 1
    if n == 3:
        continue
    if n == 5:
        break
else:
    print('never')
print(n)
while n > 3:
    n -= 1
else:
    print('while else', n)
for k, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(k, a, b)
for x in []:
    pass
else:
    print('empty else')


def f():
    for i in range(10):
        try:
            if i == 2:
                continue
            if i == 4:
                return 'returned %d' % i
            print('try', i)
        finally:
            print('finally', i)


print(f())


def g():
    try:
        return 'a'
    finally:
        print('cleanup')


print(g())


def h():
    while True:
        try:
            break
        finally:
            print('break through finally')
    return 'after'


print(h())


def override():
    try:
        return 1
    finally:
        return 2


print(override())


def swallow():
    for i in range(2):
        try:
            raise ValueError(i)
        finally:
            continue
    return 'swallowed'


print(swallow())


def outer_return_survives():
    while True:
        try:
            return 1
        finally:
            while True:
                try:
                    return 2
                finally:
                    break


print(outer_return_survives())


def nested():
    try:
        try:
            raise KeyError('k')
        finally:
            print('inner finally')
    except KeyError as e:
        print('outer caught', e, repr(e))
        return 'nested done'
    finally:
        print('outer finally')


print(nested())


def deep():
    result = []
    for i in range(3):
        try:
            for j in range(3):
                try:
                    if j == 1:
                        break
                    if i == 1:
                        continue
                    result.append((i, j))
                finally:
                    result.append('f%d%d' % (i, j))
        except Exception:
            pass
        else:
            result.append('else')
        finally:
            result.append('F')
    return result


print(deep())


def try_else():
    try:
        x = 1
    except Exception:
        print('no')
    else:
        print('else', x)
    finally:
        print('finally')


try_else()
try:
    raise ValueError('bad', 3)
except (KeyError, ValueError) as e:
    print(type(e).__name__, e, e.args)
try:
    print(e)
except NameError as err:
    print(err)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise RuntimeError('wrapped') from z
except RuntimeError as r:
    print(r, repr(r.__cause__), r.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('during')
except KeyError as k:
    print(k, repr(k.__context__), k.__cause__)
try:
    try:
        raise ValueError('x')
    except ValueError:
        raise
except ValueError as v:
    print('again', v)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    assert 1 == 2, 'message %d' % 3
except AssertionError as e:
    print('assert', e)
try:
    assert []
except AssertionError as e:
    print('assert', repr(e), str(e) == '')


class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Ctx('a') as a, Ctx('b') as b:
    print(a, b)
with Ctx('s', True):
    raise ValueError('swallowed')
try:
    with Ctx('o'):
        with Ctx('i'):
            raise KeyError('deep')
except KeyError as e:
    print('caught', e)


def with_return():
    with Ctx('r'):
        return 'value'


print(with_return())
for i in range(3):
    with Ctx('loop%d' % i):
        if i == 0:
            continue
        if i == 1:
            break


class FailingExit:
    def __init__(self): self.count = 0
    def __enter__(self): return self

    def __exit__(self, *a):
        self.count += 1
        print('exit called', self.count, a[0])
        raise RuntimeError('exit fails')


def leave_early():
    for _ in range(1):
        with FailingExit():
            return 'never'


for action in (leave_early,):
    try:
        action()
    except RuntimeError as e:
        print(e, repr(e.__context__))


def scopes():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return x

    def reader():
        return x
    inner()
    inner()
    return x, reader()


print(scopes())
count = 0


def bump():
    global count, fresh
    count += 1
    fresh = count * 10


bump()
bump()
print(count, fresh)


def unbound():
    print(late)
    late = 1


try:
    unbound()
except UnboundLocalError as e:
    print(type(e).__name__, e)


def free_unbound():
    def inner():
        return z
    try:
        inner()
    except NameError as e:
        print(e)
    z = 1
    return inner()


print(free_unbound())


def deleted():
    y = 1
    del y
    return y


try:
    deleted()
except UnboundLocalError as e:
    print(e)
fns = [lambda: i for i in range(3)]
print([fn() for fn in fns], [fn(1) for fn in [lambda a, i=i: (a, i) for i in range(2)]])
if 0:
    pass
elif []:
    pass
elif 'yes':
    print('elif')
else:
    pass
x: int = 5
y: 'str'
print(x)
print([(i, j) for i in range(3) for j in range(i) if i + j > 1], {i % 2 for i in range(5)}, {i: i * i for i in range(3)})
print([[j for j in range(i)] for i in range(3)], list(i for i in range(3)), sum(i for i in range(4)))
matrix = [[1, 2], [3, 4]]
print([v for row in matrix for v in row], [[row[i] for row in matrix] for i in range(2)])
print([(lambda: v)() for v in range(3)])
