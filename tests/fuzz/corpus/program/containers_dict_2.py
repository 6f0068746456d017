class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value
class Loud(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __getitem__(self, key):
        return ('loud', dict.__getitem__(self, key))
defaults = Defaults(a=5)
print(defaults['x'], defaults['y'], defaults['x'], defaults, defaults.get('nope'))
loud = Loud()
loud['k'] = 4
print(loud['k'], loud, loud.get('k'), dict(loud), loud == {'k': 8}, isinstance(loud, dict), type(loud.copy()).__name__)
many = {}
for number in range(1000):
    many[number * 7] = number
for number in range(0, 1000, 2):
    del many[number * 7]
print(len(many), list(many)[:5], 7 in many, 14 in many, sum(many.values()))
nested = {'a': {'b': [1, {'c': 2}]}}
nested['self'] = nested
print(nested)
for index, (key, value) in enumerate({'x': 1, 'y': 2}.items()):
    print(index, key, value)
