def show(make):
    try:
        print(repr(make()))
    except Exception as e:
        print(type(e).__name__ + ': ' + str(e))
class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append('flushed')
sink = Sink()
print(1, 'a', None, sep='-', end='!\n')
print()
print(1, 2, sep='', end='')
print('|', end=None, sep=None)
print('x', 2, file=sink, flush=True)
print(sink.parts)
show(lambda: print(sep=1))
show(lambda: print(end=1))
show(lambda: print(1, file=3))
show(lambda: print(1, foo=2))
show(lambda: chr(97) + chr(0x20ac) + chr(0x1f600))
show(lambda: chr(-1))
show(lambda: chr(0x110000))
show(lambda: chr('a'))
show(lambda: chr(10**30))
show(lambda: [ord('a'), ord('\u20ac'), ord('\U0001f600'), ord(b'a')])
show(lambda: ord('ab'))
show(lambda: ord(1))
show(lambda: ord(''))
show(lambda: [hex(255), hex(-255), bin(10), bin(-1), oct(8), hex(True), hex(2**70), bin(0)])
show(lambda: hex(1.5))
show(lambda: oct('a'))
show(lambda: ascii('\xe9\u20ac\U0001f600'))
show(lambda: ascii(['\xe9', "it's"]))
show(lambda: repr('a\'b"c\n\t\\\x00\x7f\xa0\u2028'))
show(lambda: format(3.5, '.2f'))
