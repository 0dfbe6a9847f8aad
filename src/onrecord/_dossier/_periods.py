"""Which of many times may, or certainly do, overlap a half-open period, zoned and floating told apart."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord._dossier._time_index import Query, TimeIndex
from onrecord._when import Moment, When, as_when, widened
from onrecord.errors import InvalidValueError


class Period:
    """A half-open period `[start, end)`, of UTC or, where its ends have no zone, of the calendar."""

    __slots__ = ("floating", "query")

    def __init__(self, start: Moment | None, end: Moment | None) -> None:
        ends = [as_when(moment) for moment in (start, end) if moment is not None]
        if len({when.floating for when in ends}) > 1:
            raise InvalidValueError("start and end must both have a zone, or neither", field="end", value=end)
        self.floating = bool(ends) and ends[0].floating
        self.query: Query = _edge("start", start), _edge("end", end)
        low, high = self.query
        if low is not None and high is not None and low >= high:
            message = f"the end is not part of a period, so it must be later than the start: {start} … {end}"
            raise InvalidValueError(message, field="end", value=end)


def _edge(name: str, moment: Moment | None) -> int | None:
    if moment is None:
        return None
    begin = as_when(moment).bounds[0]
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

    def find(self, period: Period, *, sure: bool) -> list[int]:
        """The positions, in ascending order, of the times that possibly (or, if `sure`, certainly) overlap."""
        near = self._floating if period.floating else self._widened
        low, high = period.query
        if sure:
            _, low, high, _ = widened((None, low, high, None)) if period.floating else (None, low, high, None)
            return sorted(near.certainly_overlapping(period.query) + self._zoned.certainly_overlapping((low, high)))
        low, _, _, high = widened((low, None, None, high)) if period.floating else (low, None, None, high)
        return sorted(near.overlapping(period.query) + self._zoned.overlapping((low, high)))
