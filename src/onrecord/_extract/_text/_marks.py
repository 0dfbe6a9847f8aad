"""The one pairing engine of quotation marks: single and double, curly, straight and angled, in one pass a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

import attrs

Span: TypeAlias = tuple[int, int]

_MARK: Final = re.compile(r"''|``|[\"“”„‟«»‹›'‘’‚‛]")
_OPENERS: Final = frozenset("“„‟«‹‘‚‛") | {"``"}
_CLOSERS: Final = frozenset("”»›’")
_SINGLE: Final = frozenset("'‘’‚‛‹›")
_BEFORE_OPENING: Final = frozenset("([{<—–-―/\"“‘'„«:…")
_STRONG: Final = frozenset(".,?!…;:)—")
_CLIPPED: Final = re.compile(
    r"(?:em|tis|twas|twere|til|till|cause|n|bout|round|cos|gainst|neath|s|\d\ds?|\d0s)\b", re.I
)


@attrs.frozen
class Pair:
    """Words between two marks, or from an opening one to the end of its paragraph."""

    start: int
    """The opening mark's offset."""
    inner_start: int
    """The first character between the marks."""
    inner_end: int
    """The offset after the last character between them."""
    end: int
    """The offset after the closing mark."""
    closed: bool
    """Whether there is a closing mark."""


@attrs.frozen
class _Style:
    singles: bool  # whether the document quotes in single marks
    following: str  # the character that begins the next paragraph


@attrs.frozen
class _Mark:
    start: int
    end: int
    char: str
    opens: bool
    closes: bool
    strong: bool

    @property
    def single(self) -> bool:
        return self.char in _SINGLE


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Pair]:
    """Pair the quotation marks of a text, paragraph by paragraph; pairs inside pairs are left out.

    A quotation that is not closed runs to the end of its paragraph if it begins it, or if its mark is double; any
    other opening mark alone is an apostrophe.
    """
    marks = [_marks_in(text, start, end) for start, end in paragraphs]
    singles = _prefers_single(marks)
    pairs: list[Pair] = []
    for number, (start, end) in enumerate(paragraphs):
        if marks[number]:
            following = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
            pairs += _outermost(_pairs_in(text, marks[number], (start, end), _Style(singles, following)))
    return pairs


def _marks_in(text: str, start: int, end: int) -> list[_Mark]:
    found: list[_Mark] = []
    for match in _MARK.finditer(text, start, end):
        at, after_at = match.span()
        before = text[at - 1] if at > start else " "
        after = text[after_at] if after_at < end else " "
        if before.isalnum() and after.isalnum():
            continue
        found.append(_read_mark(text, match.group(), at, after_at, before, after))
    return found


def _read_mark(text: str, char: str, at: int, end: int, before: str, after: str) -> _Mark:
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    closes = not after.isalnum() and (not before.isspace() or (after.isspace() and char not in _SINGLE))
    if char == "’" or (opens and char in "'‘" and _CLIPPED.match(text, end)):
        opens = False
    if opens and closes:
        opens, closes = (char in _OPENERS, True) if char in _OPENERS | _CLOSERS else (before in "([{", True)
    return _Mark(at, end, char, opens, closes, before in _STRONG or after in _STRONG)


def _prefers_single(marks: Sequence[Sequence[_Mark]]) -> bool:
    """Whether a document quotes in single marks: most of what opens a paragraph or follows a space is single."""
    opening = [mark.single for some in marks for mark in some if mark.opens]
    return sum(opening) * 2 > len(opening)


def _pairs_in(text: str, marks: Sequence[_Mark], paragraph: Span, style: _Style) -> list[Pair]:
    later = _later_closers(marks)
    stack: list[_Mark] = []
    pairs: list[Pair] = []
    for index, mark in enumerate(marks):
        depth = _closes_at(stack, mark, possessive=_is_possessive(text, mark, closed_later=later[index]))
        if depth >= 0:
            opener = stack[depth]
            if opener.end < mark.start:
                pairs.append(Pair(opener.start, opener.end, mark.start, mark.end, closed=True))
            del stack[depth:]
        elif mark.opens or (mark.char in _OPENERS and not mark.single and not mark.closes):
            if stack and stack[-1].single == mark.single:
                _give_up(stack, mark, pairs)
            stack.append(mark)
    pairs += _unclosed(stack, paragraph, style)
    return pairs


def _later_closers(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark whether a strong closing single mark comes later, before any single mark opens."""
    found = [False] * len(marks)
    coming = False
    for index in range(len(marks) - 1, -1, -1):
        found[index] = coming
        mark = marks[index]
        if mark.single and mark.opens:
            coming = False
        elif mark.single and mark.closes and mark.strong:
            coming = True
    return found


def _is_possessive(text: str, mark: _Mark, *, closed_later: bool) -> bool:
    """Whether a closing single mark is the apostrophe of "the workers' union"."""
    return mark.single and not mark.strong and closed_later and text[mark.start - 1] in "sSzx"


def _closes_at(stack: Sequence[_Mark], mark: _Mark, *, possessive: bool) -> int:
    """How deep in the stack the mark is that this one closes, or -1."""
    if not stack or possessive or not mark.closes or (mark.opens and mark.char in _OPENERS):
        return -1
    if mark.single:
        return len(stack) - 1 if stack[-1].single and mark.char != "‚" else -1
    return max((depth for depth in range(min(len(stack), 2)) if not stack[depth].single), default=-1)


def _give_up(stack: list[_Mark], mark: _Mark, pairs: list[Pair]) -> None:
    """Another mark of the kind opens: what was open has lost its closing mark, and ends here if it was double."""
    opener = stack.pop()
    if not opener.single and opener.end < mark.start:
        pairs.append(Pair(opener.start, opener.end, mark.start, mark.start, closed=False))


def _unclosed(stack: Sequence[_Mark], paragraph: Span, style: _Style) -> list[Pair]:
    """What no mark closes: the quotation that goes on in the next paragraph, or one whose mark was lost."""
    if not stack:
        return []
    start, end = paragraph
    opener = next((mark for mark in stack if not mark.single), stack[0])
    kept = style.singles and (opener.start == start or opener.char == style.following)
    if opener.end >= end or (opener.single and not kept):
        return []
    return [Pair(opener.start, opener.end, end, end, closed=False)]


def _outermost(pairs: list[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return kept
