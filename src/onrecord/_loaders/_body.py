"""The text of an article as trafilatura finds it, a paragraph a line, with no mark that is not on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "code", "div"})
_BETWEEN = {"lb": "\n", "cell": "\t"}


def text_of(body: Any) -> str:
    """The text of its blocks, in order; a row of a table is a line with tabs, an item of a list a line."""
    lines = (_shown(line).strip() for line in "".join(_pieces(body)).split("\n"))
    return "\n".join(line for line in lines if line)


def _shown(line: str) -> str:
    """A line without soft hyphens and other signs that no reader sees, which would part its words."""
    return line if line.isprintable() else "".join(sign for sign in line if sign.isprintable() or sign.isspace())


def _pieces(body: Any) -> Iterator[str]:
    """Pieces of text, those of a block between line ends."""
    waiting: list[Any] = [body]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        edge = "\n" if one.tag in _BLOCKS else ""
        after = [one.tail or "", _BETWEEN.get(one.tag, edge)]
        yield edge + (one.text or "")
        waiting += [*after, *reversed(one)]
