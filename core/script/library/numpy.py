# numpy, as far as programs that build graphs use it.
from numpy._types import dtype, promote as promote_types
from numpy._arrays import (array, asarray, bool_, broadcast_shape as broadcast_shapes, complexfloating, floating, generic, inexact, integer, ndarray, newaxis, number, result_type, scalar_types as _scalar_types,
                           signedinteger, unsignedinteger)
from numpy._functions import *
from numpy._functions import absolute as abs
import numpy.random as random

__version__ = '1.16.4'

asanyarray = ascontiguousarray = asarray
copy = array
float16, float32, float64 = _scalar_types['float16'], _scalar_types['float32'], _scalar_types['float64']
int8, int16, int32, int64 = [_scalar_types['int%d' % _bits] for _bits in (8, 16, 32, 64)]
uint8, uint16, uint32, uint64 = [_scalar_types['uint%d' % _bits] for _bits in (8, 16, 32, 64)]
complex64, complex128 = _scalar_types['complex64'], _scalar_types['complex128']
half, single, double, float_, int_, intp, intc, uint, complex_, bool8 = float16, float32, float64, float64, int64, int64, int32, uint64, complex128, bool_
byte, short, long, longlong, ubyte = int8, int16, int64, int64, uint8
bool, int, float, complex, object, str = bool, int, float, complex, object, str
object_, str_, unicode_, bytes_, string_ = object, str, str, bytes, bytes
Inf = Infinity = PINF = inf
NaN = NAN = nan
NINF = -inf


def isreal(x):
    return asarray(x).imag == 0


def iterable(y):
    return hasattr(y, '__iter__')


def set_printoptions(*args, **kwargs):
    pass


def seterr(*args, **kwargs):
    return {}
