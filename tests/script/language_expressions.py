print(1 + 2 * 3, (1 + 2) * 3, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, -2 ** 2)
print(7 / 2, 1e3, 1.5e-7, 0.1 + 0.2, 1 / 3, 1e16, 123456789.123456789, 5e-324, 1e22)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 0.0, -0.0, float('inf'), float('-inf'), float('nan'))
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2, 1 == 1.0, 1 != 2, None is not None)
print(1 and 2, 0 and 2, 1 or 2, 0 or [], not 0, not 'x', 1 and 0 or 3)
print('a' if 1 else 'b', 'a' if 0 else 'b')
print(0x1f, 0o17, 0b101, 1_000_000, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -17 >> 2)
print('abc' 'def', 'x' * 3, [1, 2] * 2, (1,) * 3, 'a' + 'b', [1] + [2], (1,) + (2,))
print('b' in 'abc', 'z' not in 'abc', 2 in [1, 2], 'k' in {'k': 1}, 3 in (1, 2), 5 in range(0, 10, 5), 2.0 in range(3))
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x |= 1; x ^= 2; x &= 0xff
print(x)
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = (3, 4), 5
first, *middle, last = range(6)
print(c, d, e, first, middle, last)
*head, tail = 'xyz'
print(head, tail)
p = q = []
p.append(1)
print(q)
lst = [10, 20, 30, 40, 50]
print(lst[1], lst[-1], lst[1:3], lst[::-1], lst[::2], lst[-2:], lst[:-2], lst[5:], lst[1:100])
lst[1:3] = ['a', 'b', 'c']
print(lst)
lst[::2] = [0, 0, 0]
print(lst)
del lst[0], lst[-1]
print(lst)
del lst[:2]
print(lst)
s = 'hello'
print(s[1], s[-1], s[1:3], s[::-1], s[::2], s[10:])
t = (1, 2, 3)
print(t[0], t[1:], t[::-1])
m = {'a': 1, 'b': [1, 2], **{'c': 3}}
m['d'] = 4
del m['a']
print(m, {**m, 'b': 0}, [*t, *s], (*t, 9), {*t})
print(len(m), {}, set(), {1}, frozenset(), (), (1,), [])
print({3, 1, 2}, {'x'}, {1: {2: {3}}}, [[1, [2, [3]]]])
if (n := 10) > 5:
    print('n is', n)
print([y := 1, y ** 2])
print((lambda a, b=2: a + b)(1), (lambda *a, **k: (a, k))(1, z=2))
print(f'{x} {x!r} {s!r:>10} {3.14159:.2f} {1000000:,} {255:#x} {x=} {"nested"} {{}} {1 + 1}')
w, pr = 10, 3
print(f'{3.14159:{w}.{pr}}|{"ab":^{w}}|{s:*<{w}}|')
print(10 ** 20, -10 ** 20, 2 ** 64, 2 ** 63, -2 ** 63, 2 ** 63 - 1, 10 ** 20 // 7, 10 ** 20 % 7, -10 ** 20 // 7, 10 ** 20 / 3)
print(2 ** 100 >> 90, 1 << 70, 2 ** 70 & 2 ** 69 + 1, ~2 ** 70, -(2 ** 70) & 0xff, 2 ** 70 ^ -1, 2 ** 100 == 2.0 ** 100, 2 ** 100 > 1e30)
print(int('123456789012345678901234567890') * 2, str(3 ** 50), hex(2 ** 70), float(2 ** 70), int(1e20), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2))
print(True + True, True * 3, sum([True, False, True]), isinstance(True, int), str(True), int(True), True == 1, hash(True))
print(1j * 1j, (1 + 2j) * 2, abs(3 + 4j), (1 + 2j).real, complex(1, -1))
print(..., Ellipsis, NotImplemented, None)
print(1 if True else 2 if False else 3)
print(*[1, 2], *'ab', sep='-', end='!\n')
print(not 1 == 2, -1 ** 2, 2 ** 3 ** 2, (2 ** 3) ** 2)
print(1 < 2 == True, [] == [], [1, 2] < [1, 3], (1, 2) < (1, 2, 3), 'a' < 'b', 'Z' < 'a', {1, 2} <= {1, 2, 3}, {1: 2} == {1: 2.0})
def noisy(value):
    print('eval', value)
    return value


print(noisy(1) < noisy(2) < noisy(3), noisy(3) < noisy(2) < noisy(1))
print(noisy(0) and noisy(1), noisy(1) or noisy(0))
target = {noisy('k'): noisy('v')}
target[noisy('key')] = noisy('value')
del x
try:
    print(x)
except NameError as error:
    print(error)
