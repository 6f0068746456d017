import copy
import enum
from enum import Enum, IntEnum, Flag, auto, unique
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
