"""Which of many times may, or certainly do, overlap a half-open period, zoned and floating told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord._dossier._time_index import Found, Query, TimeIndex
from onrecord._when import Moment, When, as_when, widened
from onrecord.errors import InvalidValueError

T = TypeVar("T")


class Period:
    """A half-open period `[start, end)`, of UTC or, where its ends have no zone, of the calendar."""

    __slots__ = ("floating", "query")

    def __init__(self, start: Moment | None, end: Moment | None) -> None:
        first, last = (None if moment is None else as_when(moment) for moment in (start, end))
        if first is not None and last is not None and first.floating != last.floating:
            raise InvalidValueError("start and end must both have a zone, or neither", field="end", value=end)
        self.floating = any(when is not None and when.floating for when in (first, last))
        self.query: Query = _edge("start", first), _edge("end", last)
        low, high = self.query
        if low is not None and high is not None and low >= high:
            message = f"the end is not part of a period, so it must be later than the start: {start} … {end}"
            raise InvalidValueError(message, field="end", value=end)


def _edge(name: str, moment: When | None) -> int | None:
    if moment is None:
        return None
    begin = moment.bounds[0]
    if begin is None:
        raise InvalidValueError(f"{name} has no earliest moment: {moment}", field=name, value=moment)
    return begin


class Periods:
    """Times by position, asked for those in a period."""

    def __init__(self, times: Iterable[tuple[int, When]]) -> None:
        known = [(position, when) for position, when in times if when.resolved]
        floating = [(position, when.bounds) for position, when in known if when.floating]
        self._zoned = TimeIndex((position, when.bounds) for position, when in known if not when.floating)
        self._floating = TimeIndex(floating)
        self._widened = TimeIndex((position, widened(bounds)) for position, bounds in floating)

    def pick(self, items: Sequence[T], start: Moment | None, end: Moment | None, *, sure: bool) -> list[T]:
        """Of items by position, those whose times are possibly (or, if `sure`, certainly) in it, in their order."""
        found, run = self._find(Period(start, end), sure=sure)
        found.sort()
        if found and run and found[-1] > run.start:
            found, run = sorted((*found, *run)), range(0)
        picked = list(map(items.__getitem__, found))
        picked += items[run.start : run.stop]
        return picked

    def _find(self, period: Period, *, sure: bool) -> Found:
        near = self._floating if period.floating else self._widened
        low, high = period.query
        if sure:
            _, low, high, _ = widened((None, low, high, None)) if period.floating else (None, low, high, None)
            return near.certainly_overlapping(period.query) + self._zoned.certainly_overlapping((low, high)), range(0)
        low, _, _, high = widened((low, None, None, high)) if period.floating else (low, None, None, high)
        found, run = near.overlapping(period.query)
        zoned, zoned_run = self._zoned.overlapping((low, high))
        found += zoned
        if run:
            found += zoned_run
        return found, run or zoned_run
