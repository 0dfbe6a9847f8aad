"""How much: "three", "twenty-five", "a couple of", "two and a half", and the durations made of them."""

from __future__ import annotations

from fractions import Fraction

from onrecord._extract._times._lexicon import COUNTS, UNITS
from onrecord._extract._times._tokens import Tokens

_SMALLER = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7)}


def amount_of(tokens: Tokens, first: int, last: int) -> tuple[Fraction | None, str]:
    """How many of which ISO 8601 unit a row of tokens says; None for a number that is not said."""
    unit = next(UNITS[tokens.lower(i)] for i in range(last - 1, first - 1, -1) if tokens.is_kind(i, "unit", "units"))
    number = _number(tokens, first, last)
    code, times = unit
    return (None if number is None else number * times), code


def duration_text(amount: Fraction | int | None, code: str) -> str:
    """The duration in ISO 8601: in whole numbers of a smaller unit where need be, `X` for a number that is not said."""
    if amount is None:
        number = "X"
    else:
        amount, code = in_whole(Fraction(amount), code)
        number = str(amount.numerator) if amount.denominator == 1 else f"{float(amount):g}"
    return f"P{code}".replace("PT", f"PT{number}") if code[0] == "T" else f"P{number}{code}"


def in_whole(amount: Fraction, code: str) -> tuple[Fraction, str]:
    """The same in a smaller unit, if that makes it whole."""
    if amount.denominator != 1 and code in _SMALLER:
        smaller, times = _SMALLER[code]
        if (amount * times).denominator == 1:
            return amount * times, smaller
    return amount, code


def _number(tokens: Tokens, first: int, last: int) -> Fraction | None:
    found: Fraction | None = None
    one = halves = Fraction(0)
    for i in range(first, last):
        if tokens.is_kind(i, "vague"):
            return Fraction(2) if tokens.lower(i) == "couple" else None
        if tokens.is_kind(i, "half"):
            halves = Fraction(1, 2)
        elif tokens.is_kind(i, "count", "number", "day", "year", "hhmm", "decimal", "dotted"):
            found = _added(found, _read(tokens.lower(i)))
        elif tokens.is_kind(i, "a") and not tokens.is_kind(i + 1, "half") and not halves:
            one = Fraction(1)
    total = (one if found is None else found) + halves
    return total or None


def _read(word: str) -> Fraction:
    return Fraction(COUNTS[word]) if word in COUNTS else Fraction(word.replace(",", "")[:12].rstrip("."))


def _added(before: Fraction | None, number: Fraction) -> Fraction:
    if before is None:
        return number
    return before * number if number in (12, 100) else before + number
