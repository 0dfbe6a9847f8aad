"""Times told from another time: "14 months before", "the day after", "some time before"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord._when._calendar import DAY, HOUR, MINUTE, SECOND, civil, days_in_month, month_start
from onrecord._when._reader import Reading, read
from onrecord._when._writer import range_text, unit_text
from onrecord._when._zones import RefusalError, Zone, offset_at, offsets_for, zone_of
from onrecord.errors import WhenError

_OFFSET = re.compile(
    r"([<>~]?)([+-]?)P(?=[0-9T])(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?",
    re.ASCII,
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_SIZES = {"day": DAY, "hour": HOUR, "minute": MINUTE, "second": SECOND}
_FOUR_DIGITS = 9999


class Offset(NamedTuple):
    """How far, in which direction and how exactly a time lies from its anchor."""

    relation: str
    months: int
    days: int
    time: int
    unit: str

    @property
    def backward(self) -> bool:
        """Whether it counts back from the anchor's begin."""
        return min(self.months, self.days, self.time) < 0


def parse_offset(text: str) -> Offset:
    """Read `[<|>|~][+|-]` and an ISO 8601 duration of whole numbers.

    Raises:
        RefusalError: if it is none.
    """
    match = _OFFSET.fullmatch(text)
    if match is None:
        raise RefusalError("must be [<|>|~][+|-] and a duration of whole numbers such as -P14M, <P0D or >PT2H")
    relation, sign, *numbers = match.groups()
    unit = max(index for index, number in enumerate(numbers) if number is not None)
    one = -1 if sign == "-" else 1
    years, months, weeks, days, hours, minutes, seconds = (one * int(number or 0) for number in numbers)
    time = hours * HOUR + minutes * MINUTE + seconds * SECOND
    return Offset(relation, years * 12 + months, weeks * 7 + days, time, _UNITS[unit])


def resolved_value(anchor: Reading, offset: Offset) -> str | None:
    """The value of a time that lies so from an anchor, or None where the anchor's bounds leave nothing known."""
    (begin, begin_latest, _, end), label = anchor
    first = None if offset.relation == "<" else begin
    last = end if begin_latest is None or not (offset.backward or offset.relation == "<") else begin_latest
    last = end if last is None or (end is not None and end < last) else last
    last = None if offset.relation == ">" else last
    if first is None and last is None:
        return None
    label = "UTC" if label == "Z" else label
    zone = zone_of(label) if label else 0
    low = None if first is None else _moved(first, offset, zone, first=True)
    high = None if last is None else _moved(last - 1, offset, zone, first=False)
    return _placed(low, high, offset, label, zone)


def _moved(instant: int, offset: Offset, zone: Zone, *, first: bool) -> int:
    """The local reading that lies so far from an instant: the earliest or the latest where several do."""
    if not (offset.months or offset.days):
        moved = instant + offset.time
        return moved + offset_at(moved, zone)
    local = _months_on(instant + offset_at(instant, zone), offset.months, first=first) + offset.days * DAY
    if not offset.time:
        return local
    moved = _instant(local, zone, first=first) + offset.time
    return moved + offset_at(moved, zone)


def _instant(local: int, zone: Zone, *, first: bool) -> int:
    offsets = offsets_for(local, zone)
    return local - (max(offsets) if first else min(offsets))


def _months_on(local: int, months: int, *, first: bool) -> int:
    """So many months on; the last day of a shorter month stands for every day that it lacks, and so spans whole."""
    if not months:
        return local
    year, month, day, rest = civil(local)
    length = days_in_month(year, month + months)
    start = month_start(year, month + months)
    if day > length or (first and day == length and days_in_month(year, month) > length):
        return start + (length - 1) * DAY + (0 if first else DAY - 1)
    return start + (day - 1) * DAY + rest


def _placed(low: int | None, high: int | None, offset: Offset, label: str, zone: Zone) -> str:
    suffix = label and f"[{label}]"
    if low is None or high is None:
        text = range_text(low, None if high is None else high + 1)
    else:
        text = _in_units(low, high, offset.unit, "~" if offset.relation == "~" else "")
    try:
        read(text + suffix)
    except WhenError:  # an edge falls into a gap of the zone: say it in UTC
        first = None if low is None else _instant(low, zone, first=True)
        last = None if high is None else _instant(high, zone, first=False) + 1
        return f"{range_text(first, last)}[UTC]"
    return text + suffix


def _in_units(low: int, high: int, unit: str, mark: str) -> str:
    if unit == "week":
        low, high, unit = low - (low + 3 * DAY) % (7 * DAY), high - (high + 3 * DAY) % (7 * DAY) + 6 * DAY, "day"
    first, last = (_unit(moment, unit) + mark for moment in (low, high))
    return first if first == last else f"[{first}..{last}]"


def _unit(moment: int, unit: str) -> str:
    """The year, month, day or part of a day that holds a moment; the year where it has more than four digits."""
    year, month, _, _ = civil(moment)
    if abs(year) > _FOUR_DIGITS:
        return f"Y{year}"
    if unit in _SIZES:
        return unit_text(moment - moment % _SIZES[unit], _SIZES[unit])
    text = f"{year:05}" if year < 0 else f"{year:04}"
    return text if unit == "year" else f"{text}-{month:02}"
