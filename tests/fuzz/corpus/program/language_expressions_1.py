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
