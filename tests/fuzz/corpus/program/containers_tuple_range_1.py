def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
t = (1, 'a', 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, (1,), (), tuple('ab'), tuple([1, 2]), t.index('a'), t.count(1))
print(t == (1, 'a', 2.5), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), 1 in t, {(1, 2): 3}[1, 2])
attempt(lambda: t[7])
attempt(lambda: t['x'])
attempt(lambda: t.index('zz'))
attempt(lambda: t + [1])
attempt(lambda: hash((1, [])))
attempt(lambda: t.__setitem__)
attempt(lambda: tuple(3))
attempt(lambda: (1, 'a') < (1, 2))
def assign():
    t[0] = 1
attempt(assign)
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])
p = Point(1, 2)
print(p, p.x, p + (10, 20), type(p + p).__name__, p == (1, 2), p[1], len(p), isinstance(p, tuple), {p: 1}[(1, 2)])
p.label = 'origin'
print(p.label)
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(range(5), range(0), list(range(5, 0, -2)), range(0, 5) == range(5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3, 1)))
print(list(reversed(range(5))), list(reversed(range(1, 10, 4))), list(reversed(range(0))), bool(range(0)), list(range(True)))
print(len(range(10 ** 12)), 10 ** 12 - 1 in range(10 ** 12), range(10 ** 12)[-1], range(10)[2:8:2])
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(1.5))
attempt(lambda: range('a'))
attempt(lambda: range(0, 1, 0))
attempt(lambda: range(3)[5])
attempt(lambda: range(3)['a'])
attempt(lambda: range(3).index(7))
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None), slice(3).indices(10), slice(1) == slice(1))
attempt(lambda: slice())
