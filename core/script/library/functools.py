# functools, as far as programs use it.

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in list(getattr(wrapped, name, {}).items()):
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class partial:
    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(each) for each in self.args)
        parts.extend('%s=%r' % item for item in self.keywords.items())
        return 'functools.partial(' + ', '.join(parts) + ')'


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func, instance, *self.args, **self.keywords)


def reduce(function, sequence, /, *initial):
    if len(initial) > 1:
        raise TypeError('reduce expected at most 3 arguments, got %d' % (2 + len(initial)))
    try:
        iterator = iter(sequence)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial:
        value = initial[0]
    else:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    for element in iterator:
        value = function(value, element)
    return value


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


def _cache_key(args, keywords, typed):
    key = (args, tuple(keywords.items()))
    if typed:
        key += (tuple(type(each) for each in args), tuple(type(each) for each in keywords.values()))
    return key


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._maxsize = maxsize
        self._typed = typed
        self._known = {}
        self._hits = self._misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **keywords):
        key = _cache_key(args, keywords, self._typed)
        known = self._known
        if key in known:
            self._hits += 1
            value = known.pop(key)
            known[key] = value
            return value
        self._misses += 1
        value = self.__wrapped__(*args, **keywords)
        if self._maxsize != 0:
            known[key] = value
            if self._maxsize is not None and len(known) > self._maxsize:
                del known[next(iter(known))]
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return partial(self, instance)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._known)))

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed}

    def cache_clear(self):
        self._known.clear()
        self._hits = self._misses = 0


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _lru_cache_wrapper(function, None if maxsize is None else max(maxsize, 0), typed)
    return decorate


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


def _not(value):
    return value if value is NotImplemented else not value


def _or_equal(value, self, other):
    return value if value is NotImplemented else value or self == other


def _and_not_equal(value, self, other):
    return value if value is NotImplemented else not value and self != other


def _and_differs(value, self, other):
    return value if value is NotImplemented else value and self != other


def _not_or_equal(value, self, other):
    return value if value is NotImplemented else not value or self == other


# What the other comparisons are in terms of the one that a class has.
_orders = {
    '__lt__': {'__gt__': lambda self, other: _and_not_equal(type(self).__lt__(self, other), self, other),
               '__le__': lambda self, other: _or_equal(type(self).__lt__(self, other), self, other),
               '__ge__': lambda self, other: _not(type(self).__lt__(self, other))},
    '__le__': {'__ge__': lambda self, other: _not_or_equal(type(self).__le__(self, other), self, other),
               '__lt__': lambda self, other: _and_differs(type(self).__le__(self, other), self, other),
               '__gt__': lambda self, other: _not(type(self).__le__(self, other))},
    '__gt__': {'__lt__': lambda self, other: _and_not_equal(type(self).__gt__(self, other), self, other),
               '__ge__': lambda self, other: _or_equal(type(self).__gt__(self, other), self, other),
               '__le__': lambda self, other: _not(type(self).__gt__(self, other))},
    '__ge__': {'__le__': lambda self, other: _not_or_equal(type(self).__ge__(self, other), self, other),
               '__gt__': lambda self, other: _and_differs(type(self).__ge__(self, other), self, other),
               '__lt__': lambda self, other: _not(type(self).__ge__(self, other))},
}


def total_ordering(cls):
    has = [name for name in _orders if any(name in each.__dict__ for each in cls.__mro__[:-1])]
    if not has:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, function in _orders[has[0]].items():
        if name not in has:
            setattr(cls, name, function)
    return cls


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for each in cls.__mro__:
            if each in registry:
                return registry[each]
        return func

    def register(cls, func=None):
        if func is None:
            return lambda function: register(cls, function)
        registry[cls] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % func.__name__)
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
