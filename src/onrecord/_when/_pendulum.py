"""The one door to pendulum, which is first imported when one of these is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord._when._calendar import SECOND, civil
from onrecord._when._zones import FIRST, LAST, tzinfo_of
from onrecord.errors import CalendarRangeError

if TYPE_CHECKING:
    import pendulum


def moment(edge: int, zone: str) -> pendulum.DateTime:
    """An edge of a window as a DateTime in a zone, or a naive one where the zone is "".

    Raises:
        CalendarRangeError: if its year is outside 1 to 9999.
    """
    import pendulum

    if not FIRST <= edge < LAST:
        raise CalendarRangeError(f"{edge} microseconds since 1970 lie outside the years 1 to 9999 of a DateTime")
    year, month, day, rest = civil(edge)  # not by adding: pendulum adds in floats and loses microseconds
    seconds, micro = divmod(rest, SECOND)
    clock = seconds // 3600, seconds // 60 % 60, seconds % 60, micro
    if not zone:
        return pendulum.DateTime(year, month, day, *clock)
    try:
        return pendulum.DateTime(year, month, day, *clock, tzinfo=pendulum.UTC).in_timezone(_timezone(zone))
    except OverflowError:
        raise CalendarRangeError(f"in {zone} the moment lies outside the years 1 to 9999 of a DateTime") from None


def interval(start: pendulum.DateTime, end: pendulum.DateTime) -> pendulum.Interval[pendulum.DateTime]:
    """The interval between two moments."""
    import pendulum

    return pendulum.interval(start, end)


def _timezone(zone: str) -> pendulum.Timezone | pendulum.FixedTimezone:
    import pendulum

    if zone in ("Z", "UTC"):
        return pendulum.UTC
    offset = tzinfo_of(zone).utcoffset(None)
    return pendulum.timezone(zone) if offset is None else pendulum.FixedTimezone(int(offset.total_seconds()))
