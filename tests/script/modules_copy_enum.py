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
print(Color.BLUE.describe(), Color.first(), Color.RED.shout, list(Color.__members__), '%s' % Color.RED, '{}'.format(Color.GREEN), f'{Color.BLUE}', Color)
attempt(lambda: Color(5))
attempt(lambda: Color['PINK'])
attempt(lambda: Color.PINK)
attempt(lambda: setattr(Color, 'RED', 5))
attempt(lambda: Color.RED < Color.GREEN)


class Size(IntEnum):
    SMALL = auto()
    LARGE = auto()
    HUGE = 10
    NEXT = auto()


print(Size.SMALL, repr(Size.LARGE), Size.HUGE + 1, Size.SMALL < Size.LARGE, [x.value for x in Size], Size(10), [10, 20, 30][Size.SMALL], Size.SMALL == 1, '%d' % Size.LARGE, sorted([Size.HUGE, Size.SMALL]))


class Access(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE if False else 3


print(Access.READ | Access.WRITE, (Access.READ | Access.WRITE).value, Access.READ & Access.WRITE, Access.READ in Access.BOTH, bool(Access.NONE), Access(2))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius, 3)


print(Planet.EARTH.mass, Planet.MARS.density, Planet.EARTH.value, Planet.EARTH)


class Named(str, Enum):
    A = 'alpha'
    B = 'beta'


print(Named.A == 'alpha', Named.A.upper(), Named('beta'), Named.A.value, isinstance(Named.A, str))


def duplicate():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


attempt(duplicate)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.DOG.value, Enum('Pair', {'X': 10, 'Y': 20}).Y)
