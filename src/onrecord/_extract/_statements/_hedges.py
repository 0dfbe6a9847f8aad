"""Words by which the writer steps back from what somebody says: "alleged", "purportedly", scare quotes."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._grammar._report import is_scare
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._words._words import words
from onrecord._model import Stance

_HEDGES: Final = words(
    """alleged allegedly purported purportedly supposed supposedly so-called reported reportedly apparent apparently
    ostensible ostensibly self-styled self-proclaimed suspected presumed putative would-be unverified unconfirmed"""
)
_OWN_WORDS: Final = words("reported suspected presumed")  # verbs as well, unless before a noun


def find_hedges(article: Article, drafts: list[Draft]) -> None:
    """Note the hedges of every draft: in its content outside quotation marks, and a cue that distances."""
    hedges: dict[int, list[int]] = {}
    for draft in drafts:
        s = article.sentences[draft.sentence]
        if draft.sentence not in hedges:
            hedges[draft.sentence] = [item for item in range(len(s)) if _is_hedge(s, item)]
        spans = [(s.starts[i], s.ends[i]) for i in hedges[draft.sentence] if _is_of(s, draft, i)]
        if spans and draft.stance is Stance.neutral:
            draft.stance = Stance.distanced
        if draft.stance is Stance.distanced and not draft.narrated:
            spans += draft.cue
        draft.hedges = sorted(set(spans))


def _is_of(s: Sentence, draft: Draft, item: int) -> bool:
    """Whether an item is part of a draft's content or of its cue, or stands right before that: "reportedly said"."""
    start, following = s.starts[item], s.starts[item + 1 : item + 2]
    return draft.holds(start) or any(begin <= start < end or [begin] == following for begin, end in draft.cue)


def _is_hedge(s: Sentence, item: int) -> bool:
    if s.tags[item] == "Q":
        return is_scare(s, item)
    word = s.words[item]
    if word not in _HEDGES:
        return False
    return word not in _OWN_WORDS or (item + 1 < len(s) and s.tags[item + 1] in "Nn" and s.tags[item - 1] in "Dne")
