"""Days, weeks and months of the reference, as values."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from onrecord._when import When
from onrecord.errors import CalendarRangeError

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*)?")
_ONE_DAY: Final = timedelta(days=1)


class Reference(NamedTuple):
    """The days that the reference may lie in; one day, if it is known to the day."""

    first: date
    last: date

    def tell(self, value: Callable[[date], str | None]) -> str | None:
        """The value that both days give, or the range between their two."""
        low, high = value(self.first), value(self.last)
        if low == high or low is None or high is None:
            return low if low == high else None
        low, high = low.strip("[]").partition("..")[0], high.strip("[]").rpartition("..")[2]
        return None if "/" in low + high else f"[{low}..{high}]"

    @property
    def value(self) -> str:
        """The reference as a plain time, without zone and clock."""
        return day_text(self.first) if self.first == self.last else f"[{day_text(self.first)}..{day_text(self.last)}]"


def reference_of(when: When | None) -> Reference | None:
    """The days that a time may lie in, on its own calendar; None if it is not resolved, or open."""
    if when is None or when.value is None:
        return None
    plain = _DAY.fullmatch(when.value.split("[")[0])
    if plain is not None:
        day = date(int(plain[1]), int(plain[2]), int(plain[3]))
        return Reference(day, day)
    begin, _, _, end = when.bounds
    if begin is None or end is None:
        return None
    return _window(when)


def _window(when: When) -> Reference | None:
    try:
        start, end = when.start, when.end
    except CalendarRangeError:
        return None
    if start is None or end is None or end.year > 9000 or start.year < 100:
        return None
    final = end.subtract(microseconds=1)
    return Reference(date(start.year, start.month, start.day), date(final.year, final.month, final.day))


def day_text(day: date) -> str:
    """The value of a day."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def moved(day: date, days: int) -> date | None:
    """So many days on; None outside the years 1 to 9999."""
    try:
        return day + days * _ONE_DAY
    except OverflowError:
        return None


def nearest_weekday(day: date, weekday: int, direction: int) -> date | None:
    """The first such weekday from a day on, forward (1) or back (-1); the day itself counts."""
    return moved(day, direction * ((direction * (weekday - day.weekday())) % 7))


def date_text(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The value of a year, month or day; None if there is no such day."""
    if not -9999 <= year <= 9999:
        return None
    text = f"{year:05}" if year < 0 else f"{year:04}"
    if month is None:
        return text
    text += f"-{month:02}"
    return text if day is None else f"{text}-{day:02}" if 1 <= day <= days_in(year, month) else None


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def as_date(day: str) -> date | None:
    """The day that a value names; None outside the years 1 to 9999."""
    return date.fromisoformat(day) if len(day) == 10 and day[:4] != "0000" else None


def day_after(day: str) -> str | None:
    """The value of the day after."""
    today = as_date(day)
    after = None if today is None else moved(today, 1)
    return None if after is None else day_text(after)


def hours_text(day: str, hours: tuple[int, int]) -> str:
    """Some time between two hours of a day; hours from 24 are of the next day."""
    first, last = hours
    if last <= 24:
        return f"[{day}T{first:02}..{day}T{last - 1:02}]"
    after = day_after(day)
    return f"[{day}T{first:02}..{day}T23]" if after is None else f"[{day}T{first:02}..{after}T{last - 25:02}]"
