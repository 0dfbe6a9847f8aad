"""Hypothesis strategies for tests of code that uses onrecord."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Any, TypeVar, cast

import attrs
from hypothesis import strategies as st

from onrecord._dossier import Dossier
from onrecord._fields import LARGEST_INTEGER
from onrecord._model import (
    Account,
    AccountStatus,
    Actor,
    ActorId,
    ActorKind,
    Anchor,
    Aspect,
    Code,
    Description,
    Event,
    EventId,
    Evidence,
    Extra,
    Factuality,
    Form,
    Identifier,
    Identity,
    Judgement,
    Link,
    LinkKind,
    Location,
    LocationId,
    LocationKind,
    Medium,
    Name,
    NameKind,
    Naming,
    Participant,
    ParticipantRole,
    Point,
    Quantity,
    RelativePosition,
    Role,
    Section,
    SectionKind,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementId,
    Voice,
)
from onrecord._when import TimeBasis, Truth, When
from onrecord.errors import WhenError

__all__ = [
    "actors",
    "dossiers",
    "events",
    "extras",
    "identities",
    "links",
    "locations",
    "sources",
    "statements",
    "when_values",
    "whens",
]

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
V = TypeVar("V", bound=Enum)


# --- times -----------------------------------------------------------------------------------------------------------

_ZONES = ("", "[Europe/Moscow]", "[Europe/Kyiv]", "[America/New_York]", "[Pacific/Apia]", "[+03:00]", "[UTC]")


def when_values() -> st.SearchStrategy[str]:
    """Texts that `When.value` may hold: of every form and precision, floating and zoned, closed, open and vague."""
    bodies = st.one_of(_parts(), _ranges(), _intervals())
    suffixed = st.tuples(bodies, st.sampled_from(_ZONES)).map("".join)
    offsets = st.tuples(_clock_times(), st.sampled_from(("Z", "+03:00", "-04", "+04:30"))).map("".join)
    return st.one_of(suffixed, offsets).filter(_reads)


def whens() -> st.SearchStrategy[When]:
    """Times with and without a value, words, an anchor and a note."""
    words = st.none() | st.sampled_from(("overnight", "on Wednesday", "14 months ago"))
    resolved = st.builds(When, value=when_values(), text=words, basis=st.sampled_from(TimeBasis), note=words)
    anchors, offsets = st.sampled_from(("source:1", "event:1")), st.none() | st.sampled_from(("-P1D", "<-P14M", ">P0D"))
    relative = st.builds(When, text=words, relative_to=anchors, offset=offsets)
    return st.one_of(resolved, relative, st.builds(When, text=st.just("overnight")))


def _dates() -> st.SearchStrategy[str]:
    days = st.dates().map(str)
    cut = st.tuples(days, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0][: pair[1]])
    recent = st.integers(0, 60).map(lambda day: f"2023-{day // 28 + 4:02}-{day % 28 + 1:02}")
    years = st.integers(-9999, -1).map(lambda year: f"{year:05}")
    long_years = st.integers(10_000, 10**15 - 1).map(lambda year: f"Y{year}")
    seasons = st.tuples(st.integers(2, 9998), st.integers(21, 41)).map(lambda pair: f"{pair[0]:04}-{pair[1]}")
    masked = st.sampled_from(("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "1985-04-1X"))
    return st.one_of(recent, cut, years, long_years, seasons, masked)


def _clock_times() -> st.SearchStrategy[str]:
    exact = st.datetimes().map(lambda moment: moment.isoformat("T", "microseconds"))
    recent = st.integers(0, 60 * 24 * 60 - 1).map(
        lambda minute: f"2023-04-{minute // 1440 % 30 + 1:02}T{minute // 60 % 24:02}:{minute % 60:02}:30.250000"
    )
    lengths = st.sampled_from((13, 16, 19, 21, 26))
    return st.tuples(exact | recent, lengths).map(lambda pair: pair[0][: pair[1]])


def _parts() -> st.SearchStrategy[str]:
    return st.tuples(_dates() | _clock_times(), st.sampled_from(("", "", "", "?", "~", "%"))).map("".join)


def _ranges() -> st.SearchStrategy[str]:
    edges = st.just("") | _parts()
    return st.tuples(edges, edges).map(lambda pair: f"[{pair[0]}..{pair[1]}]")


def _intervals() -> st.SearchStrategy[str]:
    edges = st.one_of(st.sampled_from(("", "..")), _parts(), _ranges())
    return st.tuples(edges, edges).map("/".join)


def _reads(value: str) -> bool:
    try:
        When(value=value)
    except WhenError:
        return False
    return True


# --- records ---------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Known:
    """What an object may refer to; with only earlier objects in it, nothing refers in a loop."""

    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()


_WHENS = whens()
_WITHHELD = "The text of this source is withheld."
_WITHHELD_DIGEST = sha256(_WITHHELD.encode()).hexdigest()
_SAMPLE = _Known(
    sources=(Source(id=SourceId("source:1"), text="“We didn’t light it,” she said.\nThe yard denied it."),),
    actors=tuple(Actor(id=ActorId(f"actor:{n}"), name=f"Actor {n}") for n in (1, 2, 3)),
    locations=(Location(id=LocationId("location:1"), name="Old harbour"),),
    events=tuple(Event(id=EventId(f"event:{n}"), label=f"Event {n}") for n in (1, 2, 3)),
    statements=tuple(
        Statement(id=StatementId(f"statement:{n}"), voice=Voice.other, form=Form.direct, content="So it was.")
        for n in (1, 2)
    ),
)


def _cached(make: F) -> F:
    """Strategies are dear to make and free to share."""
    return cast("F", lru_cache(256)(make))


@_cached
def extras() -> st.SearchStrategy[Extra]:
    """Foreign data: often none, else any JSON under namespaced keys."""
    single = st.one_of(st.none(), st.booleans(), _any_number(), st.text(max_size=5))
    nested = st.recursive(
        single, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner), max_leaves=5
    )
    letters = st.characters(codec="utf-8", exclude_characters=":")
    prefixes = st.text(letters, min_size=1, max_size=8).filter(lambda prefix: prefix != "onrecord")
    keys = st.tuples(prefixes, _words()).map(":".join)
    return st.just(Extra()) | st.dictionaries(keys, nested, max_size=2).map(Extra)


def sources() -> st.SearchStrategy[Source]:
    """Sources with texts of any characters, with withheld texts and with none, and sections where they are divided."""
    return _source(_SAMPLE, "source:9")


def actors() -> st.SearchStrategy[Actor]:
    """Actors of every kind."""
    return _actor(_SAMPLE, "actor:9")


def locations() -> st.SearchStrategy[Location]:
    """Places with and without a position."""
    return _location(_SAMPLE, "location:9")


def events() -> st.SearchStrategy[Event]:
    """Events, some with a time or place that holds apart from any account."""
    return _event(_SAMPLE, "event:9")


def statements() -> st.SearchStrategy[Statement]:
    """Statements with evidence and accounts; what they refer to is not on record."""
    return _statement(_SAMPLE, "statement:9")


def links() -> st.SearchStrategy[Link]:
    """Links between statements and between events, which are not on record."""
    return _link(_SAMPLE)


def identities() -> st.SearchStrategy[Identity]:
    """Judgements of identity on objects that are not on record."""
    return _identity(_SAMPLE)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Consistent dossiers: all references resolve, anchors match their texts, and `Dossier.check` finds nothing."""
    known = _Known()
    for table, make in _MAKERS.items():
        for number in range(draw(st.integers(0, 3))):
            made = draw(make(known, f"{draw(_words())}:{table}:{number}"))
            known = attrs.evolve(known, **{table: (*getattr(known, table), made)})
    return Dossier(
        **attrs.asdict(known, recurse=False),
        links=draw(_many(_link(known))),
        identities=draw(_many(_identity(known), lambda judged: frozenset((judged.first, judged.second)))),
        extra=draw(extras()),
    )


