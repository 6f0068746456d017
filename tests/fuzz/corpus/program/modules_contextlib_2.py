import contextlib
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext
with ExitStack() as stack:
    names = [stack.enter_context(scope(name)) for name in 'xy']
    stack.callback(print, 'called back', sep='!')
    print(names)
with ExitStack() as stack:
    stack.enter_context(scope('s'))
    raise KeyError('through the stack')
def failing_stack():
    with ExitStack() as stack:
        stack.enter_context(scope('t'))
        stack.callback(lambda: print('cleanup'))
        raise RuntimeError('not swallowed')
attempt(failing_stack)
with ExitStack() as stack:
    stack.enter_context(scope('moved'))
    kept = stack.pop_all()
print('still open')
kept.close()
attempt(lambda: ExitStack().enter_context(5))
class Managed(contextlib.ContextDecorator):
    def __enter__(self):
        print('managed in')
        return self

    def __exit__(self, *details):
        print('managed out', details[0] and details[0].__name__)
        return False
@Managed()
def work():
    print('working')
work()
attempt(lambda: use(Managed(), ValueError('v')))
