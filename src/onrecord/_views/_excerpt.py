"""As much of a dossier as one view needs, found without the indexes of the whole, which may not be built yet.

An index of a hundred thousand statements takes longer to build than a view may take; looking once through them for the
few things that are shown does not. What is found is a small dossier, of which everything can be asked at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, TypeAlias

import attrs

from onrecord._dossier import Dossier, Noun
from onrecord._dossier._walk import references
from onrecord._model import Account, Actor, ActorKind, Event, Evidence, Location, Source, Statement
from onrecord._when import When, hull

_MOST_REFERENCES, _STEPS, _BESIDE, _SCANS, _RANKED = 1_000, 20, 50, 3, 200
_PRINTED = 1_000  # quotations of one source
_TIMED = 1_000  # accounts of one event whose times are worked out for a view
_Told: TypeAlias = tuple[Statement, Account]


def excerpt(d: Dossier, things: Iterable[object], *, steps: int = _STEPS) -> Dossier:
    """The part of a dossier that holds some things, what they refer to, and the chains of their statements.

    Args:
        d: the dossier.
        things: nouns, links and identities.
        steps: how far chains are followed; 1 is enough for who says a statement, but not through whom we know it.
    """
    given = list(things)
    found: dict[str, Noun] = {thing.id: thing for thing in given if isinstance(thing, _NOUNS)}
    waiting = given
    for step in range(steps):
        keys = (key for thing in waiting for key in _needed(thing, near=step == 0, chains=steps > 1))
        wanted = dict.fromkeys(key for key in keys if key not in found)
        new = dict(zip(wanted, nouns(d, wanted, near=waiting, whole=step < _SCANS), strict=True))
        waiting = [noun for noun in new.values() if noun is not None]
        found |= {noun.id: noun for noun in waiting if isinstance(noun, _NOUNS)}
        if not any(isinstance(noun, Statement) for noun in waiting):
            break
    tables: dict[str, Any] = {
        name: [noun for noun in found.values() if isinstance(noun, kind)] for name, kind in _KINDS.items()
    }
    return Dossier(**tables)


def nouns(d: Dossier, keys: Iterable[str], *, near: Iterable[object] = (), whole: bool = True) -> list[Noun | None]:
    """What some ids stand for, None for what is not on record; as the index of ids has it.

    Args:
        d: the dossier.
        keys: the ids.
        near: things beside which statements are looked for first: those printed in the same place.
        whole: whether statements are looked for everywhere then.
    """
    wanted = list(keys)
    if "by_id" in d._index.__dict__:
        return [d._index.by_id.get(key) for key in wanted]
    found: dict[str, Noun | None] = {key: _by_bisection(d, key) for key in wanted}
    for statements in (_beside(d, near), d.statements if whole else ()):
        missing = {key for key, noun in found.items() if noun is None}
        if missing:
            found |= {s.id: s for s in reversed([s for s in statements if s.id in missing])}
    return [found[key] for key in wanted]


def told_of(d: Dossier, events: Iterable[str]) -> dict[str, list[_Told]]:
    """The accounts of some events, each under the event's id, in any order."""
    keys = set(events)
    if "accounts" in d._index.__dict__:
        return {key: list(d._index.accounts.get(key, ())) for key in keys}
    told: dict[str, list[_Told]] = {key: [] for key in keys}
    for statement in d.statements:
        for account in statement.accounts:
            if account.event in told:
                told[account.event].append((statement, account))
    return told


def all_of(told: Mapping[str, list[_Told]], keys: Collection[str]) -> list[_Told]:
    """The accounts of several events as one list; of one event its own."""
    lists = [told[key] for key in sorted(keys)]
    return lists[0] if len(lists) == 1 else [one for accounts in lists for one in accounts]


def in_order(d: Dossier, statements: Sequence[Statement]) -> list[Statement]:
    """Statements in the order of answers; of more than 200 the first of the document."""
    some = statements[:_RANKED]
    return excerpt(d, some, steps=1)._index.in_order(some)


