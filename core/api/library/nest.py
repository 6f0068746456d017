# Nested structures: TensorFlow 1.15, python/util/nest.py.

from _namescape_tensors import assert_same_structure as _assert_same, flatten as _flatten, pack


def is_nested(seq):
    return isinstance(seq, (list, tuple, dict))


def flatten(structure, expand_composites=False):
    return _flatten(structure)


def pack_sequence_as(structure, flat_sequence, expand_composites=False):
    if not is_nested(flat_sequence):
        raise TypeError("flat_sequence must be a sequence")
    if not is_nested(structure):
        if len(flat_sequence) != 1:
            raise ValueError("Structure is a scalar but len(flat_sequence) == %d > 1" % len(flat_sequence))
        return flat_sequence[0]
    expected = _flatten(structure)
    if len(expected) != len(flat_sequence):
        raise ValueError("Could not pack sequence. Structure had %d elements, but flat_sequence had %d elements.  Structure: %s, flat_sequence: %s."
                         % (len(expected), len(flat_sequence), structure, flat_sequence))
    return pack(structure, list(flat_sequence))


def assert_same_structure(nest1, nest2, check_types=True, expand_composites=False):
    _assert_same(nest1, nest2)


def map_structure(func, *structure, **kwargs):
    if not callable(func):
        raise TypeError("func must be callable, got: %s" % func)
    if not structure:
        raise ValueError("Must provide at least one structure")
    check_types = kwargs.pop("check_types", True)
    kwargs.pop("expand_composites", False)
    if kwargs:
        raise ValueError("Only valid keyword arguments are `check_types` and `expand_composites`, not: `%s`" % ("`, `".join(kwargs.keys())))
    for other in structure[1:]:
        if check_types:
            _assert_same(structure[0], other)
    return pack(structure[0], [func(*leaves) for leaves in zip(*[_flatten(each) for each in structure])])
