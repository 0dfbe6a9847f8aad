"""Plain text for a terminal: safe, measured in columns, wrapped and never cut in silence.

Every function here makes what it is given visible, so that no text of a dossier reaches a terminal as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile, zip_longest

from onrecord._dossier._visible import visible

_NARROWEST = 12
_GAP = "  "
_BREAKABLE = "/.]-_:"


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters take two, combining ones none.

    >>> width_of("Kyiv"), width_of("基辅"), width_of("Ky\u0301iv")
    (4, 4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width` columns; words longer than a line are broken, nothing is lost but doubled spaces.

    Args:
        text: any text.
        width: the columns there are, indents included; what stands behind an indent has at least 12.
        first: what the first line begins with.
        rest: what every further line begins with; spaces as wide as `first` by default.

    >>> wrap("Ukraine had nothing to do with it", 20, first="no  ")
    ['no  Ukraine had', '    nothing to do', '    with it']
    """
    rest = " " * width_of(first) if rest is None else rest
    space = max(width - max(width_of(first), width_of(rest)), _NARROWEST)
    lines = _filled(_pieces(visible(text), space), space)
    return [(rest if number else first) + line for number, line in enumerate(lines)] or [first.rstrip(" ")]


def table(rows: Iterable[Sequence[str]], width: int, *, indent: str = "  ", first: int = 10**9) -> list[str]:
    """Rows of cells set out in columns that fit the width; cells wrap in their column.

    Args:
        rows: as many cells each.
        width: the columns there are, the indent included.
        indent: what every line begins with.
        first: how wide the first column may be at most.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    natural = [max(map(width_of, column)) for column in zip_longest(*cells, fillvalue="")]
    natural[:1] = [min(size, first) for size in natural[:1]]
    widths = _fitted(natural, width - len(indent) - len(_GAP) * (len(natural) - 1))
    return [line for row in cells for line in _row(row, widths, indent)]


def _row(row: Sequence[str], widths: Sequence[int], indent: str) -> Iterator[str]:
    columns = [wrap(cell, size) for cell, size in zip(row, widths, strict=False)]
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (part + " " * (size - width_of(part)) for part, size in zip(parts, widths, strict=False))
        yield (indent + _GAP.join(padded)).rstrip(" ")


def _fitted(natural: Sequence[int], space: int) -> list[int]:
    """The widths of columns: as wide as their cells, or else the widest narrowed until all fit."""
    low, high = _NARROWEST, max(natural, default=_NARROWEST)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(min(size, middle) for size in natural) <= space else (low, middle - 1)
    return [min(size, low) for size in natural]


def _filled(pieces: Iterable[str], space: int) -> list[str]:
    lines: list[str] = []
    left = 0
    for piece in pieces:
        size = width_of(piece)
        if lines and size < left:
            lines[-1] += " " + piece
            left -= size + 1
        else:
            lines.append(piece)
            left = space - size
    return lines


def _pieces(text: str, space: int) -> Iterator[str]:
    """The words of a text, those too long for a line broken."""
    for word in filter(None, text.split(" ")):
        if width_of(word) <= space:
            yield word
        else:
            yield from _broken(word, space)


def _broken(word: str, space: int) -> Iterator[str]:
    """A long word in pieces, broken after a mark such as `/` where one stands in the second half of a piece."""
    while width_of(word) > space:
        at = _fitting(word, space)
        after = max(word.rfind(char, at // 2, at) for char in _BREAKABLE) + 1
        yield word[: after or at]
        word = word[after or at :]
    yield word


def _fitting(word: str, space: int) -> int:
    """How many characters from a word's beginning fit, one at least."""
    fitting = takewhile(lambda taken: taken <= space, accumulate(map(_columns, word)))
    return max(sum(1 for _ in fitting), 1)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
