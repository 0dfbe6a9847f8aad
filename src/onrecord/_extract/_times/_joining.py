"""Two times that are the ends of one: "from Friday evening until Monday morning"."""

from __future__ import annotations

from onrecord._when import TimeBasis, When
from onrecord.errors import WhenError


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
