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
