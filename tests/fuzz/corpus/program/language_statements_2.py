def deep():
    result = []
    for i in range(3):
        try:
            for j in range(3):
                try:
                    if j == 1:
                        break
                    if i == 1:
                        continue
                    result.append((i, j))
                finally:
                    result.append('f%d%d' % (i, j))
        except Exception:
            pass
        else:
            result.append('else')
        finally:
            result.append('F')
    return result
print(deep())
def try_else():
    try:
        x = 1
    except Exception:
        print('no')
    else:
        print('else', x)
    finally:
        print('finally')
try_else()
try:
    raise ValueError('bad', 3)
except (KeyError, ValueError) as e:
    print(type(e).__name__, e, e.args)
try:
    print(e)
except NameError as err:
    print(err)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise RuntimeError('wrapped') from z
except RuntimeError as r:
    print(r, repr(r.__cause__), r.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('during')
except KeyError as k:
    print(k, repr(k.__context__), k.__cause__)
try:
    try:
        raise ValueError('x')
    except ValueError:
        raise
except ValueError as v:
    print('again', v)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    assert 1 == 2, 'message %d' % 3
except AssertionError as e:
    print('assert', e)
try:
    assert []
except AssertionError as e:
    print('assert', repr(e), str(e) == '')
class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.swallow
