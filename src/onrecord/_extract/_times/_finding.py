"""The door: text in, spans and times out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord._extract._times._building import build
from onrecord._extract._times._combining import combined, complete_pairs, range_joint
from onrecord._extract._times._context import context_of
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._grammar import GRAMMAR, RULE_OF
from onrecord._extract._times._joining import joined_when
from onrecord._extract._times._resolving import resolve
from onrecord._extract._times._tokens import Tokens
from onrecord._model import Span
from onrecord._when import Moment, When, as_when


def find_times(
    text: str, reference: Moment | None = None, *, relative_to: str = "reference"
) -> tuple[tuple[Span, When], ...]:
    """Every time that an English news text tells, in order: its exact words and place, and what time they mean.

    The values are as exact as the words, and never more: "last month" is a month, "Tuesday night" some time of that
    night, "early 2022" the year. A time that cannot be known keeps its words and has no value. Spans never overlap.

    `reference` is when the text was published. What is told from then ("yesterday", "on Friday", "in March") is
    resolved on its calendar, to bounds where it is known less exactly, and stays unresolved without it. `relative_to`
    is the id that such times name, with an `offset` where one can say it. Weekdays and months follow the tense of the
    verb that governs them: "was held on Friday" is the last Friday up to the reference, "will be held on Friday" the
    next from it on, and the reference's own weekday is that day. "The following day" and "two years later" are told
    from the time mentioned before, in the same paragraph; in a story of past years, as a history tells them, months
    and days without a year are too.

    What is no point in time has no value and says so in its `note`: `duration P3D`, `repeated P1W` (ISO 8601, `X` for
    a number that is not said), `present`, `past`, `future`. A date such as 04/05/2022 has both readings in its note.

    >>> for span, when in find_times("He was held on Friday and will appear in court next week.", "2023-05-03"):
    ...     print(span.start, span.exact, when.value)
    15 Friday 2023-04-28
    47 next week [2023-05-08..2023-05-14]

    Raises:
        WhenError: if the reference is no time value.
    """
    when = None if reference is None else as_when(reference)
    tokens = Tokens(text)
    found = combined(tokens, list(_expressions(tokens)))
    complete_pairs(tokens, found)
    context = context_of(tokens, found, when, relative_to)
    return tuple(_spanned(tokens, found, [resolve(context, e) for e in found]))


def _expressions(tokens: Tokens) -> Iterator[Expression]:
    at = 0
    while (match := GRAMMAR.search(tokens.kinds, at)) is not None:
        e = build(tokens, RULE_OF[match.lastgroup or ""], *match.span())
        if e is None or e.first < at:
            at = match.start() + 1
        else:
            at = e.last
            yield e


def _spanned(tokens: Tokens, found: list[Expression], whens: list[When]) -> Iterator[tuple[Span, When]]:
    i = 0
    while i < len(found):
        first, last, when = found[i].first, found[i].last, whens[i]
        joint = range_joint(tokens, found[i], found[i + 1]) if i + 1 < len(found) else ""
        if joint:
            start, end = tokens.starts[first], tokens.ends[found[i + 1].last - 1]
            both = joined_when(when, whens[i + 1], tokens.text[start:end], joint)
            if both is not None:
                last, when, i = found[i + 1].last, both, i + 1
        yield _span(tokens, first, last), when
        i += 1


def _span(tokens: Tokens, first: int, last: int) -> Span:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Span(exact=tokens.text[start:end], start=start, end=end)
