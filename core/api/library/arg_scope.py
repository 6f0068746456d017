# Default arguments for whole blocks: TensorFlow 1.15, contrib/framework/python/ops/arg_scope.py.

import contextlib
import functools

_stack = [{}]
_decorated = {}


def _key(function):
    return getattr(function, "_key_op", str(function))


@contextlib.contextmanager
def arg_scope(list_ops_or_scope, **kwargs):
    if isinstance(list_ops_or_scope, dict):
        if kwargs:
            raise ValueError("When attempting to re-use a scope by suppling adictionary, kwargs must be empty.")
        current = list_ops_or_scope.copy()
    else:
        if not isinstance(list_ops_or_scope, (list, tuple)):
            raise TypeError("list_ops_or_scope must either be a list/tuple or reusedscope (i.e. dict)")
        current = _stack[-1].copy()
        for function in list_ops_or_scope:
            key = _key(function)
            if not has_arg_scope(function):
                raise ValueError("%s is not decorated with @add_arg_scope", (function.__module__, function.__name__))
            arguments = current.get(key, {}).copy()
            arguments.update(kwargs)
            current[key] = arguments
    _stack.append(current)
    try:
        yield current
    finally:
        _stack.pop()


def add_arg_scope(func):
    key = _key(func)

    @functools.wraps(func)
    def func_with_args(*args, **kwargs):
        if key in _stack[-1]:
            arguments = _stack[-1][key].copy()
            arguments.update(kwargs)
            kwargs = arguments
        return func(*args, **kwargs)

    if key not in _decorated:
        code = func.__code__
        _decorated[key] = code.co_varnames[code.co_argcount - len(func.__defaults__ or ()):code.co_argcount]
    func_with_args._key_op = key
    return func_with_args


def has_arg_scope(func):
    return _key(func) in _decorated


def arg_scoped_arguments(func):
    assert has_arg_scope(func)
    return _decorated[_key(func)]
