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
