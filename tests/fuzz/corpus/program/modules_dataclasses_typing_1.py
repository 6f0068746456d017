from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, is_dataclass
from typing import List, Dict, Optional, NamedTuple, Any, Union, TypeVar, Generic, Callable, TYPE_CHECKING, cast
import abc
import operator
import types
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
@dataclass
class Config:
    units: int
    name: str = 'layer'
    sizes: List[int] = field(default_factory=list)

    def total(self):
        return sum(self.sizes) + self.units
c = Config(3, sizes=[1, 2])
print(c, c.total(), Config(1) == Config(1), Config(1) != Config(2), asdict(c), astuple(c), replace(c, units=9), [f.name for f in fields(c)], is_dataclass(c))
other = Config(1)
other.sizes.append(5)
print(Config(1).sizes, other)
attempt(lambda: Config())
attempt(lambda: Config(1, 2, 3, 4))
attempt(lambda: Config(1, unknown=2))
attempt(lambda: hash(c))
@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def __post_init__(self):
        if self.major < 0:
            raise ValueError('negative')
v = Version(1, 2)
print(v, v < Version(2), sorted([Version(2), Version(1, 5)]), hash(v) == hash(Version(1, 2)), {v: 'x'}[Version(1, 2)])
attempt(lambda: setattr(v, 'major', 5))
attempt(lambda: Version(-1))
@dataclass
class Child(Config):
    extra: float = 0.5
print(Child(1, extra=2), Child(1) == Config(1))
class Employee(NamedTuple):
    name: str
    id: int = 3

    def greet(self):
        return 'hi ' + self.name
print(Employee('a'), Employee('b', 5).greet(), Employee('c')._fields, Employee('d') == ('d', 3))
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item

    def get(self) -> Optional[T]:
        return self.item
def typed(x: List[int], y: Dict[str, Any] = None, *args: int, **kw: Union[int, str]) -> Callable[[int], str]:
    z: int = 5
    return z
