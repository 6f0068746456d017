templates = [('{', ()), ('}', ()), ('{0', (1,)), ('{a{', (1,)), ('{!', (1,)), ('{!r', (1,)), ('{!rx}', (1,)), ('{!x}', (1,)), ('{!\u00e9}', (1,)),
             ('{:{', (1,)), ('{} {0}', (1,)), ('{0} {}', (1,)), ('{}', ()), ('{a}', ()), ('{0.}', (1,)), ('{0[}', (1,)), ('{0[a]b}', ({'a': 1},)),
             ('{0[]}', (1,)), ('{:{:{}}}', (1, 2, 3)), ('{0.a}', (1,)), ('{0[0]}', ([],)), ('{0[a]}', ([],)), ('{0[-1]}', ({'-1': 5},)),
             ('{99999999999999999999}', (1,)), ('{{}} {0!r:>5} {1[b]}', ('a', {'b': 2})), ('{:>{}}|{:<{}}|', ('a', 5, 'b', 3)),
             ('{0.real} {0.imag}', (3,)), ('{!s:*^5}{!a}', ('x', '\u00e9')), ('}}{{', ()), ('{0[0][1]}', ([[1, 2]],)), ('{:}', (1,)), ('{5}', (1,))]
for text, arguments in templates:
    show(lambda: text.format(*arguments))
show(lambda: '{a} {b!r}'.format(a=1, b='c'))
show(lambda: '{self}'.format(self=3))
show(lambda: '{}'.format_map({}))
show(lambda: '{a}'.format_map({'a': 2}))
show(lambda: '{a}'.format_map({}))
show(lambda: '{:>{w}.{p}f}'.format(3.14159, w=10, p=2))
class Missing(dict):
    def __missing__(self, key):
        return '<' + key + '>'
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, specification):
        return 'money(%s|%s)' % (self.amount, specification)
class Wrong:
    def __format__(self, specification):
        return 3
show(lambda: '{a} {b}'.format_map(Missing(a=1)))
show(lambda: '{:x y} {}'.format(Money(3), Money(4)))
show(lambda: format(Money(5)))
show(lambda: format(Wrong()))
show(lambda: '{0.amount:>4}'.format(Money(5)))
show(lambda: format(5, 1))
value, width = 3.14159, 10
print(f'{value:{width}.3f}|{value!r:>{width}}|{{}}|{"é"!a}|{value:<10}|{width:#x}|{value=}')
