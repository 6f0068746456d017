# The functions that go through iterables.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)


print(len([1, 2]), len('äöü'), len({}), len(range(3)))
print(list(zip([1, 2, 3], 'ab')), list(zip()), list(zip([1])), dict(zip('ab', [1, 2])))
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], start=3)), list(enumerate('a', 2 ** 70)))
print(min(3, 1, 2), max([3, 1, 2]), min('hello'), max('a', 'bb', key=len), min([], default='none'), max({}, default=None), min([3, -4], key=abs), max(1, 1.0), min([[2], [1, 5]]))
print(sum([1, 2, 3]), sum([0.5, 1]), sum([[1], [2]], []), sum(range(101)), sum([], 5), sum((x * x for x in range(4)), start=10), sum([True, True]))
print(any([0, '', 3]), any([]), all([1, 'a']), all([]), all([1, 0]), any(x > 3 for x in range(5)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x % 2, range(6))))
print(list(reversed('abc')), list(reversed((1, 2))), list(reversed([1, 2, 3])), list(reversed({'a': 1, 'b': 2})))
print(sorted([3, 1, 2]), sorted('bca', reverse=True), sorted({2: 'x', 1: 'y'}.items()))

iterator = iter([1, 2])
print(next(iterator), next(iterator), next(iterator, 'done'), next(iter(()), None))
attempt(lambda: next(iterator))
attempt(lambda: next([1]))
attempt(lambda: iter(5))
attempt(lambda: iter(5, 6))
attempt(lambda: len(5))
attempt(lambda: len(x for x in []))
attempt(lambda: zip(5))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], 'ab', strict=True)))
attempt(lambda: map(str))
attempt(lambda: enumerate(5))
attempt(lambda: enumerate('a', 'b'))
attempt(lambda: filter(None))
attempt(lambda: min())
attempt(lambda: min([]))
attempt(lambda: max(()))
attempt(lambda: min(5))
attempt(lambda: min(1, 'a'))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: sum(['a', 'b']))
attempt(lambda: sum(['a'], ''))
attempt(lambda: sum(5))
attempt(lambda: any(5))
attempt(lambda: reversed({1, 2}))
attempt(lambda: reversed(5))
attempt(lambda: sorted([1, 'a']))
attempt(lambda: sorted(5))
attempt(lambda: sorted([1], 2))
attempt(lambda: [x for x in 5])
attempt(lambda: list(map(lambda x: x, 1)))

lines = iter(['a', 'b', '', 'c'])
print(list(iter(lambda: next(lines), '')), list(lines))


class Countdown:
    def __init__(self, start):
        self.now = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.now <= 0:
            raise StopIteration('over')
        self.now -= 1
        return self.now


class Letters:
    def __getitem__(self, index):
        return 'xyz'[index]

    def __len__(self):
        return 3


print(list(Countdown(3)), max(Countdown(4)), 2 in Countdown(5), sum(Countdown(5)), list(zip(Countdown(2), 'ab')))
print(list(Letters()), list(reversed(Letters())), 'y' in Letters(), list(map(str.upper, Letters())))
try:
    next(Countdown(0))
except StopIteration as stop:
    print('stopped with', stop.value)

shared = iter(range(6))
print(list(zip(shared, shared)))
nested = map(lambda x: x + 1, filter(lambda x: x % 2, map(lambda x: x * 3, range(6))))
print(list(nested), list(nested))
print([*map(abs, [-1, 2])], {**dict(enumerate('ab'))}, tuple(x for x in range(3)))
for i, (a, b) in enumerate(zip('ab', [1, 2]), 1):
    print(i, a, b)
it = filter(lambda x: next(it, None) is None, iter([1, 2, 3]))
print(list(it))
