from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, is_dataclass
from typing import List, Dict, Optional, NamedTuple, Any, Union, TypeVar, Generic, Callable, TYPE_CHECKING, cast
import abc
import operator
import types
print(Box(3).get(), Box[int](4).get(), typed([1]), TYPE_CHECKING, cast(int, 'x'), Optional, List[int], T)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass

    @property
    @abc.abstractmethod
    def name(self):
        pass

    def describe(self):
        return '%s: %s' % (self.name, self.area())
class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return 'square'
class Partial(Shape):
    def area(self):
        return 0
print(Square(2).describe(), isinstance(Square(1), Shape), issubclass(Square, Shape))
attempt(lambda: Shape())
attempt(lambda: Partial())
@Shape.register
class Round:
    pass
print(isinstance(Round(), Shape), issubclass(Round, Shape), isinstance(5, Shape))
print(operator.add(1, 2), operator.itemgetter(1)([5, 6]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('side')(Square(4)), operator.methodcaller('upper')('x'), operator.mul(3, 4), operator.not_(0), operator.contains([1], 1))
print(sorted([(1, 'b'), (2, 'a')], key=operator.itemgetter(1)), operator.neg(3), operator.truediv(1, 4), operator.getitem({'k': 'v'}, 'k'), operator.index(5))
attempt(lambda: operator.itemgetter(5)([1]))
attempt(lambda: operator.attrgetter('nope')(5))
ns = types.SimpleNamespace(a=1, b='x')
ns.c = 3
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x', c=3), isinstance(typed, types.FunctionType), isinstance(Square(1).area, types.MethodType))
