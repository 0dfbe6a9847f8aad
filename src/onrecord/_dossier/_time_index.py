"""Which stretches of time may overlap a query, without a scan.

Stretches stand sorted by begin. Those that begin inside a query are one run of that order; those that began before it
and still last are looked up in snapshots, taken so often that one lists little more than lasts, and so seldom that all
together list each stretch about twice (a new one after as many changes as it would list). Those open at an end stand
apart, sorted by the end they have.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import compress, pairwise
from typing import TypeAlias

from onrecord._when import Bounds

Query: TypeAlias = tuple[int | None, int | None]
"""A period `[low, high)` in microseconds; None: open on that side."""

Found: TypeAlias = tuple[list[int], range]
"""Positions, and a run of further ones: where a caller's positions are in the order of begins, most are one run."""

Column: TypeAlias = "list[int] | array[int]"

_NEVER, _FOREVER = -(1 << 200), 1 << 200
_FEWEST = 32  # changes between two snapshots


class TimeIndex:
    """Bounds by position (any number of the caller's), asked for those that overlap a period."""

    def __init__(self, bounds: Iterable[tuple[int, Bounds]]) -> None:
        closed: list[tuple[int, int, int]] = []
        open_start: list[tuple[int, int]] = []
        open_end: list[tuple[int, int]] = []
        self._certain: dict[int, tuple[int, int]] = {}
        for position, (begin, begin_latest, end_earliest, end) in bounds:
            self._certain[position] = _certain(begin, begin_latest, end_earliest, end)
            if begin is None:
                open_start.append((_FOREVER if end is None else end, position))
            elif end is None:
                open_end.append((begin, position))
            else:
                closed.append((begin, end, position))
        self._closed = _Closed(closed)
        self._open_start = _sorted_columns(open_start)
        self._open_end = _sorted_columns(open_end)

    def overlapping(self, query: Query) -> Found:
        """The positions whose stretch may overlap the period: some in no order, and a run."""
        low, high = _edges(query)
        found, run = self._closed.overlapping(low, high)
        found += self._open_start[1][bisect_right(self._open_start[0], low) :]
        found += self._open_end[1][: bisect_left(self._open_end[0], high)]
        return found, run

    def certainly_overlapping(self, query: Query) -> list[int]:
        """The positions whose stretch overlaps the period however its bounds turn out, in no order."""
        low, high = _edges(query)
        certain, (found, run) = self._certain, self.overlapping(query)
        return [at for at in (*found, *run) if certain[at][0] <= high and certain[at][1] >= low]


class _Closed:
    """Stretches with both ends, sorted by begin."""

    def __init__(self, members: list[tuple[int, int, int]]) -> None:
        members.sort(key=lambda member: (member[0], member[2]))
        self._begins = _compact([begin for begin, _, _ in members])
        self._ends = _compact([end for _, end, _ in members])
        self._positions = _compact([position for _, _, position in members])
        self._ascending = all(a < b for a, b in pairwise(self._positions))
        self._times: list[int] = []
        self._snapshots: list[tuple[int, Column, Column]] = [(0, [], [])]
        self._sweep(members)

    def _sweep(self, members: list[tuple[int, int, int]]) -> None:
        lasting: list[tuple[int, int]] = []  # a heap of (end, row)
        changes = 0
        edges = [(end, 0, row) for row, (_, end, _) in enumerate(members)]
        edges += [(begin, 1, row) for row, (begin, _, _) in enumerate(members)]
        row = 0
        for time, begins, at in sorted(edges):
            if begins:
                heappush(lasting, (members[at][1], at))
                row = at + 1
            else:
                heappop(lasting)
            changes += 1
            if changes >= max(_FEWEST, len(lasting)):
                self._take(time, row, lasting)
                changes = 0

    def _take(self, time: int, row: int, lasting: list[tuple[int, int]]) -> None:
        rows = sorted(row for _, row in lasting)
        self._times.append(time)
        self._snapshots.append(
            (row, _compact([self._ends[row] for row in rows]), _compact([self._positions[row] for row in rows]))
        )

    def overlapping(self, low: int, high: int) -> Found:
        """The positions of those that overlap `[low, high)`: those that begin before it, and those that begin in it."""
        row, ends, positions = self._snapshots[bisect_left(self._times, low)]
        first = bisect_left(self._begins, low, row)
        lasts = low.__lt__
        found = list(compress(positions, map(lasts, ends)))
        found += compress(self._positions[row:first], map(lasts, self._ends[row:first]))
        last = bisect_left(self._begins, high, first)
        run = range(self._positions[first], self._positions[last - 1] + 1) if first < last else range(0)
        if self._ascending and len(run) == last - first:
            return found, run
        found += self._positions[first:last]
        return found, range(0)


def _compact(values: list[int]) -> Column:
    """Side by side in memory, where each fits 64 bits."""
    try:
        return array("q", values)
    except OverflowError:
        return values


def _certain(begin: int | None, latest: int | None, earliest: int | None, end: int | None) -> tuple[int, int]:
    """The latest begin and the earliest end, each kept between the outer bounds."""
    outer_end = _FOREVER if end is None else end
    outer_begin = _NEVER if begin is None else begin
    return (
        outer_end if latest is None else min(latest, outer_end),
        outer_begin if earliest is None else max(earliest, outer_begin),
    )


def _edges(query: Query) -> tuple[int, int]:
    low, high = query
    return _NEVER if low is None else low, _FOREVER if high is None else high


def _sorted_columns(rows: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    rows.sort()
    return [edge for edge, _ in rows], [position for _, position in rows]
