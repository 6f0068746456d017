import itertools
from itertools import *
attempt(lambda: list(combinations([1], -1)))
attempt(lambda: list(chain(1)))
attempt(lambda: list(starmap(pow, [1])))
attempt(lambda: zip_longest(1))
attempt(lambda: product(1))
attempt(lambda: accumulate(5))
attempt(lambda: takewhile(None, 5))
print(sum(1 for _ in permutations(range(5))), len(list(product(range(3), repeat=4))))
