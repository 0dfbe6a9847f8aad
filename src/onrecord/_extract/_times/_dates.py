"""Times of the calendar: dates, months, years, quarters, decades, centuries, holidays, weekdays."""

from __future__ import annotations

from onrecord._extract._times import _evidence as evidence
from onrecord._extract._times._calendar import date_text
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._gathering import gather, which_of
from onrecord._extract._times._lexicon import DECADES, HOLIDAYS, PARTS, SEASONS, UNITS
from onrecord._extract._times._tokens import Tokens
from onrecord._extract._times._weeks import take_weeks


def day_month(tokens: Tokens, e: Expression) -> bool:
    """`5 May`, `5-7 May`; of `5 and 7 May` the second day, unless "between" stands before."""
    joint = next((i for i in range(e.first, e.last) if tokens.is_kind(i, "and_")), None)
    if joint is not None and not tokens.is_kind(e.first - 1, "between"):
        e.first = joint + 1
    e.between = joint is not None
    return _calendar_day(tokens, e)


def _calendar_day(tokens: Tokens, e: Expression) -> bool:
    gather(tokens, e)
    if any(tokens.is_kind(i, "nth") and not tokens.is_kind(i + 1, "of") for i in range(e.first, e.last)):
        return False
    if e.day is None or e.day > 31 or (e.day_to is not None and not e.day < e.day_to <= 31):
        return False
    return not (tokens.is_kind(e.last - 1, "year") and evidence.is_count(tokens, e.last))


def month_day(tokens: Tokens, e: Expression) -> bool:
    """`May 3`, `May 3-5, 2023`; of "in May 20 people" the month alone."""
    month = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "month"))
    counted = evidence.is_count(tokens, e.last) and tokens.is_kind(month - 1, "in_", "since")
    if counted and tokens.is_kind(e.last - 1, "day") and evidence.is_month(tokens, month):
        e.last = month + 1
        gather(tokens, e)
        return True
    return _calendar_day(tokens, e)


def month_year(tokens: Tokens, e: Expression) -> bool:
    """`May 2023`."""
    gather(tokens, e)
    return not evidence.is_count(tokens, e.last)


def season_year(tokens: Tokens, e: Expression) -> bool:
    """`the winter of 1962-63`."""
    dash = next(
        (i for i in range(e.first, e.last) if tokens.is_kind(i, "dash") and tokens.is_kind(i - 1, "year")), e.last
    )
    whole, e.last = e.last, dash
    gather(tokens, e)
    e.last = whole
    e.season = next(SEASONS[tokens.lower(i)] for i in range(e.first, e.last) if tokens.is_kind(i, "season"))
    if dash < whole and e.year is not None:
        e.value = f"[{e.year}-12..{e.year + 1}-03]" if e.season == 24 else f"[{e.year}..{e.year + 1}]"
        e.kind = "fixed"
    return True


def span_of_years(tokens: Tokens, e: Expression) -> bool:
    """`1939-45` and `2014–19`."""
    gather(tokens, e)
    begin, word = int(tokens.words[e.last - 3]), tokens.words[e.last - 1]
    end = _last_year(begin, word) if tokens.joined(e.last - 1) and tokens.joined(e.last - 2) else None
    if end is None or not 1500 <= begin < end < 2200:
        e.last, e.day = e.last - 2, None
        return bare_year(tokens, e)
    e.kind, e.value, e.year, e.day = "fixed", f"{begin}/{end}", None, None
    return True


def _last_year(begin: int, word: str) -> int | None:
    """The year that "45" is after one of "1939"; None if it is written as none."""
    if len(word) not in (2, 4) or not word.isdecimal():
        return None
    return int(word) if len(word) == 4 else begin - begin % 100 + int(word)


def quarter(tokens: Tokens, e: Expression) -> bool:
    """`the first quarter of 2021`, `Q4 2020`, `the second half of the year`."""
    gather(tokens, e)
    number = e.day if e.day is not None else int(tokens.words[e.first][1:])
    half = any(tokens.is_kind(i, "half") for i in range(e.first, e.last))
    unit = tokens.is_kind(e.last - 1, "unit")
    if (half and number > 2) or number > 4 or (unit and tokens.lower(e.last - 1) != "year"):
        return False
    if not (unit or e.year or evidence.is_quarter(tokens, e.first, e.last, half=half)):
        return False
    e.day, e.unit = None, "quarter" if unit or e.year else "some half" if half else "some quarter"
    e.season = (39 if half else 32) + number
    return True


def decade(tokens: Tokens, e: Expression) -> bool:
    """`the 1990s`, `the nineties`, `the 1990's`."""
    if tokens.is_kind(e.last - 1, "poss"):
        word = tokens.words[e.last - 2]
        e.kind, e.value = "decade", f"{word[:3]}X"
        return word.endswith("0")
    word = tokens.lower(e.last - 1)
    digits = str(DECADES[word]) if word in DECADES else word.removesuffix("s")
    e.kind = "decade"
    if len(digits) == 4:
        e.value = f"{digits[:3]}X"
        return True
    e.count = int(digits)
    apostrophe = tokens.joined(e.last - 1) and tokens.lower(e.last - 2) in ("'", "’", "‘")
    return apostrophe or (
        e.count >= 20 and any(tokens.lower(i) == "the" for i in range(max(0, e.first - 3), e.last - 1))
    )


