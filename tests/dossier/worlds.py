"""Small dossiers in which much happens: joint speakers, identities, nested places and parts, chains, all forms of time.

They are made of few ids, names and times, so that questions about them meet; those of `onrecord.testing` are wilder.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from onrecord import (
    Account,
    AccountStatus,
    Actor,
    ActorId,
    ActorKind,
    Anchor,
    Aspect,
    Description,
    Dossier,
    Event,
    Evidence,
    Factuality,
    Form,
    Identity,
    Judgement,
    Location,
    Name,
    Participant,
    ParticipantRole,
    Quantity,
    Source,
    Span,
    Statement,
    StatementId,
    Voice,
    When,
)
from onrecord.testing import when_values

T = TypeVar("T")

TEXT = "Ann Lee denied the deal. Moscow called it off. The aide saw a drone. Nobody else spoke."
CONTENTS = ("denied the deal", "called it off", "saw a drone", "the deal", "Nobody else spoke.")
SPEAKERS = ("Ann Lee", "Moscow", "The aide")
NAMES = ("Ann Lee", "Bob Ray", "Ann Ray", "the Office", "Moscow", "Leeds")
TIMES = (
    "2023-05-01",
    "2023-05-02",
    "2023-05-03",
    "2023-05",
    "2023~",
    "2023-05-02T22/2023-05-03T06",
    "2023-05-02T12:00Z",
    "2023-05-03T02:27[Europe/Moscow]",
    "2023-05-02[Europe/Kyiv]",
    "2023-05-02/..",
    "../2023-05-02",
    "2023-05-03/..[+03:00]",
    "/2023-05-02",
    "[..2023-05-02]",
    "[2023-05-02..2023-05-04]",
    "[2023-05-01T00..2023-05-02T00]/[2023-05-02T12..2023-05-04T00]",
)
FLOATING_EDGES = (
    "2023-04-30",
    "2023-05-01T12",
    "2023-05-02",
    "2023-05-02T12:30",
    "2023-05-03",
    "2023-05-03T06",
    "2024",
)
ZONED_EDGES = (*(f"{edge}[Europe/Moscow]" for edge in FLOATING_EDGES), "2023-05-02T12:00Z", "2023-05-02T23:27Z")


def anchor(words: str) -> Anchor:
    at = TEXT.index(words)
    return Anchor(spans=(Span(exact=words, start=at, end=at + len(words)),))


_values = st.one_of(st.sampled_from(TIMES), st.sampled_from(TIMES), st.sampled_from(TIMES), when_values())
_times = st.builds(When, value=_values, text=st.sampled_from((None, "overnight", "then")))
whens = st.one_of(_times, _times, _times, st.just(When(text="overnight")))
"""Times around one night, some of any other form, and some that nobody resolved."""


def _ends(edges: Sequence[str]) -> st.SearchStrategy[tuple[str | None, str | None]]:
    begin = {edge: When(value=edge).bounds[0] or 0 for edge in edges}
    pairs = [(a, b) for a in edges for b in edges if begin[a] < begin[b]]
    opens = [(a, None) for a in edges] + [(None, b) for b in edges] + [(None, None)]
    return st.sampled_from([*pairs, *opens])


periods = st.one_of(_ends(FLOATING_EDGES), _ends(ZONED_EDGES))
"""Two ends, both with a zone or neither, in order; None: open."""


SOURCES, ACTORS, PLACES, EVENTS, STATEMENTS = (
    tuple(f"{letter}{number}" for number in range(count))
    for letter, count in zip("salet", (2, 4, 4, 4, 5), strict=True)
)
TABLES = (SOURCES, ACTORS, PLACES, EVENTS, STATEMENTS)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def some(choices: Sequence[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(st.sampled_from(choices), max_size=most, unique=True).map(tuple) if choices else st.just(())


def one(choices: Sequence[T]) -> st.SearchStrategy[T | None]:
    return maybe(st.sampled_from(choices)) if choices else st.none()


_held = maybe(st.sampled_from(Factuality))


def _source(id: str) -> st.SearchStrategy[Source]:
    titles = one(("The Times", "Herald"))
    return st.builds(Source, id=st.just(id), text=st.just(TEXT), title=titles, published=maybe(whens))


def _actor(number: int) -> st.SearchStrategy[Actor]:
    def make(name: str, alias: tuple[str, ...], members: Any, several: bool) -> Actor:
        kinds = (ActorKind.organisation, ActorKind.joint) if len(members) > 1 else (ActorKind.person, ActorKind.group)
        names = tuple(Name(value=name) for name in alias)
        return Actor(id=ActorId(ACTORS[number]), name=name, names=names, kind=kinds[several], members=members)

    return st.builds(make, st.sampled_from(NAMES), some(NAMES, 1), some(ACTORS[:number]), st.booleans())


def _location(number: int) -> st.SearchStrategy[Location]:
    within = one(PLACES[:number])
    return st.builds(Location, id=st.just(PLACES[number]), name=st.sampled_from(NAMES), within=within)


def _event(number: int) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        id=st.just(EVENTS[number]),
        label=st.sampled_from(("The deal", "A drone", "The talks")),
        part_of=one(EVENTS[:number]),
        when=maybe(whens),
        where=one(PLACES),
    )


_players = st.one_of(
    st.just({"text": "two drones"}),
    st.sampled_from(ACTORS).map(lambda key: {"actor": key}),
    st.sampled_from(PLACES).map(lambda key: {"location": key}),
)
_roles = st.sampled_from((ParticipantRole.agent, ParticipantRole.target, ParticipantRole.place))
_participants = st.builds(
    lambda who, role, held: Participant(role=role, factuality=held, **who), _players, _roles, _held
)
_descriptions = st.builds(
    Description, aspect=st.sampled_from(Aspect), term=st.sampled_from(("attack", "hoax")), factuality=_held
)
_quantities = st.builds(
    Quantity,
    kind=st.just("drones"),
    low=st.integers(1, 2),
    high=st.integers(2, 3),
    unit=st.sampled_from((None, "pieces")),
    text=st.sampled_from((None, "several")),
    factuality=_held,
)


def accounts(events: Sequence[str] = EVENTS) -> st.SearchStrategy[Account]:
    """Accounts of any of some events, with up to two details of each kind."""
    return st.builds(
        Account,
        event=st.sampled_from(events),
        status=st.sampled_from((*AccountStatus, AccountStatus.occurred, AccountStatus.occurred)),
        factuality=st.sampled_from(Factuality),
        when=maybe(whens),
        where=one(PLACES),
        participants=st.lists(_participants, max_size=2).map(tuple),
        descriptions=st.lists(_descriptions, max_size=2).map(tuple),
        quantities=st.lists(_quantities, max_size=1).map(tuple),
    )


def _evidence(source: str) -> st.SearchStrategy[Evidence]:
    contents, speakers = (st.sampled_from([anchor(words) for words in them]) for them in (CONTENTS, SPEAKERS))
    return st.builds(Evidence, source=st.just(source), content=contents, speaker=maybe(speakers))


_printed = st.one_of(
    st.just(()),
    *(st.tuples(_evidence(source)) for source in SOURCES),
    st.tuples(*map(_evidence, SOURCES)),
    st.tuples(*map(_evidence, reversed(SOURCES))),
)


def _statement(number: int) -> st.SearchStrategy[Statement]:
    def make(evidence: Any, content: str, about: Any, told: Any, **fields: Any) -> Statement:
        events = {account.event for account in told}
        return Statement(
            id=StatementId(STATEMENTS[number]),
            voice=Voice.other,
            form=Form.indirect,
            content=evidence[0].content.text if evidence else content,
            evidence=evidence,
            about=tuple(key for key in about if key not in events),
            accounts=told,
            **fields,
        )

    return st.builds(
        make,
        evidence=_printed,
        content=st.sampled_from(CONTENTS),
        about=some([key for keys in TABLES for key in keys]),
        told=st.lists(accounts(), max_size=2, unique_by=lambda account: account.event).map(tuple),
        speaker=one(ACTORS),
        via=one(STATEMENTS[:number]),
        said=maybe(whens),
    )


_pairs = [(a, b) for keys in TABLES for a in keys for b in keys if a < b]
_judgements = st.sampled_from((Judgement.positive, Judgement.positive, Judgement.negative, Judgement.unsure))
_identities = st.builds(
    lambda pair, judgement: Identity(first=pair[0], second=pair[1], judgement=judgement),
    st.sampled_from(_pairs),
    _judgements,
)


def _table(make: Any, keys: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.tuples(*map(make, keys))


worlds: st.SearchStrategy[Dossier] = st.builds(
    Dossier,
    sources=_table(_source, SOURCES),
    actors=_table(_actor, range(len(ACTORS))),
    locations=_table(_location, range(len(PLACES))),
    events=_table(_event, range(len(EVENTS))),
    statements=_table(_statement, range(len(STATEMENTS))),
    identities=st.lists(_identities, max_size=3, unique=True),
)
"""Dossiers rich enough that every question has something to find; all references resolve, and times may disagree."""
