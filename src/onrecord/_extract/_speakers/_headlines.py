"""Headings that report by a colon or dash alone, and headline statements that the first paragraphs print again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._grammar._report import Report
from onrecord._extract._speakers._speakers import Speakers
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._words._lexicon import can_speak
from onrecord._extract._words._titles import kind_of
from onrecord._extract._words._words import words
from onrecord._model import ActorKind, Naming, SectionKind

_PARAGRAPHS: Final = 6  # within which a headline is made good
_STEM: Final = 5  # letters by which words are compared
_SHORTEST: Final = 1  # words that a heading reports
_LONGEST: Final = 4  # words that name who says it
_PAPERS: Final = words("study report poll survey")


def read_heading(s: Sentence) -> list[Report]:
    """What a heading gives to somebody without a verb: "Mayor: no cuts to libraries", "Pier unsafe - mayor"."""
    for at in range(1, len(s) - 1):
        if s.tags[at] == ":" and _names_speaker(s, (0, at)):
            return [Report("heading", 0.5, [(at + 1, len(s))], [], (0, at), kind="clause")]
        if s.tags[at] in ":—-" and at > _SHORTEST and _names_speaker(s, (at + 1, len(s))):
            return [Report("heading", 0.5, [(0, at)], [], (at + 1, len(s)), kind="clause")]
    return []


def _names_speaker(s: Sentence, items: Items) -> bool:
    """Whether items are no more than somebody's office or sort: "Mayor", "Union leaders", "Study"."""
    start, end = items
    if end - start > _LONGEST or any(tag not in "DNn" for tag in s.tags[start:end]):
        return False
    head = s.words[end - 1]
    return head in _PAPERS or (
        can_speak(head) and kind_of(head) in (ActorKind.person, ActorKind.group, ActorKind.organisation)
    )


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
    told = " ".join(text[start:end] for start, end in draft.content).lower().split()
    return {word.strip("“”‘’\"'.,;:()")[:_STEM] for word in told if len(word) > 3}
