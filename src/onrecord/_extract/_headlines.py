"""Statements of the headline that the article's first paragraphs print again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord._extract._drafts import Draft
from onrecord._extract._speakers import Speakers
from onrecord._extract._text import Article
from onrecord._model import Naming, SectionKind

_PARAGRAPHS: Final = 6  # within which a headline is made good
_STEM: Final = 5  # letters by which words are compared


def find_twins(
    article: Article, kinds: Sequence[SectionKind], drafts: Sequence[Draft], speakers: Speakers
) -> dict[int, int]:
    """For the number of every headline statement that of the body's statement of the same words and speaker."""
    if SectionKind.headline not in kinds:
        return {}
    top = list(kinds).index(SectionKind.headline)
    relays = {draft.relay for draft in drafts}
    told = [
        number
        for number, draft in enumerate(drafts)
        if article.sentences[draft.sentence].paragraph == top and draft.relay is None and draft not in relays
    ]
    return {number: twin for number in told if (twin := next(_twins(article, drafts, speakers, number), -1)) >= 0}


def _twins(article: Article, drafts: Sequence[Draft], speakers: Speakers, number: int) -> Iterator[int]:
    ours, told = drafts[number], _stems(article.text, drafts[number])
    for other, draft in enumerate(drafts):
        away = article.sentences[draft.sentence].paragraph - article.sentences[ours.sentence].paragraph
        if not 0 < away <= _PARAGRAPHS or draft.narrated:
            continue
        named = speakers.naming_of[number] is Naming.name_
        if named and speakers.member_of[number] != speakers.member_of[other]:
            continue
        common = told & _stems(article.text, draft)
        if len(common) > 1 or (common and named and ours.lemma == draft.lemma):
            yield other


def _stems(text: str, draft: Draft) -> set[str]:
    """The beginnings of a draft's longer words."""
    words = " ".join(text[start:end] for start, end in draft.content).lower().split()
    return {word.strip("“”‘’\"'.,;:()")[:_STEM] for word in words if len(word) > 3}
