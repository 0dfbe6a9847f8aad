"""Paragraphs of plain text: its lines, or the blocks of lines that a width has wrapped, without marks of lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord._extract._text._marks import Span

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK: Final = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[•‣▪▫■□●○◦◆►▶∙·*]\s+(?=\S)")
_DASH: Final = re.compile(r"[-–—]\s+(?=\S)")
_BY: Final = re.compile(r"(?:By|BY) ")
_STOPS: Final = frozenset(".?!:”’\"'")
_NARROW: Final = 40  # characters from which a width is one that text is wrapped at
_WIDE: Final = 132
_SLACK: Final = 12  # of how many characters a line may be one short of the width, or over it


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text without the space and the list mark before them: lines, joined where they are wrapped.

    Whether a line's end is only where the width ended is asked of every line: its next word would not have fitted.
    """
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, *match.span()))]
    near = [_is_near(text, a, b) for a, b in pairwise(lines)]
    width = _width(text, lines, near)
    blocks: list[list[Span]] = []
    for line, follows in zip(lines, (False, *near), strict=False):
        if follows:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return _without_marks(text, [span for block in blocks for span in _joined(text, block, width)])


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    return None if left == len(line) else (start + left, start + len(line.rstrip()))


def _is_near(text: str, first: Span, second: Span) -> bool:
    """Whether a line follows another without a blank one between."""
    return second[0] - first[1] < 2 or len(_BREAK.findall(text, first[1], second[0])) < 2


def _width(text: str, lines: Sequence[Span], near: Sequence[bool]) -> int:
    """The width that most line ends agree on; 0 where the text is not wrapped."""
    ends = [_fitting(text, a, b) for (a, b), follows in zip(pairwise(lines), near, strict=True) if follows]
    possible = Counter(width for low, high, _ in ends for width in range(max(low, _NARROW), min(high, _WIDE) + 1))
    if not possible:
        return 0
    width = max(possible, key=lambda width: (possible[width], width))
    agreeing = [is_open for low, high, is_open in ends if low <= width <= high]
    longer = sum(end - start > width + width // _SLACK for start, end in lines)
    enough = sum(agreeing) > 1 and sum(agreeing) * 2 >= len(agreeing) and longer <= len(agreeing)
    return width if enough else 0


def _fitting(text: str, first: Span, second: Span) -> tuple[int, int, bool]:
    """The least and the greatest width at which a line ends where it does, and whether no sentence ends there."""
    length = first[1] - first[0]
    word = text[second[0] : min(second[1], second[0] + _WIDE)].split(None, 1)[0]
    return length, length + 1 + len(word), text[first[1] - 1] not in _STOPS


def _joined(text: str, block: Sequence[Span], width: int) -> list[Span]:
    """The paragraphs of lines without blank ones between."""
    running = [_runs_on(text, a, b) for a, b in pairwise(block)]
    ragged = width == 0 and sum(running) * 3 > len(block)
    listed = sum(_DASH.match(text, *line) is not None for line in block) > 1
    found = [block[0]]
    for (first, second), runs_on in zip(pairwise(block), running, strict=True):
        soft = ragged or (width > 0 and (runs_on or _is_full(text, first, second, width)))
        if soft and not _opens(text, first, second, listed=listed):
            found[-1] = (found[-1][0], second[1])
        else:
            found.append(second)
    return found


def _runs_on(text: str, first: Span, second: Span) -> bool:
    """Whether a line ends in the middle of a sentence."""
    return text[first[1] - 1] not in _STOPS and text[second[0]].islower()


def _is_full(text: str, first: Span, second: Span, width: int) -> bool:
    low, high, _ = _fitting(text, first, second)
    return low - width // _SLACK <= width <= high + width // _SLACK


def _opens(text: str, first: Span, second: Span, *, listed: bool) -> bool:
    """Whether a line is the first of a paragraph by its mark, by who wrote it, or as it alone of two is set in."""
    signed = text[first[1] - 1] not in _STOPS and _BY.match(text, second[0])
    marked = _BULLET.match(text, second[0]) or (listed and _DASH.match(text, second[0]))
    return bool(signed or marked) or _indent(text, second) > _indent(text, first) + 1


def _indent(text: str, line: Span) -> int:
    start = line[0]
    while start > 0 and text[start - 1] in " \t\xa0\u3000":
        start -= 1
    return line[0] - start


def _without_marks(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Begin the paragraphs of a list after their marks; one dash alone is none, as a signature has it."""
    dashed = [_DASH.match(text, start, end) is not None for start, end in paragraphs]
    found: list[Span] = []
    for number, (start, end) in enumerate(paragraphs):
        listed = dashed[number] and any((*dashed[max(0, number - 1) : number], *dashed[number + 1 : number + 2]))
        mark = (_DASH if listed else _BULLET).match(text, start, end)
        found.append((start if mark is None else mark.end(), end))
    return found


def is_listed(text: str, start: int) -> bool:
    """Whether a paragraph that begins here has a list mark before it."""
    before = text[:start] if start < 3 else text[start - 3 : start]
    return before.rstrip()[-1:] in "•‣▪▫■□●○◦◆►▶∙·*-–—" and before.rstrip() != ""
