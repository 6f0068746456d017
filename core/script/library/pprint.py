# pprint, as far as programs use it.


def _formatted(value, indent, room, width):
    text = _plain(value)
    if len(text) <= room or not isinstance(value, (list, tuple, dict, set, frozenset)) or not value:
        return text
    inner = indent + 1
    pad = ',\n' + ' ' * inner
    if type(value) is dict:
        parts = []
        for key in sorted(value, key=_order):
            name = _plain(key) + ': '
            parts.append(name + _formatted(value[key], inner + len(name), width - inner - len(name), width))
        return '{' + pad.join(parts) + '}'
    if type(value) in (list, tuple):
        parts = [_formatted(each, inner, width - inner, width) for each in value]
        return ('[' + pad.join(parts) + ']') if type(value) is list else ('(' + pad.join(parts) + (',)' if len(parts) == 1 else ')'))
    if type(value) is set:
        return '{' + pad.join(_formatted(each, inner, width - inner, width) for each in sorted(value, key=_order)) + '}'
    return text


def _order(value):
    return str(type(value)), value if isinstance(value, (int, float, str, tuple)) else repr(value)


# repr(), but with the keys of dicts and the elements of sets in order.
def _plain(value):
    if type(value) is dict:
        return '{' + ', '.join('%s: %s' % (_plain(key), _plain(value[key])) for key in sorted(value, key=_order)) + '}'
    if type(value) is list:
        return '[' + ', '.join(map(_plain, value)) + ']'
    if type(value) is tuple:
        return '(' + ', '.join(map(_plain, value)) + (',)' if len(value) == 1 else ')')
    if type(value) is set and value:
        return '{' + ', '.join(map(_plain, sorted(value, key=_order))) + '}'
    return repr(value)


def pformat(object, indent=1, width=80, depth=None, **options):
    return _formatted(object, 0, width, width)


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    print(pformat(object, indent, width, depth), file=stream)


pp = pprint
