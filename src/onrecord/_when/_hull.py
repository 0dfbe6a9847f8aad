"""The hull of several times, for the dossier's windows."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord._when._reader import read
from onrecord._when._relations import Bounds, widened
from onrecord._when._value import TimeBasis, When
from onrecord._when._writer import text_of_bounds


def hull(whens: Iterable[When]) -> When | None:
    """One time with the outermost of all the bounds: it stands for every stretch that any of them may mean.

    Unresolved times are left out; where all others have one value, the first of them is the answer. Among zoned ones
    floating ones are widened into UTC. None where there is no resolved time, or where together they bound nothing.

    >>> hull([When(value="2023-05-03"), When(value="2023-05-04")]).value
    '[2023-05-03..2023-05-04]'
    """
    known = {when.value: when for when in reversed(tuple(whens)) if when.value is not None}
    if len(known) == 1:
        return next(iter(known.values()))
    readings = [read(value) for value in known]
    zones = {"UTC" if zone == "Z" else zone for _, zone in readings}
    one_zone = len(zones) == 1
    outer = _outermost([bounds if zone or one_zone else widened(bounds) for bounds, zone in readings])
    text = text_of_bounds(outer, zones.pop() if one_zone else "UTC")
    return None if text is None else When(value=text, basis=TimeBasis.inferred, note=f"the hull of {len(known)} times")


def _outermost(all_bounds: list[Bounds]) -> Bounds:
    columns = tuple(zip(*all_bounds, strict=True)) or ((None,),) * 4
    begin_earliest, begin_latest, end_earliest, end_latest = columns
    return _least(begin_earliest), _most(begin_latest), _least(end_earliest), _most(end_latest)


def _least(edges: tuple[int | None, ...]) -> int | None:
    known = [edge for edge in edges if edge is not None]
    return min(known) if len(known) == len(edges) else None


def _most(edges: tuple[int | None, ...]) -> int | None:
    known = [edge for edge in edges if edge is not None]
    return max(known) if len(known) == len(edges) else None
