"""Transcripts: paragraphs that begin with the speaker's name and a colon, their words without quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from onrecord._extract._drafts import Draft, extent
from onrecord._extract._sentence import Sentence
from onrecord._extract._text import Article
from onrecord._model import Form, SectionKind

_LABEL: Final = 5  # words that a label has at most
_TURNS: Final = 3  # labelled paragraphs from which an article is a transcript


def read_turns(article: Article, kinds: Sequence[SectionKind]) -> dict[int, Draft]:
    """The turns of a transcript by their paragraph, captions left out; empty where the article is none."""
    opening: dict[int, int] = {}
    for number, s in enumerate(article.sentences):
        if kinds[s.paragraph] is not SectionKind.caption:
            opening.setdefault(s.paragraph, number)
    labels = {number: colon for number in opening.values() if (colon := _label(article.sentences[number]))}
    names = Counter(tuple(article.sentences[number].words[:colon]) for number, colon in labels.items())
    if len(labels) < _TURNS or max(names.values()) < 2:
        return {}
    return {article.sentences[number].paragraph: _turn(article, number, colon) for number, colon in labels.items()}


def _label(s: Sentence) -> int:
    """The item of the colon after a name that begins a sentence; 0 where there is none."""
    for at, tag in enumerate(s.tags[: _LABEL + 1]):
        if tag == ":":
            return at if at and at + 1 < len(s) and s.tags[at + 1] != "Q" else 0
        if tag not in "ND" and not (tag == "n" and at):
            return 0
    return 0


def _turn(article: Article, number: int, colon: int) -> Draft:
    s = article.sentences[number]
    span = s.starts[colon + 1], article.paragraphs[s.paragraph][1]
    label = (0, colon)
    draft = Draft("transcript", 0.85, [span], Form.direct, number, items=label, speaker=extent(s, label), last=number)
    draft.ends_quoted = True
    return draft
