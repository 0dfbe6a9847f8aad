"""The dossier: everything on record, and the questions it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, NoReturn, TypeAlias, TypeVar, overload

from onrecord._dossier import _changes, _doors, _lookup, _texts, _times
from onrecord._dossier._answers import Chain, Dispute, Doubt, Side, Step, Testimony
from onrecord._dossier._checks import problems_of
from onrecord._dossier._indexes import Indexes
from onrecord._dossier._joins import Identities, Links
from onrecord._dossier._order import ordered
from onrecord._dossier._plots import Plots
from onrecord._dossier._public import public_names
from onrecord._dossier._selection import (
    Actors,
    As,
    Disputes,
    Doubts,
    Events,
    Locations,
    Selection,
    Sources,
    Statements,
    Testimonies,
)
from onrecord._dossier._view import View
from onrecord._model import (
    Account,
    Actor,
    ActorId,
    Event,
    EventId,
    Extra,
    Identity,
    Link,
    Location,
    LocationId,
    Source,
    SourceId,
    Statement,
    StatementId,
)
from onrecord._when import Moment, When
from onrecord.errors import InvalidValueError, Problem

Noun: TypeAlias = Source | Actor | Location | Event | Statement
"""Any of the five nouns."""

Recorded: TypeAlias = Noun | Link | Identity
"""Anything that a dossier holds."""

N = TypeVar("N", Source, Actor, Location, Event, Statement)
_NO_EXTRA = Extra()


class Dossier:
    """An immutable collection of sources, actors, places, events and statements, which answers questions.

    Objects stand in a fixed order whatever order they are given in, so that equal dossiers are written as equal bytes:
    statements in document order within their sources, everything else by id. Faulty references are accepted;
    `check()` tells of them. A dossier may be shared between threads.

    Every query takes an object, its id, or a name that is not ambiguous; it raises `UnknownIdError` or
    `AmbiguousNameError` otherwise, with candidates.

    >>> from onrecord import Actor, Dossier
    >>> d = Dossier(actors=[Actor(id="ann", name="Ann Lee")])
    >>> d.actors["ann"].name
    'Ann Lee'
    >>> d
    <Dossier: 0 sources, 1 actor, 0 locations, 0 events, 0 statements>
    """

    sources: Sources
    """All sources, by id."""
    actors: Actors
    """All actors, by id."""
    locations: Locations
    """All places, by id."""
    events: Events
    """All events, by id."""
    statements: Statements
    """All statements, in document order within their sources, and sources by id."""
    links: Links
    """All links, by kind, start and end."""
    identities: Identities
    """All judgements of identity, by first and second."""
    extra: Extra
    """Namespaced data of other programs about the whole."""

    def __init__(
        self,
        *,
        sources: Iterable[Source] = (),
        actors: Iterable[Actor] = (),
        locations: Iterable[Location] = (),
        events: Iterable[Event] = (),
        statements: Iterable[Statement] = (),
        links: Iterable[Link] = (),
        identities: Iterable[Identity] = (),
        extra: Extra = _NO_EXTRA,
    ) -> None:
        if type(extra) is not Extra:
            raise InvalidValueError(
                f"Dossier.extra must be an Extra, got {extra!r}", field="Dossier.extra", value=extra
            )
        self.__dict__.update(
            sources=Sources(ordered(Source, sources), self),
            actors=Actors(ordered(Actor, actors), self),
            locations=Locations(ordered(Location, locations), self),
            events=Events(ordered(Event, events), self),
            statements=Statements(ordered(Statement, statements), self),
            links=Links(ordered(Link, links), self),
            identities=Identities(ordered(Identity, identities), self),
            extra=extra,
            _index=Indexes(self),
        )

    _index: Indexes

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a dossier does not change; use add, replace, remove or merge, not .{name} =")

    def __eq__(self, other: object) -> bool:
        return self._contents() == other._contents() if isinstance(other, Dossier) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._contents())

    def __repr__(self) -> str:
        counts = (f"{len(table)} {name if len(table) != 1 else name[:-1]}" for name, table in self._nouns().items())
        return f"<Dossier: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)

    def _ipython_key_completions_(self) -> list[str]:
        return [key for table in self._nouns().values() for key in _doors.ids(table)]

    __dir__ = public_names

    def _nouns(self) -> dict[str, Selection[Any]]:
        names = ("sources", "actors", "locations", "events", "statements")
        return {name: getattr(self, name) for name in names}

    def _contents(self) -> tuple[object, ...]:
        return (*self._nouns().values(), self.links, self.identities, self.extra)

    # Looking things up

    @overload
    def __getitem__(self, key: SourceId) -> Source: ...
    @overload
    def __getitem__(self, key: ActorId) -> Actor: ...
    @overload
    def __getitem__(self, key: LocationId) -> Location: ...
    @overload
    def __getitem__(self, key: EventId) -> Event: ...
    @overload
    def __getitem__(self, key: StatementId) -> Statement: ...
    @overload
    def __getitem__(self, key: str) -> Noun: ...
    def __getitem__(self, key: str) -> Noun:
        try:
            return self._index.by_id[key]
        except KeyError:
            raise _lookup.unknown(self._index, key) from None

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return key in self._index.by_id
        return any(key in table for table in self._tables().values())

    def find(self, name: str) -> Selection[Noun]:
        """Everything that bears a name or is printed under it, best first; it never picks.

        First those whose name is exactly this one, then the speakers printed so, then those in whose names every word
        given begins a word. Case, accents, kinds of quotation mark and a leading "the" make no difference.
        """
        return Selection((self._index.by_id[key] for key in _lookup.found(self._index, name)), self)

    def id_of(self, thing: Noun | str, kind: type[Noun] | None = None) -> str:
        """The id of what an object, an id or a name stands for, of any kind or of one.

        Raises:
            UnknownIdError: where nothing is on record under it, with candidates.
            AmbiguousNameError: where several bear the name and are not judged to be one.
        """
        return _lookup.resolve(self._index, thing, kind)

    @property
    def plot(self) -> Plots:
        """Pictures, each an altair chart: `timeline()`, `accounts(event)`, `chains()`, `map()`.

        They need the extra `onrecord[plot]`, and name it where it is missing.
        """
        return Plots(self)

    def show(self, thing: Recorded | Testimony | Dispute | Doubt | Side | Chain | Step | Selection[Any] | str) -> View:
        """A thing in context: HTML in a notebook, plain text in a terminal.

        A statement is shown with its quotation inside its sentence, who says it through whom and when; an event with
        its accounts side by side; a source with its text, the quotations marked; an actor with what it says; a place
        with the events said to be there. At most 20 rows of anything are shown, and how many more there are.

        Args:
            thing: a noun, its id or an unambiguous name; or a link, a judgement of identity or an answer, which are
                shown as they are given.

        Raises:
            UnknownIdError: where nothing is on record under it, with candidates.
            AmbiguousNameError: where several bear the name and are not judged to be one.
        """
        return _doors.show(self, thing)

    def same_as(self, thing: Noun | str) -> frozenset[str]:
        """The ids judged to be one with an object, its own included; only positive judgements count."""
        return self._index.clusters.of(thing if isinstance(thing, str) else thing.id)

    # Statements

    def statements_by(self, actor: Actor | str, *, as_: As = "speaker", members: bool = False) -> Statements:
        """What an actor says, in order of time, document and id.

        Joint statements count, and so do those of actors judged to be the same. A name also finds the statements whose
        speaker is printed so: `statements_by("Moscow")`; if they belong to several actors, the answer's `note` and
        `speakers` say which.

        Args:
            actor: an actor, its id or name, or the words printed for a speaker.
            as_: `speaker`: who says it; `relay`: through whom we know what others say; `any`: either.
            members: whether what an actor's members say counts too, members of members included.

        Raises:
            UnknownIdError: where nobody is called or printed so.
            AmbiguousNameError: where several actors bear the name.
            InvalidValueError: for another `as_`.
        """
        if as_ == "speaker" and not members and type(actor) is str:
            try:  # quicker than `.get`, which has to be looked up and called
                return self._spoken[actor]
            except KeyError:
                pass
        return _lookup.statements_by(self._index, actor, as_=as_, members=members)

    @cached_property
    def _spoken(self) -> Mapping[str, Statements]:
        return self._index.spoken

    def statements_about(self, thing: Noun | str) -> Statements:
        """Statements that mention something or say something of it, in order of time, document and id.

        Of an event, its parts count too; of a place, what lies within it.
        """
        key = self.id_of(thing)
        return self._statements(s for k in _lookup.below(self._index, key) for s in self._index.mentions.get(k, ()))

    def statements_in(self, source: Source | str) -> Statements:
        """Statements printed in a source, in order of time, document and id."""
        keys = self.same_as(self.id_of(source, Source))
        return self._statements(s for key in keys for s in self._index.printed_in.get(key, ()))

    def statements_between(self, start: Moment | None, end: Moment | None, *, sure: bool = False) -> Statements:
        """Statements said in a period, by `Statement.said`; arguments and order as in `events_between`.

        Statements of which it is not known when they were said are never included.
        """
        return Statements(self._index.said_periods.pick(self._index.ranked, start, end, sure=sure), self)

    def search(self, text: str) -> Statements:
        """Statements in whose content every word given begins a word, in order of time, document and id.

        Case, accents and kinds of quotation mark make no difference. Text without a word finds nothing.
        """
        return self._statements(self.statements[key] for key in self._index.words.matching(text))

    # Events

    def events_between(self, start: Moment | None, end: Moment | None, *, sure: bool = False) -> Events:
        """Events whose `window` overlaps the half-open period `[start, end)`, in order of time, document and id.

        It is about time only: planned, denied and hypothetical events are included, because events assert nothing;
        `.told(…)` narrows. Events without a time are never included; `undated()` lists them.

        Args:
            start: the first moment, as text (`2023-05-03`), `When`, `date` or `datetime`; its earliest moment counts.
                None: from ever.
            end: the first moment after the period; of `2023-05-04`, that day's first. None: for ever.
            sure: whether to leave out events that only possibly overlap.

        A period without a zone is compared on the calendar with times without one; a time with a zone against one
        without is only possibly in it, unless it would be in every zone.

        Raises:
            InvalidValueError: for an end not later than the start, or only one of them with a zone.
            WhenError: for a text that is no time.
        """
        return Events(self._index.event_periods.pick(self._index.events, start, end, sure=sure), self)

    def window(self, event: Event | str) -> When | None:
        """When an event was, at the widest: the hull of its own and its accounts' times; None where none is known.

        A time that is not resolved does not count. The result is `inferred`, unless all the times are one.
        """
        return self._index.windows.get(self.id_of(event, Event))

    def undated(self) -> Events:
        """The events without any known time, by the place of their first account, then id."""
        return Events((event for event in self._index.events if event.id not in self._index.windows), self)

    def timeline(self) -> Events:
        """The events with a known time, in order of time, document and id."""
        return Events((event for event in self._index.events if event.id in self._index.windows), self)

    def events_at(self, location: Location | str) -> Events:
        """Events said to be at a place or at any place within it."""
        places = _lookup.below(self._index, self.id_of(location, Location))
        return self._events(event for place in places for event in self._index.at_place.get(place, ()))

    def events_involving(self, actor: Actor | str) -> Events:
        """Events in which an actor is said, by anybody and however firmly, to have a part."""
        keys = self.same_as(self.id_of(actor, Actor))
        return self._events(event for key in keys for event in self._index.involving.get(key, ()))

    # Accounts

    def accounts_of(self, event: Event | str) -> Testimonies:
        """Who says what of an event and of its parts, in the order of their statements."""
        pairs = _lookup.accounts_on(self._index, _lookup.below(self._index, self.id_of(event, Event)))
        return Testimonies((self._testimony(statement, account) for statement, account in pairs), self)

    def own_accounts(self, event: Event | str) -> Testimonies:
        """Who says what of an event itself, not of its parts, in the order of their statements."""
        pairs = _lookup.accounts_on(self._index, self.same_as(self.id_of(event, Event)))
        return Testimonies((self._testimony(statement, account) for statement, account in pairs), self)

    def testimonies(self) -> Testimonies:
        """Every account on record, in the order of their statements."""
        pairs = ((statement, account) for statement in self._index.ranked for account in statement.accounts)
        return Testimonies((self._testimony(statement, account) for statement, account in pairs), self)

    def disputes(self, event: Event | str | None = None) -> Disputes:
        """Who contradicts whom on which detail, of one event and its parts or of all, by event and detail.

        Accounts of one event clash where one holds as certain or probable what another holds to be certainly or
        probably not so, or where both hold values of a detail that can have only one. Only accounts of the same state
        of being are compared: what was planned does not clash with what occurred. Accounts at times that certainly
        differ do not clash; if their times only partly agree, the clash is a possible one.
        """
        from onrecord._dossier._disputes import disputes_about

        return Disputes((found for key in self._asked(event) for found in disputes_about(self, key)), self)

    def doubts(self, event: Event | str | None = None) -> Doubts:
        """Who holds which detail to be only possible, unknown or uncommitted; they contradict nobody."""
        from onrecord._dossier._disputes import doubts_about

        return Doubts((found for key in self._asked(event) for found in doubts_about(self, key)), self)

    def _asked(self, event: Event | str | None) -> Iterator[str]:
        if event is None:
            keys = {self._index.clusters.lead(e.id) for e in self.events}
        else:
            below = _lookup.below(self._index, self.id_of(event, Event))
            keys = {self._index.clusters.lead(key) for key in below}
        return (event.id for event in self._index.events if event.id in keys)

    def chain(self, statement: Statement | str) -> Chain:
        """Through whom we know a statement, from the source that prints it to the one who says it."""
        steps = _lookup.chain_up(self._index, self.statements[self.id_of(statement, Statement)])
        evidence = steps[-1].evidence or steps[0].evidence
        source = self._index.by_id.get(evidence[0].source) if evidence else None
        return Chain(
            source=source if isinstance(source, Source) else None,
            source_name=_lookup.source_name(self._index, source.id) if isinstance(source, Source) else "",
            steps=tuple(self._step(step) for step in reversed(steps)),
            dossier=self,
        )

    def _step(self, statement: Statement) -> Step:
        speaker = _lookup.speaker_of(self._index, statement)
        return Step(statement=statement, speaker=speaker, speaker_name=_lookup.speaker_name(self._index, statement))

    def _testimony(self, statement: Statement, account: Account) -> Testimony:
        return Testimony(
            statement=statement,
            account=account,
            speaker=_lookup.speaker_of(self._index, statement),
            speaker_name=_lookup.speaker_name(self._index, statement),
            chain=partial(self.chain, statement),
            dossier=self,
        )

    # The whole

    def check(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the record, in document order; it never raises. Empty: nothing is.

        Faults are what no record may have; building, writing and reading refuse them. Findings may stand in an honest
        record, and only this tells them.

        The codes are for faults `repeated-id`, `dangling`, `wrong-kind`, `cycle`, `anchor-lost`, `anchor-moved`,
        `anchor-ambiguous`, `no-text` and `content`; for findings `outside-when`, `reversed` and `contradiction` (of
        identities).
        """
        return problems_of(**{name: tuple(table) for name, table in self._tables().items()})

    def _tables(self) -> dict[str, Collection[Any]]:
        return {**self._nouns(), "links": self.links, "identities": self.identities}

    def add(self, *objects: Recorded) -> Dossier:
        """A dossier with more objects in it; one that is there already, equal in all, stays one.

        Raises:
            ConflictError: for an id that is there with other contents, naming all.
        """
        return _changes.add(self, objects)

    def replace(self, *objects: Noun) -> Dossier:
        """A dossier in which each of the objects stands in place of the one with its id.

        Raises:
            UnknownIdError: for an id that is not there, or is another kind's.
        """
        return _changes.replace(self, objects)

    def remove(self, *things: Recorded | str) -> Dossier:
        """A dossier without some objects; what refers to them stays, and `check()` tells of it.

        Raises:
            UnknownIdError: for what is not there.
        """
        return _changes.remove(self, things)

    def merge(self, *others: Dossier) -> Dossier:
        """One dossier of several: equal objects become one, nothing is rewritten.

        Merging is idempotent, commutative and associative wherever it answers.

        Raises:
            ConflictError: where one id has two contents, or one key of `extra` two values, naming all.
        """
        return _changes.merge(self, others)

    def resolve_times(self) -> Dossier:
        """A dossier in which every relative time whose anchor has a time has a value of its own.

        A time is relative by `When.relative_to` and `When.offset`. Anchors are a source (when it was published), a
        statement (when it was said) and an event (its own `when`, or else its window). What cannot be resolved stays.
        """
        return _times.resolve(self)

    def without_text(self) -> Dossier:
        """A dossier without its sources' texts, for passing on where the texts may not be; spans and digests stay."""
        return _texts.without_text(self)

    def with_text(self, texts: Mapping[SourceId, str] | Mapping[str, str]) -> Dossier:
        """A dossier with texts put back, by source id; the inverse of `without_text`.

        Raises:
            InvalidValueError: for a text whose digest is not the source's.
            UnknownIdError: for an id that is no source's.
        """
        return _texts.with_text(self, texts)

    def _statements(self, statements: Iterable[Statement]) -> Statements:
        return Statements(self._index.in_order(statements), self)

    def _events(self, keys: Iterable[str]) -> Events:
        same = self._index.clusters.of
        return Events(self._index.events_in_order(one for key in keys for one in same(key)), self)
