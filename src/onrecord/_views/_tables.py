"""Answers and the whole dossier as pages: at most twenty rows, in context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from onrecord._dossier import (
    Actors,
    Dispute,
    Disputes,
    Dossier,
    Doubt,
    Doubts,
    Events,
    Identities,
    Links,
    Locations,
    Noun,
    Selection,
    Side,
    Sources,
    Statements,
    Testimonies,
    Testimony,
)
from onrecord._model import Actor, Event, Identity, Link, Location, Source, Statement
from onrecord._views._blocks import Cell, Facts, Items, Line, Page, Table, without_empty_columns
from onrecord._views._excerpt import all_of, excerpt, nouns, told_of, window_of
from onrecord._views._rows import (
    ROWS,
    STATEMENT_HEADS,
    accounts_table,
    held,
    items,
    said,
    short,
    statement_row,
    tally,
    words,
)
from onrecord._views._words import counted, detail_of, name_of, position_of, speaker_of, words_of

_FEW = 5
_ASKED = 100  # accounts of an event that its row in a table of events goes through
_Rows: TypeAlias = Iterable[tuple[Cell, ...]]


def selection_page(shown: Selection[Any]) -> Page:
    """An answer as a table of its kind."""
    table = next(_TABLES[cls] for cls in type(shown).__mro__ if cls in _TABLES)
    some = list(shown[:ROWS])
    more = len(shown) - len(some)
    blocks = (table(shown.dossier, some, more),) if some else ()
    note = (Line(shown.note),) if shown.note else ()
    return Page(type(shown).__name__, f"{len(shown):,}", (*note, *blocks))


def dossier_page(d: Dossier) -> Page:
    """How much of everything a dossier holds, and its texts."""
    names = ("sources", "actors", "locations", "events", "statements", "links", "identities")
    counts = tuple((name, f"{len(getattr(d, name)):,}") for name in names)
    texts = [source.title or source.id for source in d.sources if source.text is not None]
    named = (("texts", items(texts, more=max(len(texts) - _FEW, 0))),) if texts else ()
    return Page("Dossier", counted(len(d.statements), "statement"), (Facts((*counts, *named)), Line(_NEXT)))


_NEXT = "ask: d.find(“…”), d.show(“…”), d.statements_by(…), d.accounts_of(…), d.disputes(), d.timeline()"


def _sources(d: Dossier, some: Sequence[Source], more: int) -> Table:
    near = excerpt(d, some)
    rows = ((s.id, s.title or "", str(s.kind), _named(near, s.publisher), said(s.published), s.url or "") for s in some)
    return _table(("id", "title", "kind", "publisher", "published", "address"), rows, more)


def _actors(_: Dossier, some: Sequence[Actor], more: int) -> Table:
    rows = (
        (
            actor.id,
            actor.name,
            str(actor.kind),
            _names(actor),
            ", ".join(short(role.title) for role in actor.roles[:_FEW]),
        )
        for actor in some
    )
    return _table(("id", "name", "kind", "other names", "offices"), rows, more)


def _locations(d: Dossier, some: Sequence[Location], more: int) -> Table:
    near = excerpt(d, some)
    rows = (
        (place.id, place.name, str(place.kind), _named(near, place.within), _names(place), point_of(place))
        for place in some
    )
    return _table(("id", "name", "kind", "within", "other names", "point"), rows, more)


def _events(d: Dossier, some: Sequence[Event], more: int) -> Table:
    same = {event.id: d.same_as(event.id) for event in some}
    found = told_of(d, (key for keys in same.values() for key in keys))
    told = {key: all_of(found, keys) for key, keys in same.items()}
    near = excerpt(d, [*some, *(s for one in told.values() for s, _ in one[:_FEW])], steps=1)
    rows = (
        (
            event.id,
            event.label,
            _window(d, event, told[event.id]),
            _named(near, event.where),
            _told(near, told[event.id]),
        )
        for event in some
    )
    return _table(("id", "label", "when", "where", "told"), rows, more)


def _statements(d: Dossier, some: Sequence[Statement], more: int) -> Table:
    near = excerpt(d, some)
    return _table(STATEMENT_HEADS, (statement_row(near, statement) for statement in some), more)


def _testimonies(d: Dossier, some: Sequence[Testimony], more: int) -> Table:
    near = excerpt(d, [testimony.statement for testimony in some])
    return accounts_table(near, some, "", more=more)


def _disputes(d: Dossier, some: Sequence[Dispute], more: int) -> Table:
    near = excerpt(d, [noun for dispute in some for noun in dispute_things(d, dispute)])
    rows = (
        (
            dispute.event.label,
            detail_of(near, dispute.detail),
            items((side_of(near, dispute, side) for side in dispute.sides), more=max(len(dispute.sides) - _FEW, 0)),
            items(_speakers(dispute.doubts), more=max(len(dispute.doubts) - _FEW, 0)),
            certainty_of(dispute),
        )
        for dispute in some
    )
    return _table(("event", "detail", "sides", "doubted by", "clash"), rows, more)


def _doubts(d: Dossier, some: Sequence[Doubt], more: int) -> Table:
    things = [one for doubt in some for one in (doubt.testimony.statement, *detail_things(d, doubt.detail))]
    near = excerpt(d, things)
    rows = (
        (
            doubt.event.label,
            detail_of(near, doubt.detail),
            doubt.testimony.speaker_name,
            words_of(doubt.factuality),
            words(near, doubt.testimony.statement),
        )
        for doubt in some
    )
    return _table(("event", "detail", "speaker", "held", "in these words"), rows, more)


def _links(d: Dossier, some: Sequence[Link], more: int) -> Table:
    near = excerpt(d, [noun for link in some for noun in nouns(d, [link.start, link.end]) if noun is not None])
    rows = (
        (words_of(link.kind), name_of(near, link.start), name_of(near, link.end), words_of(link.factuality))
        for link in some
    )
    return _table(("kind", "start", "end", "held"), rows, more)


def _identities(d: Dossier, some: Sequence[Identity], more: int) -> Table:
    near = excerpt(d, [noun for one in some for noun in nouns(d, [one.first, one.second]) if noun is not None])
    rows = (
        (name_of(near, one.first), name_of(near, one.second), words_of(one.judgement), one.reason or "") for one in some
    )
    return _table(("first", "second", "judgement", "reason"), rows, more)


def _nouns(d: Dossier, some: Sequence[Noun], more: int) -> Table:
    near = excerpt(d, some)
    rows = ((type(noun).__name__.lower(), noun.id, name_of(near, noun.id)) for noun in some)
    return _table(("noun", "id", "name"), rows, more)


def dispute_things(d: Dossier, dispute: Dispute) -> list[object]:
    """What a dispute's view shows: its event, some statements of every side, and what its detail names."""
    told = [testimony for side in dispute.sides[:ROWS] for testimony in side.testimonies[:ROWS]]
    places = [key for side in dispute.sides[:ROWS] for key in detail_things(d, f"where:{side.position}")]
    statements = [testimony.statement for testimony in (*told, *dispute.doubts[:ROWS])]
    return [dispute.event, *statements, *places, *detail_things(d, dispute.detail)]


