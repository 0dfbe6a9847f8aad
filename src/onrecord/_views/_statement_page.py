"""One statement in context: its words in their sentence, who says it through whom and when, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord._dossier import Dossier
from onrecord._model import Evidence, Link, Source, Statement
from onrecord._views._blocks import (
    Block,
    Cell,
    Facts,
    Fold,
    Items,
    Page,
    Passage,
    Table,
    legend_of,
    without_empty_columns,
)
from onrecord._views._excerpt import excerpt
from onrecord._views._passage import passage_of
from onrecord._views._rows import ROWS, details, hedges, held, items, short, through, words
from onrecord._views._words import counted, name_of, noun_of, speaker_of, words_of
from onrecord._when import When

_FEW, _PRINTED = 12, 5
_LONG = 400


def statement_page(d: Dossier, statement: Statement) -> Page:
    """A statement with its quotation, its circumstances, its accounts, its other prints and its links."""
    links = links_of(d, statement.id)
    ends = [end for link in links[:ROWS] for end in (link.start, link.end)]
    near = excerpt(d, [statement, *links[:ROWS]])
    quotation = words(near, statement)
    blocks: list[Block] = [*_quotation(quotation), _facts(near, statement)]
    if statement.accounts:
        blocks.append(_accounts(near, statement))
    blocks += _printed_again(near, statement)
    blocks += links_blocks(near, links) if ends else []
    kind = f"{words_of(statement.form)} · {statement.id}"
    return Page(speaker_of(near, statement), kind, tuple(blocks))


def links_of(d: Dossier, key: str) -> list[Link]:
    """The links that begin or end at an object."""
    return [link for link in d.links if key in (link.start, link.end)]


def links_blocks(near: Dossier, links: list[Link]) -> list[Block]:
    """Some links, folded."""
    if not links:
        return []
    rows = (
        (
            words_of(link.kind),
            short(name_of(near, link.start)),
            short(name_of(near, link.end)),
            words_of(link.factuality),
        )
        for link in links[:ROWS]
    )
    table = Table("", ("link", "from", "to", "held"), tuple(rows), len(links) - min(len(links), ROWS))
    return [Fold(counted(len(links), "link"), (table,))]


def time_facts(name: str, when: When | None) -> Iterator[tuple[str, Cell]]:
    """A time as printed and as understood, each told apart, with whence it is known."""
    if when is None:
        return
    if when.text is not None:
        yield f"{name}, as printed", f"“{when.text}”"
    understood = when.value or (
        f"{when.offset or ''} from {when.relative_to}" if when.relative_to else "not worked out"
    )
    note = "" if when.note is None else f": {when.note}"
    yield f"{name}, as understood", f"{understood} ({when.basis}{note})"


def passage_blocks(passage: Passage) -> list[Block]:
    """A passage, folded after its beginning where it is long, and what its marks mean."""
    length = sum(len(piece.text) for piece in passage.pieces)
    whole = Fold(f"the whole passage, {length:,} characters", (Passage(passage.pieces, passage.language, lines=True),))
    return [passage, *([whole] if length > _LONG else []), *legend_of([passage])]


def _quotation(passage: Passage) -> list[Block]:
    return passage_blocks(passage)


def _facts(d: Dossier, statement: Statement) -> Facts:
    pairs = (*_circumstances(d, statement), *_manner(statement), *_record(statement))
    return Facts(tuple((name, cell) for name, cell in pairs if cell not in ("", Items(()))))


def _circumstances(d: Dossier, statement: Statement) -> Iterator[tuple[str, Cell]]:
    yield "through", through(d, statement)
    yield from time_facts("said", statement.said)
    named = (("at", statement.occasion), ("in", statement.place), ("first put out in", statement.published_in))
    yield from ((name, name_of(d, key)) for name, key in named if key is not None)
    yield "to", items((name_of(d, key) for key in statement.addressees), more=max(len(statement.addressees) - 5, 0))
    about = (name_of(d, key) for key in statement.about)
    yield "mentions", items(about, most=_FEW, more=max(len(statement.about) - _FEW, 0))


def _manner(statement: Statement) -> Iterator[tuple[str, Cell]]:
    evidence = statement.evidence[0] if statement.evidence else None
    naming = None if evidence is None else evidence.naming
    yield "hedges", hedges(statement)
    yield "speaker printed as", "" if evidence is None or evidence.speaker is None else f"“{evidence.speaker.text}”"
    yield "named by", "" if naming is None else words_of(naming)
    yield "voice", words_of(statement.voice)
    yield "medium", "" if str(statement.medium) == "unknown" else words_of(statement.medium)


def _record(statement: Statement) -> Iterator[tuple[str, Cell]]:
    translated = {None: "", True: ", translated", False: ", not translated"}[statement.translated]
    language = (statement.language or "not told") + translated
    yield "language", language if statement.language or translated else ""
    yield "confidence", "" if statement.confidence is None else f"{statement.confidence:g}"
    yield "recorded by", statement.annotator or ""


def _accounts(d: Dossier, statement: Statement) -> Table:
    rows = ((name_of(d, one.event), held(one), details(d, one)) for one in statement.accounts[:ROWS])
    more = max(len(statement.accounts) - ROWS, 0)
    return without_empty_columns(Table("What it says of events", ("event", "held", "details"), tuple(rows), more))


def _printed_again(d: Dossier, statement: Statement) -> list[Block]:
    again = statement.evidence[1:]
    if not again:
        return []
    rows = tuple((name_of(d, one.source), _passage(d, one)) for one in again[:_PRINTED])
    table = Table("", ("printed in", "in these words"), rows, max(len(again) - _PRINTED, 0))
    return [Fold(f"printed again {counted(len(again), 'time')}", (table,))]


def _passage(d: Dossier, evidence: Evidence) -> Passage:
    source = noun_of(d, evidence.source)
    return passage_of(source if isinstance(source, Source) else None, evidence, most=8)
