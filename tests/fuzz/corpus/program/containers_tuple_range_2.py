attempt(lambda: [1, 2, 3][::0])
attempt(lambda: [1][1:'a'])
print('abcdef'[slice(1, 4)], [1, 2, 3][slice(None, None, -1)])
