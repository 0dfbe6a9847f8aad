"""Drafts of statements: reports turned from items of a sentence into offsets of the text."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from onrecord._extract._grammar._report import Report, is_scare
from onrecord._extract._text._marks import Pair, Span
from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._text._text import Article
from onrecord._model import Form, Medium, Stance
from onrecord._when import When


@attrs.define(eq=False)
class Draft:
    """One statement, in offsets of the text."""

    rule: str
    """The rule that found it."""
    confidence: float
    """How sure the rule is, from 0 to 1."""
    content: list[Span]
    """Where the words attributed stand."""
    form: Form
    """How they are given."""
    sentence: int
    """The number of the sentence its speaker or cue, or else its first word, stands in."""
    cue: list[Span] = attrs.field(factory=list[Span])
    """The words that attribute."""
    speaker: Span | None = None
    """The words that name the speaker."""
    items: Items | None = None
    """The items of its sentence that name the speaker."""
    verb: int = -1
    """The item of its cue."""
    lemma: str = ""
    """The cue's own form."""
    medium: Medium = Medium.unknown
    """What the words were put in."""
    stance: Stance = Stance.neutral
    """How far the writer stands behind them."""
    arbitrary: bool = False
    """Whether nobody in particular says it."""
    narrated: bool = False
    """Whether it is the text's own voice."""
    shares: Draft | None = None
    """The draft whose speaker this one shares, where nothing is printed."""
    relay: Draft | None = None
    """The draft that passes this one on."""
    hedges: list[Span] = attrs.field(factory=list[Span])
    """Words by which the writer steps back."""
    said: When | None = None
    """When it was said."""
    last: int = 0
    """The number of the sentence it ends in."""
    unclosed: bool = False
    """Whether its last quotation has no closing mark."""
    ends_quoted: bool = False
    """Whether it ends in a quotation."""

    def holds(self, at: int) -> bool:
        """Whether an offset of the text lies in its content."""
        return any(start <= at < end for start, end in self.content)


def drafts_from(article: Article, number: int, reports: Sequence[Report]) -> list[Draft]:
    """The drafts of one sentence's reports, without those that are only a part of what another says of itself."""
    s = article.sentences[number]
    drafts: list[Draft] = []
    relay: Draft | None = None
    for report in reports:
        if _is_part(s, report, reports):
            continue
        draft = _draft_of(article, s, number, report)
        if report.relayed:
            draft.relay = relay
        relay = draft
        if draft.content:
            drafts.append(draft)
    return drafts


def _is_part(s: Sentence, report: Report, reports: Sequence[Report]) -> bool:
    """Whether a report inside another is a thought, or what a pronoun or nobody says: "He said he hoped to win"."""
    pronoun = report.speaker is not None and s.tags[report.speaker[0]] in "RW"
    nobody = report.arbitrary and report.rule in ("noun", "passive", "reportedly")
    if report.relayed or not (report.medium is Medium.thought or pronoun or nobody):
        return False
    return any(other is not report and other.holds(report.verb) for other in reports)


def _draft_of(article: Article, s: Sentence, number: int, report: Report) -> Draft:
    quoted = [s.quotes[i] for part in report.content for i in range(*part) if i in s.quotes]
    last = min(report.content[-1][1], len(s)) - 1
    return Draft(
        rule=report.rule,
        confidence=report.confidence,
        content=sorted(span for part in report.content if (span := span_of(article.text, s, part)) is not None),
        form=_form(s, report),
        sentence=number,
        cue=[extent(s, part) for part in report.cue if part[1] > part[0]],
        speaker=None if report.speaker is None else extent(s, report.speaker),
        items=report.speaker,
        verb=report.verb,
        lemma=report.lemma,
        medium=report.medium,
        stance=report.stance,
        arbitrary=report.arbitrary,
        last=number,
        unclosed=bool(quoted) and not quoted[-1].closed,
        ends_quoted=report.kind == "quote" or (bool(quoted) and s.tags[last] == "Q"),
    )


def extent(s: Sentence, items: Items) -> Span:
    """Where items stand in the text, with all between them."""
    return s.starts[items[0]], s.ends[items[1] - 1]


def span_of(text: str, s: Sentence, part: Items) -> Span | None:
    """Where items stand in the text: without the marks of a quotation that is all, or of commas at the edges."""
    start, end = part
    while start < end and s.tags[start] in ",;:—.":
        start += 1
    while end > start and s.tags[end - 1] in ",;:—.":
        end -= 1
    if start >= end:
        return None
    if end - start == 1 and s.tags[start] == "Q":
        return inner_of(text, s.quotes[start])
    return extent(s, (start, end))


def inner_of(text: str, pair: Pair) -> Span | None:
    """The words between two marks, without the space at their edges."""
    inner = text[pair.inner_start : pair.inner_end]
    start = pair.inner_start + len(inner) - len(inner.lstrip())
    end = pair.inner_start + len(inner.rstrip())
    return (start, end) if start < end else None


def _form(s: Sentence, report: Report) -> Form:
    tags = [s.tags[i] for part in report.content for i in range(*part) if s.tags[i] not in ",.;:—"]
    if tags and all(tag == "Q" for tag in tags):
        return Form.direct
    if any(_is_reported(s, i) for part in report.content for i in range(*part)):
        return Form.mixed
    return Form.reported if report.kind in ("object", "matter", "relay") else Form.indirect


def _is_reported(s: Sentence, item: int) -> bool:
    return s.tags[item] == "Q" and not is_scare(s, item)
