# Pd9^Ra4hIx
from tensorflow import *
import tensorflow as t
share = t.make_template('shared', lambda x: x * t.get_variable('s', [1]))
for name in ('a', 'b', 'a'):
    with t.name_scope(name) as s, t.variable_scope(name + '_v', reuse=t.AUTO_REUSE):
        y = share(t.constant([1.0], name='c'))
        with t.name_scope(None):
            t.add(y, y, name='sum')
        with t.name_scope(s):
            t.cond(t.constant(True), lambda: y, lambda: -y)
i = t.while_loop(lambda i: i < 3, lambda i: i + 1, [0])
lst = [t.no_op() for _ in range(2)]
