# What lists do, and how they complain.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)


numbers = [5, 3, 8, 1]
numbers.append(9)
numbers.extend((2, 7))
numbers.extend(range(3))
numbers.extend(numbers)
numbers.insert(0, 'first')
numbers.insert(-1, 'before last')
numbers.insert(100, 'last')
print(numbers, len(numbers))
print(numbers.pop(), numbers.pop(0), numbers.pop(-2))
numbers.remove(8)
print(numbers.index(8), numbers.count(2), numbers.count('x'), numbers.index(3, 2))
numbers.reverse()
print(numbers)
copied = numbers.copy()
copied.clear()
print(copied, len(numbers))

attempt(lambda: [].pop())
attempt(lambda: [1].pop(3))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index('a'))
attempt(lambda: [1, 2][5])
attempt(lambda: [1, 2]['a'])
attempt(lambda: [1].insert('a', 1))
attempt(lambda: [1].extend(5))
attempt(lambda: [1] + (2,))
attempt(lambda: [1] * 'a')
attempt(lambda: [3, 'a', 1].sort())
attempt(lambda: list(5))
attempt(lambda: {[1]: 2})
attempt(lambda: [1, 2] < [1, 'a'])
attempt(lambda: [].append())
attempt(lambda: [].append(1, 2))
attempt(lambda: [].nothing)

words = ['banana', 'Apple', 'cherry', 'date', 'fig', 'apple']
words.sort()
print(words)
words.sort(key=str.lower)
print(words)
words.sort(key=len, reverse=True)
print(words)
print(sorted(words, key=lambda word: word[-1]))
print(sorted([3, 1, 2], reverse=True), sorted('hello'), sorted({'b': 1, 'a': 2}))
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')]), sorted([True, False, 2, 0.5]))

# Equal values keep their order, forwards and backwards.
pairs = [(number % 3, number) for number in range(9)]
print(sorted(pairs, key=lambda pair: pair[0]))
print(sorted(pairs, key=lambda pair: pair[0], reverse=True))


class Touchy:
    def __init__(self, owner):
        self.owner = owner

    def __lt__(self, other):
        self.owner.append(1)
        return False


touchy = []
touchy.extend([Touchy(touchy), Touchy(touchy), Touchy(touchy)])
attempt(lambda: touchy.sort())
print(len(touchy))


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
