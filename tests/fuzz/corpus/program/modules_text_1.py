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
