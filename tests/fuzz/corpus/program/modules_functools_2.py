import functools
from functools import partial, reduce, wraps, lru_cache, total_ordering, cmp_to_key, cached_property, singledispatch
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class Lazy:
    @cached_property
    def value(self):
        print('computed')
        return 42
lazy = Lazy()
print(lazy.value, lazy.value, lazy.__dict__)
@singledispatch
def describe(value):
    return 'something'
@describe.register(int)
def _(value):
    return 'an int'
@describe.register(list)
def _(value):
    return 'a list of ' + str(len(value))
print(describe(1), describe([1, 2]), describe('x'), describe(True))
class Cell:
    @lru_cache()
    def area(self, scale):
        return scale * 2
cell = Cell()
print(cell.area(3), cell.area(3), Cell.area.cache_info().hits)
