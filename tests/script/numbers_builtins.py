# int, float and complex, and the functions for them.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)


print(abs(-5), abs(2.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-10 ** 30))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(1e16), round(5), round(2.5, 0), round(1234.567, -2), round(0.1 + 0.2, 10), round(True), round(-0.4), round(15, -1), round(25, -1))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(-7, -3), divmod(10 ** 20, 7))
print(pow(2, 10), pow(2, -1), pow(2, 0.5), pow(3, 200, 13), pow(3, -1, 7), pow(-2, 3), pow(2, 100), pow(5, 0, 1), pow(-3, 3, 5), pow(3, 3, -5))
print(int(), int('42'), int(' -7 '), int('ff', 16), int('0x1f', 0), int('1_000'), int(3.9), int(-3.9), int(True), int('101', base=2), int(b'12'), int('z', 36), int(1e20))
print(float(), float('1.5'), float('  -2e3 '), float('inf'), float('-nan') != 0, float(3), float('1_0.5'), float(True))
print(complex(1, 2), complex('1+2j'), complex(3), complex('-j'), complex(1.5, -0.5), (1 + 2j) * (3 - 1j), (1 + 2j).conjugate(), (2j).imag, (1 + 0j) == 1)
print((5).bit_length(), (255).bit_length(), (0).bit_length(), (-8).bit_length(), (2 ** 70).bit_length(), (7).bit_count())
print((2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (3).as_integer_ratio(), (5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real)
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7 / 2, 2 ** 10, 7.5 // 2, -7.5 % 2, 1 << 70, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 >> 1)
print(True + 1, False * 3, 3 > True, 1 == 1.0, 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1), 0.1 + 0.2 == 0.3, 1 < 2 < 3 > 1)
print(bool(0), bool('a'), bool([]), bool(0.0), bool(None), bool(), type(True + True).__name__, isinstance(True, int))

attempt(lambda: int('abc'))
attempt(lambda: int('1.5'))
attempt(lambda: int(None))
attempt(lambda: int([]))
attempt(lambda: int('9', 8))
attempt(lambda: int('1', 99))
attempt(lambda: int(5, 2))
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
print([1, 2, 3][half], int(half), float(half), round(half), round(half, 2), abs(half), divmod(half, 1), divmod(1, half), pow(half, 2), pow(half, 2, 3), half ** 4, range(half), 'ab' * half)
