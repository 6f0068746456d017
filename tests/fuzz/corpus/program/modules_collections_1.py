import collections
from collections import namedtuple, OrderedDict, defaultdict, Counter, deque, ChainMap
from collections.abc import Mapping, Sequence, Iterable, Callable, Hashable, MutableMapping, Iterator, Sized
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
