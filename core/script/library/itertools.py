# itertools, as far as programs use it.


class count:
    def __init__(self, start=0, step=1):
        if isinstance(start, (str, list, tuple, dict)) or start is None:
            raise TypeError('a number is required')
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next += self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return 'count(%r)' % (self._next,)
        return 'count(%r, %r)' % (self._next, self._step)


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __repr__(self):
        if self._left is None:
            return 'repeat(%r)' % (self._object,)
        return 'repeat(%r, %d)' % (self._object, self._left)


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterator):
    known = []
    for element in iterator:
        yield element
        known.append(element)
    while known:
        for element in known:
            yield element


class chain:
    def __init__(self, *iterables):
        self._outer = iter(iterables)
        self._inner = iter(())

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._outer = iter(iterable)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for element in self._inner:
                return element
            self._inner = iter(())
            self._inner = iter(next(self._outer))


def islice(iterable, /, *args):
    if not args:
        raise TypeError('islice expected at least 2 arguments, got 1')
    if len(args) > 3:
        raise TypeError('islice expected at most 4 arguments, got %d' % (1 + len(args)))
    start, stop, step = (None, args[0], None) if len(args) == 1 else (args + (None,))[:3]
    for bound in (stop,) if len(args) == 1 else (start, stop):
        if bound is not None and (not isinstance(bound, int) or bound < 0):
            if bound is stop:
                raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if step is not None and (not isinstance(step, int) or step < 1):
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start or 0, stop, step or 1)


def _islice(iterator, start, stop, step):
    wanted = start
    at = 0
    while stop is None or wanted < stop:
        while at <= wanted:
            try:
                element = next(iterator)
            except StopIteration:
                return
            at += 1
        yield element
        wanted += step
    if stop is not None:
        while at < stop:
            try:
                next(iterator)
            except StopIteration:
                return
            at += 1


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    indices = [0] * len(pools)
    while True:
        yield tuple(pool[index] for pool, index in zip(pools, indices))
        for place in range(len(pools) - 1, -1, -1):
            indices[place] += 1
            if indices[place] < len(pools[place]):
                break
            indices[place] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    if not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, r)


def _permutations(pool, r):
    if r > len(pool):
        return
    if r == 0:
        yield ()
        return
    chosen = []
    # How far each place has come, the last one first to move on.
    tries = [iter(range(len(pool)))]
    while tries:
        for index in tries[-1]:
            if index in chosen:
                continue
            if len(chosen) + 1 == r:
                yield tuple(pool[each] for each in chosen) + (pool[index],)
                continue
            chosen.append(index)
            tries.append(iter(range(len(pool))))
            break
        else:
            tries.pop()
            if chosen:
                chosen.pop()


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(pool, r)


def _combinations(pool, r):
    size = len(pool)
    if r > size:
        return
    indices = list(range(r))
    while True:
        yield tuple(pool[index] for index in indices)
        for place in range(r - 1, -1, -1):
            if indices[place] < size - r + place:
                break
        else:
            return
        first = indices[place] + 1
        indices[place:] = range(first, first + r - place)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    size = len(pool)
    if r and not size:
        return
    indices = [0] * r
    while True:
        yield tuple(pool[index] for index in indices)
        for place in range(r - 1, -1, -1):
            if indices[place] < size - 1:
                break
        else:
            return
        indices[place:] = [indices[place] + 1] * (r - place)


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        values = []
        for place, iterator in enumerate(iterators):
            if iterator is None:
                values.append(fillvalue)
                continue
            try:
                values.append(next(iterator))
            except StopIteration:
                left -= 1
                if not left:
                    return
                iterators[place] = None
                values.append(fillvalue)
        yield tuple(values)


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, initial):
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for element in iterator:
        total = total + element if func is None else func(total, element)
        yield total


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._has_value = False
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        # What is left of the group before is skipped.
        if self._group is not None:
            for _ in self._group:
                pass
        if not self._has_value:
            self._advance()
        key = self._current_key
        self._group = self._elements(key)
        return key, self._group

    def _advance(self):
        self._has_value = False
        self._value = next(self._iterator)
        self._current_key = self._value if self._key is None else self._key(self._value)
        self._has_value = True

    def _elements(self, key):
        while self._has_value and self._current_key == key:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                return


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for arguments in iterator:
        yield function(*tuple(arguments))


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for element in iterator:
        if not predicate(element):
            return
        yield element


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for element in iterator:
        if not predicate(element):
            yield element
            break
    for element in iterator:
        yield element


def filterfalse(function, iterable, /):
    return _filterfalse(bool if function is None else function, iter(iterable))


def _filterfalse(function, iterator):
    for element in iterator:
        if not function(element):
            yield element


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for element, selector in zip(data, selectors):
        if selector:
            yield element


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for element in iterator:
        yield before, element
        before = element


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    iterator = iter(iterable)
    waiting = [[] for _ in range(n)]
    return tuple(_tee(iterator, each, waiting) for each in waiting)


def _tee(iterator, mine, all_waiting):
    while True:
        if not mine:
            try:
                element = next(iterator)
            except StopIteration:
                return
            for each in all_waiting:
                each.append(element)
        yield mine.pop(0)
