# Values that govern a program, by name: TensorFlow 1.15, contrib/training/python/training/hparam.py.


import re

_ASSIGNMENT = re.compile(r"([a-zA-Z][\w.]*)(?:\[\s*(\d+)\s*\])?\s*=\s*(?:\[([^\]]*)\]|([^,\[]*))(?:$|,\s*)")

_TRUTHS = {"true": True, "True": True, "false": False, "False": False}


# The parts of "a=1,b[2]=x,c=[1,2]": name, index where there is one, text or list of texts.
def _assignments(values):
    at = 0
    while at < len(values):
        found = _ASSIGNMENT.match(values, at)
        if not found:
            raise ValueError("Malformed hyperparameter value: %s" % values[at:])
        name, index, several, single = found.groups()
        yield name, None if index is None else int(index), single.strip() if several is None else [each.strip() for each in several.split(",") if each.strip()]
        at = found.end()


def _parsed(name, kind, text, values):
    try:
        if kind is bool:
            return _TRUTHS[text] if text in _TRUTHS else bool(int(text))
        return kind(text)
    except ValueError:
        raise ValueError("Could not parse hparam '%s' of type '%s' with value '%s' in %s" % (name, kind.__name__, text, values))


class HParams(object):
    def __init__(self, hparam_def=None, model_structure=None, **kwargs):
        self.__dict__["_names"] = []
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        if getattr(self, name, None) is not None:
            raise ValueError("Hyperparameter name is reserved: %s" % name)
        if isinstance(value, (list, tuple)):
            if not value:
                raise ValueError("Multi-valued hyperparameters cannot be empty: %s" % name)
            value = list(value)
        self._names.append(name)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        if name not in self._names:
            raise KeyError(name)
        if isinstance(value, list) and not isinstance(getattr(self, name), list):
            raise ValueError("Must not pass a list for single-valued parameter: %s" % name)
        if isinstance(getattr(self, name), list) and not isinstance(value, list):
            raise ValueError("Must pass a list for multi-valued parameter: %s." % name)
        if isinstance(value, dict):
            raise ValueError("Could not cast hparam '%s' of type '%s' from value %r" % (name, type(getattr(self, name)), value))
        setattr(self, name, value)

    def del_hparam(self, name):
        if name in self._names:
            self._names.remove(name)
            delattr(self, name)

    def override_from_dict(self, values_dict):
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    def parse(self, values):
        assigned = {}
        for name, index, value in _assignments(values):
            if name not in self._names:
                raise ValueError("Unknown hyperparameter type for %s" % name)
            former = getattr(self, name)
            kind = type(former[0] if isinstance(former, list) else former)
            if index is not None:
                assigned.setdefault(name, {})[index] = _parsed(name, kind, value, values)
            elif name in assigned:
                raise ValueError("Multiple assignments to variable '%s' in %s" % (name, values))
            elif isinstance(value, list):
                assigned[name] = [_parsed(name, kind, each, values) for each in value]
            else:
                assigned[name] = _parsed(name, kind, value, values)
        return self.override_from_dict(assigned)

    def get(self, key, default=None):
        return getattr(self, key) if key in self._names else default

    def values(self):
        return {name: getattr(self, name) for name in self._names}

    def __contains__(self, key):
        return key in self._names
