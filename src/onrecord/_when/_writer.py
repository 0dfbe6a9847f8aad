"""From bounds back to a text that has exactly these bounds."""

from __future__ import annotations

from onrecord._when._calendar import DAY, HOUR, MINUTE, SECOND, civil
from onrecord._when._reader import read
from onrecord._when._relations import NOTHING, Bounds
from onrecord._when._zones import offset_at, zone_of
from onrecord.errors import WhenError

_FOUR_DIGITS = 9999
_LARGEST_YEAR = 10**15 - 1  # of those that the reader takes


def text_of_bounds(bounds: Bounds, zone: str = "") -> str | None:
    """A value with exactly these bounds, or None where nothing is bounded (that has no text).

    Bounds of the calendar give a floating value; with a zone (`UTC`, `Europe/Moscow`, `+03:00`) they are instants,
    and a value that no text in that zone has exactly is written in UTC. Edges in years beyond four digits are
    rounded outward to whole years, and beyond fifteen are left open.

    >>> text_of_bounds((0, 86_400_000_000, 0, 86_400_000_000))
    '1970-01-01'
    """
    begin_earliest, begin_latest, end_earliest, end_latest = bounds
    bounds = _told(begin_earliest), _told(begin_latest), _told(end_earliest), _told(end_latest)
    if bounds == NOTHING:
        return None
    if zone in ("", "UTC"):
        return _ranges(bounds) + (zone and f"[{zone}]")
    return _in_zone(bounds, zone) or text_of_bounds(bounds, "UTC")


def _told(edge: int | None) -> int | None:
    """The edge, unless it or the moment before it is in a year that cannot be written."""
    return edge if edge is not None and abs(civil(edge)[0]) <= _LARGEST_YEAR >= abs(civil(edge - 1)[0]) else None


def range_text(low: int | None, high: int | None) -> str:
    """One time or range `[X..Y]` whose window is `[low, high)` exactly, in the coarsest plain units down from days."""
    if low is not None and high is not None:
        whole = _unit_text(low, high)
        if whole:
            return whole
    first = "" if low is None else edge_text(low, last=False)
    last = "" if high is None else edge_text(high, last=True)
    return f"[{first}..{last}]"


def edge_text(edge: int, *, last: bool) -> str:
    """The day, minute, second or microsecond that begins at an edge, or (`last`) the one that ends there."""
    year = civil(edge - 1 if last else edge)[0]
    if abs(year) > _FOUR_DIGITS:
        return f"Y{year}"
    unit = next((unit for unit in (DAY, MINUTE, SECOND) if edge % unit == 0), 1)
    return unit_text(edge - unit if last else edge, unit)


def unit_text(start: int, unit: int) -> str:
    """The text of the day, hour, minute, second or microsecond that begins at `start`."""
    year, month, day, rest = civil(start)
    text = f"{year:05}" if year < 0 else f"{year:04}"
    text += f"-{month:02}-{day:02}"
    if unit == DAY:
        return text
    minutes, seconds = divmod(rest // SECOND, 60)
    text += f"T{minutes // 60:02}"
    text += f":{minutes % 60:02}" if unit < HOUR else ""
    text += f":{seconds:02}" if unit < MINUTE else ""
    return text + (f".{rest % SECOND:06}" if unit < SECOND else "")


def _ranges(bounds: Bounds) -> str:
    begin, end = bounds[:2], bounds[2:]
    if begin == end:
        return range_text(*begin)
    return "/".join(".." if edge == (None, None) else range_text(*edge) for edge in (begin, end))


def _unit_text(low: int, high: int) -> str:
    size = high - low
    if size not in (DAY, HOUR, MINUTE, SECOND, 1) or low % size or abs(civil(low)[0]) > _FOUR_DIGITS:
        return ""
    return unit_text(low, size)


def _in_zone(bounds: Bounds, zone: str) -> str | None:
    place = zone_of(zone)
    try:
        local = [None if edge is None else edge + offset_at(edge, place) for edge in bounds]
        text = f"{_ranges((local[0], local[1], local[2], local[3]))}[{zone}]"
        return text if read(text)[0] == bounds else None
    except (OverflowError, WhenError):
        return None
