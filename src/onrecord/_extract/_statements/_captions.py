"""What captions show, in the text's own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._text._marks import Span
from onrecord._extract._text._text import Article
from onrecord._model import Form, Medium, SectionKind

_LEAD: Final = re.compile(r"(?:(?:pictured|photographed|photo|image|caption|file photo)\s?:\s*)", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"\(?\b(?:photo(?:graph|s)?|pictures?|image|supplied|credit)(?:\scredit)?"
    r"(?:\s?:|\sby|\scourtesy of)\s?(?P<name>[^.!?:]{2,60})$",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:(?:\s(?:and|for|of|via)\s|\s|\s?/\s?)[^\W\d_a-z][\w.’'-]*)*\)?")


def caption_drafts(article: Article, kinds: Sequence[SectionKind], drafts: Sequence[Draft]) -> list[Draft]:
    """A narration for every caption in which nobody is reported to speak."""
    speaking = {article.sentences[draft.sentence].paragraph for draft in drafts}
    first: dict[int, int] = {}
    for number, s in enumerate(article.sentences):
        first.setdefault(s.paragraph, number)
    silent = [
        paragraph
        for paragraph, kind in enumerate(kinds)
        if kind is SectionKind.caption and paragraph not in speaking and paragraph in first
    ]
    told = ((paragraph, _shown(article.text, *article.paragraphs[paragraph])) for paragraph in silent)
    return [_caption(span, first[paragraph]) for paragraph, span in told if span is not None]


def _caption(span: Span, sentence: int) -> Draft:
    return Draft("caption", 0.7, [span], Form.narration, sentence, medium=Medium.image, narrated=True, last=sentence)


def _shown(text: str, start: int, end: int) -> Span | None:
    """What of a caption tells what is seen: without its mark, and without who made the picture; None where nothing."""
    credit = _CREDIT.search(text, start, end)
    if credit is not None and _NAMES.fullmatch(credit["name"].rstrip()):
        end = credit.start()
    lead = _LEAD.search(text, start, end)
    begin = lead.end() if lead is not None and lead.end() < end else start
    shown = text[begin:end].rstrip(" \t\r\n(|/–—-")
    return (begin, begin + len(shown)) if shown else None
