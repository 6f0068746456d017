# random: the Mersenne Twister, with the numbers that CPython gives after random.seed(number). Unseeded it starts as with seed(0).
from math import ceil as _ceil, cos as _cos, exp as _exp, floor as _floor, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt
from _namescape_random import Twister as _Twister

_normal_constant = 4 * _exp(-0.5) / _sqrt(2.0)


class Random:
    def __init__(self, x=None):
        self._twister = _Twister()
        self.seed(x)

    def seed(self, a=None, version=2):
        self._next_gauss = None
        if a is None:
            a = 0
        if isinstance(a, float):
            a = hash(a)
        if isinstance(a, (str, bytes)):
            text = a.encode('utf-8') if isinstance(a, str) else a
            number = 0
            for byte in text:
                number = (number * 256 + byte) % 0x1fffffffffffffffffffffffffffffff
            a = number
        if not isinstance(a, int):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        self._twister.seed(abs(a))

    def getstate(self):
        return (3, self._twister.state(), self._next_gauss)

    def setstate(self, state):
        version, words, self._next_gauss = state
        self._twister.set_state(words)

    def random(self):
        return self._twister.random()

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        return self._twister.bits(k)

    def _below(self, n):
        bits = n.bit_length()
        value = self._twister.bits(bits)
        while value >= n:
            value = self._twister.bits(bits)
        return value

    def randrange(self, start, stop=None, step=1):
        if not all(isinstance(each, int) for each in (start, 0 if stop is None else stop, step)):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type([each for each in (start, stop, step) if not isinstance(each, int)][0]).__name__)
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError('empty range for randrange()')
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        n = (width + step + (-1 if step > 0 else 1)) // step
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._below(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [each for each, count in zip(population, counts) for _ in range(count)]
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, '__getitem__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        # A list of all where it would be no larger than a set of those chosen.
        setsize = 21
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            result = []
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
            return result
        selected = set()
        result = []
        for i in range(k):
            j = self._below(n)
            while j in selected:
                j = self._below(n)
            selected.add(j)
            result.append(population[j])
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * n)] for _ in range(k)]
            cum_weights = []
            for weight in weights:
                cum_weights.append(weight + (cum_weights[-1] if cum_weights else 0))
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        result = []
        for _ in range(k):
            wanted = self.random() * total
            low, high = 0, n - 1
            while low < high:
                middle = (low + high) // 2
                if wanted < cum_weights[middle]:
                    high = middle
                else:
                    low = middle + 1
            result.append(population[low])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def gauss(self, mu=0.0, sigma=1.0):
        z = self._next_gauss
        self._next_gauss = None
        if z is None:
            angle = self.random() * 2.0 * _pi
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self._next_gauss = _sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _normal_constant * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        # Marsaglia and Tsang; below 1 by way of alpha + 1.
        if alpha < 1.0:
            return self.gammavariate(alpha + 1.0, beta) * (1.0 - self.random()) ** (1.0 / alpha)
        d = alpha - 1.0 / 3.0
        c = 1.0 / _sqrt(9.0 * d)
        while True:
            x = self.gauss(0.0, 1.0)
            v = (1.0 + c * x) ** 3
            if v > 0 and _log(1.0 - self.random()) < 0.5 * x * x + d - d * v + d * _log(v):
                return d * v * beta


class SystemRandom(Random):
    pass


_shared = Random()
seed = _shared.seed
random = _shared.random
getstate = _shared.getstate
setstate = _shared.setstate
getrandbits = _shared.getrandbits
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
shuffle = _shared.shuffle
sample = _shared.sample
choices = _shared.choices
uniform = _shared.uniform
triangular = _shared.triangular
gauss = _shared.gauss
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
betavariate = _shared.betavariate
gammavariate = _shared.gammavariate
