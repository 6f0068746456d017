# Calls without end, structures that hold themselves, and generators that come back to themselves.
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


deep = nested(lambda value: [value], [], 100000)
attempt(lambda: repr(deep))
attempt(lambda: deep == nested(lambda value: [value], [], 100000))
attempt(lambda: len(nested(lambda value: {1: value}, {}, 100000)))
attempt(lambda: isinstance('a', nested(lambda value: (value,), int, 100000)))
deep = None
itself = []
itself.append(itself)
mapping = {}
mapping[1] = mapping
pair = (itself,)
itself.append(pair)
other = []
other.append(other)
other.append((other,))
print(itself, mapping, pair, itself == itself)
attempt(lambda: itself == other)
attempt(lambda: hash(pair))


def again():
    yield next(running)


def closed():
    running.close()
    yield 1


def thrown():
    try:
        yield 1
    except ValueError:
        running.throw(KeyError)


def stubborn():
    try:
        yield 1
    finally:
        yield 2


def failing():
    try:
        yield 1
    finally:
        raise KeyError('closing')


running = again()
attempt(lambda: next(running))
running = closed()
attempt(lambda: next(running))
running = thrown()
next(running)
attempt(lambda: running.throw(ValueError))
for make in (stubborn, failing):
    running = make()
    next(running)
    attempt(running.close)
    print(list(running))
running = (next(running) for _ in range(3))
attempt(lambda: list(running))


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise KeyError('exit')


try:
    with Context():
        raise ValueError('body')
except KeyError as error:
    print(repr(error), repr(error.__context__))


class Meta(type):
    def __new__(meta, name, bases, namespace):
        return 5

    def __instancecheck__(cls, instance):
        return isinstance(instance, cls)


class Five(metaclass=Meta):
    pass


class Triple(metaclass=lambda *arguments: len(arguments)):
    pass


print(Five, Triple)
attempt(lambda: isinstance(5, type.__new__(Meta, 'Name', (), {})))
attempt(lambda: type('Name', (int, str), {}))
attempt(lambda: type('Name', (object, object), {}))
attempt(lambda: type('Name', (bool,), {}))
attempt(lambda: type('Name', (type(None),), {}))
attempt(lambda: setattr(int, 'x', 1))
attempt(lambda: setattr(5, '__class__', Made))


class Unspeakable(Exception):
    def __str__(self):
        raise Unspeakable


class Nothing(Exception):
    def __new__(cls):
        return 5


def raising(make):
    raise make


for make in (5, type, Nothing, None, 'text'):
    attempt(lambda: raising(make))
attempt(lambda: 5 .x)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
