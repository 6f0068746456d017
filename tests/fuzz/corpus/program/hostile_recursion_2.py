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
