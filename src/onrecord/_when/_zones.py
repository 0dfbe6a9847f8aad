"""Zones: from the reading of a local clock to instants, exactly, through every clock change.

Whether a reading falls in a gap or a fold comes from PEP 495 (`utcoffset` for either `fold`), and an edge of a gap
from bisection, so that nothing is moved or chosen in silence.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from onrecord._when._calendar import HOUR, MINUTE, SECOND, month_start

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

FIRST = month_start(1, 1)
LAST = month_start(10_000, 1)

_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)

# Compiled when first needed: an import should not wait for them.
_OFFSET = r"([+-])([01][0-9]|2[0-3])(?::([0-5][0-9]))?"
_NAME = r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*"
_OF_THE_MACHINE = ("localtime", "posixrules")

Zone: TypeAlias = "int | ZoneInfo"
"""A fixed offset from UTC in microseconds, or a zone of the IANA database."""


class RefusalError(ValueError):
    """Why a text is refused; the reader adds the text."""


def offset_of(text: str) -> int:
    """Microseconds east of UTC for `Z`, `+03` or `+03:00`.

    Raises:
        RefusalError: if it is no offset.
    """
    if text == "Z":
        return 0
    match = re.fullmatch(_OFFSET, text)
    if match is None:
        raise RefusalError(f"{text!r} is no offset from UTC: write one as +03:00")
    sign, hours, minutes = match.groups()
    size = int(hours) * HOUR + int(minutes or 0) * MINUTE
    if sign == "-" and size == 0:
        raise RefusalError("an offset of -00:00 says that the offset is not known: write Z for UTC")
    return size if sign == "+" else -size


@lru_cache(maxsize=1024)
def zone_of(name: str) -> Zone:
    """The zone called `Europe/Moscow`, `UTC` or `+03:00`.

    Raises:
        RefusalError: if there is none of this name.
    """
    if name == "UTC":
        return 0
    if name[:1] in ("+", "-"):
        return offset_of(name)
    if name[:1] == "!" or "=" in name:
        raise RefusalError(f"[{name}] is a tag of RFC 9557, and only a plain zone is read")
    if not re.fullmatch(_NAME, name) or name in _OF_THE_MACHINE or name.startswith(("right/", "posix/")):
        raise RefusalError(f"[{name}] names no zone")
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise RefusalError(f"[{name}] names no zone of the IANA database") from None


def tzinfo_of(label: str) -> tzinfo:
    """The standard library's zone for a label of the reader: a zone's name, `UTC` or an offset."""
    zone = 0 if label == "Z" else zone_of(label)
    return timezone(timedelta(microseconds=zone)) if isinstance(zone, int) else zone


def instants_of(start: int, end: int, zone: Zone) -> tuple[int, int]:
    """From the first instant whose local reading is in `[start, end)` to just after the last.

    Raises:
        RefusalError: if no instant has such a reading.
    """
    if isinstance(zone, int):
        return start - zone, end - zone
    if start < FIRST or end > LAST:
        raise RefusalError(f"{zone.key} is known for the years 1 to 9999 only")
    return _first_instant(start, end, zone), _last_instant(start, end - 1, zone) + 1


def instants_at(start: int, end: int, offset: int, zone: Zone) -> tuple[int, int]:
    """The same for a local reading with its offset from UTC beside a zone: the two must agree.

    Raises:
        RefusalError: if the zone has no such offset then.
    """
    first, last = start - offset, end - offset - 1
    if isinstance(zone, int):
        agree = first_agrees = last_agrees = zone == offset
    else:
        _check_years(first, last, zone)
        first_agrees, last_agrees = (offset_at(u, zone) == offset for u in (first, last))
        agree = first_agrees or last_agrees
    if not agree:
        raise RefusalError(f"the offset {_offset_text(offset)} is not that of {_name(zone)} then")
    if not first_agrees:
        first = _transition(first, last, zone)
    if not last_agrees:
        last = _transition(first, last, zone) - 1
    return first, last + 1


def offset_at(instant: int, zone: Zone) -> int:
    """A zone's offset from UTC at an instant, in microseconds."""
    if isinstance(zone, int):
        return zone
    local = zone.fromutc((_EPOCH + timedelta(microseconds=instant)).replace(tzinfo=zone))
    return _span(local.utcoffset())


def offsets_for(local: int, zone: Zone) -> tuple[int, int]:
    """The offsets before and after the clock change at a local reading; equal where there is none."""
    if isinstance(zone, int):
        return zone, zone
    naive = _EPOCH + timedelta(microseconds=local)
    return _span(zone.utcoffset(naive)), _span(zone.utcoffset(naive.replace(fold=1)))


def _first_instant(start: int, end: int, zone: ZoneInfo) -> int:
    old, new = offsets_for(start, zone)
    if old >= new:
        return start - old
    change = _transition(start - new, start - old, zone)
    if change + new >= end:
        raise RefusalError(_gap(start, change, old, new, zone))
    return change


def _last_instant(start: int, last: int, zone: ZoneInfo) -> int:
    old, new = offsets_for(last, zone)
    if old >= new:
        return last - new
    return _transition(last - new, last - old, zone) - 1


def _transition(low: int, high: int, zone: Zone) -> int:
    """The first instant after `low` whose offset differs from that at `low`; there is one by `high`."""
    old = offset_at(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        if offset_at(middle, zone) == old:
            low = middle
        else:
            high = middle
    return high


def _check_years(first: int, last: int, zone: ZoneInfo) -> None:
    if first < FIRST + 24 * HOUR or last >= LAST - 24 * HOUR:
        raise RefusalError(f"{zone.key} is known for the years 1 to 9999 only")


def _gap(start: int, change: int, old: int, new: int, zone: ZoneInfo) -> str:
    left, arrived = (_EPOCH + timedelta(microseconds=change + offset) for offset in (old, new))
    missing = _EPOCH + timedelta(microseconds=start)
    return (
        f"{missing:%Y-%m-%d %H:%M:%S} does not exist in {zone.key}: "
        f"its clocks went from {left:%Y-%m-%d %H:%M:%S} to {arrived:%Y-%m-%d %H:%M:%S}"
    )


def _span(offset: timedelta | None) -> int:
    return 0 if offset is None else offset // _MICROSECOND


def _name(zone: Zone) -> str:
    return _offset_text(zone) if isinstance(zone, int) else zone.key


def offset_text(offset: int) -> str | None:
    """An offset as `+03:00`, or None where it is no whole number of minutes."""
    if offset % MINUTE:
        return None
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // MINUTE, 60)
    return f"{sign}{hours:02}:{minutes:02}"


def _offset_text(offset: int) -> str:
    return offset_text(offset) or f"of {offset // SECOND} seconds"
