"""Dates and durations as far as tests use them to build upon."""
import unittest


class date:
    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._date = (year, month, day)
        return self

    year = property(lambda self: self._date[0])
    month = property(lambda self: self._date[1])
    day = property(lambda self: self._date[2])

    def __repr__(self):
        return "datetime.date(%d, %d, %d)" % self._date

    def __str__(self):
        return "%04d-%02d-%02d" % self._date

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def strftime(self, spec):
        months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
        return (spec.replace("%Y", str(self.year)).replace("%m", "%02d" % self.month)
                .replace("%d", "%02d" % self.day).replace("%b", months[self.month - 1]))

    def __eq__(self, other):
        return self._date == other._date if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._date < other._date if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._date)


def datetime(*args, **kwargs):
    raise unittest.SkipTest("needs datetime")


time = datetime


class timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self = object.__new__(cls)
        self._span = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
        self._parts = (milliseconds * 1000 + microseconds,)
        return self

    days = property(lambda self: self._span // 86400)

    def total_seconds(self):
        return self._span + self._parts[0] / 1e6

    def __repr__(self):
        return "datetime.timedelta(seconds=%r)" % self.total_seconds()

    def __eq__(self, other):
        return self.total_seconds() == other.total_seconds() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self.total_seconds() < other.total_seconds() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self.total_seconds())