@_cached
def _any_number() -> st.SearchStrategy[int | float]:
    return st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | st.floats(allow_nan=False, allow_infinity=False)


@_cached
def _words() -> st.SearchStrategy[str]:
    return st.text(min_size=1, max_size=8)


@_cached
def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


@_cached
def _many(
    strategy: st.SearchStrategy[T], unique_by: Callable[[T], Hashable] = lambda item: item
) -> st.SearchStrategy[tuple[T, ...]]:
    if strategy.is_empty:
        return st.just(())
    return st.lists(strategy, max_size=2, unique_by=unique_by).map(tuple)


def _one_of(items: Iterable[T]) -> st.SearchStrategy[T]:
    choices = list(items)
    return st.sampled_from(choices) if choices else st.nothing()


@_cached
def _term(vocabulary: type[V]) -> st.SearchStrategy[V]:
    return st.sampled_from(vocabulary)


@_cached
def _numbers(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(int(low), int(high)) | st.floats(low, high)


def _ids(objects: Iterable[Any]) -> st.SearchStrategy[Any]:
    return _one_of([item.id for item in objects])


@st.composite
def _when(draw: st.DrawFn, known: _Known) -> When:
    when = draw(_WHENS)
    if when.relative_to is None:
        return when
    anchors: list[str] = [source.id for source in known.sources]
    anchors += [*(event.id for event in known.events), *(statement.id for statement in known.statements)]
    if anchors:
        return attrs.evolve(when, relative_to=draw(st.sampled_from(anchors)))
    return attrs.evolve(when, relative_to=None, offset=None, text=when.text or "then")


@_cached
def _identifiers() -> st.SearchStrategy[tuple[Identifier, ...]]:
    return _many(st.builds(Identifier, scheme=_words(), value=_words()))


@_cached
def _names() -> st.SearchStrategy[tuple[Name, ...]]:
    return _many(st.builds(Name, value=_words(), kind=_term(NameKind)))


@st.composite
def _source(draw: st.DrawFn, known: _Known, id: str) -> Source:
    text = draw(_maybe(st.text(max_size=40)))
    published, retrieved = draw(_maybe(_when(known))), draw(_maybe(_when(known)))
    if published and retrieved and retrieved.before(published) is Truth.yes:
        retrieved = None
    return Source(
        id=SourceId(id),
        kind=draw(_term(SourceKind)),
        title=draw(_maybe(_words())),
        publisher=draw(_maybe(_ids(known.actors))),
        authors=draw(_many(_ids(known.actors))),
        url=draw(_maybe(_words())),
        published=published,
        retrieved=retrieved,
        language=draw(_maybe(_words())),
        text=text,
        digest=draw(st.sampled_from((None, _WITHHELD_DIGEST))) if text is None else None,
        sections=draw(_sections(len(_WITHHELD if text is None else text))),
        derived_from=draw(_maybe(_ids(known.sources))),
        revises=draw(_maybe(_ids(known.sources))),
        extra=draw(extras()),
    )


@st.composite
def _sections(draw: st.DrawFn, length: int) -> tuple[Section, ...]:
    if length == 0 or draw(st.booleans()):
        return ()
    cuts = draw(st.sets(st.integers(1, length), max_size=2)) | {0, length}
    return tuple(Section(kind=draw(_term(SectionKind)), start=a, end=b) for a, b in pairwise(sorted(cuts)))


@st.composite
def _actor(draw: st.DrawFn, known: _Known, id: str) -> Actor:
    members = draw(_many(_ids(known.actors)))
    kinds = [kind for kind in ActorKind if kind is not ActorKind.joint or len(set(members)) > 1]
    offices = st.builds(Role, title=_words(), of=_maybe(_ids(known.actors)), when=_maybe(_when(known)))
    return Actor(
        id=ActorId(id),
        name=draw(_words()),
        kind=draw(st.sampled_from(kinds)),
        names=draw(_names()),
        anonymous=draw(st.booleans()),
        members=members,
        identifiers=draw(_identifiers()),
        roles=draw(_many(offices)),
        extra=draw(extras()),
    )


@st.composite
def _location(draw: st.DrawFn, known: _Known, id: str) -> Location:
    metres = _maybe(_numbers(0, 10**7))
    points = st.builds(Point, latitude=_numbers(-90, 90), longitude=_numbers(-180, 180), radius=metres)
    bearings = _maybe(_numbers(0, 359))
    positions = st.builds(RelativePosition, to=_ids(known.locations), text=_words(), distance=metres, bearing=bearings)
    return Location(
        id=LocationId(id),
        name=draw(_words()),
        kind=draw(_term(LocationKind)),
        names=draw(_names()),
        within=draw(_maybe(_ids(known.locations))),
        point=draw(_maybe(points)),
        relative=draw(_maybe(positions)) if known.locations else None,
        identifiers=draw(_identifiers()),
        extra=draw(extras()),
    )


@st.composite
def _event(draw: st.DrawFn, known: _Known, id: str) -> Event:
    return Event(
        id=EventId(id),
        label=draw(_words()),
        kinds=draw(_many(st.builds(Code, scheme=_words(), value=_words()))),
        part_of=draw(_maybe(_ids(known.events))),
        identifiers=draw(_identifiers()),
        when=draw(_maybe(_when(known))),
        where=draw(_maybe(_ids(known.locations))),
        extra=draw(extras()),
    )


@st.composite
def _statement(draw: st.DrawFn, known: _Known, id: str) -> Statement:
    evidence = draw(_many(_evidence(known))) if any(map(_text_of, known.sources)) else ()
    voice, said = draw(_term(Voice)), draw(_maybe(_when(known)))
    published = {source.id: source.published for source in known.sources}
    if said and any((day := published[one.source]) and day.before(said) is Truth.yes for one in evidence):
        said = None
    about = (*known.sources, *known.actors, *known.locations, *known.events, *known.statements)
    occasion = draw(_maybe(_ids(known.events)))
    told = draw(_many(_one_of(known.events)))
    return Statement(
        id=StatementId(id),
        voice=voice,
        speaker=draw(_maybe(_ids(known.actors))) if voice is Voice.other else None,
        content=evidence[0].content.text if evidence else draw(_words()),
        form=draw(_term(Form)),
        medium=draw(_term(Medium)),
        via=draw(_maybe(_ids(known.statements))),
        evidence=evidence,
        said=said,
        occasion=occasion,
        place=draw(_maybe(_ids(known.locations))) if occasion is None else None,
        published_in=draw(_maybe(_ids(known.sources))),
        addressees=draw(_many(_ids(known.actors))),
        language=draw(_maybe(_words())),
        translated=draw(_maybe(st.booleans())),
        about=draw(_many(_ids(item for item in about if item not in told))),
        accounts=tuple(draw(_account(known, event)) for event in told),
        confidence=draw(_maybe(_numbers(0, 1))),
        annotator=draw(_maybe(_words())),
        extra=draw(extras()),
    )


def _text_of(source: Source) -> str:
    return source.text or (_WITHHELD if source.digest else "")


@st.composite
def _evidence(draw: st.DrawFn, known: _Known) -> Evidence:
    source = draw(_one_of(source for source in known.sources if _text_of(source)))
    anchors = _anchor(_text_of(source))
    return Evidence(
        source=source.id,
        content=draw(anchors),
        cue=draw(_maybe(anchors)),
        speaker=draw(_maybe(anchors)),
        hedges=draw(_many(anchors)),
        stance=draw(_term(Stance)),
        naming=draw(_maybe(_term(Naming))),
    )


@st.composite
def _anchor(draw: st.DrawFn, text: str) -> Anchor:
    places = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return Anchor(spans=tuple(Span(exact=text[start:end], start=start, end=end) for start, end in pairs))


@st.composite
def _account(draw: st.DrawFn, known: _Known, event: Event) -> Account:
    others = [other for other in known.events if other is not event]
    factualities = _maybe(_term(Factuality))
    descriptions = st.builds(
        Description,
        aspect=_term(Aspect),
        term=_words(),
        words=_maybe(_words()),
        factuality=factualities,
        scare_quotes=st.booleans(),
    )
    return Account(
        event=event.id,
        status=draw(_term(AccountStatus)),
        factuality=draw(_term(Factuality)),
        when=draw(_maybe(_when(known))) if event.when is None else event.when,
        where=draw(_maybe(_ids(known.locations))),
        participants=draw(_many(_participant(known))),
        descriptions=draw(_many(descriptions)),
        quantities=draw(_many(_quantity())),
        condition=draw(_maybe(_ids(others))),
        alternative=draw(_maybe(_words())),
    )


@st.composite
def _participant(draw: st.DrawFn, known: _Known) -> Participant:
    choices = {"actor": _ids(known.actors), "location": _ids(known.locations), "text": _words()}
    field = draw(st.sampled_from([name for name, values in choices.items() if not values.is_empty]))
    who: dict[str, Any] = {field: draw(choices[field])}
    return Participant(role=draw(_term(ParticipantRole)), factuality=draw(_maybe(_term(Factuality))), **who)


@st.composite
def _quantity(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(_any_number()), draw(_any_number())))
    given = draw(st.sampled_from(({"low": low}, {"high": high}, {"low": low, "high": high})))
    unit, text, factuality = draw(_maybe(_words())), draw(_maybe(_words())), draw(_maybe(_term(Factuality)))
    return Quantity(kind=draw(_words()), unit=unit, text=text, factuality=factuality, **given)


