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
