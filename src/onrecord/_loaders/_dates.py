"""When an article was put out, as its page tells: in ISO 8601 or in English, at its own precision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress

import attrs

from onrecord._loaders._times import find_times
from onrecord._when import TimeBasis, Truth, When
from onrecord.errors import WhenError

_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")  # a later month would be one of EDTF's seasons
_MOMENT = re.compile(
    r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?P<name>\[[^][]+\])?)?",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 100  # characters; more is prose


def published_of(told: Iterable[tuple[str, str]]) -> When | None:
    """The first date that can be read, of words and the place where each stand; without one, the first words alone."""
    dates = [_when(text, place) for text, place in dict.fromkeys(told) if len(text) <= _LONGEST]
    read = [(date, place) for date, place in dates if date.resolved]
    if read:
        return _with_contradictions(*read[0], read[1:])
    return dates[0][0] if dates else None


def _when(text: str, place: str) -> tuple[When, str]:
    """A date in its own words, with its value if it has one that is sure; and its place."""
    told = _in_iso(text) or next((when for span, when in find_times(text) if span.exact == text), When(text=text))
    note = place if told.resolved else f"{place}: {told.note or 'no date that can be read'}"
    return When(value=told.value, text=text, basis=TimeBasis.given, note=note), place


def _in_iso(text: str) -> When | None:
    value = _iso(text)
    with suppress(WhenError):
        return None if value is None else When(value=value)
    return None


def _iso(text: str) -> str | None:
    """A date or timestamp of ISO 8601, as `When` writes it; the commonest slips of servers are taken as meant."""
    if _MONTH.fullmatch(text):
        return text
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    date = "-".join(found.group("year", "month", "day"))
    return date if found["clock"] is None else f"{date}T{_clock(found['clock'])}{_zone(found)}"


def _clock(text: str) -> str:
    """A clock time, to the microsecond: what is finer lies within it."""
    whole, point, fraction = text.replace(",", ".").partition(".")
    return whole + point + fraction[:6]


def _zone(found: re.Match[str]) -> str:
    zone, name = found["zone"] or "", found["name"] or ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z" + name
    return (zone if len(zone) != 5 else f"{zone[:3]}:{zone[3:]}") + name


def _with_contradictions(when: When, place: str, others: Iterable[tuple[When, str]]) -> When:
    contrary = [f"{where} has {other.text}" for other, where in others if when.overlaps(other) is Truth.no]
    return attrs.evolve(when, note="; but ".join([place, *dict.fromkeys(contrary)]))
