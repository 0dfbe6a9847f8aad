"""Which stretches of time may overlap a query, without a scan.

Intervals stand in classes by length (powers of two), each sorted by start, so that one event that lasts years does not
make every look-up go back years; those open at an end stand apart, sorted by the end they have.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from onrecord._when import Bounds

Query: TypeAlias = tuple[int | None, int | None]
"""A period `[low, high)` in microseconds; None: open on that side."""

_NEVER, _FOREVER = -(1 << 200), 1 << 200


class TimeIndex:
    """Bounds by position (any number of the caller's), asked for those that overlap a period."""

    def __init__(self, bounds: Iterable[tuple[int, Bounds]]) -> None:
        classes: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
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
                classes[(end - begin).bit_length()].append((begin, end, position))
        self._classes = [_LengthClass(members) for members in classes.values()]
        self._open_start = _sorted_columns(open_start)
        self._open_end = _sorted_columns(open_end)

    def overlapping(self, query: Query) -> list[int]:
        """The positions whose stretch may overlap the period, in no order."""
        low, high = _closed(query)
        found = self._open_start[1][bisect_right(self._open_start[0], low) :]
        found += self._open_end[1][: bisect_left(self._open_end[0], high)]
        for members in self._classes:
            members.collect(low, high, found)
        return found

    def certainly_overlapping(self, query: Query) -> list[int]:
        """The positions whose stretch overlaps the period however its bounds turn out, in no order."""
        low, high = _closed(query)
        certain = self._certain
        return [at for at in self.overlapping(query) if certain[at][0] <= high and certain[at][1] >= low]


class _LengthClass:
    """Stretches of about one length, sorted by start."""

    def __init__(self, members: list[tuple[int, int, int]]) -> None:
        members.sort()
        self._starts = [begin for begin, _, _ in members]
        self._ends = [end for _, end, _ in members]
        self._positions = [position for _, _, position in members]
        self._longest = max(end - begin for begin, end, _ in members)

    def collect(self, low: int, high: int, found: list[int]) -> None:
        head = bisect_right(self._starts, low - self._longest)
        inside = bisect_left(self._starts, low)
        ends, positions = self._ends, self._positions
        found += [positions[i] for i in range(head, inside) if ends[i] > low]
        found += positions[inside : bisect_left(self._starts, high)]


def _certain(begin: int | None, latest: int | None, earliest: int | None, end: int | None) -> tuple[int, int]:
    """The latest begin and the earliest end, each kept between the outer bounds."""
    outer_end = _FOREVER if end is None else end
    outer_begin = _NEVER if begin is None else begin
    return (
        outer_end if latest is None else min(latest, outer_end),
        outer_begin if earliest is None else max(earliest, outer_begin),
    )


def _closed(query: Query) -> tuple[int, int]:
    low, high = query
    return _NEVER if low is None else low, _FOREVER if high is None else high


def _sorted_columns(rows: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    rows.sort()
    return [edge for edge, _ in rows], [position for _, position in rows]
