def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, len(d), d['a'], d.get('x'), d.get('x', 0), 'a' in d, 10 in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items())
print(d.setdefault('z', []), d.setdefault('a', 5), d.pop('z'), d.pop('z', 'none'))
print(d.popitem(), d)
d.update({'x': 1}, y=2)
d.update([('p', 1), ['q', 2]])
d.update(zip('mn', range(2)))
print(d)
del d['x']
print(d, dict(d) == d, d != {}, {1: 'a', 2: 'b'} == {2: 'b', 1: 'a'})
print(dict(a=1, b=2), dict([(1, 2)]), dict({'k': 'v'}, w=3), dict(), dict.fromkeys('abc'), dict.fromkeys([1, 2], 0))
print({**d, 'y': 0}, {'a': 1} | {'b': 2}, {x: x ** 2 for x in range(4)})
e = d.copy()
e.clear()
print(e, len(d))
print(list(reversed({'a': 1, 'b': 2})), list(reversed({'a': 1, 'b': 2}.items())))
attempt(lambda: {}['missing'])
attempt(lambda: {}[(1, 2)])
attempt(lambda: {}.pop('x'))
attempt(lambda: {}.popitem())
attempt(lambda: {[]: 1})
attempt(lambda: {}.get())
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(1, 2))
attempt(lambda: {}.update(1, 2))
attempt(lambda: {}.pop())
attempt(lambda: {}.pop(1, 2, 3))
attempt(lambda: {} < {})
attempt(lambda: {} + {})
attempt(lambda: {}.__delitem__('a'))
attempt(lambda: hash({}))
attempt(lambda: {}.has_key('a'))
def grow():
    d = {1: 1}
    for key in d:
        d[key + 1] = 1
attempt(grow)
keys = {'a': 1, 'b': 2}.keys()
print(sorted(keys & {'a'}), sorted(keys | {'c'}), sorted(keys - {'a'}), sorted(keys ^ {'a', 'z'}), keys == {'a', 'b'}, keys >= {'a'}, keys.isdisjoint({'q'}))
items = {'a': 1}.items()
print(('a', 1) in items, ('a', 2) in items, 'a' in items, 1 in {'a': 1}.values(), sorted(items | {('b', 2)}))
mixed = {1: 'int', 1.0: 'float', True: 'bool', None: 0, (1, 2): 't', frozenset([1]): 'f'}
print(mixed, mixed[1])
