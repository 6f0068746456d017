import copy
import enum
from enum import Enum, IntEnum, Flag, auto, unique
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(8)
print(a, b, c, b[1] is a[1], c[1] is a[1])
loop = [1]
loop.append(loop)
looped = copy.deepcopy(loop)
print(looped[1] is looped, looped is loop)
class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
leaf = Node(1)
tree = Node(0, [leaf, leaf])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children[0] is leaf, deep.children[0] is deep.children[1], deep.value, type(deep).__name__)
class Custom:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Custom('copied')

    def __deepcopy__(self, memo):
        return Custom('deeply')
print(copy.copy(Custom(1)).x, copy.deepcopy([Custom(1)])[0].x)
class MyList(list):
    pass
mine = MyList([1, [2]])
mine.tag = ['t']
other = copy.deepcopy(mine)
print(other, type(other).__name__, other.tag, other.tag is mine.tag, copy.copy((1, 2)), copy.deepcopy((1, [2])), copy.copy({1}), copy.deepcopy({'a': (1,)}), copy.copy('s'), copy.deepcopy(len) is len)
class Color(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = (1, 2)
    CRIMSON = 1

    def describe(self):
        return self.name.lower()

    @classmethod
    def first(cls):
        return cls.RED

    @property
    def shout(self):
        return self.name + '!'
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color['GREEN'], Color((1, 2)), Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED in Color, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED])
