# How numpy shows numbers and arrays (its arrayprint, with the settings that it begins with).
from _namescape_numpy import shortest

_precision = 8
_line_width = 75
_threshold = 1000
_edge_items = 3


def _special(number):
    return 'nan' if number != number else 'inf' if number > 0 else '-inf'


def _is_finite(number):
    return number == number and number not in (float('inf'), float('-inf'))


def _split(number, bits):
    """The shortest digits, before and behind the point, and the exponent: '-1', '25', -7."""
    mantissa, exponent = shortest(number, bits).split('e')
    whole, _, fraction = mantissa.partition('.')
    return whole, fraction, int(exponent)


def positional(number, bits, most=None):
    whole, fraction, exponent = _split(number, bits)
    sign = '-' if whole[0] == '-' else ''
    digits = whole.lstrip('-') + fraction
    if exponent < 0:
        text = '0.' + '0' * (-exponent - 1) + digits
    else:
        digits += '0' * (exponent + 1 - len(digits))
        text = digits[:exponent + 1] + '.' + digits[exponent + 1:]
    if most is not None and len(text) - text.index('.') - 1 > most:
        text = '%.*f' % (most, abs(number))
    if text.endswith('0') or text.endswith('.'):
        text = text.rstrip('0')
    return sign + text


def scientific(number, bits, most=None, least=0):
    whole, fraction, exponent = _split(number, bits)
    if most is not None and len(fraction) > most:
        mantissa, exponent = ('%.*e' % (most, number)).split('e')
        whole, _, fraction = mantissa.partition('.')
        fraction = fraction.rstrip('0')
    return '%s.%se%s%02d' % (whole, fraction.ljust(least, '0'), '-' if int(exponent) < 0 else '+', abs(int(exponent)))


def number_text(value, dtype):
    """str() and repr() of a number of an array by itself."""
    if dtype.kind == 'c':
        real = number_text(value.real, _part(dtype)).removesuffix('.0')
        imaginary = number_text(value.imag, _part(dtype)).removesuffix('.0') + 'j'
        if value.real == 0:
            return imaginary
        return '(' + real + ('' if imaginary[0] == '-' else '+') + imaginary + ')'
    if dtype.kind != 'f':
        return str(value)
    if not _is_finite(value):
        return _special(value)
    if value != 0 and not 1e-4 <= abs(value) < 1e16:
        text = scientific(value, dtype.bits)
        return text.replace('.e', 'e')
    text = positional(value, dtype.bits)
    return text + '0' if text.endswith('.') else text


def _part(dtype):
    from numpy._types import dtype as make
    return make('float%d' % (dtype.bits // 2))


def _float_format(values, bits):
    """A function that shows each of the numbers in the same width."""
    finite = [value for value in values if _is_finite(value)]
    sizes = [abs(value) for value in finite if value != 0]
    is_scientific = bool(sizes) and (max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000)
    if is_scientific:
        texts = [scientific(value, bits, _precision) for value in finite]
        digits = max(len(text.partition('e')[0].partition('.')[2]) for text in texts)
        shown = lambda value: scientific(value, bits, digits, digits)
        left = max(len(text.partition('.')[0]) for text in texts)
        right = max(len(shown(value).partition('.')[2]) for value in finite)
        width = left + 1 + right
        finish = lambda text: text.rjust(width)
    else:
        texts = [positional(value, bits, _precision) for value in finite]
        left = max([len(text.partition('.')[0]) for text in texts], default=0)
        right = max([len(text.partition('.')[2]) for text in texts], default=0)
        shown = lambda value: positional(value, bits, _precision)
        width = left + 1 + right
        finish = lambda text: (' ' * (left - text.index('.')) + text).ljust(width)
    special = [_special(value) for value in values if not _is_finite(value)]
    if special:
        wider = max(max(len(text) for text in special), width if finite else 0)
        return lambda value: (finish(shown(value)) if _is_finite(value) else _special(value)).rjust(wider)
    return lambda value: finish(shown(value))


def _format_of(values, dtype):
    if dtype.kind == 'f':
        return _float_format(values, dtype.bits)
    if dtype.kind == 'c':
        real = _float_format([value.real for value in values], dtype.bits // 2)
        imaginary = _float_format([value.imag for value in values], dtype.bits // 2)
        return lambda value: real(value.real) + ('' if imaginary(value.imag).startswith('-') else '+') + imaginary(value.imag).strip() + 'j'
    if dtype.kind in 'SUO':
        return repr
    width = max([len(str(value)) for value in values], default=0)
    return lambda value: str(value).rjust(width)


def _edges(nested, depth):
    """What is shown of an array that is too long."""
    if depth == 0:
        return [nested]
    rows = nested if len(nested) <= 2 * _edge_items else nested[:_edge_items] + nested[-_edge_items:]
    return [value for row in rows for value in _edges(row, depth - 1)]


def _rows(nested, is_cut):
    if is_cut and len(nested) > 2 * _edge_items:
        return nested[:_edge_items] + [Ellipsis] + nested[-_edge_items:]
    return nested


def _lines(nested, depth, show, separator, indent, is_cut, width):
    if depth == 0:
        return show(nested)
    texts = ['...' if row is Ellipsis else _lines(row, depth - 1, show, separator, indent + ' ', is_cut, width - 1) for row in _rows(nested, is_cut)]
    if depth > 1:
        return '[' + (separator.rstrip() + '\n' * (depth - 1) + indent).join(texts) + ']'
    result, line = '', indent
    for number, text in enumerate(texts):
        if len(line) + len(text) > width - 1 and len(line) > len(indent):
            result += line.rstrip() + '\n'
            line = indent
        line += text if number == len(texts) - 1 else text + separator
    return '[' + (result + line)[len(indent):] + ']'


def array_text(array, separator=' ', prefix='', width=_line_width):
    nested, depth = array.tolist(), array.ndim
    if depth > 0 and array.size == 0:
        return '[]'
    is_cut = array.size > _threshold
    show = _format_of(_edges(nested, depth) if is_cut else array.values(), array.dtype)
    return _lines(nested, depth, show, separator, ' ' * (len(prefix) + 1), is_cut, width)


def array_repr(array):
    has_plain_type = array.dtype.name in ('float64', 'int64', 'bool', 'complex128') and array.size > 0
    text = 'array(' + array_text(array, ', ', 'array(', _line_width - 1)
    if array.size == 0 and array.ndim > 1:
        text += ', shape=%s' % (array.shape,)
    if has_plain_type:
        return text + ')'
    text += ','
    name = 'dtype=' + (repr(str(array.dtype)) if array.dtype.kind in 'SU' else array.dtype.name) + ')'
    last = len(text) - text.rfind('\n') - 1
    return text + (' ' if last + len(name) + 1 <= _line_width else '\n' + ' ' * len('array(')) + name