def detail_things(d: Dossier, detail: str) -> list[object]:
    """What a detail's key names: an actor or a place."""
    return [noun for noun in nouns(d, [detail.partition(":")[2]]) if noun is not None]


def side_of(d: Dossier, dispute: Dispute, side: Side) -> str:
    """A side's position with the names of those who hold it."""
    names = list(_speakers(side.testimonies))
    shown = ", ".join([*map(short, names[:_FEW]), *(["…"] if len(names) > _FEW else [])])
    return f"{short(position_of(d, dispute.detail, side.position))}: {shown}"


def certainty_of(dispute: Dispute) -> str:
    """Whether the accounts certainly speak of one time."""
    return "certain" if dispute.certain else "possible: the times may differ"


def point_of(place: Location) -> str:
    """A place's position, and how far off it may be; nothing where it has none."""
    if place.point is None:
        return ""
    radius = "" if place.point.radius is None else f" ± {place.point.radius:g} m"
    return f"{place.point.latitude:g}, {place.point.longitude:g}{radius}"


def _table(heads: tuple[str, ...], rows: _Rows, more: int) -> Table:
    return without_empty_columns(Table("", heads, tuple(rows), more))


def _window(d: Dossier, event: Event, told: Sequence[Any]) -> str:
    window = window_of(d, event, told)
    return window if isinstance(window, str) else said(window)


def _told(near: Dossier, told: Sequence[tuple[Statement, Any]]) -> Items:
    if not told:
        return Items(())
    lines = (f"{short(speaker_of(near, statement))}: {held(account)}" for statement, account in told[:_FEW])
    counts = tally(account for _, account in told[:_ASKED]) if len(told) <= _ASKED else f"{len(told):,} accounts"
    return items(lines, more=max(len(told) - _FEW, 0), summary=counts)


def _names(noun: Actor | Location) -> Items:
    return items((name.value for name in noun.names), more=max(len(noun.names) - _FEW, 0))


def _named(near: Dossier, key: str | None) -> str:
    return "" if key is None else name_of(near, key)


def _speakers(testimonies: Sequence[Testimony]) -> Iterable[str]:
    return dict.fromkeys(testimony.speaker_name for testimony in testimonies[:ROWS])


_TABLES: dict[type[Selection[Any]], Callable[[Dossier, Sequence[Any], int], Table]] = {
    Sources: _sources,
    Actors: _actors,
    Locations: _locations,
    Events: _events,
    Statements: _statements,
    Testimonies: _testimonies,
    Disputes: _disputes,
    Doubts: _doubts,
    Links: _links,
    Identities: _identities,
    Selection: _nouns,
}
