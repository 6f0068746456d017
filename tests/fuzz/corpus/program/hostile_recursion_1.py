def attempt(action, shows=True):
    try:
        result = action()
        print(result if shows else 'done')
    except RecursionError:
        print('RecursionError')
    except Exception as error:
        print(type(error).__name__ + ':', error)
class Endless:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return str(self)

    def __format__(self, specification):
        return format(self, specification)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __bool__(self):
        return bool(self)

    def __len__(self):
        return len(self)

    def __add__(self, other):
        return self + other

    def __getitem__(self, key):
        return self[key]

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __getattr__(self, name):
        return getattr(self, name + '_')

    def __lt__(self, other):
        return sorted([self, other])

    @property
    def value(self):
        return self.value
e = Endless()
for action in (lambda: repr(e), lambda: str(e), lambda: f'{e}', lambda: e == e, lambda: hash(e), lambda: bool(e), lambda: len(e), lambda: e + 1, lambda: e[1], lambda: e(), lambda: list(e), lambda: e.x,
               lambda: e < e, lambda: e.value, lambda: [e], lambda: '%s' % e, lambda: {e: 1}, lambda: [e, e] == [e, 1]):
    attempt(action, False)
def forever(number):
    try:
        return forever(number + 1)
    finally:
        pass
def mapped(number):
    return list(map(mapped, [number]))
def ordered(number):
    return sorted([1, 2], key=ordered)
def generated():
    yield from generated()
class Made:
    def __init__(self):
        Made()
for action in (lambda: forever(0), lambda: mapped(1), lambda: ordered(1), lambda: next(generated()), Made):
    attempt(action)
def nested(wrap, start, depth):
    value = start
    for _ in range(depth):
        value = wrap(value)
    return value
