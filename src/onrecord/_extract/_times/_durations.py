"""How long and how often, and times told so far from another: "three days", "weekly", "two years ago"."""

from __future__ import annotations

from typing import Final

from onrecord._extract._times import _evidence as evidence
from onrecord._extract._times._amounts import amount_of, duration_text, in_whole
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._gathering import gather
from onrecord._extract._times._lexicon import HOLIDAYS, OFTEN, UNITS
from onrecord._extract._times._tokens import Tokens

_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_BACK: Final = frozenset({"before", "earlier", "previously", "prior"})


def duration(tokens: Tokens, e: Expression) -> bool:
    """`three days`; `in two weeks`, where that is when."""
    if not evidence.is_duration(tokens, e.first, e.last):
        return False
    if tokens.is_kind(e.first, "the") or (
        tokens.is_kind(e.first, "a") and tokens.is_kind(e.first + 1, "count", "day", "number")
    ):
        e.first += tokens.lower(e.first + 1) not in ("dozen", "hundred")
    amount, code = amount_of(tokens, e.first, e.last)
    if amount is not None and amount >= 10**9:
        return False
    if tokens.is_kind(e.first - 1, "dash", "to", "and_") and tokens.is_kind(e.first - 2, "day", "number", "count"):
        e.first, amount = e.first - 2, None
    if evidence.is_ahead(tokens, e.first, e.last) and amount is not None and amount.denominator == 1 and amount < 10**6:
        e.first -= 1
        e.last += _of_time(tokens, e.last)
        e.kind, e.unit, e.count, e.relation = "shift", code, int(amount), _relation(tokens, e, 1)
        return True
    e.kind, e.note = "none", f"duration {duration_text(amount, code)}"
    return True


def _of_time(tokens: Tokens, at: int) -> int:
    """How many tokens the "' time" of "in two weeks' time" has, with its mark."""
    marks = int(tokens.is_kind(at, "poss", "mark"))
    return marks + 1 if marks and tokens.is_kind(at + marks, "time") else 0


def compound(tokens: Tokens, e: Expression) -> bool:
    """`an hour and 40 minutes`; of "two days or 50 hours" the first."""
    middle = 1 + next(i for i in range(e.first, e.last) if tokens.is_kind(i, "unit", "units"))
    whole, e.last = e.last, middle
    (many, large), (few, small) = amount_of(tokens, e.first, middle), amount_of(tokens, middle, whole)
    joined = not any(tokens.lower(i) == "or" for i in range(middle, whole)) and _rank(large) < _rank(small)
    exact = many is not None and few is not None and many.denominator == few.denominator == 1
    if not (joined and exact and evidence.is_duration(tokens, e.first, whole)):
        return duration(tokens, e)
    e.last, e.kind = whole, "none"
    first, second = duration_text(many, large), duration_text(few, small)
    e.note = f"duration {first}{second[1:] if 'T' not in first else second[2:]}"
    return True


def _rank(code: str) -> int:
    return ("Y", "M", "W", "D", "TH", "TM", "TS").index(code)


def period(tokens: Tokens, e: Expression) -> bool:
    """`the past three years`."""
    if tokens.is_kind(e.last, "of") or not tokens.is_kind(e.last - 1, "unit", "units"):
        return False
    if tokens.is_kind(e.first, "last") and tokens.is_kind(e.first - 1, "to"):  # is to last six weeks
        e.first += 1
        return duration(tokens, e)
    number, code = amount_of(tokens, e.first, e.last)
    gather(tokens, e)
    single = tokens.is_kind(e.last - 1, "unit") and number is None
    amount = number if not single else _one(tokens, e)
    e.kind, e.unit, e.day, e.year = "period", code, None, None
    e.note = f"duration {duration_text(amount, code)}"
    e.count = None if amount is None else int(amount) * (1 if e.which == "next" else -1)
    if tokens.lower(e.last - 1) == "century":
        e.kind = "none"
    return amount is None or (amount == int(amount) and amount < 10**4)


def recent(tokens: Tokens, e: Expression) -> bool:
    """`recent weeks`, `the coming days`."""
    e.kind, e.note = "none", "future" if tokens.is_kind(e.last - 2, "next") else "past"
    return not tokens.lower(e.first).startswith("follow")


def beside(tokens: Tokens, e: Expression) -> bool:
    """`the day before`, of a day that has been told."""
    unit, times = UNITS[tokens.lower(e.first + 1)]
    e.kind, e.unit, e.count = "anaphor", unit, times * (-1 if tokens.lower(e.last - 1) == "before" else 1)
    return unit in ("D", "W", "M", "Y")


