# numpy.random: the numbers that numpy's RandomState gives after seed(number). Unseeded it starts as with seed(0).
import math as _math
from _namescape_numpy import RandomSource as _RandomSource
from numpy._arrays import array as _array, asarray as _asarray, broadcast_values as _broadcast_values, make as _make, normal_shape as _normal_shape
from numpy._types import _types


class RandomState:
    def __init__(self, seed=None):
        self.seed(seed)

    def seed(self, seed=None):
        number = 0 if seed is None else int(_asarray(seed).values()[0])
        if not 0 <= number < 2 ** 32:
            raise ValueError('Seed must be between 0 and 2**32 - 1')
        self._source = _RandomSource(number)

    def _shaped(self, draw, size):
        """Numbers that draw(count) gives; one alone is Python's."""
        if size is None:
            return draw(1)[0]
        shape = _normal_shape(size)
        values = draw(_math.prod(shape))
        return _make(values, shape, _types['int64' if values and isinstance(values[0], int) else 'float64'])

    def random_sample(self, size=None):
        return self._shaped(self._source.uniform, size)

    random = ranf = sample = random_sample

    def rand(self, *dims):
        return self.random_sample(dims or None)

    def standard_normal(self, size=None):
        return self._shaped(self._source.gaussian, size)

    def randn(self, *dims):
        return self.standard_normal(dims or None)

    def uniform(self, low=0.0, high=1.0, size=None):
        return low + (high - low) * self.random_sample(size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return loc + scale * self.standard_normal(size)

    def randint(self, low, high=None, size=None, dtype=int):
        low, high = (0, int(low)) if high is None else (int(low), int(high))
        result = self._shaped(lambda count: [low + number for number in self._source.up_to(count, high - low - 1)], size)
        return result if size is None or dtype is int else result.astype(dtype)

    def random_integers(self, low, high=None, size=None):
        low, high = (1, low) if high is None else (low, high)
        return self.randint(low, high + 1, size)

    def shuffle(self, x):
        for last in range(len(x) - 1, 0, -1):
            other = self._source.up_to(1, last)[0]
            if other != last:
                first, second = [_asarray(x[place]).copy() if hasattr(x[place], 'shape') else x[place] for place in (other, last)]
                x[other], x[last] = second, first

    def permutation(self, x):
        result = _array(range(x) if isinstance(x, int) else x)
        self.shuffle(result)
        return result

    def choice(self, a, size=None, replace=True, p=None):
        a = _array(range(a) if isinstance(a, int) else a)
        count = 1 if size is None else _math.prod(_normal_shape(size))
        if p is not None:
            places = self._weighted(_asarray(p).values(), count)
        elif replace:
            places = self._source.up_to(count, len(a) - 1)
        else:
            if count > len(a):
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            places = self.permutation(len(a)).tolist()[:count]
        return a[places[0]] if size is None else _array(a[places]).reshape(_normal_shape(size) + a.shape[1:])

    def _weighted(self, weights, count):
        if abs(sum(weights) - 1) > 1e-8:
            raise ValueError('probabilities do not sum to 1')
        chosen = []
        for number in self._source.uniform(count):
            total = 0.0
            for place, weight in enumerate(weights):
                total += weight
                if number < total or place == len(weights) - 1:
                    chosen.append(place)
                    break
        return chosen

    def exponential(self, scale=1.0, size=None):
        return self._shaped(lambda count: [-scale * _math.log(1.0 - number) for number in self._source.uniform(count)], size)

    def binomial(self, n, p, size=None):
        return self._shaped(lambda count: [sum([1 if number < p else 0 for number in self._source.uniform(n)]) for _ in range(count)], size)


_state = RandomState()
seed, random_sample, rand, randn, standard_normal = _state.seed, _state.random_sample, _state.rand, _state.randn, _state.standard_normal
random = ranf = sample = random_sample
uniform, normal, randint, random_integers, shuffle = _state.uniform, _state.normal, _state.randint, _state.random_integers, _state.shuffle
permutation, choice, exponential, binomial = _state.permutation, _state.choice, _state.exponential, _state.binomial


def default_rng(seed=None):
    return RandomState(seed)
