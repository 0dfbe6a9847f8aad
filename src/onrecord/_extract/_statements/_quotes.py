"""Quotations that no cue of their sentence claims: continued, announced by a colon, signed, or left to a speaker."""

from __future__ import annotations

from typing import Final

from onrecord._extract._grammar._drafts import Draft, extent, inner_of
from onrecord._extract._text._marks import Span
from onrecord._extract._text._nouns import Items, main_subject, phrase_after
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._words._lexicon import can_speak
from onrecord._model import Form

_LONG: Final = 40  # characters from which a quotation at a sentence's start, ended as one, is taken for speech
_QUOTED: Final = (Form.direct, Form.mixed)
_CLOSED: Final = ("signed", "transcript")  # rules whose statements nothing goes on with
_BACK: Final = 3  # drafts back to look for a speaker in


def read_loose(article: Article, number: int, before: list[Draft], fresh: list[Draft], taken: set[int]) -> None:
    """Give every quotation of a sentence that no cue claims to the statement or the speaker around it.

    Args:
        article: the article.
        number: the number of the sentence.
        before: the drafts of the sentences before.
        fresh: the sentence's own drafts, to which more are added.
        taken: the items of quotations that a cue claims.
    """
    s = article.sentences[number]
    alone = all(tag in "Q.,—" for tag in s.tags)
    for item, pair in s.quotes.items():
        span = inner_of(article.text, pair) if item not in taken else None
        if span is None:
            continue
        signed = _signature(s, item + 1)
        if signed is not None:
            fresh.append(_loose(number, span, closed=pair.closed))
            _sign(fresh[-1], number, s, signed)
        elif item > 1 and (s.tags[item - 1] == ":" or _is_dashed(s, item)):
            fresh += _introduced(number, s, item, _loose(number, span, closed=pair.closed))
        elif not (alone and not fresh and _continue(article, number, before, span, closed=pair.closed)):
            long = span[1] - span[0] > _LONG and article.text[span[1] - 1] in ".?!,"
            if alone or (item == 0 and long):
                fresh.append(_uncued(article, number, before, _loose(number, span, closed=pair.closed)))


def _introduced(number: int, s: Sentence, item: int, draft: Draft) -> list[Draft]:
    """A quotation after a colon, with the one who is named before it; a part of a sentence only if there is one."""
    leader = _leader(s, item - 1)
    if leader is not None:
        _announce(draft, number, s, leader)
    whole = leader is not None or _is_sentence(s, item) or phrase_after(s, 0) == item - 1
    return [draft] if whole else []


def join_announced(number: int, s: Sentence, before: list[Draft], fresh: list[Draft]) -> None:
    """Give a quotation left open at a paragraph's end to the statement that goes on with it and has the cue."""
    last = before[-1] if before else None
    if last is None or last.rule != "quote-alone" or not last.unclosed or last.last != number - 1 or 0 not in s.quotes:
        return
    heir = next((draft for draft in fresh if draft.rule == "quote-before"), None)
    if heir is not None and heir.content[0][0] >= s.quotes[0].inner_start:
        heir.content = [*last.content, *heir.content]
        before.pop()


def sign_below(number: int, s: Sentence, before: list[Draft]) -> None:
    """Read a line under a quotation that says whose it is: "— Ann Lee, Harwick"."""
    last = before[-1] if before else None
    signed = _signature(s, 0)
    if signed is not None and last is not None and last.rule == "quote-alone" and last.last == number - 1:
        _sign(last, number, s, signed)


def _signature(s: Sentence, dash: int) -> Items | None:
    """The name after a dash that ends a sentence without a verb."""
    start = dash + 1
    if start >= len(s) or s.tags[dash] not in "—-":
        return None
    end = phrase_after(s, start)
    if end == start or s.tags[end - 1] not in "Nn" or any(tag in "AVbRQ" for tag in s.tags[end:]):
        return None
    return start, end


def _sign(draft: Draft, number: int, s: Sentence, signed: Items) -> None:
    draft.rule, draft.confidence, draft.shares = "signed", 0.8, None
    draft.sentence, draft.items, draft.speaker = number, signed, extent(s, signed)


def _loose(number: int, span: Span, *, closed: bool) -> Draft:
    return Draft("quote-alone", 0.3, [span], Form.direct, number, last=number, unclosed=not closed, ends_quoted=True)


