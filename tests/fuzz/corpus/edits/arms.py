# tG4%ws9-Ku
import tensorflow as tf
try:
    tf.get_variable('v', [1])
    # before the handlers
except ValueError as error:
    print(error)
except (TypeError, KeyError):
    raise
else:
    # nothing went wrong
    with tf.variable_scope('else'):
        pass
finally:
    tf.no_op(name='last')

if tf is None:
    x = 1
elif tf:
    x = 2  # here
else:
    x = 3
for i in []:
    pass
else:
    x += 1
