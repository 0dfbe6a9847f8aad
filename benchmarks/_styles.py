"""The same articles in other marks: every quotation put into curly, straight, British or straight single ones."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from _contenders import lines_of

DOUBLE = re.compile(r"[“”\"]")
SINGLE = re.compile(r"[‘’']")


@dataclass(frozen=True)
class Style:
    """The marks of quotations, of quotations within them, and the apostrophe."""

    outer: str
    inner: str
    apostrophe: str


STYLES = {
    "curly double": Style("“”", "‘’", "’"),
    "straight double": Style('""', "''", "'"),
    "British single": Style("‘’", "“”", "’"),
    "straight single": Style("''", '""', "'"),
}


def has_pairs(text: str) -> bool:
    """Whether a text quotes in double marks, and in no others that would change its length."""
    return "''" not in text and "``" not in text and any(opens for _, opens in _doubles(text))


def rewritten(text: str, style: Style) -> str:
    """The text in another style, every character at its offset.

    Double marks become the outer ones, and pairs of single marks within them the inner ones. Other pairs of single
    marks, as headlines have them, stay single; all other single marks are apostrophes. Both are straight or curly as
    the style is.
    """
    put = list(text)
    opening = "‘" if style.apostrophe == "’" else "'"
    for match in SINGLE.finditer(text):
        put[match.start()] = style.apostrophe
    for start, end, inside in _stretches(text):
        for left, right in _pairs(text, start, end):
            put[left], put[right] = tuple(style.inner) if inside else (opening, style.apostrophe)
    for at, opens in _doubles(text):
        put[at] = style.outer[not opens]
    return "".join(put)


def _doubles(text: str) -> Iterator[tuple[int, bool]]:
    """The double marks and whether they open: a curly one by its shape, a straight one in turn by paragraph."""
    for start, line in lines_of(text):
        inside = False
        for match in DOUBLE.finditer(text, start, start + len(line)):
            if match.group() == '"' and not inside and text[match.start() - 1 : match.start()].isdigit():
                continue  # inches
            inside = not inside if match.group() == '"' else match.group() == "“"
            yield match.start(), inside


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """The parts of each paragraph within double marks, and those without."""
    marks = list(_doubles(text))
    for start, line in lines_of(text):
        at, inside, end = start, False, start + len(line)
        for mark, opens in marks[bisect(marks, (start,)) : bisect(marks, (end,))]:
            yield at, mark, inside
            at, inside = mark + 1, opens
        yield at, end, inside


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs of single marks: one before a word that none precedes, one after a word or its stop; never a plural's."""
    opened: int | None = None
    for match in SINGLE.finditer(text, start, end):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not before.isalnum() and after.isalnum() and match.group() != "’":
            opened = at
        elif opened is not None and not after.isalnum() and not before.isspace() and before != "s":
            yield opened, at
            opened = None