@st.composite
def _pair(draw: st.DrawFn, *tables: Sequence[Any]) -> tuple[Any, Any]:
    table = draw(_one_of(table for table in tables if len(table) > 1))
    first, second = draw(st.lists(_ids(table), min_size=2, max_size=2, unique=True))
    return first, second


def _link(known: _Known) -> st.SearchStrategy[Link]:
    @st.composite
    def link(draw: st.DrawFn) -> Link:
        start, end = draw(_pair(known.events, known.statements))
        joins_events = any(event.id == start for event in known.events)
        return Link(
            kind=draw(_one_of(kind for kind in LinkKind if kind.joins_events is joins_events)),
            start=start,
            end=end,
            factuality=draw(_term(Factuality)),
            claimed_by=draw(_maybe(_ids(known.statements))),
            confidence=draw(_maybe(_numbers(0, 1))),
            annotator=draw(_maybe(_words())),
            extra=draw(extras()),
        )

    return link() if max(len(known.events), len(known.statements)) > 1 else st.nothing()


def _identity(known: _Known) -> st.SearchStrategy[Identity]:
    tables = (known.sources, known.actors, known.locations, known.events, known.statements)

    @st.composite
    def identity(draw: st.DrawFn) -> Identity:
        first, second = draw(_pair(*tables))
        return Identity(
            first=first,
            second=second,
            judgement=draw(_term(Judgement)),
            reason=draw(_maybe(_words())),
            confidence=draw(_maybe(_numbers(0, 1))),
            annotator=draw(_maybe(_words())),
            extra=draw(extras()),
        )

    return identity() if max(map(len, tables)) > 1 else st.nothing()


_MAKERS: dict[str, Callable[[_Known, str], st.SearchStrategy[Any]]] = {
    "actors": _actor,
    "sources": _source,
    "locations": _location,
    "events": _event,
    "statements": _statement,
}
