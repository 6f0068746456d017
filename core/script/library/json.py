# json, as far as programs use it.

_short_escapes = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, line, column, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


def _quoted(text, ensure_ascii):
    parts = ['"']
    for character in text:
        if character in _short_escapes:
            parts.append(_short_escapes[character])
        elif character < ' ' or (ensure_ascii and character > '~'):
            number = ord(character)
            if number > 0xffff:
                number -= 0x10000
                parts.append('\\u%04x\\u%04x' % (0xd800 + (number >> 10), 0xdc00 + (number & 0x3ff)))
            else:
                parts.append('\\u%04x' % number)
        else:
            parts.append(character)
    parts.append('"')
    return ''.join(parts)


def _float_text(number, allow_nan):
    if number != number:
        text = 'NaN'
    elif number == float('inf'):
        text = 'Infinity'
    elif number == -float('inf'):
        text = '-Infinity'
    else:
        return float.__repr__(number)
    if not allow_nan:
        raise ValueError('Out of range float values are not JSON compliant')
    return text


def _key_text(key, encoder):
    if isinstance(key, str):
        return key
    if key is True:
        return 'true'
    if key is False:
        return 'false'
    if key is None:
        return 'null'
    if isinstance(key, int):
        return int.__repr__(key)
    if isinstance(key, float):
        return _float_text(key, encoder.allow_nan)
    if encoder.skipkeys:
        return None
    raise TypeError('keys must be str, int, float, bool or None, not ' + key.__class__.__name__)


class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        else:
            self.item_separator = ', ' if indent is None else ','
            self.key_separator = ': '
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)

    def encode(self, o):
        parts = []
        self._write(o, parts, '\n', [])
        return ''.join(parts)

    def iterencode(self, o):
        return iter([self.encode(o)])

    def _write(self, o, parts, newline, around):
        if isinstance(o, str):
            parts.append(_quoted(o, self.ensure_ascii))
        elif o is None:
            parts.append('null')
        elif o is True:
            parts.append('true')
        elif o is False:
            parts.append('false')
        elif isinstance(o, int):
            parts.append(int.__repr__(o))
        elif isinstance(o, float):
            parts.append(_float_text(o, self.allow_nan))
        else:
            for each in around:
                if each is o:
                    raise ValueError('Circular reference detected')
            around.append(o)
            if isinstance(o, (list, tuple)):
                self._write_all(o, '[]', False, parts, newline, around)
            elif isinstance(o, dict):
                items = sorted(o.items()) if self.sort_keys else list(o.items())
                items = [(_key_text(key, self), value) for key, value in items]
                self._write_all([item for item in items if item[0] is not None], '{}', True, parts, newline, around)
            else:
                self._write(self.default(o), parts, newline, around)
            around.pop()

    def _write_all(self, elements, brackets, is_dict, parts, newline, around):
        if not elements:
            parts.append(brackets)
            return
        parts.append(brackets[0])
        inner = '' if self.indent is None else newline + self.indent
        separator = ''
        for element in elements:
            parts.append(separator + inner)
            separator = self.item_separator
            if is_dict:
                parts.append(_quoted(element[0], self.ensure_ascii) + self.key_separator)
                element = element[1]
            self._write(element, parts, inner or newline, around)
        if self.indent is not None:
            parts.append(newline)
        parts.append(brackets[1])


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                   indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
    return encoder.encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


_short_unescapes = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int

    def decode(self, s):
        value, end = self._value(s, self._space(s, 0))
        end = self._space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _space(self, s, at):
        while at < len(s) and s[at] in ' \t\n\r':
            at += 1
        return at

    def _value(self, s, at):
        character = s[at:at + 1]
        if character == '"':
            return self._string(s, at + 1)
        if character == '{':
            return self._object(s, at + 1)
        if character == '[':
            return self._array(s, at + 1)
        for text, value in (('null', None), ('true', True), ('false', False), ('NaN', float('nan')), ('Infinity', float('inf')), ('-Infinity', -float('inf'))):
            if s.startswith(text, at):
                return value, at + len(text)
        return self._number(s, at)

    def _digits(self, s, at):
        while at < len(s) and '0' <= s[at] <= '9':
            at += 1
        return at

    def _number(self, s, begin):
        at = begin + 1 if s[begin:begin + 1] == '-' else begin
        end = at + 1 if s[at:at + 1] == '0' else self._digits(s, at)
        if end == at:
            raise JSONDecodeError('Expecting value', s, begin)
        is_float = False
        if s[end:end + 1] == '.' and self._digits(s, end + 1) > end + 1:
            end = self._digits(s, end + 1)
            is_float = True
        if s[end:end + 1] in ('e', 'E'):
            exponent = end + 2 if s[end + 1:end + 2] in ('+', '-') else end + 1
            if self._digits(s, exponent) > exponent:
                end = self._digits(s, exponent)
                is_float = True
        return (self.parse_float if is_float else self.parse_int)(s[begin:end]), end

    def _string(self, s, at):
        begin = at - 1
        parts = []
        while True:
            end = at
            while end < len(s) and s[end] not in '"\\' and s[end] >= ' ':
                end += 1
            parts.append(s[at:end])
            if end >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if s[end] == '"':
                return ''.join(parts), end + 1
            if s[end] != '\\':
                raise JSONDecodeError('Invalid control character at', s, end)
            character = s[end + 1:end + 2]
            if character == 'u':
                text, at = self._code_point(s, end + 2)
                parts.append(text)
            elif character == '':
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            elif character not in _short_unescapes:
                raise JSONDecodeError('Invalid \\escape', s, end)
            else:
                parts.append(_short_unescapes[character])
                at = end + 2

    def _four_digits(self, s, at):
        digits = s[at:at + 4]
        if len(digits) != 4 or any(each not in '0123456789abcdefABCDEF' for each in digits):
            raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)
        return int(digits, 16)

    def _code_point(self, s, at):
        number = self._four_digits(s, at)
        at += 4
        if 0xd800 <= number <= 0xdbff and s[at:at + 2] == '\\u':
            low = self._four_digits(s, at + 2)
            if 0xdc00 <= low <= 0xdfff:
                return chr(0x10000 + ((number - 0xd800) << 10) + (low - 0xdc00)), at + 6
        return chr(number), at

    def _array(self, s, at):
        values = []
        at = self._space(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = self._space(s, at)
            if s[at:at + 1] == ']':
                return values, at + 1
            if s[at:at + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._space(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = self._space(s, at)
        if s[at:at + 1] == '}':
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
            key, at = self._string(s, at + 1)
            at = self._space(s, at)
            if s[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, self._space(s, at + 1))
            pairs.append((key, value))
            at = self._space(s, at)
            if s[at:at + 1] == '}':
                return self._made(pairs), at + 1
            if s[at:at + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._space(s, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, bytes):
        s = s.decode('utf-8')
    if not isinstance(s, str):
        raise TypeError('the JSON object must be str, bytes or bytearray, not ' + s.__class__.__name__)
    decoder = (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)
    return decoder.decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
