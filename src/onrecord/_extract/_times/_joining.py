"""Two times that are the ends of one: "from Friday evening until Monday morning"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from onrecord._when import TimeBasis, When
from onrecord.errors import WhenError

_OF_YEAR: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(?:-[0-9]{2})?)")


def put_before(first: When, last: When) -> When:
    """The first of two joined times, in the last such month or day before the second one: "from June 1 to Nov. 30"."""
    begin, end = _OF_YEAR.fullmatch(first.value or ""), _OF_YEAR.fullmatch(last.value or "")
    if begin is None or end is None or first.relative_to is None or begin[0] <= end[0]:
        return first
    year = int(end[0][:4]) - (begin[1] > end[1])
    try:
        return attrs.evolve(first, value=f"{year:04}{begin[1]}")
    except WhenError:
        return first


def joined_when(first: When, last: When, text: str, joint: str) -> When | None:
    """The interval (`span`) or range (`between`) of two resolved times; None if they make none."""
    begin, end = first.value, last.value
    if begin is None or end is None or "/" in begin + end or _zone(begin) != _zone(end):
        return None
    zone = _zone(begin)
    begin, end = begin.removesuffix(zone), end.removesuffix(zone)
    value = f"{begin}/{end}" if joint == "span" else f"[{_edge(begin, 0)}..{_edge(end, -1)}]"
    inferred = TimeBasis.inferred in (first.basis, last.basis)
    try:
        return When(
            value=value + zone,
            text=text,
            relative_to=last.relative_to or first.relative_to,
            basis=TimeBasis.inferred if inferred else TimeBasis.printed,
            note=last.note if last.basis is TimeBasis.inferred else first.note,
        )
    except WhenError:
        return None


def _zone(value: str) -> str:
    return value[value.rindex("[") :] if value[-1:] == "]" and ".." not in value[value.rindex("[") :] else ""


def _edge(value: str, side: int) -> str:
    """The first or last of a one-of range; a plain value is both."""
    return value[1:-1].split("..")[side] if value.startswith("[") else value
