import json
import re
import string
import textwrap
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
