class Odd:
    calls = 0

    def __lt__(self, other):
        Odd.calls += 1
        return Odd.calls % 2 == 0
print(len(sorted([Odd() for _ in range(40)])))
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
print(grid, [0] * 0, [1, 2] * 2, 2 * [3], [1] * -1)
letters = list('abcdefgh')
letters[1:3] = ['X']
letters[::3] = [0, 1, 2]
del letters[-1], letters[1:3]
print(letters, letters[::-1], letters[5:2], letters[-3:])
attempt(lambda: letters.__setitem__(slice(0, 4, 2), [1]))
letters += (1, 2)
letters *= 2
print(letters)
print([1, 2] == [1, 2], [1, 2] != [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9], [1, [2]] == [1, [2]])
print(2 in [1, 2], 'a' not in ['b'], float('nan') == float('nan'))
itself = [1]
itself.append(itself)
print(itself)
class Stack(list):
    def push(self, value):
        self.append(value)
        return self

    def __getitem__(self, index):
        return ('got', super().__getitem__(index))

    def __len__(self):
        return super().__len__() * 10
stack = Stack([1, 2]).push(3)
print(stack, stack[1], len(stack), list(stack), list.__len__(stack), stack == [1, 2, 3], isinstance(stack, list))
stack.name = 'mine'
print(stack.name, stack + [4], type(stack + [4]).__name__, [0] + stack)
a, *b, c = [1, 2, 3, 4]
print(a, b, c, [*b, *'xy'], list(reversed([1, 2, 3])))
print([x * y for x in range(3) for y in range(3) if x != y], list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])))
