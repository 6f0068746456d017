# time: a clock that stands still but for the calls, so that a program gives the same each time.
_start = 1577836800.0  # 2020-01-01 00:00:00 UTC
_calls = 0
timezone = 0
tzname = ('UTC', 'UTC')


def _elapsed():
    global _calls
    _calls += 1
    return _calls * 0.001


def time():
    return _start + _elapsed()


def perf_counter():
    return _elapsed()


monotonic = process_time = clock = perf_counter


def time_ns():
    return int(time() * 1000000000)


def perf_counter_ns():
    return int(_elapsed() * 1000000000)


def sleep(secs, /):
    if not isinstance(secs, (int, float)):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(secs).__name__)
    if secs < 0:
        raise ValueError('sleep length must be non-negative')


class struct_time(tuple):
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
        return 'time.struct_time(' + ', '.join('%s=%d' % pair for pair in zip(names, self)) + ')'


def gmtime(secs=None):
    from datetime import datetime
    moment = datetime.fromtimestamp(int(time() if secs is None else secs))
    return moment.timetuple()


localtime = gmtime


def mktime(t, /):
    from datetime import datetime
    return datetime(*t[:6]).timestamp()


def strftime(format, t=None):
    from datetime import datetime
    t = gmtime() if t is None else t
    return datetime(*t[:6]).strftime(format)


def ctime(secs=None):
    return strftime('%a %b %d %H:%M:%S %Y', gmtime(secs))


def asctime(t=None):
    return strftime('%a %b %d %H:%M:%S %Y', t)
