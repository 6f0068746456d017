import itertools
from itertools import *
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
print(list(chain('ab', [1, 2], ())), list(chain.from_iterable(['ab', 'c'])), list(chain()))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product('a', [])))
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)))
print(list(permutations('abc', 2)), list(permutations([1, 2, 3])), list(permutations('ab', 0)), list(permutations('a', 2)))
print(list(combinations_with_replacement('abc', 2)))
print(list(islice(count(), 5)), list(islice(count(10, -2), 3)), list(islice('abcdef', 2, None)), list(islice('abcdef', 1, 5, 2)), list(islice('abc', 0)))
print(list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(islice(repeat(1), 2)), list(cycle([])))
print(list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest([1], [2, 3])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print([(key, list(group)) for key, group in groupby('aabbbca')], [(key, len(list(group))) for key, group in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([key for key, group in groupby('aabb')])
print(list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ''])), list(compress('abcd', [1, 0, 1, 1])), list(pairwise('abcd')))
one, two = tee([1, 2, 3])
print(next(one), list(two), list(one))
print(count(3), count(1, 2), repeat(7, 2))
a, b = count(), count(5)
print(next(a), next(a), next(b), list(zip('xyz', count(1))))
shared = iter(range(10))
print(list(islice(shared, 3)), list(islice(shared, 1, 3)), list(shared))
attempt(lambda: islice([1], -1))
attempt(lambda: islice([1], 0, 1, 0))
