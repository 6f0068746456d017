def t(fn, *a, **k):
    try:
        print('->', fn(*a, **k))
    except Exception as e:
        print(type(e).__name__ + ':', e)


for case in (
    lambda: 1 + 'a', lambda: 'a' + 1, lambda: [1] + (2,), lambda: (1,) + [2], lambda: 1 - [], lambda: 'a' * 1.5, lambda: [1] * 'a', lambda: 2 * {}, lambda: 'a' - 'b',
    lambda: {} + {}, lambda: None + 1, lambda: 1 < 'a', lambda: [] < (), lambda: None < None, lambda: {} < {}, lambda: -'a', lambda: ~1.5, lambda: +[],
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1, 0), lambda: divmod(1.0, 0),
    lambda: 10.0 ** 400, lambda: 1 << -1, lambda: 5 @ 6, lambda: pow(2, -1, 0),
    lambda: [1, 2][5], lambda: [1, 2][-3], lambda: (1,)[1], lambda: 'abc'[10], lambda: [1]['a'], lambda: (1,)['a'], lambda: 'abc'['a'], lambda: [1][1.0],
    lambda: {}['k'], lambda: {1: 2}[3], lambda: {}[(1, 'x')], lambda: {}[[]], lambda: {[]: 1}, lambda: {{}}, lambda: {1}[0], lambda: None[0], lambda: (5)[0], lambda: len[0], lambda: int[0],
    lambda: range(3)[5], lambda: [1, 2, 3][::0], lambda: [1]['a':], lambda: 5(), lambda: None(), lambda: 'x'(),
    lambda: [].nope, lambda: 'x'.nope(), lambda: None.nope, lambda: print.nope, lambda: int.nope, lambda: (lambda: 0).nope,
    lambda: len(5), lambda: len(), lambda: len(1, 2), lambda: abs('a'), lambda: iter(5), lambda: next(5), lambda: next([]), lambda: list(5), lambda: tuple(None),
    lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set(5), lambda: sum(['a']), lambda: sum('ab'), lambda: sum(5), lambda: min([]), lambda: max(), lambda: max(5),
    lambda: sorted(5), lambda: sorted([1, 'a']), lambda: sorted([1], 2), lambda: int('x'), lambda: int(''), lambda: int('1.5'), lambda: int([]), lambda: int(None), lambda: int('9', 5),
    lambda: int(float('nan')), lambda: int(float('inf')), lambda: float('x'), lambda: float([]), lambda: float(None), lambda: chr(-1), lambda: chr('a'), lambda: ord('ab'), lambda: ord(5),
    lambda: range('a'), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(), lambda: isinstance(1, 5), lambda: issubclass(1, int),
    lambda: getattr(1, 'x'), lambda: getattr(1), lambda: setattr(1, 'x', 2), lambda: [].append(), lambda: [].append(1, 2), lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1),
    lambda: [].index(1), lambda: [].insert(1), lambda: [].clear(1), lambda: [].sort(1), lambda: [1, 'a'].sort(), lambda: (1,).index(2), lambda: {}.pop('k'), lambda: {}.popitem(), lambda: {}.get(),
    lambda: {}.update(5), lambda: {}.fromkeys(5), lambda: set().pop(), lambda: set().remove('k'), lambda: {1}.add([]), lambda: 'a'.join([1, 2]), lambda: 'a'.join(5), lambda: ','.join(['a', None]),
    lambda: 'abc'.index('z'), lambda: 'abc'.split(''), lambda: 'abc'.split(5), lambda: 'abc'.replace('a'), lambda: 'abc'.replace(1, 2), lambda: 'abc'.startswith(1), lambda: 'abc'.center('x'),
    lambda: 'abc'.center(10, 'xy'), lambda: 'abc'.strip(5), lambda: 'abc'.upper(1), lambda: 'abc'.encode('ascii', 1, 2), lambda: 'a' in 5, lambda: 5 in 'abc', lambda: 5 in 5,
    lambda: '%d' % 'a', lambda: '%d' % None, lambda: '%s %s' % 'a', lambda: '%s' % (1, 2), lambda: '%x' % 1.5, lambda: '%f' % 'a', lambda: '%z' % 1, lambda: '%' % 1, lambda: '%(a)s' % 1,
    lambda: '%(a)s' % {'b': 1}, lambda: '%c' % 'ab', lambda: '%*d' % ('a', 1), lambda: '{}'.format(), lambda: '{} {1}'.format(1, 2), lambda: '{a}'.format(), lambda: '{0.x}'.format(1),
    lambda: '{0[k]}'.format({}), lambda: '{'.format(), lambda: '}'.format(), lambda: '{!z}'.format(1), lambda: '{:z}'.format('a'), lambda: '{:d}'.format('a'), lambda: '{:d}'.format(1.5),
    lambda: '{:s}'.format(5), lambda: '{:.2d}'.format(5), lambda: '{:10}'.format(None), lambda: '{:10}'.format([]), lambda: format(5, 'qq'), lambda: f'{5:s}',
    lambda: undefined_name, lambda: (yield_ for yield_ in 5), lambda: [x for x in 5], lambda: zip(1, 2), lambda: map(len), lambda: list(map(len, 5)), lambda: enumerate(5), lambda: reversed(5),
    lambda: reversed({1}), lambda: print(sep=5), lambda: print(foo=1), lambda: hash([]), lambda: hash({}), lambda: hash((1, [])), lambda: round('a'), lambda: round(1.5, 'a'), lambda: bin(1.5),
    lambda: hex('a'), lambda: type(1, 2), lambda: type('X', 5, {}), lambda: object(1), lambda: object().x, lambda: property().x, lambda: bytes('abc'), lambda: b'a' + 'b', lambda: 'b' + b'a',
    lambda: b'abc'[10], lambda: slice(), lambda: __import__('no_such_module'), lambda: 1j < 2j, lambda: int(1j), lambda: float(1j),
):
    t(case)


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


for case in (
    lambda: len(BadLen()), lambda: len(BadLen2()), lambda: repr(BadRepr()), lambda: str(BadStr()), lambda: iter(BadIter()), lambda: BadInit(), lambda: hash(BadHash()),
    lambda: [1][BadIndex()], lambda: list(NoneIter()), lambda: Foo().x, lambda: Foo.x, lambda: Foo() + 1, lambda: Foo() < Foo(), lambda: Foo()(), lambda: Foo()[0], lambda: len(Foo()),
    lambda: list(Foo()), lambda: 1 in Foo(), lambda: -Foo(), lambda: int(Foo()), lambda: '%d' % Foo(), lambda: [].__nope__, lambda: [1, 2].__len__(5), lambda: str.upper(), lambda: str.upper(5),
    lambda: list.append([], 1), lambda: dict.keys(5), lambda: list.append(5, 1), lambda: int.__add__('a', 1), lambda: str.join(5, []),
):
    t(case)
try:
    for i in (d := {1: 2}):
        d[i + 1] = 0
except RuntimeError as e:
    print(e)
try:
    s = {1, 2}
    for i in s:
        s.add(i + 10)
except RuntimeError as e:
    print(e)
