"""Times of events as stretches on one wall clock, so that zoned and floating times share an axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from onrecord._dossier import Dossier
from onrecord._model import Event
from onrecord._when import Bounds, Moment, When, as_when, parse_when
from onrecord._when._calendar import DAY, HOUR, MINUTE
from onrecord._when._reader import read
from onrecord._when._zones import FIRST, LAST, Zone, offset_at, zone_of

Domain: TypeAlias = tuple[int, int]


@attrs.frozen(kw_only=True)
class Span:
    """An event's window on the wall clock."""

    event: Event
    """The event."""
    window: When
    """Its window."""
    bounds: Bounds
    """The window's bounds as the clock reads them."""


def spans_of(d: Dossier, events: Iterable[Event], clock: str) -> list[Span]:
    """The windows of events that have one, in the events' order."""
    windows = ((event, d.window(event)) for event in events)
    return [Span(event=e, window=w, bounds=on_clock(w, clock)) for e, w in windows if w is not None]


def clock_of(events: Iterable[Event], d: Dossier, zone: str | None) -> str:
    """The zone asked for, or else that which most of the events' windows name, or UTC.

    Raises:
        WhenError: for a zone that there is not.
    """
    if zone is not None:
        parse_when("2000", zone=zone)
        return zone
    windows = (d.window(event) for event in events)
    named = Counter(read(w.value)[1] for w in windows if w is not None and w.value is not None and not w.floating)
    return min(named, key=lambda name: (-named[name], name)).replace("Z", "UTC") if named else "UTC"


def on_clock(when: When, clock: str) -> Bounds:
    """The bounds of a time as a zone's clock reads them; a floating time is taken as it reads."""
    if when.floating:
        return when.bounds
    zone = zone_of(clock)
    begin_earliest, begin_latest, end_earliest, end_latest = (_read_off(edge, zone) for edge in when.bounds)
    return begin_earliest, begin_latest, end_earliest, end_latest


def domain_of(spans: Iterable[Span], start: Moment | None, end: Moment | None, clock: str) -> Domain:
    """What the axis shows: the period asked for, and where that is open, as far as the events reach, and a margin."""
    edges = [edge for span in spans for edge in span.bounds if edge is not None]
    low, high = (None if moment is None else on_clock(as_when(moment), clock)[0] for moment in (start, end))
    first, last = (min(edges), max(edges)) if edges else (low or high or 0, high or low or 0)
    first, last = (first if low is None else low), (last if high is None else high)
    if last - first < MINUTE and not (low is not None and high is not None):
        first, last = (first if low is not None else last - HOUR), (last if high is not None else first + HOUR)
    if last > first:
        return first, last
    return (first, first + DAY) if high is None else (last - DAY, last)


def _read_off(edge: int | None, zone: Zone) -> int | None:
    if edge is None or not FIRST + DAY <= edge < LAST - DAY:
        return edge
    return edge + offset_at(edge, zone)
