"""What a view is made of before it is HTML or plain text: raw words in a few kinds of block."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

import attrs


class Mark(Enum):
    """What a stretch of a quotation's sentence is; the value is what the legend calls it."""

    content = "the words"
    cue = "what attributes them"
    speaker = "who speaks"
    hedge = "a hedge"


@attrs.frozen
class Piece:
    """A stretch of text, with what it is and a remark on it."""

    text: str
    marks: frozenset[Mark] = frozenset()
    remark: str = ""


@attrs.frozen
class Passage:
    """A stretch of a source's text, in pieces; empty `language`: not known."""

    pieces: tuple[Piece, ...]
    language: str = ""
    lines: bool = False
    """Whether its line breaks are kept."""


@attrs.frozen
class Items:
    """Several short texts of one cell; with a summary they are folded under it."""

    texts: tuple[str, ...]
    more: int = 0
    summary: str = ""


Cell: TypeAlias = str | Passage | Items


@attrs.frozen
class Table:
    """Rows of cells under heads, the first cell of a row being its head; `more` are not shown."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: int = 0


@attrs.frozen
class Facts:
    """What is known of one thing, each under its name."""

    pairs: tuple[tuple[str, Cell], ...]


@attrs.frozen
class Fold:
    """What is shown when it is asked for."""

    summary: str
    blocks: tuple[Block, ...]


@attrs.frozen
class Line:
    """A line of its own: a remark of ours, with words of the data at most as names."""

    text: str


@attrs.frozen
class Legend:
    """What the marks of the passages mean, each shown as it is marked."""

    marks: tuple[Mark, ...]


Block: TypeAlias = Passage | Table | Facts | Fold | Line | Legend


@attrs.frozen
class Page:
    """A whole view: what is shown, of which kind, and what there is of it."""

    title: str
    kind: str
    blocks: tuple[Block, ...]


def without_empty_columns(table: Table) -> Table:
    """The table without the columns that have no word in any row; the first always stays."""
    kept = [
        at for at in range(len(table.heads)) if at == 0 or any(row[at] not in ("", Items(())) for row in table.rows)
    ]
    heads = tuple(table.heads[at] for at in kept)
    return attrs.evolve(table, heads=heads, rows=tuple(tuple(row[at] for at in kept) for row in table.rows))


def legend_of(passages: Iterable[object]) -> tuple[Legend, ...]:
    """The legend of all the passages among some cells; none where nothing is marked."""
    used = {mark for one in passages if isinstance(one, Passage) for piece in one.pieces for mark in piece.marks}
    return (Legend(tuple(mark for mark in Mark if mark in used)),) if used else ()
