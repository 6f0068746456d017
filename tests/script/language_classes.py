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


class Vec:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return ('radd', o)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __setitem__(self, i, v): setattr(self, 'xy'[i], v)
    def __delitem__(self, i): print('del', i)
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __iter__(self): return iter((self.x, self.y))
    def __call__(self, *a, **k): return ('called', a, k)
    def __bool__(self): return bool(self.x or self.y)
    def __str__(self): return '<%s,%s>' % (self.x, self.y)
    def __repr__(self): return 'Vec(%r, %r)' % (self.x, self.y)
    def __format__(self, spec): return 'fmt[' + spec + ']'
    def __abs__(self): return 'abs'
    def __matmul__(self, o): return 'matmul'
    def __pow__(self, o): return 'pow'
    def __iadd__(self, o): self.x += 100; return self
    def __float__(self): return 1.5
    def __int__(self): return 7
    def __index__(self): return 1
    def __round__(self, n=None): return ('round', n)
    def __reversed__(self): return iter('rev')
    def __getattr__(self, name):
        if name.startswith('dyn'): return name
        raise AttributeError('no ' + name)
    def __dir__(self): return ['b', 'a']


v = Vec(1, 2)
print(v + Vec(3, 4), 5 + v, v * 3, 3 * v, -v, v == Vec(1, 2), v != Vec(1, 2), hash(v) == hash(Vec(1, 2)), v < Vec(2, 0), v > Vec(0, 0))
print(v[0], v[-1], len(v), 2 in v, 9 in v, list(v), v(1, k=2), bool(v), bool(Vec(0, 0)), str(v), [v], f'{v:abc}', '{:x}'.format(v))
print(abs(v), v @ v, v ** 2, float(v), int(v), [10, 20][v], round(v), round(v, 2), list(reversed(v)), v.dynamic, dir(v), sorted([Vec(2, 0), Vec(1, 0)]))
v[0] = 9
del v[1]
v += 1
print(v, max(v), sum(v), *v)
for action in (lambda: v.other, lambda: v + 5, lambda: v - v, lambda: Vec(0, 0) <= v):
    try:
        action()
    except (AttributeError, TypeError) as e:
        print(e)


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns['tag'] = name.lower()
        cls = super().__new__(mcs, name, bases, ns)
        cls.kw = kw
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print('creating', cls.__name__)
        return super().__call__(*args)

    def __repr__(cls): return '<Meta %s>' % cls.__name__
    def __len__(cls): return 42
    def __iter__(cls): return iter('abc')
    def __getitem__(cls, k): return ('item', k)
    def __contains__(cls, k): return k == 'in'


class WithMeta(metaclass=Meta, option=3):
    def __init__(self, a): self.a = a


class SubMeta(WithMeta): pass


print(WithMeta(1).a, WithMeta.tag, WithMeta.kw, WithMeta, type(WithMeta) is Meta, len(WithMeta), list(WithMeta), WithMeta[1], 'in' in WithMeta, SubMeta, type(SubMeta).__name__)


class Single:
    _it = None

    def __new__(cls, *a):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it


print(Single() is Single(), Single(1) is Single(2))


class Plugin:
    registry = []

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.registry.append((cls.__name__, kw))


class P1(Plugin): pass
class P2(Plugin, flag=True): pass


print(Plugin.registry)


class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner): return 'class' if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 10


class UsesDesc:
    field = Desc()


u = UsesDesc()
print(UsesDesc.field, u.field)
u.field = 4
print(u.field, vars(u))


class MyDict(dict):
    def __missing__(self, key): return 'missing ' + key
    def __getattr__(self, name): return self[name]
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)


m = MyDict(a=1)
m['b'] = 2
print(m, m['zz'], m.a, isinstance(m, dict), len(m), list(m), m.get('b'), type(m).__name__)


class MyList(list):
    def total(self): return sum(self)
    def __getitem__(self, i): return ('item', super().__getitem__(i))


ml = MyList([1, 2, 3])
ml.append(4)
ml.note = 'attr'
print(ml, ml.total(), ml[0], len(ml), ml.note, ml + [5], sorted(ml, reverse=True))


class MyStr(str):
    def shout(self): return self.upper() + '!'


ms = MyStr('abc')
ms.attr = 1
print(ms, ms.shout(), ms + 'd', len(ms), ms == 'abc', {ms: 1}['abc'], isinstance(ms, str), type(ms + 'x').__name__, ms.attr)


class MyTuple(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]


mt = MyTuple(1, 2)
mt.extra = 'e'
print(mt, mt.first, mt == (1, 2), mt.extra, len(mt), hash(mt) == hash((1, 2)))


