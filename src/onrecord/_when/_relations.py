"""Relations between uncertain stretches of time, as closed formulas on their four bounds.

Bounds `(BE, BL, EE, EL)` stand for every stretch `[b, e)` of whole microseconds with `BE <= b < BL`, `EE < e <= EL`
and `b < e`; None leaves that side free. The tests prove each formula against all stretches one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onrecord._when._calendar import HOUR
from onrecord._when._truth import Truth, truth_of

Bounds = tuple[int | None, int | None, int | None, int | None]
"""Begin earliest, begin latest, end earliest, end latest; microseconds, None where not known."""

Relation = Callable[[Bounds, Bounds], Truth]

NOTHING: Final[Bounds] = (None, None, None, None)

_EARLIEST = 14 * HOUR  # UTC+14: the zone whose clocks reach a reading first
_LATEST = 12 * HOUR  # UTC-12: the zone whose clocks reach it last
_INFINITY = float("inf")


def widened(bounds: Bounds) -> Bounds:
    """Bounds in UTC of a floating value: wherever on earth its clock may hang, from UTC+14 to UTC-12."""
    begin_earliest, begin_latest, end_earliest, end_latest = bounds
    return (
        None if begin_earliest is None else begin_earliest - _EARLIEST,
        None if begin_latest is None else begin_latest + _LATEST,
        None if end_earliest is None else end_earliest - _EARLIEST,
        None if end_latest is None else end_latest + _LATEST,
    )


def possible(bounds: Bounds) -> bool:
    """Whether any stretch at all has these bounds."""
    first_begin, last_begin, first_end, last_end = _extremes(bounds)
    return first_begin <= last_begin and first_end <= last_end


def before(a: Bounds, b: Bounds) -> Truth:
    """Whether `a` ends before or just as `b` begins."""
    _, _, first_end, last_end = _extremes(a)
    first_begin, last_begin, _, _ = _extremes(b)
    return truth_of(always=last_end <= first_begin, never=first_end > last_begin)


def overlaps(a: Bounds, b: Bounds) -> Truth:
    """Whether `a` and `b` have a moment in common."""
    a_first_begin, a_last_begin, a_first_end, a_last_end = _extremes(a)
    b_first_begin, b_last_begin, b_first_end, b_last_end = _extremes(b)
    return truth_of(
        always=a_last_begin < b_first_end and b_last_begin < a_first_end,
        never=a_first_begin >= b_last_end or b_first_begin >= a_last_end,
    )


def same(a: Bounds, b: Bounds) -> Truth:
    """Whether `a` and `b` begin together and end together."""
    both = _extremes(a), _extremes(b)
    first_begin, last_begin = max(x[0] for x in both), min(x[1] for x in both)
    first_end, last_end = max(x[2] for x in both), min(x[3] for x in both)
    return truth_of(
        always=both[0] == both[1] and first_begin == last_begin and first_end == last_end,
        never=first_begin > last_begin or first_end > last_end,
    )


def within(a: Bounds, period: Bounds) -> Truth:
    """Whether `a` lies inside the whole window of `period`, from its earliest begin to its latest end."""
    return _within(a, period, 0, 0)


def within_floating(a: Bounds, period: Bounds) -> Truth:
    """Whether `a`, in UTC, lies inside the window of a floating `period`, on whichever clock it is read."""
    return _within(a, period, _EARLIEST, _LATEST)


def _within(a: Bounds, period: Bounds, early: int, late: int) -> Truth:
    first_begin, last_begin, first_end, last_end = _extremes(a)
    opens = -_INFINITY if period[0] is None else period[0]
    closes = _INFINITY if period[3] is None else period[3]
    known = period[0] is not None and period[3] is not None
    begin, end = max(first_begin, opens - early), min(last_end, closes + late)
    shortest = max(1, first_end - last_begin)
    return truth_of(
        always=known and first_begin >= opens + late and last_end <= closes - early,
        never=begin > last_begin or first_end > end or begin >= end or shortest > closes - opens,
    )


def _extremes(bounds: Bounds) -> tuple[float, float, float, float]:
    """First and last begin, first and last end that occur in some stretch; infinite where nothing bounds them."""
    begin_earliest, begin_latest, end_earliest, end_latest = bounds
    first_begin = -_INFINITY if begin_earliest is None else begin_earliest
    last_end = _INFINITY if end_latest is None else end_latest
    last_begin = last_end - 1 if begin_latest is None else min(begin_latest, last_end) - 1
    first_end = first_begin + 1 if end_earliest is None else max(end_earliest, first_begin) + 1
    return first_begin, last_begin, first_end, last_end
