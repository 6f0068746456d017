import json
import re
import string
import textwrap


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)


print(json.dumps({'a': [1, 2.5, None, True], 'b': 'x"y\n\u00e9'}), json.dumps([]), json.dumps({}), json.dumps('\u20ac'), json.dumps('\u00e9', ensure_ascii=False), json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 2.5: 5}))
print(json.dumps({'b': 1, 'a': [1, {'c': 2}], 'e': [], 'f': {}}, indent=2, sort_keys=True))
print(json.dumps([1, 2], separators=(',', ':')), json.dumps({'a': 1}, indent=0), json.dumps([float('inf'), float('nan')]), json.dumps({'k': {1}}, default=list), json.dumps(1e100), json.dumps(True))
print(json.loads('{"a": [1, 2.5, -3e2, null, true, false], "b": {"c": "x\\n\\u00e9\\ud83d\\ude00"}}'), json.loads(' [ ] '), json.loads('"s"'), json.loads('12'), json.loads('-0.5'))
for text in ('', '{', '[1,', '{"a" 1}', '[1 2]', 'nul', '"abc', '{"a": 1,}', '[1] x', '{1: 2}', '"\\q"', '[01]'):
    attempt(lambda: json.loads(text))
attempt(lambda: json.dumps({1, 2}))
attempt(lambda: json.dumps({(1, 2): 3}))
attempt(lambda: json.dumps(object) and None)
attempt(lambda: json.loads(5))
print(json.loads(json.dumps({'nested': {'list': [[], {}, [1]]}})), json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())))

print(re.match(r'(\w+)\s(\d+)', 'abc 123 x').groups(), re.match('b', 'abc'), re.search('b', 'abc'), re.fullmatch('abc', 'abcd'), re.fullmatch('a.*d', 'abcd').group())
m = re.search(r'(?P<first>\w+)@(?P<host>\w+)\.com(?P<rest>x)?', 'mail bob@site.com now')
print(m.group(), m.group(1, 2), m.group('host'), m['first'], m.groupdict(), m.span(), m.start('host'), m.end(1), m.groups('none'), m.lastindex, m.lastgroup, m)
print(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'x*', 'axb'), re.findall(r'(a)|b', 'ab'), re.findall('é+', 'caféé'))
print(re.sub(r'\d', '#', 'a1b2'), re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2'), re.sub('a', lambda match: match.group().upper(), 'banana', count=2), re.sub(r'(?P<n>\d)', r'<\g<n>>', 'x1'), re.sub('x*', '-', 'abxd'), re.subn('a', 'b', 'aaa'), re.sub('$', '!', 'end'), re.sub(r'\s+', ' ', ' a  b\n c '))
print(re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(-)', 'a-b-c'), re.split('x', 'axbxc', 1), re.split(r'\b', 'a b'))
pattern = re.compile(r'^(\w+)_(\d+)$', re.IGNORECASE)
print(pattern.match('Layer_12').group(2), pattern.pattern, pattern.groups, pattern.search('no'), pattern, bool(pattern.match('a_1')), pattern.flags)
print([match.span() for match in re.finditer('a.', 'abacad')], re.escape('a.b*c d'), re.compile('a').sub('b', 'aa'), re.findall('(?i)A', 'aA'), re.findall('^.', 'ab\ncd', re.MULTILINE), re.match('.*', 'a\nb', re.S).group(), re.findall(r'[^\W\d_]+', 'ab1_c'), re.match(r'\d{,2}', '123').group())
print(re.match(r'a # comment' '\n' r' b', 'ab', re.VERBOSE), re.search(r'\bfoo\b', 'a foo b').start(), re.sub(r'([a-z])([A-Z])', r'\1_\2', 'someCamelCase').lower(), re.match(r'(a)?b', 'b').group(1), re.search('(?<=x)y', 'xy').span(), re.search(r'ä(.)', 'xäö').span(1))
for wrong in ('(', ')', '[a', '*a', 'a**', r'\q', '(?P<n>a)(?P<n>b)', '(?P=x)', 'a\\'):
    try:
        re.compile(wrong)
    except re.error as error:
        print('error', wrong)
attempt(lambda: re.match('a', 5))
attempt(lambda: re.match(5, 'a'))
attempt(lambda: re.match('(a)', 'a').group(2))
attempt(lambda: re.match(b'a', 'a'))
attempt(lambda: re.sub('a', r'\3', 'a'))
attempt(lambda: re.sub('a', r'\g<x>', 'a'))
print(re.findall(b'\\w', b'ab'), re.compile(r'(\d+)').split('a1b2'), re.match('abc', 'xabc', 1) if False else re.compile('abc').match('xabc', 1))

print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('hello big world'), string.Template('$a and ${b}c $$').substitute(a=1, b=2), string.Template('$x $y').safe_substitute(x=1))
attempt(lambda: string.Template('$a').substitute())
attempt(lambda: string.Template('$').substitute())
print(repr(textwrap.dedent('  a\n    b\n  c\n')), textwrap.indent('a\nb', '> '), textwrap.wrap('the quick brown fox jumps', 10), textwrap.fill('aa bb cc', 5), textwrap.shorten('hello big world', 11))
