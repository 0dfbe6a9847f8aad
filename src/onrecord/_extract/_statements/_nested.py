"""Quotations within quotations: what somebody is quoted as having said, in the words of one who is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from onrecord._extract._grammar._drafts import Draft, drafts_from
from onrecord._extract._grammar._reading import read_sentence
from onrecord._extract._grammar._report import Report, is_scare
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article, sentences_inside
from onrecord._extract._words._words import words

_MARK: Final = re.compile("[\"“”„«»'‘’`]")
_NEAR: Final = 12  # statements back of which one may hold a place
_OWN: Final = words("i we i'm i've we've")
_UNSAID: Final = ("modal", "infinitive")  # rules for what may or is to be said
_YOURS: Final = words("you you're you've")


def read_nested(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements with words in quotation marks that the quotations of others pass on.

    The sentences that they stand in are put into the article after those that hold them, and the drafts' numbers moved.
    """
    found = {number: told for number in range(len(article.sentences)) if (told := _told_in(article, number))}
    if not found:
        return []
    places = _insert(article, {number: [s for s, _ in told] for number, told in found.items()})
    for draft in drafts:
        draft.sentence, draft.last = places[draft.sentence], places[draft.last]
    holders = _Holders(drafts)
    fresh: list[Draft] = []
    for number, told in found.items():
        for at, (_, reports) in enumerate(told, places[number] + 1):
            fresh += _passed_on(article, holders, drafts_from(article, at, reports))
    return fresh


def _told_in(article: Article, number: int) -> list[tuple[Sentence, list[Report]]]:
    """The sentences inside the quotations of a sentence in which a cue reports a quotation."""
    s = article.sentences[number]
    found: list[tuple[Sentence, list[Report]]] = []
    for pair in s.quotes.values():
        if _MARK.search(article.text, pair.inner_start, pair.inner_end):
            for inner in sentences_inside(article.text, s.paragraph, pair):
                reports = [report for report in read_sentence(inner).found if _is_quoted(inner, report)]
                if reports:
                    found.append((inner, reports))
    return found


def _is_quoted(s: Sentence, report: Report) -> bool:
    """Whether a report holds the words of a quotation that was said, and tells whose they are."""
    if report.kind != "quote" or report.speaker is None or report.rule.startswith(_UNSAID):
        return False
    quoted = any(s.tags[i] == "Q" and not is_scare(s, i) for part in report.content for i in range(*part))
    return quoted and s.words[report.speaker[0]] not in _YOURS


def _insert(article: Article, inner: dict[int, list[Sentence]]) -> list[int]:
    """Put sentences after those that hold them; the new number of every one that was there."""
    places: list[int] = []
    merged: list[Sentence] = []
    for number, s in enumerate(article.sentences):
        places.append(len(merged))
        merged += [s, *inner.get(number, ())]
    article.sentences = merged
    return places


class _Holders:
    """The drafts that hold an offset of the text, quickly found."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        spans = [(start, end, draft) for draft in drafts if not draft.narrated for start, end in draft.content]
        self._spans = sorted(spans, key=lambda span: span[:2])
        self._starts = [start for start, _, _ in self._spans]

    def around(self, at: int) -> Draft | None:
        """The draft with the shortest words around an offset."""
        last = bisect_right(self._starts, at)
        near = [span for span in self._spans[max(0, last - _NEAR) : last] if at < span[1]]
        return min(near, key=lambda span: span[1] - span[0])[2] if near else None


def _passed_on(article: Article, holders: _Holders, fresh: Sequence[Draft]) -> list[Draft]:
    """Drafts from inside quotations that are passed on by the draft of the words around them."""
    kept: list[Draft] = []
    for draft in fresh:
        outer = holders.around(draft.cue[0][0] if draft.cue else draft.content[0][0])
        if outer is None:
            continue
        draft.relay = outer
        if draft.items is not None and article.sentences[draft.sentence].words[draft.items[0]] in _OWN:
            draft.items, draft.shares = None, outer if outer.shares is None else outer.shares
        kept.append(draft)
    return kept
