def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
class Index:
    """An index that empties the list when it is asked for."""
    def __init__(self, value):
        self.value = value

    def __index__(self):
        items.clear()
        return self.value
items = []
for action in (lambda: items[Index(50)], lambda: items[Index(0):Index(90)], lambda: items.pop(Index(50)), lambda: items.insert(Index(80), 1), lambda: items.__setitem__(Index(50), 1),
               lambda: items.__delitem__(Index(50)), lambda: items.__setitem__(slice(Index(0), Index(50)), [1, 2]), lambda: items.__delitem__(slice(Index(2), Index(50))),
               lambda: items.index(99, Index(0), Index(100)), lambda: items * Index(3), lambda: items.__imul__(Index(2))):
    items[:] = range(100)
    attempt(action)
    print(len(items))
class Emptier:
    """Equal to nothing; empties a container when it is compared."""
    def __init__(self, container, answer=False, number=1):
        self.container, self.answer, self.number = container, answer, number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        self.container.clear()
        return self.answer
for answer in (False, True):
    items = []
    for action in (lambda: 5 in items, lambda: items.count(5), lambda: items.remove(5), lambda: items.index(5), lambda: items == [1, 2, 3], lambda: items == (1, 2)):
        items.extend([Emptier(items, answer) for _ in range(3)])
        attempt(action)
        print(len(items))
names = {}
names[Emptier(names)] = 1
names[Emptier(names)] = 2
print(len(names), Emptier(names) in names, names.get(Emptier(names)), names.pop(Emptier(names), 5), names.setdefault(Emptier(names), 6))
names.clear()
names[Emptier(names, number=hash('a'))] = 1
print('a' in names, len(names), names.get('a'))
names['a'] = 3
print(names)
chosen = set()
for number in range(20):
    chosen.add(Emptier(chosen))
