"""Which statement rests on which: a report inside another's words, or by somebody whom another cites."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from onrecord._extract._grammar._drafts import Draft
from onrecord._extract._speakers._mentions import antecedent
from onrecord._extract._text._text import Article
from onrecord._extract._words._words import words
from onrecord._model import Medium

_REFUSING: Final = words(
    """deny reject dismiss refute rebut dispute doubt question contest challenge condemn decry criticise criticize mock
    ridicule deride denounce respond reply discuss"""
)


def link_relays(article: Article, drafts: list[Draft]) -> None:
    """Note for every draft the one that passes it on; what is merely denied or discussed is passed on by none."""
    for number, group in groupby(drafts, key=lambda draft: draft.sentence):
        own = list(group)
        for draft in own:
            if draft.relay is None and draft.verb >= 0:
                draft.relay = _relay_of(article, number, draft, own)
            elif draft.relay is not None and draft.relay.rule == "relay":
                _go_on(draft.relay, draft)


def _go_on(relay: Draft, draft: Draft) -> None:
    """Give who quotes somebody the rest of the quotation, too."""
    relay.content += [span for span in draft.content if span[0] >= relay.content[-1][1]]
    relay.last = draft.last


def _relay_of(article: Article, number: int, draft: Draft, own: list[Draft]) -> Draft | None:
    s = article.sentences[number]
    at = s.starts[draft.verb]
    if draft.items is not None and s.tags[draft.items[0]] == "W":
        before = antecedent(s, draft.items[0])
        at = s.starts[before[1] - 1] if before is not None else at
    around = [other for other in own if _passes_on(other) and other.holds(at) and not _rests_on(other, draft)]
    return min(around, key=lambda other: other.content[-1][1] - other.content[0][0], default=None)


def _rests_on(draft: Draft | None, other: Draft) -> bool:
    """Whether a draft is another, or is passed on by it."""
    while draft is not None:
        if draft is other:
            return True
        draft = draft.relay
    return False


def _passes_on(draft: Draft) -> bool:
    return draft.lemma not in _REFUSING and draft.medium is not Medium.thought and not draft.narrated
