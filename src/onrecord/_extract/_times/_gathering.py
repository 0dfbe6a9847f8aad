"""The calendar's parts of a row of tokens."""

from __future__ import annotations

from typing import Final

from onrecord._extract._times._expression import Expression
from onrecord._extract._times._lexicon import MONTHS, NTHS, UNITS, WEEKDAYS
from onrecord._extract._times._tokens import Tokens

_WHICH: Final = {
    "last": "last",
    "previous": "last",
    "past": "last",
    "next": "next",
    "this": "this",
    "that": "that",
    "same": "that",
}


def gather(tokens: Tokens, e: Expression, first: int | None = None) -> None:
    """Fill the calendar's parts from the kinds of the tokens."""
    for i in range(e.first if first is None else first, e.last):
        _take(tokens, e, i)


def _take(tokens: Tokens, e: Expression, i: int) -> None:
    word = tokens.lower(i)
    if tokens.is_kind(i, "year") or (tokens.is_kind(i, "number", "day") and tokens.is_kind(i + 1, "era")):
        e.year = int(word.replace(",", "")[:7])
    elif tokens.is_kind(i, "day", "ordinal", "nth"):
        _take_day(e, NTHS.get(word) or int("".join(filter(str.isdigit, word))))
    elif tokens.is_kind(i, "era"):
        _take_era(e, word)
    elif tokens.is_kind(i, *_WHICH):
        e.which = which_of(tokens, i) if e.which in ("", "this") else e.which
    else:
        _take_name(tokens, e, i, word)


def _take_name(tokens: Tokens, e: Expression, i: int, word: str) -> None:
    if tokens.is_kind(i, "month"):
        e.month = MONTHS[word]
    elif tokens.is_kind(i, "weekday"):
        e.weekday = WEEKDAYS[word]
    elif tokens.is_kind(i, "part"):
        e.part = word.removesuffix("s")
    elif tokens.is_kind(i, "unit") and e.month is not None:
        e.unit = UNITS[word][0]


def which_of(tokens: Tokens, i: int) -> str:
    """`last`, `next`, `this` or `that`, as a token has it."""
    return next(which for kind, which in _WHICH.items() if tokens.is_kind(i, kind))


def _take_day(e: Expression, day: int) -> None:
    if e.day is None:
        e.day = day
    else:
        e.day_to = day


def _take_era(e: Expression, era: str) -> None:
    if era.startswith("b"):
        e.year = 1 - (e.year or 1)
