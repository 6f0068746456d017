# textwrap, as far as programs use it.


def dedent(text):
    lines = [line if line.strip() else line.strip(' \t\r\x0b\x0c') for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line.strip():
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    return '\n'.join(line[len(margin or ''):] if line.strip() else line for line in lines)


def indent(text, prefix, predicate=None):
    lines = text.splitlines(True)
    return ''.join(prefix + line if (predicate(line) if predicate else line.strip()) else line for line in lines)


def wrap(text, width=70, initial_indent='', subsequent_indent='', **options):
    lines = []
    line = initial_indent
    has_words = False
    for word in text.split():
        while True:
            joined = line + (' ' if has_words else '') + word
            if len(joined) <= width:
                line, has_words = joined, True
                break
            if has_words:
                lines.append(line)
                line, has_words = subsequent_indent, False
                continue
            room = max(width - len(line), 1)
            lines.append(line + word[:room])
            word = word[room:]
            line = subsequent_indent
            if not word:
                break
    if has_words:
        lines.append(line)
    return lines


def fill(text, width=70, **options):
    return '\n'.join(wrap(text, width, **options))


def shorten(text, width, placeholder=' [...]', **options):
    words = text.split()
    if len(' '.join(words)) <= width:
        return ' '.join(words)
    while words and len(' '.join(words) + placeholder) > width:
        words.pop()
    return ' '.join(words) + placeholder if words else placeholder.strip()
