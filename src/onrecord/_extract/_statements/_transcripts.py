"""Transcripts: paragraphs that begin with the speaker's name and a colon, their words without quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from onrecord._extract._grammar._drafts import Draft, drafts_from, extent
from onrecord._extract._grammar._reading import read_sentence
from onrecord._extract._grammar._report import Report
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._extract._words._words import words
from onrecord._model import Form, Medium, SectionKind

_LABEL: Final = 5  # words that a label has at most
_TURNS: Final = 3  # labelled paragraphs from which an article is a transcript
_SAID: Final = ("quote", "that", "clause", "wh")  # what a turn may report; an object is no words of anybody
_STARRED: Final = "*_"
_ASKING: Final = words("q q. a a. question answer")  # parts of an interview that name nobody
_UNSAID: Final = ("modal", "infinitive")  # rules for what may or is to be said
_PARTIES: Final = words("i we you i'm i've i'd we've we'd you'd it")  # those who speak to each other, and nobody


@attrs.frozen
class _Label:
    name: Items
    end: int  # the item after it and its colon


def read_turns(article: Article, kinds: Sequence[SectionKind]) -> dict[int, Draft]:
    """The turns of a transcript by their paragraph, captions left out; empty where the article is none."""
    opening: dict[int, int] = {}
    for number, s in enumerate(article.sentences):
        if kinds[s.paragraph] is not SectionKind.caption:
            opening.setdefault(s.paragraph, number)
    labels = {number: label for number in opening.values() if (label := _label(article.sentences[number]))}
    names = Counter(_printed(article.sentences[number], label) for number, label in labels.items())
    if len(labels) < _TURNS or max(names.values()) < 2:
        return {}
    turns = {article.sentences[number].paragraph: _turn(article, number, label) for number, label in labels.items()}
    return _with_unlabelled(article, opening, turns)


def read_within(article: Article, number: int, turn: Draft) -> list[Draft]:
    """What the words of a turn pass on of others: "My editor told me, “Go on,”", "Some say it fell"."""
    s = article.sentences[number]
    reports = [report for report in read_sentence(s).found if _is_of_another(s, report)]
    fresh = [draft for draft in drafts_from(article, number, reports) if turn.holds(draft.content[0][0])]
    for draft in fresh:
        draft.relay = draft.relay or turn
    return fresh


def _is_of_another(s: Sentence, report: Report) -> bool:
    """Whether a report is of words that were said, by somebody who is not one of those who speak."""
    if report.speaker is None or report.medium is Medium.thought or report.rule.startswith(_UNSAID):
        return False
    quoted = any(s.tags[i] == "Q" for part in report.content for i in range(*part))
    other = s.words[report.speaker[0]] not in _PARTIES and s.tags[report.speaker[0]] != "W"
    return other and (quoted or report.kind in _SAID)


def _printed(s: Sentence, label: _Label) -> tuple[str, ...]:
    return tuple(s.words[slice(*label.name)])


def _label(s: Sentence) -> _Label | None:
    """The name with a colon that begins a sentence; None where there is none."""
    start = next((at for at, tag in enumerate(s.tags) if tag not in _STARRED), 0)
    if s.words[start] in _ASKING and (s.words[start][-1] == "." or s.tags[start + 1 : start + 2] == ["."]):
        return _Label((start, start + 1), start + 1 + (s.words[start][-1] != "."))
    at = start
    while at < len(s) and at - start < _LABEL and (s.tags[at] in "ND" or (s.tags[at] == "n" and at > start)):
        at += 1
    colon = _past_aside(s, at)
    if at == start or s.tags[colon : colon + 1] != [":"]:
        return None
    after = next((i for i in range(colon + 1, len(s)) if s.tags[i] not in _STARRED), len(s))
    return _Label((start, at), colon + 1) if after < len(s) and s.tags[after] != "Q" else None


def _past_aside(s: Sentence, at: int) -> int:
    """The item after stars, and after a place, party or time in brackets: "Ann Lee (Harwick North):"."""
    if s.tags[at : at + 1] == ["("]:
        at = next((i + 1 for i in range(at, min(at + 8, len(s))) if s.tags[i] == ")"), at)
    while at < len(s) and s.tags[at] in _STARRED:
        at += 1
    return at


def _turn(article: Article, number: int, label: _Label) -> Draft:
    s = article.sentences[number]
    end = article.paragraphs[s.paragraph][1]
    words = article.text[s.ends[label.end - 1] : end]
    start = end - len(words.lstrip(" \t\r\n\xa0*_"))
    name = None if s.words[label.name[0]] in _ASKING else label.name
    span = (start, end) if start < end else (s.starts[0], end)
    draft = Draft(
        "transcript", 0.85, [span], Form.direct, number, items=name, speaker=extent(s, label.name), last=number
    )
    draft.ends_quoted = True
    return draft


def _with_unlabelled(article: Article, opening: dict[int, int], turns: dict[int, Draft]) -> dict[int, Draft]:
    """Give a question without a label between two turns, and its answer, to the two who speak."""
    parties = _parties(article, turns)
    first, last = min(turns), max(turns)
    found: dict[int, Draft] = {}
    asked = False
    for paragraph in range(first, last + 1):
        if paragraph in turns:
            found[paragraph], asked = turns[paragraph], False
            continue
        question = article.text[article.paragraphs[paragraph][1] - 1] == "?"
        if parties is not None and paragraph in opening and (question or asked):
            found[paragraph] = _shared(article, opening[paragraph], parties[0 if question else 1])
        asked = question
    return found


def _parties(article: Article, turns: dict[int, Draft]) -> tuple[Draft, Draft] | None:
    """The first turn of the one of two speakers who asks more, and of the other; None where there are not two."""
    first: dict[str, Draft] = {}
    asked: Counter[str] = Counter()
    for draft in turns.values():
        name = "" if draft.speaker is None else article.text[slice(*draft.speaker)]
        key = "".join(word[0] for word in name.split()).upper() if len(name.split()) > 1 else name.upper()
        first.setdefault(key, draft)
        asked[key] += article.text[draft.content[-1][1] - 1] == "?"
    if len(first) != 2:
        return None
    asker, other = sorted(first, key=lambda key: -asked[key])
    return (first[asker], first[other]) if asked[asker] > asked[other] else None


def _shared(article: Article, number: int, turn: Draft) -> Draft:
    span = article.paragraphs[article.sentences[number].paragraph]
    draft = Draft("transcript", 0.6, [span], Form.direct, number, shares=turn, last=number)
    draft.ends_quoted = True
    return draft