def _continue(article: Article, number: int, before: list[Draft], span: Span, *, closed: bool) -> bool:
    """Add a quotation to the statement right before it, which it goes on with."""
    near = [
        draft
        for draft in before[-6:]
        if draft.last >= number - 1 and draft.form in _QUOTED and draft.rule not in _CLOSED
    ]
    last = next((draft for draft in reversed(near) if draft.ends_quoted or draft.unclosed), near[-1] if near else None)
    if last is None or not _goes_on(article, number, last):
        return False
    last.content.append(span)
    last.last, last.unclosed, last.ends_quoted = number, not closed, True
    return True


def _goes_on(article: Article, number: int, last: Draft) -> bool:
    """Whether a statement can go on in a sentence: in its paragraph, or in the next if all of it is quoted."""
    same = article.sentences[last.last].paragraph == article.sentences[number].paragraph
    if same:
        return last.unclosed or last.ends_quoted or "Q" in article.sentences[number - 1].tags
    return last.unclosed or (last.ends_quoted and last.form is Form.direct)


def _uncued(article: Article, number: int, before: list[Draft], draft: Draft) -> Draft:
    """A quotation without a cue: whose it is a colon tells, or the last speaker in its paragraph or the one before."""
    if _announced(article, number, draft):
        return draft
    paragraph = article.sentences[number].paragraph
    for other in reversed(before[-_BACK:]):
        away = paragraph - article.sentences[other.last].paragraph
        if not other.arbitrary and away <= 1:
            other = _outermost(other, before)
            draft.shares = other if other.shares is None else other.shares
            draft.confidence = 0.6 if away == 0 else 0.5
            return draft
    return draft


def _outermost(inner: Draft, before: list[Draft]) -> Draft:
    """The draft that passes on what one told, where the sentence has such: "Lee said the mayor had told her so"."""
    at = inner.cue[0][0] if inner.cue else -1
    known = (other for other in before if not other.arbitrary and (other.items is not None or other.shares is not None))
    return next((o for o in known if o is not inner and o.sentence == inner.sentence and o.holds(at)), inner)


def _announced(article: Article, number: int, draft: Draft) -> bool:
    before = article.sentences[number - 1] if number else None
    if before is None or before.tags[-1] != ":":
        return False
    subject = _leader(before, len(before) - 1)
    if subject is None:
        return False
    _announce(draft, number - 1, before, subject)
    return True


def _leader(s: Sentence, colon: int) -> Items | None:
    """Who a sentence that ends in a colon is about: its subject, or the one whom all of it names."""
    end = phrase_after(s, 0)
    if end and _is_named_by(s, end, colon):
        return 0, end
    giver = next((i + 1 for i in range(1, end - 1) if s.words[i] in ("from", "by")), 0)
    if giver and end == colon and s.tags[end - 1] == "N":
        return giver, end  # "A message from Ann Lee:"
    return main_subject(s, colon, 0)


def _is_named_by(s: Sentence, end: int, colon: int) -> bool:
    """Whether a phrase names a speaker, and what follows only tells who or where: "Ann Lee, the mayor, on air:"."""
    core = next((i for i in range(1, end) if s.tags[i] == "P"), end)
    able = s.tags[core - 1] in "NR" or can_speak(s.words[core - 1])
    plain = end == colon or s.tags[end] in ",PT("
    return able and plain and not any(tag in "AVbRWSQ;:" for tag in s.tags[end:colon])


def _is_dashed(s: Sentence, item: int) -> bool:
    """Whether a dash parts a speaker from all that is said: "Ann Lee – “It is unsafe.”"."""
    end = phrase_after(s, 0)
    dashed = end > 0 and s.tags[item - 1] in "—-" and _is_sentence(s, item) and item + 1 >= len(s)
    return dashed and _is_named_by(s, end, item - 1)


def _is_sentence(s: Sentence, item: int) -> bool:
    return s.capital[item] and s.complete[item]


def _announce(draft: Draft, number: int, s: Sentence, leader: Items) -> None:
    draft.rule, draft.confidence, draft.shares = "colon", 0.7, None
    draft.sentence, draft.items, draft.speaker = number, leader, extent(s, leader)