class MyInt(int):
    def double(self): return self * 2
    def __repr__(self): return 'MyInt(%d)' % self


mi = MyInt(5)
print(mi, mi + 1, mi.double(), [mi], mi == 5, hash(mi) == hash(5), type(mi + 1).__name__, range(mi)[-1])


class MyErr(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code


try:
    raise MyErr(42, 'oops')
except ValueError as e:
    print(type(e).__name__, e, e.code, e.args, isinstance(e, Exception))


class Slots:
    __slots__ = ('a',)


class Abstract:
    def run(self): raise NotImplementedError


try:
    Abstract().run()
except NotImplementedError as e:
    print(repr(e))
try:
    class Bad(Base, Base): pass
except TypeError as e:
    print(e)
try:
    class X(object, Base): pass
except TypeError as e:
    print(str(e).replace('\n', ' '))
try:
    class Y(bool): pass
except TypeError as e:
    print(e)
print(type('Dyn', (Base,), {'z': 1, 'm': lambda self: self.z})('n').m())


class Outer:
    class Inner:
        value = 3
    x = [i for i in range(3)]
    y = x[1]
    def get(self): return self.Inner.value + self.y


print(Outer().get(), Outer.Inner.__qualname__, Outer.Inner, Outer.get.__qualname__, Outer.x)


class Iter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n


print(list(Iter(3)), [*Iter(2)], sum(Iter(4)), max(Iter(5)), 2 in Iter(4), dict(zip('ab', Iter(2))))


class OldSeq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10


print(list(OldSeq()), 20 in OldSeq(), [a for a in OldSeq()])


class Eq:
    def __eq__(self, o): return True


for action in (lambda: hash(Eq()), lambda: {Eq(): 1}):
    try:
        action()
    except TypeError as e:
        print(e)


class NotBool:
    def __bool__(self): return 5


try:
    bool(NotBool())
except TypeError as e:
    print(e)


class Private:
    def __init__(self): self.__secret = 1
    def get(self): return self.__secret


print(Private().get(), vars(Private()))
print(super(Derived, d).who(), Base.who(d), Base.hello)
print(d.who.__name__, d.who.__self__ is d, d.who == d.who, d.hello.__func__ is Base.hello)


class Temp:
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def util(x): return x + 1
    def __init__(self, *a): self.a = a


class Temp2(Temp): pass


print(type(Temp2.make(1, 2)).__name__, Temp.util(1), Temp2().util(5), Temp2.make().a)
print([n for n in dir(Temp2) if not n.startswith('_')])


class Comparable:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return 'C%d' % self.n


print(sorted([Comparable(3), Comparable(1)]), min(Comparable(2), Comparable(1)), max([Comparable(2), Comparable(5)]))


class Bunch:
    def __init__(self, **kw): self.__dict__.update(kw)


print(Bunch(a=1, b=2).b, sorted(vars(Bunch(z=1))))


class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self


ad = AttrDict(x=1)
ad.y = 2
print(ad, ad.x, ad['y'])


class GetAttribute:
    def __getattribute__(self, name): return 'got ' + name
    def method(self): return 1


print(GetAttribute().anything, GetAttribute().method)


class SetAttr:
    def __setattr__(self, k, v): object.__setattr__(self, k, v * 2)
    def __delattr__(self, k): print('del', k)


sa = SetAttr()
sa.x = 4
del sa.x
print(sa.x)


class Cooperative:
    def __init__(self, **kw):
        print('coop', kw)
        super().__init__()


class Left(Cooperative):
    def __init__(self, left, **kw):
        super().__init__(**kw)
        self.left = left


class Right(Cooperative):
    def __init__(self, right, **kw):
        super().__init__(**kw)
        self.right = right


class Both(Left, Right): pass


both = Both(left=1, right=2)
print(both.left, both.right)


class Reflect:
    def __rsub__(self, o): return ('rsub', o)
    def __rtruediv__(self, o): return ('rdiv', o)
    def __rpow__(self, o): return ('rpow', o)
    def __rmod__(self, o): return ('rmod', o)
    def __rmatmul__(self, o): return ('rmatmul', o)
    def __rfloordiv__(self, o): return ('rfloor', o)
    def __ror__(self, o): return ('ror', o)
    def __rmul__(self, o): return ('rmul', o)
    def __eq__(self, o): return 'equal!'
    def __ne__(self, o): return 'differs!'
    def __lt__(self, o): return 'less'
    def __gt__(self, o): return 'greater'


r = Reflect()
print(1 - r, 1.0 / r, 2 ** r, 5 % r, [1] @ r, 1 // r, {1} | r, [1] * r, 'ab' * r, (1,) * r, 1 == r, 1 != r, 1 < r, 1 > r, 'a' == r, None == r)
