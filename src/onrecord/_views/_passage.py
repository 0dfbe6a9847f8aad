"""A quotation inside its sentence, with what attributes it: pieces of the source's own text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from onrecord._model import Anchor, Evidence, Source, Span
from onrecord._views._blocks import Mark, Passage, Piece

_AROUND = 400  # characters that are searched for where the sentence begins and ends
_END = r"(?<!\b[A-Z])(?<!\b[DMS]r)(?<!\bM[rs]s)(?<!\bGen)[.!?…][\"'”’»)\]]*"
_BEGINS_AFTER = re.compile(_END + r"\s+(?=[^\sa-z])")
_ENDS_AT = re.compile(_END + r"(?=\s+[^\sa-z]|\s*$)")
_Marked: TypeAlias = tuple[int, int, Mark, str]
_Stretch: TypeAlias = tuple[int, int]


def passage_of(source: Source | None, evidence: Evidence, *, most: int = 40) -> Passage:
    """The sentences that a quotation and what attributes it stand in; without the text, the words alone.

    Args:
        source: the source whose text prints it, if it is there.
        evidence: where it stands.
        most: how many spans are marked at most.
    """
    language = (source.language if source is not None else None) or ""
    text = source.text if source is not None else None
    marked = sorted(_spans(evidence, most), key=lambda one: one[:2])
    if text is None or any(text[low:high] != words for low, high, _, words in marked):
        return Passage(_words_alone(evidence.content, most), language)
    pieces: list[Piece] = []
    for low, high in _sentences(text, marked):
        pieces += [Piece(" … ")] if pieces else [Piece("…")] if low and not text[low - 1].isspace() else []
        pieces += pieces_of(text, (low, high), [(start, end, mark, "") for start, end, mark, _ in marked])
    return Passage(tuple(pieces), language)


def pieces_of(text: str, stretch: _Stretch, marked: Iterable[_Marked]) -> Iterator[Piece]:
    """A stretch of text cut where a mark begins or ends, every piece with all its marks and the last one's remark."""
    low, high = stretch
    inside = [one for one in marked if one[0] < high and one[1] > low]
    opening: defaultdict[int, list[_Marked]] = defaultdict(list)
    for one in inside:
        opening[max(one[0], low)].append(one)
    edges = sorted({low, high, *opening, *(min(one[1], high) for one in inside)})
    held: list[_Marked] = []
    for at, until in pairwise(edges):
        held = [one for one in held if one[1] > at] + opening[at]
        yield Piece(text[at:until], frozenset(one[2] for one in held), held[-1][3] if held else "")


def _spans(evidence: Evidence, most: int) -> Iterator[tuple[int, int, Mark, str]]:
    one = {Mark.content: evidence.content, Mark.cue: evidence.cue, Mark.speaker: evidence.speaker}
    anchors = [(mark, anchor) for mark, anchor in one.items() if anchor is not None]
    left = most
    for mark, anchor in [*anchors, *((Mark.hedge, hedge) for hedge in evidence.hedges[:most])]:
        spans: tuple[Span, ...] = anchor.spans[:left]
        left -= len(spans)
        yield from ((span.start, span.end, mark, span.exact) for span in spans)


def _words_alone(anchor: Anchor, most: int) -> tuple[Piece, ...]:
    words = [Piece(span.exact, frozenset({Mark.content})) for span in anchor.spans[:most]]
    apart = [piece for word in words for piece in (Piece(" … "), word)][1:]
    return (*apart, *([Piece(" …")] if len(anchor.spans) > most else []))


def _sentences(text: str, marked: Iterable[tuple[int, int, Mark, str]]) -> list[_Stretch]:
    """The stretches shown, in order and apart: the sentence around every span, those that touch as one."""
    found: list[_Stretch] = []
    for start, end, *_ in marked:
        low, high = _begin(text, start), _end(text, end)
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _begin(text: str, at: int) -> int:
    line = text.rfind("\n", max(at - _AROUND, 0), at) + 1 or max(at - _AROUND, 0)
    ends = [found.end() for found in _BEGINS_AFTER.finditer(text, line, at + 1) if found.end() <= at]
    return ends[-1] if ends else line


def _end(text: str, at: int) -> int:
    line = text.find("\n", at, at + _AROUND)
    until = min(at + _AROUND, len(text)) if line < 0 else line
    found = _ENDS_AT.search(text, max(at - 1, 0), until)
    return max(found.end(), at) if found is not None else until
