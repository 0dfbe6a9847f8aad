"""Blocks as plain text, for a terminal and for `print`: nothing that steers it, and no longer than a screen or two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from onrecord._views._blocks import (
    Block,
    Cell,
    Facts,
    Fold,
    Items,
    Legend,
    Line,
    Mark,
    Page,
    Passage,
    Piece,
    Table,
    legend_of,
)
from onrecord._views._text import table, wrap

_WIDTH, _LINES, _LONG = 100, 60, 600
_SIGNS = {Mark.content: ("⟦", "⟧"), Mark.cue: ("<", ">"), Mark.speaker: ("{", "}"), Mark.hedge: ("~", "~")}


def page_text(page: Page) -> str:
    """A view as lines of plain text, at most 60; what is cut off ends in an ellipsis."""
    lines = list(islice(_page(page), _LINES + 1))
    return "\n".join([*lines[: _LINES - 1], "…"] if len(lines) > _LINES else lines)


def _page(page: Page) -> Iterator[str]:
    yield from wrap(_cut(page.title) + (f"  {page.kind}" if page.kind else ""), _WIDTH, rest="  ")
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield from wrap(_cut(block.text), _WIDTH, first="  ")
    elif isinstance(block, Legend):
        marked = (Piece(mark.value, frozenset({mark})) for mark in block.marks)
        yield from wrap("marked: " + ", ".join(_passage(Passage((piece,))) for piece in marked), _WIDTH, first="  ")
    elif isinstance(block, Passage):
        yield from wrap(_passage(block), _WIDTH, first="    ")
    elif isinstance(block, Facts):
        yield from table([(name, _cell(cell)) for name, cell in block.pairs], _WIDTH, first=24)
    elif isinstance(block, Fold):
        yield from _fold(block)
    else:
        yield from _table(block)


def _fold(fold: Fold) -> Iterator[str]:
    yield ""
    yield from wrap(_cut(fold.summary), _WIDTH)
    for block in fold.blocks:
        yield from _block(block)


def _table(shown: Table) -> Iterator[str]:
    if shown.caption:
        yield ""
        yield from wrap(_cut(shown.caption), _WIDTH)
    if any(isinstance(cell, Passage) for row in shown.rows for cell in row):
        for row in shown.rows:
            yield from _entry(shown.heads, row)
    else:
        yield from table([shown.heads, *(tuple(map(_cell, row)) for row in shown.rows)], _WIDTH)
    if shown.more > 0:
        yield f"  … {shown.more:,} more"
    for legend in legend_of(cell for row in shown.rows for cell in row):
        yield from _block(legend)


def _entry(heads: Iterable[str], row: Iterable[Cell]) -> Iterator[str]:
    """A row with a passage: its short cells on one line, the passage and the lists below it."""
    cells = [(head, cell) for head, cell in zip(heads, row, strict=True) if cell not in ("", Items(()))]
    yield from wrap(
        "  ".join(_cell(cell) for _, cell in cells if isinstance(cell, str)), _WIDTH, first="  ", rest="    "
    )
    for head, cell in cells:
        if not isinstance(cell, str):
            yield from wrap(_cell(cell), _WIDTH, first="      " if isinstance(cell, Passage) else f"      {head}: ")


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _cut(cell)
    if isinstance(cell, Passage):
        return _passage(cell)
    more = [f"… {cell.more:,} more"] if cell.more else []
    told = "; ".join([*map(_cut, cell.texts), *more])
    return f"{cell.summary}: {told}" if cell.summary and told else cell.summary or told


def _passage(passage: Passage) -> str:
    return _cut("".join(_signed(passage.pieces)), 4 * _LONG)


def _signed(pieces: Iterable[Piece]) -> Iterator[str]:
    """Pieces with a sign where a mark begins or ends, the outer ones outside."""
    held: list[Mark] = []
    for piece in (*pieces, Piece("")):
        marks = [mark for mark in Mark if mark in piece.marks]
        kept = len(list(takewhile(lambda pair: pair[0] is pair[1], zip(held, marks, strict=False))))
        yield from (_SIGNS[mark][1] for mark in reversed(held[kept:]))
        yield from (_SIGNS[mark][0] for mark in marks[kept:])
        yield _cut(piece.text)
        held = marks


def _cut(text: str, length: int = _LONG) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
