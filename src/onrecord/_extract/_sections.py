"""Plain text cut into its sections: headline, byline, sub-headings, captions and body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord._extract._marks import Span
from onrecord._model import Section, SectionKind

_CAPTION: Final = re.compile(
    r"(?:\b(?:pictured|photographed|photo|photograph|image|caption|supplied|pictured (?:above|below))\s?:|^pictured\b"
    r"|^(?:in|on) this (?:\w+ ){0,3}(?:photo|photograph|picture|image|still|frame)\b"
    r"|^(?:file|archive|stock|undated|handout) (?:photo|photograph|image|picture)\b"
    r"|\((?:file|archive|stock) (?:photo|image|picture)\)|\((?:photo|image|picture)(?: by|:| credit)"
    r"|^(?:above|below|left|right|top|bottom)\s?:)",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"^(?:By|BY|by|From|FROM|Words by|Reporting by)\s+[^\W\d_a-z][^.!?]*$")
_ENDINGS: Final = frozenset('.!?:;,…"”’»)')


def kinds_of(text: str, paragraphs: Sequence[Span]) -> list[SectionKind]:
    """What each paragraph is."""
    kinds: list[SectionKind] = []
    for number, (start, end) in enumerate(paragraphs):
        kinds.append(_kind(text[start : min(end, start + 2000)], number, kinds, len(paragraphs)))
    return kinds


def _kind(words: str, number: int, before: Sequence[SectionKind], total: int) -> SectionKind:
    if _CAPTION.search(words):
        return SectionKind.caption
    heading = _is_heading(words)
    if number == 0:
        return SectionKind.headline if heading and total > 1 else SectionKind.body
    if number <= 3 and _is_byline(words) and SectionKind.body not in before:
        return SectionKind.byline
    return SectionKind.subheading if heading and number < total - 1 else SectionKind.body


def _is_heading(words: str) -> bool:
    return len(words) <= 120 and words[-1] not in _ENDINGS and words[0] not in '"“‘-–—•*' and words[0].isalnum()


def _is_byline(words: str) -> bool:
    return len(words) <= 120 and len(words.split()) <= 14 and _BYLINE.match(words) is not None


def sections_of(text: str, paragraphs: Sequence[Span], kinds: Sequence[SectionKind]) -> tuple[Section, ...]:
    """The sections of a text: a partition of it in order, each with the white space after it."""
    if not paragraphs:
        return ()
    starts: list[int] = []
    kept: list[SectionKind] = []
    for (start, _), kind in zip(paragraphs, kinds, strict=True):
        if not (kept and kept[-1] is kind and kind in (SectionKind.body, SectionKind.byline)):
            starts.append(start if starts else 0)
            kept.append(kind)
    ends = [*starts[1:], len(text)]
    return tuple(Section(kind=kind, start=start, end=end) for kind, start, end in zip(kept, starts, ends, strict=True))