def window_of(d: Dossier, event: Event, told: Sequence[_Told]) -> When | str | None:
    """When an event was, as `Dossier.window` has it, from its accounts; words where they are too many."""
    if "windows" in d._index.__dict__:
        return d._index.windows.get(event.id)
    if len(told) > _TIMED:
        return f"{len(told):,} accounts; ask d.window({event.id!r})"
    same = nouns(d, d.same_as(event.id))
    own = (one.when for one in same if isinstance(one, Event) and one.when is not None)
    return hull([*own, *(account.when for _, account in told if account.when is not None)])


def statements_of(d: Dossier, actors: Iterable[str]) -> Sequence[Statement]:
    """What some actors say, alone or jointly."""
    keys = set(actors)
    joint = {actor.id for actor in d.actors if actor.kind is ActorKind.joint and not keys.isdisjoint(actor.members)}
    speaking = keys | joint
    return [statement for statement in d.statements if statement.speaker in speaking]


def printed_in(d: Dossier, source: str) -> tuple[list[tuple[Evidence, Statement]], int]:
    """What is printed in a source in the order of its text, of very much the first of it; and how much there is."""
    found = [(one, s) for s in d.statements for one in s.evidence if one.source == source]
    return sorted(found[:_PRINTED], key=lambda pair: pair[0].content.start), len(found)


def events_at(d: Dossier, places: Iterable[str]) -> list[Event]:
    """The events said to be at some places, by id."""
    keys = set(places)
    told = {
        account.event
        for statement in d.statements
        for account in statement.accounts
        if account.where in keys or (account.participants and _is_played_by(account, keys))
    }
    return [event for event in d.events if event.where in keys or event.id in told]


def _is_played_by(account: Account, places: set[str]) -> bool:
    return any(part.location in places for part in account.participants)


def _needed(thing: object, *, near: bool, chains: bool) -> Iterator[str]:
    """The ids that a thing refers to; of a statement that stands further away only those by which it is called."""
    if not isinstance(thing, Statement) or (near and chains):
        return islice(_referred(thing), _MOST_REFERENCES if near else 0)
    keys = (thing.speaker, thing.via if chains else None, *(one.source for one in thing.evidence[:1]))
    return (str(key) for key in keys if key is not None)


def _referred(thing: object) -> Iterator[str]:
    """The ids that a thing holds; of evidence only the sources, since its anchors hold many spans and no ids."""
    if isinstance(thing, Statement):
        yield from dict.fromkeys(one.source for one in thing.evidence)
        thing = attrs.evolve(thing, evidence=())
    yield from (key for _, key, _ in references(thing))


def _by_bisection(d: Dossier, key: str) -> Noun | None:
    tables: tuple[Sequence[Any], ...] = (d.sources, d.actors, d.locations, d.events)
    for table in tables:
        at = bisect_left(table, key, key=_ID)
        if at < len(table) and table[at].id == key:
            noun: Noun = table[at]
            return noun
    return None


def _beside(d: Dossier, things: Iterable[object]) -> Iterator[Statement]:
    """The statements that are printed next to some."""
    for thing in things:
        if isinstance(thing, Statement):
            at = bisect_left(d.statements, _place(thing), key=_place)
            yield from d.statements[max(at - _BESIDE, 0) : at + _BESIDE]


def _place(statement: Statement) -> tuple[int, str, int]:
    first = statement.evidence[0] if statement.evidence else None
    return (1, "", 0) if first is None else (0, first.source, first.content.start)


_ID: Callable[[Any], str] = attrgetter("id")
_KINDS: dict[str, Any] = {
    "sources": Source,
    "actors": Actor,
    "locations": Location,
    "events": Event,
    "statements": Statement,
}
_NOUNS = (Source, Actor, Location, Event, Statement)
