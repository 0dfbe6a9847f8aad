"""Every statement of an article, drafted in the order of its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord._extract._grammar._drafts import Draft, drafts_from
from onrecord._extract._grammar._reading import read_sentence
from onrecord._extract._parser._analyzer import Analyzer
from onrecord._extract._parser._parsed import read_parsed
from onrecord._extract._parser._trees import trees_of
from onrecord._extract._speakers._headlines import read_heading
from onrecord._extract._statements._captions import caption_drafts
from onrecord._extract._statements._hedges import find_hedges
from onrecord._extract._statements._nested import read_nested
from onrecord._extract._statements._quotes import join_announced, read_loose, sign_below
from onrecord._extract._statements._relays import link_relays
from onrecord._extract._statements._transcripts import read_turns, read_within
from onrecord._extract._text._text import Article
from onrecord._model import SectionKind

_HEADINGS: Final = (SectionKind.headline, SectionKind.subheading)


def drafts_of(article: Article, kinds: Sequence[SectionKind], analyzer: Analyzer | None = None) -> list[Draft]:
    """Draft the statements of an article, given what each paragraph is."""
    drafts: list[Draft] = []
    turns = read_turns(article, kinds)
    trees = trees_of(article, analyzer)
    for number, (sentence, tree) in enumerate(zip(article.sentences, trees, strict=True)):
        if sentence.paragraph in turns:
            turn = turns[sentence.paragraph]
            drafts += [turn] if turn.sentence == number else []
            drafts += read_within(article, number, turn)
            continue
        notes = read_sentence(sentence) if tree is None else read_parsed(sentence, tree)
        fresh = drafts_from(article, number, notes.found)
        read_loose(article, number, drafts, fresh, notes.taken)
        join_announced(number, sentence, drafts, fresh)
        if not fresh and kinds[sentence.paragraph] in _HEADINGS:
            fresh = drafts_from(article, number, read_heading(sentence))
        drafts += fresh
        if not fresh and sentence.tags[0] in "—-":
            sign_below(number, sentence, drafts)
    drafts += read_nested(article, drafts)
    link_relays(article, drafts)
    drafts += caption_drafts(article, kinds, drafts)
    find_hedges(article, drafts)
    return sorted(drafts, key=lambda draft: (draft.content[0][0], draft.content[-1][1]))
