"""Times as the three columns that every export gives them, and their bounds as ISO 8601 text and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from onrecord._when import When
from onrecord._when._calendar import SECOND, civil


def time_columns(name: str, when: When | None) -> dict[str, str | None]:
    """A time as text, its earliest moment, and the first moment after it; all None where there is no time.

    >>> time_columns("said", When(value="2023-05-03"))
    {'said': '2023-05-03', 'said_earliest': '2023-05-03T00:00:00', 'said_latest': '2023-05-04T00:00:00'}
    """
    return {
        name: None if when is None else str(when),
        f"{name}_earliest": None if when is None else iso(when.bounds[0], floating=when.floating),
        f"{name}_latest": None if when is None else iso(when.bounds[3], floating=when.floating),
    }


def iso(edge: int | None, *, floating: bool) -> str | None:
    """An edge of a time, in microseconds since 1970, as ISO 8601; None stays None.

    It is UTC and ends in `Z`, unless it is floating. Years outside 0 to 9999 have a sign, as ISO 8601 has it.

    >>> iso(0, floating=False), iso(1_500_000, floating=True)
    ('1970-01-01T00:00:00Z', '1970-01-01T00:00:01.500000')
    """
    if edge is None:
        return None
    year, month, day, rest = civil(edge)
    seconds, fraction = divmod(rest, SECOND)
    minutes, second = divmod(seconds, 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}:{second:02}" + (f".{fraction:06}" if fraction else "")
    shown = f"{year:04}" if 0 <= year <= 9999 else f"{year:+05}"
    return f"{shown}-{month:02}-{day:02}T{clock}{'' if floating else 'Z'}"


def utc_moment(bound: str | None) -> int | None:
    """A bound in UTC, as ISO 8601, in microseconds since 1970; None for one that is floating or no `datetime` holds.

    >>> utc_moment("1970-01-01T00:00:01.500000Z"), utc_moment("-0044-03-15T12:00:00Z")
    (1500000, None)
    """
    return _microseconds(bound) if bound is not None and bound.endswith("Z") else None


def floating_moment(bound: str | None) -> int | None:
    """A bound of a floating time in microseconds of the calendar; None for one in UTC or that no `datetime` holds.

    >>> floating_moment("1970-01-01T00:00:01.500000"), floating_moment("1970-01-01T00:00:00Z")
    (1500000, None)
    """
    return None if bound is None or bound.endswith("Z") else _microseconds(f"{bound}Z")


def _microseconds(bound: str) -> int | None:
    if bound[0] in "+-" or bound.startswith("0000"):
        return None
    return (datetime.fromisoformat(bound) - _EPOCH) // _MICROSECOND


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
