"""Days counted in weeks and weeks told by a day: "Friday week", "the first Monday in May", "the week of 3 May"."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord._extract._times._calendar import as_date, day_text, days_in, moved, nearest_weekday
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._gathering import gather
from onrecord._extract._times._lexicon import UNITS
from onrecord._extract._times._tokens import Tokens

_BEGINS: Final = frozenset({"beginning", "starting", "commencing"})
_WEEKS: Final = {"week": 1, "fortnight": 2}


def nth_weekday(tokens: Tokens, e: Expression) -> bool:
    """`the first Monday in May`, `the last Friday of the month`, `the first Sunday of every month`."""
    weekday = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "weekday"))
    gather(tokens, e, weekday)
    unit = UNITS[tokens.lower(e.last - 1)][0] if tokens.is_kind(e.last - 1, "unit") else ""
    if any(tokens.is_kind(i, "every") for i in range(weekday, e.last)):
        e.kind, e.note = "none", f"repeated P1{unit or 'Y'}"
        return unit in ("", "M", "Y", "W")
    counted = Expression(e.first, weekday, "date")
    gather(tokens, counted)
    e.nth = -1 if counted.day is None else counted.day
    if unit not in ("", "M"):
        e.kind = "none"
    return True


def such_day(month: str, nth: int, weekday: int) -> str | None:
    """The first (1) to fifth or last (-1) such weekday of a month; None if it has none."""
    first = as_date(f"{month}-01") if len(month) == 7 else None
    if first is None:
        return None
    length = days_in(first.year, first.month)
    days = range(1 + (weekday - first.weekday()) % 7, length + 1, 7)
    if nth > len(days):
        return None
    return f"{month}-{days[nth if nth < 0 else nth - 1]:02}"


def take_weeks(tokens: Tokens, e: Expression, at: int) -> None:
    """Take in the week of `Friday week` and `a week on Friday`; where it may say how long, no value is known."""
    after, lead = tokens.lower(e.last), tokens.lower(at - 2)
    if after in _WEEKS and at == e.last - 1 and not tokens.is_kind(e.last + 1, "dash"):
        e.weeks, e.last = _WEEKS[after], e.last + 1
    elif e.which == "last" and lead in _WEEKS and tokens.is_kind(at - 3, "a"):
        e.weeks, e.first = _WEEKS[lead], at - 3
    elif at == e.first and tokens.is_kind(at - 1, "on") and lead in (*_WEEKS, "weeks"):
        if lead in _WEEKS and tokens.is_kind(at - 3, "a"):
            e.weeks, e.first = _WEEKS[lead], at - 3
        else:
            e.kind = "none"


def take_named_week(tokens: Tokens, e: Expression, free: int) -> None:
    """Make of a day the week that is told by it: `the week beginning 8 July`; no token before a free one is taken."""
    at = e.first - 2
    word = tokens.lower(at + 1)
    if not (e.dated and at >= free and tokens.lower(at) == "week") or tokens.is_kind(e.last, "poss"):
        return
    if word in _BEGINS or word in ("ending", "of"):
        e.week = "ending" if word == "ending" else "of" if word == "of" else "beginning"
        e.first = at - (at > free and tokens.is_kind(at - 1, "the"))


def week_text(day: str, told: str) -> str | None:
    """The seven days of the week `beginning` or `ending` with a day, or `of` it, from Monday to Sunday."""
    told_by = as_date(day)
    if told_by is None:
        return None
    back = {"beginning": 0, "ending": 6, "of": told_by.weekday()}[told]
    first = moved(told_by, -back)
    last = None if first is None else moved(first, 6)
    return None if first is None or last is None else f"[{day_text(first)}..{day_text(last)}]"


def told_weekday(today: date, weekday: int, weeks: int, *, back: bool) -> str | None:
    """So many weeks after the coming such day, as of `Friday week`, or before the last."""
    step = -1 if back else 1
    start = moved(today, -1) if back else today
    near = None if start is None else nearest_weekday(start, weekday, step)
    found = None if near is None else moved(near, 7 * weeks * step)
    return None if found is None else day_text(found)
