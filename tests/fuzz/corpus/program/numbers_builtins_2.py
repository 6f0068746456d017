attempt(lambda: int(float('nan')))
attempt(lambda: int(float('inf')))
attempt(lambda: float('abc'))
attempt(lambda: float([]))
attempt(lambda: float(1j))
attempt(lambda: complex('a'))
attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: 0 ** -1)
attempt(lambda: divmod(1, 0))
attempt(lambda: divmod(1.0, 0))
attempt(lambda: divmod('a', 1))
attempt(lambda: abs('a'))
attempt(lambda: round('a'))
attempt(lambda: round(float('nan')))
attempt(lambda: round(float('inf')))
attempt(lambda: round(1.5, 'a'))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: pow('a', 2))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: 1 + 'a')
attempt(lambda: 'a' + 1)
attempt(lambda: -'a')
attempt(lambda: ~1.5)
attempt(lambda: 1 < 'a')
attempt(lambda: 1j < 2j)
attempt(lambda: 1 << -1)
attempt(lambda: 2.0 ** 5000)
attempt(lambda: float(10 ** 400))
attempt(lambda: (1).foo)
attempt(lambda: 5())
attempt(lambda: 5[0])
attempt(lambda: 1.5 & 1)
class Meters(float):
    def __add__(self, other):
        return Meters(super().__add__(other))

    def __repr__(self):
        return 'Meters(%s)' % float(self)
class Level(int):
    def next(self):
        return Level(self + 1)
print(Meters(1.5) + 2, Meters(3) * 2, type(Meters(1) + 1).__name__, Meters(2) == 2.0, Level(3).next(), type(Level(3).next()).__name__, Level('7') + 1, [10, 20][Level(1)], range(Level(2)), {Level(1): 'a'}[1])
class Half:
    def __index__(self):
        return 2

    def __float__(self):
        return 2.5

    def __round__(self, digits=None):
        return ('rounded', digits)

    def __abs__(self):
        return 'absolute'

    def __divmod__(self, other):
        return ('divmod', other)

    def __rdivmod__(self, other):
        return ('rdivmod', other)

    def __pow__(self, exponent, modulus=None):
        return ('pow', exponent, modulus)
half = Half()
