# datetime without time zones; now is when the clock of `time` stands.
import time as _time

MINYEAR = 1
MAXYEAR = 9999

_months = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
_weekdays = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_epoch_day = 719163  # 1970-01-01, as toordinal() counts


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(_days_in_month(year, each) for each in range(1, month)) + day


def _from_ordinal(ordinal):
    year = max(1, (ordinal * 400) // 146097)
    while _ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    while _ordinal(year, 1, 1) > ordinal:
        year -= 1
    rest = ordinal - _ordinal(year, 1, 1)
    month = 1
    while rest >= _days_in_month(year, month):
        rest -= _days_in_month(year, month)
        month += 1
    return year, month, rest + 1


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = round((((days + weeks * 7) * 24 + hours) * 60 + minutes) * 60000000 + seconds * 1000000 + milliseconds * 1000 + microseconds)
        self._set(total)

    def _set(self, total):
        self._total = total
        self.days, rest = divmod(total, 86400000000)
        self.seconds, self.microseconds = divmod(rest, 1000000)

    @classmethod
    def _of(cls, total):
        made = cls()
        made._set(total)
        return made

    def total_seconds(self):
        return self._total / 1000000

    def __add__(self, other):
        return self._of(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return self._of(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        return self._of(round(self._total * other)) if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._total / other._total if isinstance(other, timedelta) else self._of(round(self._total / other))

    def __floordiv__(self, other):
        return self._total // other._total if isinstance(other, timedelta) else self._of(self._total // other)

    def __neg__(self):
        return self._of(-self._total)

    def __abs__(self):
        return self._of(abs(self._total))

    def __bool__(self):
        return self._total != 0

    def __hash__(self):
        return hash(self._total)

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __repr__(self):
        parts = ['%s=%d' % (name, value) for name, value in (('days', self.days), ('seconds', self.seconds), ('microseconds', self.microseconds)) if value]
        return 'datetime.timedelta(%s)' % (', '.join(parts) or '0')

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hours, minutes, seconds)
        if self.days:
            text = '%d day%s, ' % (self.days, '' if abs(self.days) == 1 else 's') + text
        if self.microseconds:
            text += '.%06d' % self.microseconds
        return text


class date:
    def __init__(self, year, month, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError('year %d is out of range' % year)
        if not 1 <= month <= 12:
            raise ValueError('month must be in 1..12')
        if not 1 <= day <= _days_in_month(year, month):
            raise ValueError('day is out of range for month')
        self.year, self.month, self.day = year, month, day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls.fromordinal(int(timestamp // 86400) + _epoch_day)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        return cls(*[int(part) for part in date_string.split('-')])

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isoformat(self):
        return '%04d-%02d-%02d' % (self.year, self.month, self.day)

    def _fields(self):
        return (self.year, self.month, self.day)

    def replace(self, **changes):
        return type(self)(**{'year': self.year, 'month': self.month, 'day': self.day, **changes})

    def timetuple(self):
        return self._timetuple(0, 0, 0)

    def _timetuple(self, hour, minute, second):
        year_day = self.toordinal() - _ordinal(self.year, 1, 1) + 1
        return _time.struct_time((self.year, self.month, self.day, hour, minute, second, self.weekday(), year_day, -1))

    def strftime(self, format):
        hour, minute, second, microsecond = self._clock()
        codes = {
            'Y': '%04d' % self.year, 'y': '%02d' % (self.year % 100), 'm': '%02d' % self.month, 'd': '%02d' % self.day,
            'H': '%02d' % hour, 'M': '%02d' % minute, 'S': '%02d' % second, 'f': '%06d' % microsecond,
            'I': '%02d' % (hour % 12 or 12), 'p': 'AM' if hour < 12 else 'PM', 'j': '%03d' % (self.toordinal() - _ordinal(self.year, 1, 1) + 1),
            'B': _months[self.month - 1], 'b': _months[self.month - 1][:3], 'A': _weekdays[self.weekday()], 'a': _weekdays[self.weekday()][:3],
            'w': '%d' % (self.isoweekday() % 7), 'Z': '', 'z': '', '%': '%',
        }
        codes['F'] = '%s-%s-%s' % (codes['Y'], codes['m'], codes['d'])
        codes['T'] = codes['X'] = '%s:%s:%s' % (codes['H'], codes['M'], codes['S'])
        codes['D'] = codes['x'] = '%s/%s/%s' % (codes['m'], codes['d'], codes['y'])
        codes['c'] = '%s %s %2d %s %s' % (codes['a'], codes['b'], self.day, codes['T'], codes['Y'])
        parts = format.split('%')
        text = parts[0]
        at = 1
        while at < len(parts):
            part = parts[at]
            if part == '' and at + 1 < len(parts):
                text += '%' + parts[at + 1]
                at += 2
                continue
            text += codes.get(part[:1], '%' + part[:1]) + part[1:]
            at += 1
        return text

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def _clock(self):
        return 0, 0, 0, 0

    def _compare(self, other):
        if type(other) is not type(self):
            return None
        return (self._fields() > other._fields()) - (self._fields() < other._fields())

    def __eq__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._compare(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        return hash(self._fields())

    def __add__(self, other):
        return type(self).fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __repr__(self):
        return 'datetime.date(%d, %d, %d)' % self._fields()

    def __str__(self):
        return self.isoformat()


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0):
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond

    def isoformat(self):
        text = '%02d:%02d:%02d' % (self.hour, self.minute, self.second)
        return text + '.%06d' % self.microsecond if self.microsecond else text

    __str__ = isoformat

    def __repr__(self):
        parts = [self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        return 'datetime.time(%s)' % ', '.join(map(str, parts))


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        date.__init__(self, year, month, day)
        if not 0 <= hour <= 23:
            raise ValueError('hour must be in 0..23')
        if not 0 <= minute <= 59:
            raise ValueError('minute must be in 0..59')
        if not 0 <= second <= 59:
            raise ValueError('second must be in 0..59')
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
        self.tzinfo = tzinfo

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._of(_epoch_day * 86400000000 + round(timestamp * 1000000))

    utcfromtimestamp = fromtimestamp

    # From the microseconds since the day 0.
    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, 86400000000)
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*_from_ordinal(days), hour, minute, second, microsecond)

    @classmethod
    def combine(cls, date, time):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond)

    def _total(self):
        return self.toordinal() * 86400000000 + ((self.hour * 60 + self.minute) * 60 + self.second) * 1000000 + self.microsecond

    def _fields(self):
        return (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)

    def _clock(self):
        return self.hour, self.minute, self.second, self.microsecond

    def timestamp(self):
        return (self._total() - _epoch_day * 86400000000) / 1000000

    def timetuple(self):
        return self._timetuple(self.hour, self.minute, self.second)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def replace(self, **changes):
        return type(self)(**{'year': self.year, 'month': self.month, 'day': self.day, 'hour': self.hour, 'minute': self.minute,
                             'second': self.second, 'microsecond': self.microsecond, **changes})

    def isoformat(self, sep='T', timespec='auto'):
        text = '%04d-%02d-%02d%s%02d:%02d' % (self.year, self.month, self.day, sep, self.hour, self.minute)
        if timespec == 'minutes':
            return text
        text += ':%02d' % self.second
        if timespec == 'seconds' or (timespec == 'auto' and not self.microsecond):
            return text
        return text + ('.%03d' % (self.microsecond // 1000) if timespec == 'milliseconds' else '.%06d' % self.microsecond)

    def __add__(self, other):
        return type(self)._of(self._total() + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._total() - other._total)
        if isinstance(other, datetime):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __hash__(self):
        return hash(self._fields())

    def __repr__(self):
        fields = list(self._fields())
        while len(fields) > 5 and not fields[-1]:
            fields.pop()
        return 'datetime.datetime(%s)' % ', '.join(map(str, fields))

    def __str__(self):
        return self.isoformat(' ')
