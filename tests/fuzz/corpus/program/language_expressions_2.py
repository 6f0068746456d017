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