def century(tokens: Tokens, e: Expression) -> bool:
    """`the 19th century`."""
    unit = next(i for i in range(e.last - 1, e.first, -1) if tokens.is_kind(i, "unit"))
    if tokens.lower(unit) != "century":
        return False
    whole, e.last = e.last, unit
    gather(tokens, e)
    e.last = whole
    if e.day is None or e.day > 30:
        return False
    first = (e.day - 1) * 100
    before = tokens.is_kind(e.last - 1, "era") and tokens.lower(e.last - 1).startswith("b")
    e.kind, e.value, e.day = "fixed", f"{first // 100:02}XX", None
    if before:
        e.value = f"[{date_text(-first - 99)}..{date_text(-first)}]"
    e.year = None
    return True


def holiday(tokens: Tokens, e: Expression) -> bool:
    """`Christmas Day`."""
    name = tokens.lower(e.first)
    tail = next((word for i in range(e.first, e.last) if (word := tokens.lower(i)) in ("day", "eve")), "")
    if (name, tail) not in HOLIDAYS or (name == "new" and tokens.lower(e.first + 1) != "year"):
        return False
    gather(tokens, e)
    e.month, e.day = HOLIDAYS[name, tail]
    return bool(tail) or evidence.is_holiday(tokens, e.first, e.last)


def bare_month(tokens: Tokens, e: Expression) -> bool:
    """`mid-May`, `July of that year`."""
    gather(tokens, e)
    month = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "month"))
    if e.unit not in ("", "Y"):  # June next week
        return False
    if e.about and not evidence.is_about(tokens, e.first):
        e.first, e.about = month, False
    return evidence.is_month(tokens, month) or month < e.last - 1


def bare_year(tokens: Tokens, e: Expression) -> bool:
    """`late 1944`, `the year 2000`, `450 BC`."""
    at = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "year", "number", "day"))
    gather(tokens, e)
    e.day = None
    if _take_accounts(tokens, e, at):
        return True
    if tokens.is_kind(at - 1, "unit", "units") and at > e.first:
        return tokens.lower(at - 1) in ("year", "years")
    return tokens.is_kind(e.last - 1, "era") or evidence.is_year(tokens, at, e.last)


def _take_accounts(tokens: Tokens, e: Expression, at: int) -> bool:
    """Take in the words of `fiscal 2024` and `the 2024 financial year`, whose days are not known."""
    before = evidence.is_fiscal(tokens, at - 1)
    if not before and not (evidence.is_fiscal(tokens, at + 1) and tokens.lower(at + 2) == "year"):
        return False
    e.kind, e.note = "none", "a year of accounts"
    e.first, e.last = (min(e.first, at - 1), e.last) if before else (e.first, at + 3)
    return True


def day_of_month(tokens: Tokens, e: Expression) -> bool:
    """`the 19th`."""
    gather(tokens, e)
    return (e.day or 0) <= 31 and evidence.is_day_of_month(tokens, e.first, e.last)


def weekday_day(tokens: Tokens, e: Expression) -> bool:
    """`Friday the 13th`; of "Tuesday, the 2nd day of the fair" the weekday alone."""
    if tokens.is_kind(e.last, "word", "unit", "quarter", "month", "dash"):
        e.last = e.first + 1
        return which_weekday(tokens, e)
    gather(tokens, e)
    return (e.day or 0) <= 31


def which_month(tokens: Tokens, e: Expression) -> bool:
    """`last November`."""
    gather(tokens, e)
    return e.which != "that" or evidence.is_month(tokens, e.last - 1)


def which_weekday(tokens: Tokens, e: Expression) -> bool:
    """`early on Friday`, `Tuesday night`, `Monday of last week`, `Sundays`."""
    at = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "weekday"))
    if not evidence.is_weekday(tokens, at):
        return False
    gather(tokens, e)
    if tokens.is_kind(at - 1, "count", "number", "day"):
        return False
    if at > 0 and tokens.is_kind(at - 1, "nth", "ordinal"):  # the second Sunday of Lent
        e.kind = "none"
    take_weeks(tokens, e, at)
    if tokens.lower(at).endswith("s") or evidence.is_excepted(tokens, at, e.last):
        e.kind, e.note = "none", f"repeated XXXX-WXX-{(e.weekday or 0) + 1}"
    if tokens.is_kind(e.last - 1, "unit") and not e.weeks:
        e.unit, e.which = UNITS[tokens.lower(e.last - 1)][0], which_of(tokens, e.last - 2)
        return e.unit == "W"
    return True


def part_of_day(tokens: Tokens, e: Expression) -> bool:
    """`the morning`, `overnight`, `the early hours`."""
    gather(tokens, e)
    e.kind = "part"
    if tokens.lower(e.last - 1) == "hours":
        e.part = "hours"
    return e.part in PARTS
