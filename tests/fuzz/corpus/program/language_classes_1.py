class Base:
    kind = 'base'

    def __init__(self, name):
        self.name = name

    def hello(self):
        return 'hello from ' + self.name

    def who(self):
        return 'Base'

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self.name)
class Derived(Base):
    def __init__(self, name, extra):
        super().__init__(name)
        self.extra = extra

    def who(self):
        return 'Derived>' + super().who()
class Other(Base):
    def who(self):
        return 'Other>' + super().who()
class Diamond(Derived, Other):
    def who(self):
        return 'Diamond>' + super().who()
d = Diamond('d', 1)
print(d, d.hello(), d.who(), [c.__name__ for c in Diamond.__mro__], Diamond.__bases__, Diamond.__name__)
print(isinstance(d, Other), issubclass(Diamond, Base), Diamond.kind, d.kind)
d.kind = 'own'
print(d.kind, Base.kind, d.__class__, d.__dict__)
Base.kind = 'changed'
print(Derived.kind, d.kind)
class Props:
    def __init__(self): self._v = 1
    @property
    def v(self):
        """Doc of v."""
        return self._v
    @v.setter
    def v(self, value): self._v = value * 2
    @v.deleter
    def v(self): print('deleted')
    @property
    def ro(self): return 'ro'
p = Props()
p.v = 5
print(p.v, Props.v.__doc__)
del p.v
for action in (lambda: setattr(p, 'ro', 1), lambda: delattr(p, 'ro'), lambda: p.nope, lambda: Props.nope, lambda: Props().v.nope, lambda: (5).real.x, lambda: None.y):
    try:
        action()
    except AttributeError as e:
        print(type(e).__name__, e)
