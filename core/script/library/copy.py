# copy, as far as programs use it.


class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, bool, complex, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0), property)


def _is_atomic(x):
    return isinstance(x, type) or type(x) in _atomic


def _attributes(x):
    return getattr(x, '__dict__', None)


# An object of the same class that __init__ has not seen; nothing where there is no such way.
def _blank(x):
    cls = type(x)
    if hasattr(cls, '__getnewargs__'):
        return cls.__new__(cls, *x.__getnewargs__())
    return cls.__new__(cls)


def copy(x):
    cls = type(x)
    if _is_atomic(x):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if cls in (tuple, frozenset):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    if _attributes(x) is None:
        return x
    made = _blank(x)
    if isinstance(x, list):
        list.extend(made, x)
    elif isinstance(x, dict):
        dict.update(made, dict.items(x))
    elif isinstance(x, set):
        set.update(made, x)
    made.__dict__.update(_attributes(x))
    return made


def deepcopy(x, memo=None):
    if _is_atomic(x):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    made = _deepcopy(x, memo)
    if made is not x:
        memo[id(x)] = made
        # Kept alive, so that its id stays its own.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deepcopy(x, memo):
    cls = type(x)
    if cls is list:
        made = memo[id(x)] = []
        for element in x:
            made.append(deepcopy(element, memo))
        return made
    if cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        return _deepcopy_tuple(x, memo)
    if cls in (set, frozenset):
        return cls([deepcopy(element, memo) for element in x])
    method = getattr(cls, '__deepcopy__', None)
    if method is not None:
        return method(x, memo)
    if _attributes(x) is None:
        return x
    return _deepcopy_instance(x, memo)


def _deepcopy_tuple(x, memo):
    elements = [deepcopy(element, memo) for element in x]
    # The tuple may have been copied on the way by what it contains.
    if id(x) in memo:
        return memo[id(x)]
    for before, after in zip(x, elements):
        if before is not after:
            return tuple(elements)
    return x


def _deepcopy_instance(x, memo):
    if isinstance(x, tuple):
        made = type(x).__new__(type(x), *deepcopy(x.__getnewargs__(), memo))
    else:
        made = _blank(x)
    memo[id(x)] = made
    if isinstance(x, list):
        for element in x:
            list.append(made, deepcopy(element, memo))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(made, deepcopy(key, memo), deepcopy(value, memo))
    elif isinstance(x, set):
        for element in x:
            set.add(made, deepcopy(element, memo))
    for name, value in _attributes(x).items():
        made.__dict__[name] = deepcopy(value, memo)
    return made
