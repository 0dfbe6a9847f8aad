"""Times told as so much before or after: "three weeks ago", "last month", "the following day"."""

from __future__ import annotations

from datetime import date

from onrecord._extract._times._calendar import date_text, day_text, moved, nearest_weekday
from onrecord._extract._times._context import Context
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._tense import tense_of
from onrecord._when import When
from onrecord.errors import OnRecordError

_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 14}


def offset_of(e: Expression) -> str | None:
    """How it lies from what it is told from, as `When.offset` writes it; None where that cannot say it."""
    if (
        e.kind not in ("shift", "which")
        or e.count is None
        or e.part
        or e.hour
        or e.unit not in ("Y", "M", "W", "D", "TH", "TM", "TS")
    ):
        return None
    mark = e.relation if e.relation in ("<", ">") else "~" if e.about else ""
    if e.relation == "to":
        mark = ">" if e.count < 0 else "<"
    return f"{mark}{_duration(e.count, e.unit)}"


def _duration(count: int, unit: str) -> str:
    sign = "-" if count < 0 else ""
    return f"{sign}PT{abs(count)}{unit[1]}" if unit[0] == "T" else f"{sign}P{abs(count)}{unit}"


def shifted_value(context: Context, e: Expression) -> str | None:
    """The value of "yesterday" or "three weeks ago"."""
    if context.days is None or e.count is None:
        return None
    if e.unit[0] == "T" and context.when is not None:
        return _moved_from(context.when, e)
    anchor = When(value=context.days.value)
    if e.relation == "to":
        return _at_most(context.days.value, _moved_from(anchor, e, plain=True), e.count)
    return _moved_from(anchor, e)


def _at_most(today: str, far: str | None, count: int) -> str | None:
    """The range of "less than two weeks ago", which goes up to today."""
    if far is None or "[" in today:
        return None
    first, _, last = far.strip("[]").partition("..")
    return f"[{first}..{today}]" if count < 0 else f"[{today}..{last or first}]"


def _moved_from(anchor: When, e: Expression, *, plain: bool = False) -> str | None:
    offset = _duration(e.count or 0, e.unit)
    if not plain:
        offset = (e.relation if e.relation in ("<", ">") else "") + offset
    try:
        return When(relative_to="anchor", offset=offset).resolve(anchor).value
    except OnRecordError:
        return None


def period_value(context: Context, e: Expression) -> str | None:
    """The stretch of "the past three years", up to the reference, or from it on."""
    if context.days is None or e.count is None or e.unit[0] == "T" or context.narrative:
        return None
    anchor = When(value=context.days.value)
    far = _moved_from(anchor, e)
    if far is None:
        return None
    return f"{far}/{anchor.value}" if e.count < 0 else f"{anchor.value}/{far}"


def anaphor_value(context: Context, e: Expression) -> str | None:
    """The value of "two days later" or "that night", told from the time last mentioned."""
    if not context.mentioned(e) or context.year is None:
        return None
    if e.unit in ("part", "weekday", "weekend", "D") and context.date is not None:
        return _from_day(context.date, e)
    if e.unit in ("season", "decade", "century", "Y", "M", "W", "month"):
        return _from_date(context, e)
    return None


def _from_day(day: date, e: Expression) -> str | None:
    if e.unit == "weekday":
        step = 0 if e.which == "that" else 1
        start = moved(day, step)
        found = None if start is None else nearest_weekday(start, e.weekday or 0, 1)
    elif e.unit == "weekend":
        return _weekend(day, e.count or 0)
    elif e.relation:
        return _moved_from(When(value=day_text(day)), e)
    else:
        found = moved(day, e.count or 0)
    return None if found is None else day_text(found)


def _from_date(context: Context, e: Expression) -> str | None:
    year, count = context.year or 0, e.count or 0
    if e.unit == "Y" and not e.relation:
        return date_text(year + count)
    if e.unit == "season":
        return f"{date_text(year + count)}-{e.season}"
    if e.unit == "M" and context.month is not None and not e.relation:
        months = year * 12 + context.month - 1 + count
        return date_text(months // 12, months % 12 + 1)
    if e.unit == "month" and e.month is not None:
        return date_text(year + (count > 0 and (context.month or 12) >= e.month), e.month)
    if e.unit == "decade":
        return f"{year // 10 + count:03}X"
    day = context.date
    return _week(day, count) if e.unit == "W" and day is not None and not e.relation else None


def unit_value(context: Context, e: Expression) -> str | None:
    """The value of "last month", "this weekend" or "next summer"."""
    if context.narrative and context.year is not None and not e.part:
        return _from_date(context, e) if e.which != "the" or e.unit == "season" else None
    if context.days is None:
        return None
    if e.unit in ("weekend", "season") and e.which == "the":
        tense = tense_of(context.tokens, e.first, e.last)
        return context.days.tell(lambda day: _of_unit(day, e, tense))
    return context.days.tell(lambda day: _of_unit(day, e, ""))


def _of_unit(day: date, e: Expression, tense: str) -> str | None:
    count = e.count or 0
    if e.unit == "D":
        found = moved(day, count)
        return None if found is None else day_text(found)
    if e.unit == "Y":
        return date_text(day.year + count)
    if e.unit == "M":
        months = day.year * 12 + day.month - 1 + count
        return date_text(months // 12, months % 12 + 1)
    if e.unit == "W":
        return _week(day, count)
    return _of_long_unit(day, e, count, tense)


def _of_long_unit(day: date, e: Expression, count: int, tense: str) -> str | None:
    if e.unit == "weekend":
        return _weekend(day, {"past": -1}.get(tense, 0) if e.which == "the" and day.weekday() < 5 else count)
    if e.unit == "season":
        return _season(day, e, {"past": -1, "future": 1}.get(tense, 0) if e.which == "the" else count)
    if e.unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return f"{quarters // 4:04}-{33 + quarters % 4}"
    if e.unit == "decade":
        return f"{day.year // 10 + count:03}X"
    return f"{day.year // 100 + count:02}XX"


def _week(day: date, weeks: int) -> str | None:
    first, last = moved(day, 7 * weeks - day.weekday()), moved(day, 7 * weeks + 6 - day.weekday())
    return None if first is None or last is None else f"[{day_text(first)}..{day_text(last)}]"


def _weekend(day: date, weeks: int) -> str | None:
    first, last = moved(day, 7 * weeks + 5 - day.weekday()), moved(day, 7 * weeks + 6 - day.weekday())
    return None if first is None or last is None else f"[{day_text(first)}..{day_text(last)}]"


def _season(day: date, e: Expression, count: int) -> str:
    """The season of this year, or the last that is over, or the next that has not begun (by the northern calendar)."""
    last_month = _SEASON_ENDS[e.season or 21]
    year = day.year
    if count < 0:
        year -= day.month <= last_month
    elif count > 0:
        year += day.month >= last_month - 2
    return f"{year:04}-{e.season}"
