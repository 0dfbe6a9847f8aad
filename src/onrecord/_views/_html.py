"""The notebook's view: one plain table, escaped, of bounded size and work, without script or outside address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import islice
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
from onrecord._dossier._visible import visible
from onrecord._model import Actor, Event, Identity, Link, Location, Source, Statement
from onrecord._views._words import (
    counted,
    detail_of,
    details_of,
    name_of,
    position_of,
    speaker_of,
    time_of,
    words_of,
)

_ROWS = 20
_LONG, _SHORT, _FEW, _MANY = 400, 80, 5, 12
_BYTES = 700  # of a cell, so that 20 rows of the worst text stay below 100 kB
_Cells: TypeAlias = tuple[str, ...]

# No colours of our own but a translucent grey: what is dark or light is the page's.
_TABLE = 'style="border-collapse:collapse;font-size:small;max-width:100%"'
_CELL = 'style="text-align:left;vertical-align:top;padding:.2em .6em;border-bottom:1px solid rgba(128,128,128,.4)"'
_CAPTION = 'style="text-align:left;caption-side:top;padding:.2em .6em"'


def html(shown: Dossier | Selection[Any]) -> str:
    """A dossier or an answer as an HTML table: at most 20 rows, then `… 1,234 more`.

    Everything from data is escaped and made visible (see `visible`), and long words end in an ellipsis.
    """
    if isinstance(shown, Dossier):
        return _table(_caption(shown), ("noun", "on record"), _counts(shown))
    heads, cells = next(_COLUMNS[cls] for cls in type(shown).__mro__ if cls in _COLUMNS)
    rows = [cells(shown.dossier, item) for item in shown[:_ROWS]]
    return _table(_title(shown), heads, rows, more=len(shown) - len(rows))


def _table(caption: str, heads: Sequence[str], rows: Iterable[_Cells], *, more: int = 0) -> str:
    head = "".join(f"<th {_CELL}>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    rest = f'<tr><td {_CELL} colspan="{len(heads)}">… {more:,} more</td></tr>' if more > 0 else ""
    return (
        f"<table {_TABLE}><caption {_CAPTION}>{_shown(caption, _LONG)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}{rest}</tbody></table>"
    )


def _cell(text: str) -> str:
    return f"<td {_CELL}>{_shown(text, _LONG)}</td>"


def _shown(text: str, length: int) -> str:
    seen = escape(visible(_cut(text, length)))
    return seen if len(seen.encode()) <= _BYTES or length == 1 else _shown(text, length * 3 // 4)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _short(text: str) -> str:
    return _cut(text, _SHORT)


def _title(shown: Selection[Any]) -> str:
    return f"{type(shown).__name__}: {len(shown):,}" + (f", {shown.note}" if shown.note else "")


def _counts(d: Dossier) -> list[_Cells]:
    names = ("sources", "actors", "locations", "events", "statements", "links", "identities")
    return [(name, f"{len(getattr(d, name)):,}") for name in names]


def _caption(d: Dossier) -> str:
    titles = [_short(source.title or source.id) for source in d.sources[:3]]
    return f"Dossier of {counted(len(d.sources), 'source')}" + (f": {', '.join(titles)}" if titles else "")


def _source(_: Dossier, source: Source) -> _Cells:
    published = "" if source.published is None else time_of(source.published)
    return source.id, str(source.kind), source.title or "", published


def _actor(_: Dossier, actor: Actor) -> _Cells:
    return actor.id, actor.name, str(actor.kind), _few(name.value for name in actor.names[: _FEW + 1])


def _location(d: Dossier, place: Location) -> _Cells:
    return place.id, place.name, str(place.kind), "" if place.within is None else name_of(d, place.within)


def _event(d: Dossier, event: Event) -> _Cells:
    window = d.window(event)
    return event.id, event.label, "" if window is None else time_of(window)


def _statement(d: Dossier, statement: Statement) -> _Cells:
    said = "" if statement.said is None else time_of(statement.said)
    return statement.id, speaker_of(d, statement), statement.content, words_of(statement.form), said


def _testimony(d: Dossier, item: Testimony) -> _Cells:
    account = item.account
    held = f"{words_of(account.status)}, {words_of(account.factuality)}"
    details = _few(details_of(d, account), "; ", most=_MANY)
    return item.speaker_name, name_of(d, account.event), held, details, item.statement.content, str(item.chain)


def _dispute(d: Dossier, dispute: Dispute) -> _Cells:
    sides = (
        f"{position_of(d, dispute.detail, side.position)}: {_speakers(side)}" for side in dispute.sides[: _FEW + 1]
    )
    certain = "certain" if dispute.certain else "possible"
    return dispute.event.label, detail_of(d, dispute.detail), _few(sides, " | "), certain


def _doubt(d: Dossier, doubt: Doubt) -> _Cells:
    doubter, held = doubt.testimony, words_of(doubt.factuality)
    return doubt.event.label, detail_of(d, doubt.detail), doubter.speaker_name, held, doubter.statement.content


def _link(d: Dossier, link: Link) -> _Cells:
    return words_of(link.kind), name_of(d, link.start), name_of(d, link.end), words_of(link.factuality)


def _identity(d: Dossier, identity: Identity) -> _Cells:
    first, second = name_of(d, identity.first), name_of(d, identity.second)
    return first, second, words_of(identity.judgement), identity.reason or ""


def _noun(d: Dossier, noun: Noun) -> _Cells:
    return type(noun).__name__.lower(), noun.id, name_of(d, noun.id)


def _speakers(side: Side) -> str:
    return _few(dict.fromkeys(testimony.speaker_name for testimony in side.testimonies[: 4 * _FEW]))


def _few(texts: Iterable[str], separator: str = ", ", *, most: int = _FEW) -> str:
    some = [_short(text) for text in islice(texts, most + 1)]
    return separator.join([*some[:most], "…"] if len(some) > most else some)


_COLUMNS: dict[type[Selection[Any]], tuple[_Cells, Callable[[Dossier, Any], _Cells]]] = {
    Sources: (("id", "kind", "title", "published"), _source),
    Actors: (("id", "name", "kind", "other names"), _actor),
    Locations: (("id", "name", "kind", "within"), _location),
    Events: (("id", "label", "when"), _event),
    Statements: (("id", "speaker", "content", "form", "said"), _statement),
    Testimonies: (("speaker", "event", "held", "details", "content", "through"), _testimony),
    Disputes: (("event", "detail", "sides", "clash"), _dispute),
    Doubts: (("event", "detail", "speaker", "held", "content"), _doubt),
    Links: (("kind", "start", "end", "factuality"), _link),
    Identities: (("first", "second", "judgement", "reason"), _identity),
    Selection: (("noun", "id", "name"), _noun),
}
