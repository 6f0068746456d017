def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
s = {3, 1, 2}
s.add(5)
s.add(3)
s.discard(9)
s.remove(1)
print(s, len(s), 2 in s, sorted(s), set(), frozenset(), frozenset([1, 2]), {1.5, 2})
a, b = set('abc'), set('bcd')
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(sorted(a.union(b, 'xy')), sorted(a.intersection('bz', 'b')), sorted(a.difference('a')), sorted(a.symmetric_difference('ax')))
print(a <= b, {'a'} < a, a >= {'a'}, a > a, a == set('cab'), a != b, a.isdisjoint('xyz'), {'a'}.issubset('ab'), a.issuperset('ab'))
a |= {'q'}
a &= {'a', 'q', 'b'}
a -= {'b'}
a ^= {'a', 'z'}
print(sorted(a))
a.update('mn', ['o'])
a.intersection_update('mnq')
a.difference_update('q')
a.symmetric_difference_update('mx')
print(sorted(a), sorted(a.copy()))
a.clear()
print(a)
print(type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__, frozenset([1]) == {1}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print({frozenset([1]): 'x'}[frozenset([1])], {1} in {frozenset([1])}, len({1, 1.0, True}), {x % 3 for x in range(10)})
attempt(lambda: set().pop())
attempt(lambda: {1}.remove(2))
attempt(lambda: {1}.remove('a'))
attempt(lambda: {[1]})
attempt(lambda: {1} | [2])
attempt(lambda: {1} + {2})
attempt(lambda: set(5))
attempt(lambda: set(1, 2))
attempt(lambda: {{1}})
attempt(lambda: hash({1}))
attempt(lambda: {1}[0])
attempt(lambda: {1} < [1])
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: {1}.add())
def grow():
    s = {1}
    for x in s:
        s.add(x + 1)
attempt(grow)
class Tags(set):
    def add(self, value):
        super().add(value.lower())
tags = Tags(['x'])
tags.add('ABC')
print(sorted(tags), type(tags | {'q'}).__name__, isinstance(tags, set), tags == {'x', 'abc'})
print(sorted(set(range(20)) - set(range(0, 20, 3))), sum({1, 2, 3}), max({4, 9, 2}))
print(bool(set()), bool({0}), list({7}), {1, 2} == {2, 1}, set([1, 2, 2, 3]))
popped = {5}
