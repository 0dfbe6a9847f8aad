"""The proleptic Gregorian calendar in whole microseconds since 1970-01-01, for any year."""

from __future__ import annotations

from datetime import date

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_CYCLE_DAYS = 146_097
_EPOCH = date(1970, 1, 1).toordinal()


def month_start(year: int, month: int) -> int:
    """The first moment of a month; months before 1 and after 12 count on into other years."""
    carried, index = divmod(month - 1, 12)
    cycle, rest = divmod(year + carried, 400)
    return (date(2000 + rest, index + 1, 1).toordinal() - _EPOCH + (cycle - 5) * _CYCLE_DAYS) * DAY


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return (month_start(year, month + 1) - month_start(year, month)) // DAY


def civil(moment: int) -> tuple[int, int, int, int]:
    """Year, month, day and the microseconds since that day's midnight."""
    days, rest = divmod(moment, DAY)
    cycle, day = divmod(days + _EPOCH - date(2000, 1, 1).toordinal(), _CYCLE_DAYS)
    found = date.fromordinal(date(2000, 1, 1).toordinal() + day)
    return found.year + cycle * 400, found.month, found.day, rest
