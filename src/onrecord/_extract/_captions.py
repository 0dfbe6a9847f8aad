"""What captions show, in the text's own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord._extract._drafts import Draft
from onrecord._extract._text import Article
from onrecord._model import Form, Medium, SectionKind

_LEAD: Final = re.compile(r"(?:(?:pictured|photographed|photo|image|caption|file photo)\s?:\s*)", re.IGNORECASE)


def caption_drafts(article: Article, kinds: Sequence[SectionKind], drafts: Sequence[Draft]) -> list[Draft]:
    """A narration for every caption in which nobody is reported to speak."""
    speaking = {article.sentences[draft.sentence].paragraph for draft in drafts}
    first: dict[int, int] = {}
    for number, s in enumerate(article.sentences):
        first.setdefault(s.paragraph, number)
    return [
        _caption(article, paragraph, first[paragraph])
        for paragraph, kind in enumerate(kinds)
        if kind is SectionKind.caption and paragraph not in speaking and paragraph in first
    ]


def _caption(article: Article, paragraph: int, sentence: int) -> Draft:
    start, end = article.paragraphs[paragraph]
    lead = _LEAD.search(article.text, start, end)
    begin = lead.end() if lead is not None and lead.end() < end else start
    return Draft(
        "caption", 0.7, [(begin, end)], Form.narration, sentence, medium=Medium.image, narrated=True, last=sentence
    )
