class Base:
    pass
class Thing(Base):
    def __init__(self):
        self.x = 1

    def method(self):
        return 'own'
def read(thing):
    try:
        return thing.x, thing.y, thing.method()
    except AttributeError as error:
        return str(error)
thing = Thing()
print(read(thing))
Base.__getattr__ = lambda self, name: 'missing ' + name
print(read(thing))
del Base.__getattr__
print(read(thing))
Thing.__getattribute__ = lambda self, name: (lambda: 'called') if name == 'method' else 'seen ' + name
print(read(thing))
del Thing.__getattribute__
print(read(thing))
thing.y = 2
print(read(thing))
Base.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value * 10)
thing.x = 3
print(thing.x)
del Base.__setattr__
thing.x = 3
print(thing.x)
Thing.x = property(lambda self: 'property')
print(thing.x)
del Thing.x
print(thing.x)
thing.method = lambda: 'instance'
print(read(thing))
class Other:
    x = 'other'

    def __getattr__(self, name):
        return name.upper()

    def method(self):
        return 'other'
thing.__class__ = Other
print(read(thing), thing.unknown)
