import math
import numbers
import random
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
print(math.sqrt(2), math.pi, math.e, math.tau, math.inf, math.floor(2.7), math.ceil(2.1), math.floor(-2.5), math.trunc(-2.7), math.fabs(-3), math.floor(5), math.ceil(1e20))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log(10 ** 400), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([0, 0], [3, 4]))
print(math.factorial(20), math.factorial(30), math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-4, 6), math.lcm(4, 6), math.comb(5, 2), math.comb(50, 25), math.perm(5, 2), math.isqrt(17), math.isqrt(10 ** 40), math.prod([1, 2, 3]), math.prod([], start=5))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.erf(1), math.gamma(5), round(math.lgamma(10), 12))
attempt(lambda: math.sqrt(-1))
attempt(lambda: math.log(0))
attempt(lambda: math.log(-1))
attempt(lambda: math.exp(1000))
attempt(lambda: math.pow(0, -1))
attempt(lambda: math.pow(10, 400))
attempt(lambda: math.pow(-1, 0.5))
attempt(lambda: math.factorial(-1))
attempt(lambda: math.factorial(2.5))
attempt(lambda: math.sqrt('a'))
attempt(lambda: math.sqrt())
attempt(lambda: math.sqrt(1, 2))
attempt(lambda: math.floor('a'))
attempt(lambda: math.floor(math.nan))
attempt(lambda: math.ceil(math.inf))
attempt(lambda: math.gcd(1.5))
attempt(lambda: math.comb(-1, 2))
attempt(lambda: math.acos(2))
attempt(lambda: math.fmod(1, 0))
attempt(lambda: math.isqrt(-1))