def repeated(tokens: Tokens, e: Expression) -> bool:
    """`every other week`, `every Monday`."""
    e.kind = "none"
    if tokens.is_kind(e.first, "plural_days"):
        e.note = f"repeated XXXX-WXX-{'WE' if tokens.lower(e.first) == 'weekends' else 'WD'}"
    elif tokens.is_kind(e.last - 1, "unit", "units"):
        amount, code = amount_of(tokens, e.first, e.last)
        times = 2 if any(tokens.is_kind(i, "each_other") for i in range(e.first, e.last)) else 1
        e.note = f"repeated {duration_text(amount if amount is not None else times * _one(tokens, e), code)}"
    else:
        other = any(tokens.is_kind(i, "each_other") or tokens.lower(i) == "second" for i in range(e.first, e.last))
        e.note = f"repeated {_each_other(tokens, e.last - 1) if other else _each(tokens, e)}"
    return True


def _each_other(tokens: Tokens, at: int) -> str:
    """How often "every other Sunday" is."""
    return "P2W" if tokens.is_kind(at, "weekday", "weekend") else "P2D" if tokens.is_kind(at, "part") else "P2Y"


def _each(tokens: Tokens, e: Expression) -> str:
    """What "every summer" is, as TIMEX3 writes it, with `X` for what is not said."""
    gather(tokens, e)
    word = tokens.lower(e.last - 1)
    if tokens.is_kind(e.first + 1, "holiday"):
        name, tail = tokens.lower(e.first + 1), "" if e.last == e.first + 2 else word
        month, day = HOLIDAYS.get((name, tail), (None, None))
        return "P1Y" if month is None else f"XXXX-{month:02}-{day:02}"
    if e.month is not None:
        return f"XXXX-{e.month:02}"
    if e.weekday is not None:
        return f"XXXX-WXX-{e.weekday + 1}"
    if tokens.is_kind(e.last - 1, "season"):
        return f"XXXX-{_SEASONS[word]}"
    return "XXXX-WXX-WE" if word == "weekend" else f"XXXX-XX-XXT{_PARTS[word]}" if word in _PARTS else "P1D"


def _one(tokens: Tokens, e: Expression) -> int:
    return UNITS[tokens.lower(e.last - 1)][1]


def often(tokens: Tokens, e: Expression) -> bool:
    """`weekly`."""
    e.kind, e.note = "none", f"repeated {OFTEN[tokens.lower(e.first)]}"
    return not (tokens.is_kind(e.last, "name") and tokens.is_kind(e.first - 1, "name"))  # the Ostmark daily Kurier


def vaguely_now(tokens: Tokens, e: Expression) -> bool:
    """`now`, `recently`."""
    e.kind, e.note = "none", "past" if tokens.lower(e.first) == "recently" else "present"
    return tokens.lower(e.last) != "as"  # as recently as last week


def ago(tokens: Tokens, e: Expression) -> bool:
    """`three weeks ago`."""
    return _shifted(tokens, e, -1)


def from_now(tokens: Tokens, e: Expression) -> bool:
    """`two years from now`."""
    return _shifted(tokens, e, 1)


def _shifted(tokens: Tokens, e: Expression, sign: int) -> bool:
    amount, code = amount_of(tokens, e.first, e.last)
    e.kind, e.unit = "shift", code
    if amount is None:
        e.count, e.relation = sign, "<" if sign < 0 else ">"
        return True
    amount, e.unit = in_whole(amount, code)
    e.relation = _relation(tokens, e, sign)
    e.count = sign * int(amount)
    return amount.denominator == 1 and amount < 10**6


def _relation(tokens: Tokens, e: Expression, sign: int) -> str:
    """Where the true time lies of the one that the number gives: `<` earlier, `>` later."""
    words = [tokens.lower(i) for i in range(e.first, e.last)]
    if "more" in words or "over" in words or "least" in words:
        return "<" if sign < 0 else ">"
    return "to" if {"less", "fewer", "under", "most"} & set(words) else ""


def later(tokens: Tokens, e: Expression) -> bool:
    """`two days later`; of "two days after the game" how long."""
    word = tokens.lower(e.last - 1)
    if tokens.is_kind(e.last, "than"):  # a day later than planned
        e.last -= 1
        return duration(tokens, e)
    if word in ("before", "after") and tokens.is_kind(
        e.last, "word", "name", "the", "a", "this", "that", "month", "day"
    ):
        e.last -= 1
        return duration(tokens, e)
    found = _shifted(tokens, e, -1 if word in _BACK else 1)
    e.kind = "anaphor"
    return found
