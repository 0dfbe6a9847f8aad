"""Who contradicts whom: the details of accounts side by side, clashes told apart from doubts.

A detail has a key. Under a *polar* key (a status, a role with its actor, an aspect with its term) one side affirms what
another denies. Under a *valued* key (when, where, outcome, a quantity of one kind and unit) two sides affirm values
that exclude each other. Positions are compared only within one state of being, and only between statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from onrecord._dossier._answers import Dispute, Doubt, Side, Testimony
from onrecord._dossier._text import fold_name
from onrecord._model import AccountStatus, Aspect, Factuality, LocationId, LocationKind, Participant, Quantity
from onrecord._when import Truth, When

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier

_REAL = frozenset({AccountStatus.occurred, AccountStatus.ongoing, AccountStatus.attempted})
_APART = frozenset({LocationKind.country, LocationKind.settlement, LocationKind.district, LocationKind.building})
_World = tuple[object, ...]


@attrs.frozen(kw_only=True)
class _Position:
    """What one testimony holds on one detail; `value` is None under a polar key."""

    detail: str
    factuality: Factuality
    testimony: Testimony
    value: When | Quantity | str | None = None


def disputes_about(dossier: Dossier, event: str) -> Iterator[Dispute]:
    """The clashes among the accounts of one event (not of its parts), by detail."""
    for detail, positions in sorted(_by_detail(dossier, event).items()):
        polar = [p for p in positions if p.value is None]
        valued = [p for p in positions if p.value is not None and p.factuality.affirms]
        doubts = tuple(p.testimony for p in polar if p.factuality.doubts)
        for sides, certain in (*_polar_clash(dossier, polar), *_valued_clash(dossier, valued)):
            yield Dispute(event=dossier.events[event], detail=detail, sides=sides, certain=certain, doubts=doubts)


def doubts_about(dossier: Dossier, event: str) -> Iterator[Doubt]:
    """The doubts in the accounts of one event (not of its parts), by detail; one for each detail and statement."""
    for detail, positions in sorted(_by_detail(dossier, event).items()):
        doubting = (p for p in positions if p.factuality.doubts and p.detail != "outcome")
        for p in {(p.testimony.statement.id, p.factuality): p for p in doubting}.values():
            yield Doubt(event=dossier.events[event], detail=detail, factuality=p.factuality, testimony=p.testimony)


def _by_detail(dossier: Dossier, event: str) -> dict[str, list[_Position]]:
    found: defaultdict[str, list[_Position]] = defaultdict(list)
    for testimony in dossier.own_accounts(event):
        for position in _positions(dossier, testimony):
            found[position.detail].append(position)
    return found


def _positions(dossier: Dossier, testimony: Testimony) -> Iterator[_Position]:
    account = testimony.account

    def position(detail: str, factuality: Factuality | None, value: When | Quantity | str | None = None) -> _Position:
        return _Position(detail=detail, factuality=factuality or account.factuality, testimony=testimony, value=value)

    yield position(f"status:{account.status}", None)
    for part in account.participants:
        yield position(f"{part.role}:{_player(dossier, part)}", part.factuality)
    for told in account.descriptions:
        yield position(f"{told.aspect}:{told.term}", told.factuality)
        if told.aspect is Aspect.outcome:
            yield position("outcome", told.factuality, told.term)
    for number in account.quantities:
        yield position(f"quantity:{number.kind}/{number.unit or ''}", number.factuality, number)
    if account.when is not None and account.status is not AccountStatus.ongoing:
        yield position("when", None, account.when)
    if account.where is not None:
        yield position("where", None, min(dossier.same_as(account.where)))


def _player(dossier: Dossier, part: Participant) -> str:
    key = part.actor or part.location
    return min(dossier.same_as(key)) if key is not None else fold_name(part.text or "")


def _polar_clash(dossier: Dossier, positions: list[_Position]) -> Iterator[tuple[tuple[Side, ...], bool]]:
    for world in _worlds(positions):
        affirming = [position for position in world if position.factuality.affirms]
        denying = [position for position in world if position.factuality.denies]
        pairs = [
            (yes, no, certain)
            for yes in affirming
            for no in denying
            if not _one_statement(dossier, yes, no) and (certain := _at_one_time(yes, no)) is not None
        ]
        if pairs:
            clashing = {id(position) for yes, no, _ in pairs for position in (yes, no)}
            sides = {"yes": affirming, "no": denying}
            kept = ((held, [p for p in positions if id(p) in clashing]) for held, positions in sides.items())
            yield _sides(kept), any(certain for _, _, certain in pairs)


def _valued_clash(dossier: Dossier, positions: list[_Position]) -> Iterator[tuple[tuple[Side, ...], bool]]:
    for world in _worlds(positions):
        clashing: dict[int, _Position] = {}
        certainties: list[bool] = []
        for one, other in combinations(world, 2):
            certain = _exclude(dossier, one, other)
            if certain is not None:
                certainties.append(certain)
                clashing |= {id(one): one, id(other): other}
        if certainties:
            groups: defaultdict[object, list[_Position]] = defaultdict(list)
            for position in world:
                if id(position) in clashing:
                    groups[_compared(position.value)].append(position)
            yield _sides((_shown(held[0].value), held) for held in groups.values()), any(certainties)


def _worlds(positions: Iterable[_Position]) -> Iterable[list[_Position]]:
    """Positions that speak of one state of being: what is told as real, or one other status under one condition."""
    worlds: defaultdict[_World, list[_Position]] = defaultdict(list)
    for position in positions:
        account = position.testimony.account
        real = account.status in _REAL and account.condition is None
        worlds[("real",) if real else (account.status, account.condition)].append(position)
    return worlds.values()


def _one_statement(dossier: Dossier, one: _Position, other: _Position) -> bool:
    """Whether both stand in one statement, or in two judged to be one: alternatives, not contradictions."""
    return other.testimony.statement.id in dossier.same_as(one.testimony.statement)


def _at_one_time(one: _Position, other: _Position) -> bool | None:
    """Whether two positions certainly (True) or possibly (False) speak of one time; None: they certainly do not.

    Two accounts of one event speak of one time unless they give times that only partly agree: where one time lies
    within the other, the looser one is the same time told less closely.
    """
    a, b = one.testimony.account.when, other.testimony.account.when
    if a is None or b is None or not (a.resolved and b.resolved):
        return True
    if a.overlaps(b) is Truth.no:
        return None
    return Truth.yes in (a.within(b), b.within(a))


def _exclude(dossier: Dossier, one: _Position, other: _Position) -> bool | None:
    """Whether two values certainly (True) or possibly (False) exclude each other; None: they do not."""
    a, b = one.value, other.value
    if _one_statement(dossier, one, other):
        return None
    if isinstance(a, When) and isinstance(b, When):
        return True if a.overlaps(b) is Truth.no else None
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        excluded = _apart(a, b)
    elif one.detail == "where":
        excluded = _elsewhere(dossier, str(a), str(b))
    else:
        excluded = a != b or None
    at_one_time = _at_one_time(one, other)
    return None if excluded is None or at_one_time is None else excluded and at_one_time


def _apart(a: Quantity, b: Quantity) -> bool | None:
    def above(x: Quantity, y: Quantity) -> bool:
        return x.low is not None and y.high is not None and x.low > y.high

    return True if above(a, b) or above(b, a) else None


def _elsewhere(dossier: Dossier, a: str, b: str) -> bool | None:
    """Whether two places exclude each other: unless one lies within the other they possibly do.

    They certainly do if the two, or places they lie within, are two of a kind that does not overlap: two countries,
    settlements, districts or buildings.
    """
    above_a, above_b = _above(dossier, a), _above(dossier, b)
    if a in above_b or b in above_a:
        return None
    return any(
        above_a[x] is above_b[y] in _APART for x in above_a for y in above_b if x not in above_b and y not in above_a
    )


def _above(dossier: Dossier, place: str) -> dict[str, LocationKind]:
    """A place and all that it lies within, with their kinds."""
    known = {location.id: location for location in dossier.locations}
    found: dict[str, LocationKind] = {}
    waiting: list[str] = [place]
    while waiting:
        for same in dossier.same_as(waiting.pop()):
            if same in known and same not in found:
                location = known[LocationId(same)]
                found[same] = location.kind
                waiting += [location.within] if location.within is not None else []
    return found


def _compared(value: When | Quantity | str | None) -> object:
    """What makes two values one position, whatever their words: a number's range, a time's value."""
    if isinstance(value, Quantity):
        return value.low, value.high
    return value.value if isinstance(value, When) else value


def _shown(value: When | Quantity | str | None) -> str:
    if isinstance(value, Quantity):
        ends = dict.fromkeys("" if end is None else str(end) for end in (value.low, value.high))
        return value.text or "–".join(ends)
    return str(value)


def _sides(groups: Iterable[tuple[str, list[_Position]]]) -> tuple[Side, ...]:
    return tuple(
        Side(position=shown, testimonies=tuple({id(p.testimony): p.testimony for p in positions}.values()))
        for shown, positions in groups
    )
