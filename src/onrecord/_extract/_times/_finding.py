"""The door: text in, spans and times out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord._extract._times._building import build
from onrecord._extract._times._combining import combined, complete_pairs, range_joint
from onrecord._extract._times._context import context_of
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._grammar import GRAMMAR, RULE_OF
from onrecord._extract._times._joining import joined_when, put_before
from onrecord._extract._times._resolving import resolve
from onrecord._extract._times._tokens import Tokens
from onrecord._model import Span
from onrecord._when import Moment, When, as_when


def find_times(
    text: str, reference: Moment | None = None, *, relative_to: str = "reference"
) -> tuple[tuple[Span, When], ...]:
    """See `onrecord.find_times`."""
    when = None if reference is None else as_when(reference)
    tokens = Tokens(text)
    found = combined(tokens, list(_expressions(tokens)))
    complete_pairs(tokens, found)
    context = context_of(tokens, found, when, relative_to)
    return tuple(_spanned(tokens, found, [resolve(context, e) for e in found]))


def _expressions(tokens: Tokens) -> Iterator[Expression]:
    at = taken = 0
    while (match := GRAMMAR.search(tokens.kinds, at)) is not None:
        e = build(tokens, RULE_OF[match.lastgroup or ""], *match.span())
        if e is None or e.first < taken:
            at = match.start() + 1
        else:
            at = taken = e.last
            yield e


def _spanned(tokens: Tokens, found: list[Expression], whens: list[When]) -> Iterator[tuple[Span, When]]:
    i = 0
    while i < len(found):
        first, last, when = found[i].first, found[i].last, whens[i]
        joint = range_joint(tokens, found[i], found[i + 1]) if i + 1 < len(found) else ""
        if joint:
            when = put_before(when, whens[i + 1])
            start, end = tokens.starts[first], tokens.ends[found[i + 1].last - 1]
            both = joined_when(when, whens[i + 1], tokens.text[start:end], joint)
            if both is not None:
                last, when, i = found[i + 1].last, both, i + 1
        yield _span(tokens, first, last), when
        i += 1


def _span(tokens: Tokens, first: int, last: int) -> Span:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Span(exact=tokens.text[start:end], start=start, end=end)
