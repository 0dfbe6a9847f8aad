"""Blocks as HTML: the one place where text becomes markup, and all of it is escaped here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from onrecord._dossier._visible import visible
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
from onrecord._views._css import CSS

_MOST_BYTES = 100_000
_LENGTHS = (600, 200, 60, 20, 6, 1)  # of a text; a page that is too long is written again with shorter ones
_LONGER = 20  # times as much of a whole text with its lines
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}", re.ASCII)
_LINE_BREAKS = re.compile(r"(?:\r?\n)+")


def page_html(page: Page) -> str:
    """A view as one HTML element of less than 100 kB, with its style, without script, link or address.

    Everything from data is escaped and made visible (see `visible`); texts too long for it end in an ellipsis.
    """
    shown = ""
    for length in _LENGTHS:
        shown = _Writer(length).page(page)
        if len(shown.encode()) < _MOST_BYTES:
            break
    return shown


class _Writer:
    """Writes markup, with at most `length` characters of any text."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._blocks: dict[type, Callable[..., str]] = {
            Passage: self._quotation,
            Table: self._table,
            Facts: self._facts,
            Fold: self._fold,
            Line: self._line,
            Legend: self._legend,
        }

    def page(self, page: Page) -> str:
        kind = f' <span class="kind">{self._text(page.kind)}</span>' if page.kind else ""
        title = f'<p class="title">{self._text(page.title)}{kind}</p>'
        return f'<div class="onrecord"><style>{CSS}</style>{title}{self._all(page.blocks)}</div>'

    def _all(self, blocks: Iterable[Block]) -> str:
        return "".join(self._blocks[type(block)](block) for block in blocks)

    def _text(self, text: str, length: int = 0) -> str:
        return escape(visible(_cut(text, length or self._length)))

    def _line(self, line: Line) -> str:
        return f'<p class="line">{self._text(line.text)}</p>'

    def _legend(self, legend: Legend) -> str:
        shown = (_marked(Piece(mark.value, frozenset({mark})), escape(mark.value), "") for mark in legend.marks)
        return f'<p class="line">marked: {", ".join(shown)}</p>'

    def _fold(self, fold: Fold) -> str:
        return f"<details><summary>{self._text(fold.summary)}</summary>{self._all(fold.blocks)}</details>"

    def _facts(self, facts: Facts) -> str:
        rows = (
            f'<tr><th scope="row">{self._text(name)}</th><td>{self._cell(cell)}</td></tr>' for name, cell in facts.pairs
        )
        return f'<table class="facts"><tbody>{"".join(rows)}</tbody></table>' if facts.pairs else ""

    def _table(self, table: Table) -> str:
        heads = "".join(f'<th scope="col">{self._text(head)}</th>' for head in table.heads)
        rows = "".join(self._row(table.heads, row) for row in table.rows)
        more = f'<p class="more">… {table.more:,} more</p>' if table.more > 0 else ""
        caption = f"<caption>{self._text(table.caption)}</caption>" if table.caption else ""
        return (
            f'<div class="scroll"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
            f"{more}{self._all(legend_of(cell for row in table.rows for cell in row))}"
        )

    def _row(self, heads: tuple[str, ...], row: tuple[Cell, ...]) -> str:
        named = zip(heads[1:], row[1:], strict=True)
        rest = "".join(f'<td data-head="{escape(head)}">{self._cell(cell)}</td>' for head, cell in named)
        return f'<tr><th scope="row">{self._cell(row[0])}</th>{rest}</tr>'

    def _cell(self, cell: Cell) -> str:
        if isinstance(cell, str):
            return self._text(cell)
        return self._items(cell) if isinstance(cell, Items) else self._passage("span", "q", cell)

    def _items(self, items: Items) -> str:
        more = [f'<li class="more">… {items.more:,} more</li>'] if items.more else []
        shown = "".join([*(f"<li>{self._text(text)}</li>" for text in items.texts), *more])
        listed = f"<ul>{shown}</ul>" if shown else ""
        return f"<details><summary>{self._text(items.summary)}</summary>{listed}</details>" if items.summary else listed

    def _quotation(self, passage: Passage) -> str:
        return self._passage("blockquote", "lines" if passage.lines else "q", passage)

    def _passage(self, tag: str, name: str, passage: Passage) -> str:
        pieces = "".join(self._pieces(passage))
        return f'<{tag} class="{name}" lang="{_language(passage.language)}">{pieces}</{tag}>'

    def _pieces(self, passage: Passage) -> Iterator[str]:
        for piece in passage.pieces:
            text = self._in_lines(piece.text) if passage.lines else self._text(piece.text)
            yield _marked(piece, text, self._text(piece.remark, min(self._length, 80)))

    def _in_lines(self, text: str) -> str:
        lines = _LINE_BREAKS.split(_cut(text, self._length * _LONGER))
        return "\n\n".join(escape(visible(line)) for line in lines)


def _marked(piece: Piece, text: str, remark: str) -> str:
    if not piece.marks:
        return text
    names = " ".join(mark.name for mark in Mark if mark in piece.marks and mark is not Mark.content)
    told = (f' class="{names}"' if names else "") + (f' title="{remark}"' if remark else "")
    tag = "mark" if Mark.content in piece.marks else "span"
    return f"<{tag}{told}>{text}</{tag}>"


def _language(tag: str) -> str:
    """A language tag as HTML takes it; empty, which says that it is not known, for what is none."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
