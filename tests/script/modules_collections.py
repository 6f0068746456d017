import collections
from collections import namedtuple, OrderedDict, defaultdict, Counter, deque, ChainMap


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)


Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, Point._make([3, 4]), tuple(p), p == (1, 2), len(p), isinstance(p, tuple))
x, y = p
print(x, y, p + (3,), hash(p) == hash((1, 2)), {p: 'v'}[(1, 2)], repr(Point), Point.__name__)
Layer = namedtuple('Layer', ['size', 'name', 'act'], defaults=['fc', None])
print(Layer(3), Layer(3, 'x'), Layer(size=1, act='relu'), Layer._field_defaults)
attempt(lambda: Point(1))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=2))
attempt(lambda: Point(1, 2, x=3))
attempt(lambda: Layer())
attempt(lambda: Layer(1, 2, 3, 4))
attempt(lambda: p.z)
attempt(lambda: setattr(p, 'x', 5))
attempt(lambda: namedtuple('T', 'a a'))
attempt(lambda: namedtuple('T', 'class'))
attempt(lambda: namedtuple('T', '_a'))
attempt(lambda: namedtuple('9T', 'a'))
attempt(lambda: Point._make([1]))
attempt(lambda: p._replace(q=1))
print(namedtuple('R', 'a class a', rename=True)._fields, namedtuple('E', '')())


class Vector(namedtuple('Vector', 'x y')):
    __slots__ = ()

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(3, 4).length(), Vector(1, 2) + Vector(3, 4), Vector(1, 2)._replace(y=9))

d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, d['a'], len(d), 'c' in d, d.get('c'), d.default_factory is list, dict(d))
counts = defaultdict(int, {'z': 5})
for letter in 'hello':
    counts[letter] += 1
print(dict(counts), sorted(counts.items()))
attempt(lambda: defaultdict()['x'])
attempt(lambda: defaultdict(5))

o = OrderedDict([('b', 1), ('a', 2)])
o['c'] = 3
o.move_to_end('b')
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(), OrderedDict(a=1) == {'a': 1})
o = OrderedDict.fromkeys('abc', 0)
o.move_to_end('c', last=False)
print(o, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), o.copy(), list(reversed(o)), isinstance(o, dict))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.move_to_end('zz'))

c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), sorted(c.elements()), sum(c.values()), c.total())
c.update('aaa')
c.subtract({'b': 5})
print(c, Counter(a=1) + Counter(a=2, b=3), Counter(a=3) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1), Counter(a=3) | Counter(b=1), Counter(), +Counter(a=-1, b=2))
print(Counter(['x', 'y', 'x']).most_common(), Counter({'a': 2}) == Counter('aa'), len(c))

q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
q.extend([5])
q.extendleft([-1, -2])
print(q, q.pop(), q.popleft(), len(q), q[0], q[-1], list(q), 3 in q, q.index(3), q.count(1))
q.rotate(2)
print(q)
q.rotate(-1)
q.remove(0)
q.reverse()
print(q, deque('abc', maxlen=2), deque(maxlen=3).maxlen, q == deque(q), q.copy(), deque([1]) + deque([2]), bool(deque()))
bounded = deque(maxlen=3)
for i in range(5):
    bounded.append(i)
print(bounded, list(reversed(bounded)))
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: deque([1])[3])
attempt(lambda: deque([1]).remove(9))
attempt(lambda: deque(5))


def mutate():
    q = deque([1, 2])
    for x in q:
        q.append(x)


attempt(mutate)
print(ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'], dict(ChainMap({'a': 1}, {'a': 2})))
from collections.abc import Mapping, Sequence, Iterable, Callable, Hashable, MutableMapping, Iterator, Sized
print(isinstance({}, Mapping), isinstance([], Sequence), isinstance('', Sequence), isinstance(set(), Sequence), isinstance(5, Iterable), isinstance([], Iterable), isinstance(len, Callable), isinstance([], Hashable), isinstance((1,), Hashable), issubclass(dict, MutableMapping), isinstance(iter([]), Iterator), isinstance({}, Sized), collections.abc.Mapping is Mapping)


class Store(MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


store = Store()
store['a'] = 1
store.update({'b': 2}, c=3)
print(sorted(store), store.get('z', 0), 'a' in store, store.pop('a'), sorted(store.items()), len(store), list(store.keys()), isinstance(store, Mapping), store == {'b': 2, 'c': 3})


class Half(Sequence):
    def __getitem__(self, index):
        return 1


attempt(lambda: Half())
