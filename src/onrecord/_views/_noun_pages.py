"""One source, actor or place in context: what is known of it, and what is printed in it, said by it or is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord._dossier import Dossier
from onrecord._model import Actor, Event, Evidence, Identifier, Location, Name, Role, Source, Statement
from onrecord._views._blocks import (
    Block,
    Cell,
    Facts,
    Fold,
    Items,
    Line,
    Mark,
    Page,
    Passage,
    Table,
    without_empty_columns,
)
from onrecord._views._excerpt import events_at, excerpt, in_order, nouns, printed_in, statements_of
from onrecord._views._passage import pieces_of
from onrecord._views._rows import ROWS, STATEMENT_HEADS, items, short, statement_row
from onrecord._views._statement_page import time_facts
from onrecord._views._tables import point_of
from onrecord._views._words import counted, name_of, speaker_of, words_of

_FEW = 5
_TEXT, _MARKED = 20_000, 200  # characters of a source's text, and quotations marked in it
_Pairs = Iterator[tuple[str, Cell]]


def source_page(d: Dossier, source: Source) -> Page:
    """A source, what is printed in it, and its text with the quotations marked, folded."""
    printed, number = printed_in(d, source.id)
    near = excerpt(d, [source, *(statement for _, statement in printed[:_MARKED])])
    blocks: list[Block] = [_facts(_of_source(near, source))]
    blocks += [*_text(near, source, printed, number), *_said(near, printed, number)]
    return Page(source.title or source.id, f"{words_of(source.kind)} · {source.id}", tuple(blocks))


def actor_page(d: Dossier, actor: Actor) -> Page:
    """An actor, its names and offices, and what it says."""
    said = statements_of(d, d.same_as(actor.id))
    told = in_order(d, said)[:ROWS]
    near = excerpt(d, [actor, *told, *_same(d, actor)])
    blocks = [_facts(_of_actor(near, actor, d.same_as(actor.id))), *_statements(near, actor, told, len(said))]
    return Page(actor.name, f"{words_of(actor.kind)} · {actor.id}", tuple(blocks))


def location_page(d: Dossier, place: Location) -> Page:
    """A place, where it is as far as is told, and the events said to be there or within it."""
    keys = d._index.closure(place.id, d._index.inside)
    events = events_at(d, keys)
    near = excerpt(d, [place, *_above(d, place)])
    blocks: list[Block] = [_facts(_of_place(near, place, len(keys) - 1))]
    blocks.append(_events(events) if events else Line("no event is said to be there"))
    return Page(place.name, f"{words_of(place.kind)} · {place.id}", tuple(blocks))


def _facts(pairs: _Pairs) -> Facts:
    return Facts(tuple((name, cell) for name, cell in pairs if cell not in ("", Items(()))))


def _of_source(d: Dossier, source: Source) -> _Pairs:
    yield "publisher", _name(d, source.publisher)
    yield "authors", _many((name_of(d, key) for key in source.authors[:_FEW]), source.authors)
    yield from time_facts("published", source.published)
    yield from time_facts("retrieved", source.retrieved)
    yield "address", source.url or ""
    yield "language", source.language or ""
    yield "taken over from", _name(d, source.derived_from)
    yield "revises", _name(d, source.revises)
    yield "text", _length(source)


def _length(source: Source) -> str:
    if source.text is None:
        return "withheld; its digest is on record" if source.digest else "not known"
    return f"{len(source.text):,} characters"


def _of_actor(d: Dossier, actor: Actor, same: Iterable[str]) -> _Pairs:
    yield "other names", _many(_names(actor.names), actor.names)
    yield "named", "not named in the text" if actor.anonymous else ""
    yield "offices", _many((_role(d, role) for role in actor.roles), actor.roles)
    yield "members", _many((name_of(d, key) for key in actor.members[:_FEW]), actor.members)
    others = [key for key in sorted(same) if key != actor.id]
    yield "judged the same", _many((f"{name_of(d, key)} [{key}]" for key in others), others)
    yield "registers", _many(_registers(actor.identifiers), actor.identifiers)


def _of_place(d: Dossier, place: Location, inside: int) -> _Pairs:
    yield "other names", _many(_names(place.names), place.names)
    yield "within", " ← ".join(short(name_of(d, one.id)) for one in reversed(_above(d, place)))
    yield "holds", counted(inside, "place") if inside else ""
    yield "point", point_of(place) or "not known"
    relative = place.relative
    yield "told from", "" if relative is None else f"“{relative.text}”, from {name_of(d, relative.to)}"
    yield "registers", _many(_registers(place.identifiers), place.identifiers)


def _name(d: Dossier, key: str | None) -> str:
    return "" if key is None else name_of(d, key)


def _many(texts: Iterable[str], whole: Sequence[object]) -> Items:
    return items(texts, more=max(len(whole) - _FEW, 0))


def _names(names: Iterable[Name]) -> Iterator[str]:
    return (f"{name.value} ({words_of(name.kind)})" for name in names)


def _role(d: Dossier, role: Role) -> str:
    of = "" if role.of is None else f" of {name_of(d, role.of)}"
    return f"{role.title}{of}{'' if role.when is None else f', {role.when}'}"


def _registers(identifiers: Iterable[Identifier]) -> Iterator[str]:
    return (f"{one.scheme}: {one.value}" for one in identifiers)


def _same(d: Dossier, actor: Actor) -> list[Actor]:
    same = nouns(d, sorted(d.same_as(actor.id) - {actor.id})[:_FEW])
    return [one for one in same if isinstance(one, Actor)]


def _above(d: Dossier, place: Location) -> list[Location]:
    """The places that a place lies within, the nearest first, up to a few."""
    found: list[Location] = []
    while place.within is not None and len(found) < _FEW:
        (above,) = nouns(d, [place.within])
        if not isinstance(above, Location) or above in found:
            break
        found.append(above)
        place = above
    return found


def _statements(d: Dossier, actor: Actor, some: Sequence[Statement], number: int) -> list[Block]:
    """What an actor says; the speaker is named only where it is not the actor itself."""
    if not some:
        return [Line("nothing that it says is on record")]
    rows = (statement_row(d, statement) for statement in some[:ROWS])
    known = tuple((key, "" if speaker == actor.name else speaker, *rest) for key, speaker, *rest in rows)
    caption = f"{counted(number, 'statement')} by {short(actor.name)}"
    return [without_empty_columns(Table(caption, STATEMENT_HEADS, known, number - len(known)))]


def _said(d: Dossier, printed: Sequence[tuple[Evidence, Statement]], number: int) -> list[Block]:
    if not printed:
        return [Line("nothing is printed in it")]
    rows = tuple(
        (statement.id, speaker_of(d, statement), short(evidence.content.text), words_of(statement.form))
        for evidence, statement in printed[:ROWS]
    )
    caption = f"{counted(number, 'quotation')} printed in it"
    return [Table(caption, ("statement", "speaker", "words", "form"), rows, number - len(rows))]


def _text(d: Dossier, source: Source, printed: Sequence[tuple[Evidence, Statement]], number: int) -> list[Block]:
    if not source.text:
        return []
    marked = [
        (span.start, span.end, Mark.content, f"{speaker_of(d, statement)} [{statement.id}]")
        for evidence, statement in printed[:_MARKED]
        for span in evidence.content.spans[:_FEW]
    ]
    end = min(len(source.text), _TEXT)
    pieces = tuple(pieces_of(source.text, (0, end), sorted(marked, key=lambda one: one[:2]))) if end else ()
    left = len(source.text) - end
    more = [Line(f"… {left:,} more characters")] if left else []
    unmarked = [Line(f"{number - _MARKED:,} more quotations are not marked")] if number > _MARKED else []
    passage = Passage(pieces, source.language or "", lines=True)
    summary = f"the text, with {counted(min(len(printed), _MARKED), 'quotation')} marked"
    return [Fold(summary, (passage, *more, *unmarked))]


def _events(events: Sequence[Event]) -> Table:
    rows = tuple((event.id, event.label) for event in events[:ROWS])
    return Table(f"{counted(len(events), 'event')} said to be there", ("id", "label"), rows, len(events) - len(rows))
