"""Plain text cut into its sections: headline, byline, sub-headings, captions, what is no article, and body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord._extract._text._marks import Span
from onrecord._extract._text._paragraphs import is_listed
from onrecord._extract._words._words import words
from onrecord._model import Section, SectionKind

_CAPTION: Final = re.compile(
    r"(?:\b(?:pictured|photographed|photo|photograph|image|caption|supplied|pictured (?:above|below))\s?:|^pictured\b"
    r"|^(?:in|on) this (?:\w+ ){0,3}(?:photo|photograph|picture|image|still|frame)\b"
    r"|^(?:file|archive|stock|undated|handout) (?:photo|photograph|image|picture)\b"
    r"|\((?:file|archive|stock) (?:photo|image|picture)\)|\((?:photo|image|picture)(?: by|:| credit)"
    r"|\b(?-i:Photographs?|Pictures?|Credit|Supplied|PHOTO|PICTURE):\s?[^.!?]{2,60}$|\((?:supplied|credit):"
    r"|^(?:above|below|left|right|top|bottom)\s?:)",
    re.IGNORECASE,
)
_HINTS: Final = ("photo", "pictur", "image", "caption", "credit", "supplied", "still", "frame")  # for speed
_PLACES: Final = ("above", "below", "left", "right", "top", "bottom")
_TIME: Final = r"(?:[012]?\d[:.][0-5]\d|[01]?\d)\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE: Final = rf"(?:[a-z]{{3,9}},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}),?\s\d{{4}}"
_OTHER: Final = re.compile(
    rf"(?:{_TIME}|[_*=~#\W]+|advert(?:isement|orial)?|sponsored(?: content)?|(?:sign up|subscribe|log in)\b.*"
    r"|(?:read|see|watch|listen|read more|read also|also read|related|more on this|don't miss|most read)\s?:.*"
    r"|read more\b.*|related (?:articles|stories|news)|share(?: this)?(?: article| story)?|story continues below.*"
    r"|(?:article|story) continues after .*)",
    re.IGNORECASE,
)
_WRITTEN: Final = re.compile(
    r"(?:(?i:exclusive|analysis|comment|opinion|review|words|reporting|report|story|written|interview)[:,|]?\s)?"
    r"(?:By|BY|by|From|FROM)\s(?!the\b)(?:[a-z][\w’'-]*\s){0,5}[^\W\d_a-z]"
    r"|(?:(?i:our|a)\s)?(?i:(?:staff|special|senior|chief|political|business|sports|web|news)\s){1,2}"
    r"(?i:reporter|correspondent|writer|bureau|desk|team)s?\b"
    r"|[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){1,3}\s?[,|]\s(?:[\w’'-]+\s){0,4}"
    r"(?i:reporter|correspondent|editor|writer|columnist)$"
)
_DATED: Final = re.compile(
    rf"(?:(?:(?:first |last )?(?:posted|published|updated|modified)\b[^!?]*)|{_DATE}(?:\W.{{0,30}})?)$", re.IGNORECASE
)
_ABBREVIATED: Final = re.compile(r"\b(?:[^\W\d_a-z]|Dr|Mr|Mrs|Ms|St|Jr|Sr)\.")
_LABELS: Final = words(
    """news sport sports opinion politics business world uk us national local comment analysis features feature live
    breaking exclusive latest lifestyle culture science health technology tech weather editorial letters home money
    environment education entertainment arts travel media law crime economy finance markets review interview"""
)
_PAPERS: Final = words(
    """echo times post herald gazette tribune journal mail telegraph guardian star courier chronicle observer
    independent standard express mirror press argus advertiser examiner mercury bulletin dispatch ledger sentinel"""
)
_PICTURES: Final = re.compile("[\\s\\u2600-\\u27bf\\ufe0e\\ufe0f\\u200d\\u20e3\\U0001f000-\\U0001faff]+")
_ENDINGS: Final = frozenset(".!?:;,…\"'”’»)")
_UNENDED: Final = frozenset(".:;,")
_CLOSING: Final = "\"'”’»)"
_OPENING: Final = frozenset("\"'“‘«[($£€#@")
_SHORT: Final = 120  # characters that a heading or byline has at most
_ABOVE: Final = 3  # lines that may stand above the headline
_BYLINES: Final = 6  # paragraphs among which one is looked for


def kinds_of(text: str, paragraphs: Sequence[Span]) -> list[SectionKind]:
    """What each paragraph is."""
    lines = [text[start : min(end, start + 2000)] for start, end in paragraphs]
    top = _headline_of(lines)
    kinds: list[SectionKind] = []
    for number, (start, _) in enumerate(paragraphs):
        kind = SectionKind.headline if number == top else _kind(lines[number], number, kinds)
        if kind is SectionKind.subheading and (number in (0, len(lines) - 1) or is_listed(text, start)):
            kind = SectionKind.body
        kinds.append(SectionKind.other if number < top else kind)
    return kinds


def _headline_of(lines: Sequence[str]) -> int:
    """The number of the headline: the first paragraph, or the one after labels and times; -1 where there is none."""
    above = next((number for number, line in enumerate(lines[: _ABOVE + 1]) if not _is_kicker(line)), 0)
    top = above if above < len(lines) and len(lines[above].split()) > 3 and _is_headline(lines[above]) else 0
    follows = top + 1 < len(lines) and not _is_caption(lines[top])
    return top if follows and _is_headline(lines[top]) else -1


def _is_kicker(line: str) -> bool:
    """Whether a line only tells which part of which paper, or what time, is before the headline."""
    told = [word.strip(":|,.").lower() for word in line[:_SHORT].split()]
    if len(told) > 4:
        return False
    known = len(told) < 3 and not _LABELS.isdisjoint(told)
    paper = len(told) > 1 and not _PAPERS.isdisjoint((told[0], told[-1]))
    return known or paper or _OTHER.fullmatch(line) is not None


def _is_headline(line: str) -> bool:
    line = _bare(line)
    ended = line.rstrip(_CLOSING)[-1:]
    plain = len(line) <= _SHORT or (len(line) <= _SHORT * 1.4 and "\n" in line)
    return plain and ended not in {"", *_UNENDED} and (line[0].isalnum() or line[0] in _OPENING)


def _kind(line: str, number: int, before: Sequence[SectionKind]) -> SectionKind:
    short = len(line) <= _SHORT
    if _is_caption(line):
        return SectionKind.caption
    if short and number <= _BYLINES and before.count(SectionKind.body) < 2 and _is_byline(line):
        return SectionKind.byline
    if short and _OTHER.fullmatch(line):
        return SectionKind.other
    return SectionKind.subheading if short and _is_heading(_bare(line)) else SectionKind.body


def _is_caption(line: str) -> bool:
    folded = line.lower()
    hinted = any(hint in folded for hint in _HINTS) or folded.startswith(_PLACES)
    return hinted and _CAPTION.search(line) is not None


def _is_heading(words: str) -> bool:
    return words != "" and words[-1] not in _ENDINGS and words[0].isalnum()


def _is_byline(line: str) -> bool:
    plain = " ".join(line.split())
    if _DATED.match(plain):
        return True
    told = _ABBREVIATED.sub("", plain)
    return len(told.split()) <= 14 and _WRITTEN.match(plain) is not None and not any(mark in told for mark in ".!?")


def _bare(line: str) -> str:
    """A line without the little pictures at its edges."""
    first, last = _PICTURES.match(line), len(line)
    while last and _PICTURES.match(line, last - 1):
        last -= 1
    return line[first.end() if first else 0 : last]


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
