"""The indexes of one dossier, each built when it is first asked for, and never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from onrecord._dossier._identities import Clusters
from onrecord._dossier._selection import Statements
from onrecord._dossier._text import fold_name
from onrecord._model import Account, Actor, ActorKind, Event, Location, Source, Statement
from onrecord._when import When, hull

if TYPE_CHECKING:
    from onrecord._dossier._dossier import Dossier, Noun
    from onrecord._dossier._names import NameIndex, WordIndex
    from onrecord._dossier._periods import Periods

K = TypeVar("K")
V = TypeVar("V")


class Indexes:
    """Lazily built look-ups over a dossier's tables."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    @cached_property
    def by_id(self) -> Mapping[str, Noun]:
        """Every noun by its id; of two with one id, the first."""
        d = self.dossier
        tables: tuple[Iterable[Noun], ...] = (d.statements, d.events, d.locations, d.actors, d.sources)
        return {noun.id: noun for table in tables for noun in reversed(tuple(table))}

    @cached_property
    def clusters(self) -> Clusters:
        """Which ids are judged to be one."""
        return Clusters(self.dossier.identities)

    @cached_property
    def names(self) -> Mapping[type, NameIndex]:
        """The names of each kind of noun that has any."""
        from onrecord._dossier._names import NameIndex

        d = self.dossier
        tables: tuple[tuple[type, Iterable[Noun]], ...] = (
            (Actor, d.actors),
            (Location, d.locations),
            (Event, d.events),
            (Source, d.sources),
        )
        return {kind: NameIndex((noun.id, name) for noun in table for name in names_of(noun)) for kind, table in tables}

    @cached_property
    def ranked(self) -> tuple[Statement, ...]:
        """Statements in the order of answers: time said (or else, where that is not known, published), document, id."""
        return tuple(sorted(self.dossier.statements, key=self._time_of))

    def _time_of(self, statement: Statement) -> tuple[object, ...]:
        when = statement.said
        if (when is None or not when.resolved) and statement.evidence:
            source = self.by_id.get(statement.evidence[0].source)
            when = source.published if isinstance(source, Source) else when
        return (1,) if when is None or not when.resolved else (0, when.sort_key()[0])

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """A statement's place in that order, by id."""
        return {statement.id: rank for rank, statement in enumerate(self.ranked)}

    @cached_property
    def words(self) -> WordIndex:
        """Statements by the words of their content."""
        from onrecord._dossier._names import WordIndex

        return WordIndex((statement.id, statement.content) for statement in self.ranked)

    @cached_property
    def spoken(self) -> Mapping[str, Statements]:
        """What each actor says: alone, jointly, or under another id judged to be the same."""
        direct = _grouped((str(s.speaker), s) for s in self.ranked if s.speaker is not None)
        answers = {speaker: Statements(found, self.dossier) for speaker, found in direct.items()}
        shared: dict[str, Statements] = {}
        for actor in self.dossier.actors:
            lead = self.clusters.lead(actor.id)
            wider = self.closure(lead, self.joint) if lead not in shared else ()
            if len(wider) > 1:
                found = [s for speaker in wider for s in direct.get(speaker, ())]
                shared[lead] = Statements(self.in_order(found), self.dossier)
            answers[actor.id] = shared.get(lead) or answers.get(actor.id) or Statements((), self.dossier)
        return answers

    @cached_property
    def joint(self) -> Mapping[str, tuple[str, ...]]:
        """The joint speakers that an actor is one of."""
        joints = (actor for actor in self.dossier.actors if actor.kind is ActorKind.joint)
        return _grouped((member, actor.id) for actor in joints for member in actor.members)

    @cached_property
    def printed(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by the words printed for their speaker, folded as names."""
        return _grouped(
            (fold_name(evidence.speaker.text), statement)
            for statement in self.ranked
            for evidence in statement.evidence
            if evidence.speaker is not None
        )

    @cached_property
    def relayed(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that rest directly on a statement, by its id."""
        return _grouped((s.via, s) for s in self.ranked if s.via is not None)

    @cached_property
    def printed_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements printed in a source, by its id."""
        return _grouped((evidence.source, s) for s in self.ranked for evidence in s.evidence)

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that mention an object, or say something of it, by its id."""
        return _grouped((key, statement) for statement in self.ranked for key in _mentioned(statement))

    @cached_property
    def accounts(self) -> Mapping[str, tuple[tuple[Statement, Account], ...]]:
        """The accounts of an event, by its id, in the order of their statements."""
        return _grouped((account.event, (s, account)) for s in self.ranked for account in s.accounts)

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The direct parts of an event."""
        return _grouped((event.part_of, event.id) for event in self.dossier.events if event.part_of is not None)

    @cached_property
    def inside(self) -> Mapping[str, tuple[str, ...]]:
        """The places directly within a place."""
        return _grouped((place.within, place.id) for place in self.dossier.locations if place.within is not None)

    @cached_property
    def windows(self) -> Mapping[str, When]:
        """The time of each event that has any: the hull of its own and its accounts' times."""
        shared: dict[str, When | None] = {}
        for event in self.dossier.events:
            lead = self.clusters.lead(event.id)
            if lead not in shared:
                shared[lead] = hull(self.times_of(event))
        found = ((event.id, shared[self.clusters.lead(event.id)]) for event in self.dossier.events)
        return {key: window for key, window in found if window is not None}

    def times_of(self, event: Event) -> Iterator[When]:
        """All times told of an event: its own and its accounts', and those of the events judged to be the same."""
        for key in sorted(self.clusters.of(event.id)):
            same = self.by_id.get(key)
            if isinstance(same, Event) and same.when is not None:
                yield same.when
            yield from (account.when for _, account in self.accounts.get(key, ()) if account.when is not None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events in the order of answers: time, the first account's place, id; those without a time last."""
        return tuple(sorted(self.dossier.events, key=self._event_key))

    def _event_key(self, event: Event) -> tuple[object, ...]:
        window = self.windows.get(event.id)
        accounts = self.accounts.get(event.id)
        place = self.rank[accounts[0][0].id] if accounts else len(self.rank)
        return (1, place, event.id) if window is None else (0, window.sort_key()[0], place, event.id)

    @cached_property
    def event_periods(self) -> Periods:
        """Events' windows, by their place in that order."""
        from onrecord._dossier._periods import Periods

        windows = self.windows
        return Periods((at, windows[event.id]) for at, event in enumerate(self.events) if event.id in windows)

    @cached_property
    def said_periods(self) -> Periods:
        """The times at which statements were said, by the statement's rank."""
        from onrecord._dossier._periods import Periods

        return Periods((at, s.said) for at, s in enumerate(self.ranked) if s.said is not None)

    @cached_property
    def involving(self) -> Mapping[str, tuple[str, ...]]:
        """The events in which an actor or place is said to have a part, by its id."""
        return _grouped(_parts_played(self.ranked))

    @cached_property
    def at_place(self) -> Mapping[str, tuple[str, ...]]:
        """The events said to be at a place, by its id."""
        own = ((event.where, event.id) for event in self.dossier.events if event.where is not None)
        told = ((a.where, a.event) for statement in self.ranked for a in statement.accounts if a.where is not None)
        return _grouped((*own, *told, *_places_played(self.ranked)))

    def closure(self, key: str, children: Mapping[str, tuple[str, ...]]) -> set[str]:
        """An id with all below it and all judged to be one with any of them."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            for same in self.clusters.of(waiting.pop()):
                if same not in found:
                    found.add(same)
                    waiting.extend(children.get(same, ()))
        return found

    def in_order(self, statements: Iterable[Statement]) -> list[Statement]:
        """Statements in the order of answers, each once."""
        unique = {statement.id: statement for statement in statements}
        return sorted(unique.values(), key=lambda statement: self.rank[statement.id])

    def events_in_order(self, ids: Iterable[str]) -> list[Event]:
        """Events in the order of answers, each once."""
        wanted = set(ids)
        return [event for event in self.events if event.id in wanted]


def names_of(noun: Noun) -> tuple[str, ...]:
    """All names by which a noun can be looked up; a statement has none."""
    if isinstance(noun, Actor | Location):
        return (noun.name, *(name.value for name in noun.names))
    if isinstance(noun, Event):
        return (noun.label,)
    return (noun.title,) if isinstance(noun, Source) and noun.title is not None else ()


def _mentioned(statement: Statement) -> dict[str, None]:
    ids: dict[str, None] = dict.fromkeys(statement.about)
    for account in statement.accounts:
        ids[account.event] = None
        places = (account.where, *(p.location for p in account.participants), *(p.actor for p in account.participants))
        ids.update(dict.fromkeys(place for place in places if place is not None))
    return ids


def _parts_played(statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        for account in statement.accounts:
            yield from ((p.actor, account.event) for p in account.participants if p.actor is not None)


def _places_played(statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        for account in statement.accounts:
            yield from ((p.location, account.event) for p in account.participants if p.location is not None)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in order, each once."""
    groups: defaultdict[K, dict[object, V]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value if isinstance(value, str) else id(value)] = value
    return {key: tuple(group.values()) for key, group in groups.items()}
