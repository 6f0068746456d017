# string: constants and templates.

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _replaced(self, mapping, strict):
        text = self.template
        parts = []
        at = 0
        while True:
            found = text.find('$', at)
            if found < 0:
                parts.append(text[at:])
                return ''.join(parts)
            parts.append(text[at:found])
            at = found + 1
            if text[at:at + 1] == '$':
                parts.append('$')
                at += 1
                continue
            braced = text[at:at + 1] == '{'
            begin = at + 1 if braced else at
            end = begin
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_') and not (end == begin and text[end].isdigit()):
                end += 1
            if end == begin or (braced and text[end:end + 1] != '}'):
                if strict:
                    line = text.count('\n', 0, found) + 1
                    column = found - (text.rfind('\n', 0, found) + 1) + 1
                    raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))
                parts.append('$')
                continue
            name = text[begin:end]
            at = end + 1 if braced else end
            if strict or name in mapping:
                parts.append(str(mapping[name]))
            else:
                parts.append(text[found:at])

    def substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)
