"""Dates in figures alone: 2023-05-03, 03/05/2023, 3.5.2023."""

from __future__ import annotations

import re

from onrecord._extract._times._calendar import date_text
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._tokens import Tokens
from onrecord._when import When
from onrecord.errors import WhenError

UNCLEAR = "day first or month first: "


def add_slashed(tokens: Tokens, e: Expression) -> bool:
    """Fill in a date in figures; one that may be read in two ways has both in its note, and no value."""
    word = tokens.words[e.first]
    if word[4:5] == "-":
        e.kind, e.value = "fixed", word
        return _is_value(word)
    first, second, year = (int(part) for part in re.split(r"[/.]", word))
    if len(word) < 8:
        e.kind, e.note = "none", "the century is not said"
        return "/" in word and first <= 31 and second <= 31 and min(first, second) <= 12 and min(first, second) > 0
    e.kind, e.value = "fixed", date_text(year, second, first) if second in range(1, 13) else None
    other = date_text(year, first, second) if first in range(1, 13) else None
    if e.value is None or other is None or e.value == other or "." in word:
        e.value = e.value or other
    else:
        e.note, e.value = f"{UNCLEAR}{e.value} or {other}", None
    return e.value is not None or e.note is not None


def _is_value(word: str) -> bool:
    try:
        When(value=word)
    except WhenError:
        return False
    return True
