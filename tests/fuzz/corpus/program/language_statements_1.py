for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    else:
        print('inner else', i)
else:
    print('outer else')
n = 0
while n < 10:
    n += 1
    if n == 3:
        continue
    if n == 5:
        break
else:
    print('never')
print(n)
while n > 3:
    n -= 1
else:
    print('while else', n)
for k, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(k, a, b)
for x in []:
    pass
else:
    print('empty else')
def f():
    for i in range(10):
        try:
            if i == 2:
                continue
            if i == 4:
                return 'returned %d' % i
            print('try', i)
        finally:
            print('finally', i)
print(f())
def g():
    try:
        return 'a'
    finally:
        print('cleanup')
print(g())
def h():
    while True:
        try:
            break
        finally:
            print('break through finally')
    return 'after'
print(h())
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def swallow():
    for i in range(2):
        try:
            raise ValueError(i)
        finally:
            continue
    return 'swallowed'
print(swallow())
def outer_return_survives():
    while True:
        try:
            return 1
        finally:
            while True:
                try:
                    return 2
                finally:
                    break
print(outer_return_survives())
def nested():
    try:
        try:
            raise KeyError('k')
        finally:
            print('inner finally')
    except KeyError as e:
        print('outer caught', e, repr(e))
        return 'nested done'
    finally:
        print('outer finally')
print(nested())
