"""From what a time expression says to its `When`."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord._extract._times._calendar import (
    as_date,
    date_text,
    day_after,
    day_text,
    hours_text,
    moved,
    nearest_weekday,
)
from onrecord._extract._times._context import Context
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._lexicon import KINDS, PARTS
from onrecord._extract._times._shifts import anaphor_value, offset_of, period_value, shifted_value, unit_value
from onrecord._extract._times._tense import tense_of
from onrecord._extract._times._weeks import such_day, told_weekday, week_text
from onrecord._when import TimeBasis, When
from onrecord.errors import WhenError

_HALF_A_DAY: Final = 12
_FAR: Final = 4
"""Months: a date without a year or a verb that is no nearer than this may as well be before as after."""


def resolve(context: Context, e: Expression) -> When:
    """The time that an expression means in its context; its words alone where that is not known."""
    tokens = context.tokens
    text = tokens.text[tokens.starts[e.first] : tokens.ends[e.last - 1]]
    before = context.mentioned_value
    value = _checked(_value(context, e))
    if value is not None:
        context.note(e, value)
    offset = offset_of(e)
    if value is not None and _is_printed(e):
        return When(value=value, text=text, basis=TimeBasis.printed, note=e.note)
    deictic = _is_deictic(context, e, before)
    return When(
        value=value,
        text=text,
        relative_to=context.relative_to if deictic else None,
        offset=offset if deictic else None,
        basis=TimeBasis.printed if value is None else TimeBasis.inferred,
        note=e.note if value is None else _reason(context, e, offset, before),
    )


def _is_printed(e: Expression) -> bool:
    return (
        e.kind == "fixed"
        or (e.kind in ("date", "decade") and e.year is not None)
        or (e.kind == "decade" and e.value is not None)
    )


def _is_deictic(context: Context, e: Expression, before: str | None) -> bool:
    """Whether it is told from the reference, and not from the time before it, or from nothing."""
    if e.kind in ("anaphor", "clock", "fixed", "none") or e.year is not None or e.inherits:
        return False
    return not (context.narrative and before is not None and e.kind in ("date", "which"))


def _reason(context: Context, e: Expression, offset: str | None, before: str | None) -> str:
    """From what the value was worked out."""
    if not _is_deictic(context, e, before):
        told = f"told from {before}, mentioned before"
    else:
        anchor = None if context.days is None else context.days.value
        told = f"{offset or 'told'} from {context.relative_to} at {anchor}"
    return told if e.note is None else f"{e.note}; {told}"


def _checked(value: str | None) -> str | None:
    """The value, unless there is no such time, as on 30 February or beyond the year 9999."""
    if value is None:
        return None
    try:
        When(value=value)
    except WhenError:
        return None
    return value


def _value(context: Context, e: Expression) -> str | None:
    if e.kind == "fixed":
        return e.value
    if e.kind == "none":
        return None
    if e.kind == "decade":
        return e.value or _decade(context, e)
    if e.kind == "period":
        return period_value(context, e)
    day = _plain_value(context, e)
    return None if day is None else _finished(day, e)


def _plain_value(context: Context, e: Expression) -> str | None:
    if e.kind == "clock":
        return _day_before(context, e)
    if e.kind == "part":
        return _part_day(context, e)
    if e.kind == "shift":
        return shifted_value(context, e)
    if e.kind == "anaphor":
        return anaphor_value(context, e)
    if e.kind == "which":
        return unit_value(context, e)
    return _date_value(context, e)


def _day_before(context: Context, e: Expression) -> str | None:
    day = context.date
    if day is None or not context.near_day(e):
        return None
    e.inherits = True
    return _text(moved(day, _days_apart(context, e)))


def _days_apart(context: Context, e: Expression) -> int:
    """How many days on the clock of a zone is: "2:27am (2327 GMT)" is of the day before, there."""
    if not (e.zone and context.hour and context.tokens.kinds[context.at : e.first] == KINDS["open"]):
        return 0
    hours = int(e.hour[1:3]) - int(context.hour[1:3])
    return -1 if hours > _HALF_A_DAY else 1 if hours < -_HALF_A_DAY else 0


def _part_day(context: Context, e: Expression) -> str | None:
    """The day of "in the morning", or the day before the night of "overnight"."""
    if e.part != "overnight" or (context.date is not None and context.near_day(e)):
        return _day_before(context, e)
    if context.days is None or context.narrative:
        return None
    tense = tense_of(context.tokens, e.first, e.last)
    back = 0 if tense == "future" else -1
    return context.days.tell(lambda day: _text(moved(day, back)))


def _text(day: date | None) -> str | None:
    return None if day is None else day_text(day)


def _finished(day: str, e: Expression) -> str | None:
    """The day with its clock time or part, and the mark for "about"."""
    mark = "~" if e.about and "[" not in day else ""
    if day.startswith("[") and (e.hour or e.part):
        first, _, last = day[1:-1].partition("..")
        return _hull(_finished(first, e), _finished(last, e))
    if len(day) != 10:
        return day + mark
    if e.week:
        return week_text(day, e.week)
    if e.hour == "T00":
        after = day_after(day)
        return None if after is None else f"[{day}T00..{after}T00]"
    if e.hour:
        return _clocked(day, e, mark)
    if e.part:
        return hours_text(day, PARTS[e.part])
    return day + mark


def _hull(first: str | None, last: str | None) -> str | None:
    """Some time from the first of two to the last, where the day is one of several."""
    if first is None or last is None or "/" in first + last:
        return None
    return f"[{first.strip('[]').partition('..')[0]}..{last.strip('[]').rpartition('..')[2]}]"


def _clocked(day: str, e: Expression, mark: str) -> str:
    name = f"[{e.zone}]" if "/" in e.zone else ""
    offset = "" if name else e.zone
    text = f"{day}{e.hour}{offset}{mark}"
    if e.hour_to:
        text += f"/{day}{e.hour_to}{offset}{mark}"
    return text + name


def _decade(context: Context, e: Expression) -> str | None:
    """The last "nineties" that had begun."""
    year = context.year if context.narrative else None
    if year is None and context.days is not None:
        year = context.days.last.year
    if year is None or e.count is None:
        return None
    begun = year - (year - e.count) % 100
    return f"{begun // 10:03}X"


def _date_value(context: Context, e: Expression) -> str | None:
    if e.season is not None and e.month is None:
        return _season_value(context, e)
    if e.nth is not None:
        month = _month_of(context, e)
        return None if month is None else such_day(month, e.nth, e.weekday or 0)
    if e.weekday is not None and e.day is None and e.month is None:
        return _weekday_value(context, e)
    if e.month is None and e.day is not None and e.year is None:
        value = _day_of_month(context, e)
        return value if _is_weekday(value, e.weekday) else None
    if e.year is not None:
        return _days(e, e.year)
    return _month_value(context, e)


def _month_of(context: Context, e: Expression) -> str | None:
    """The month of "the first Monday in May"."""
    if e.month is not None:
        return _days(e, e.year) if e.year is not None else _month_value(context, e)
    if context.days is None or context.narrative:
        return None
    e.kind, e.unit, e.count = "which", "M", {"last": -1, "next": 1}.get(e.which, 0)
    return unit_value(context, e)


def _days(e: Expression, year: int) -> str | None:
    text = date_text(year, e.month, e.day)
    if e.day_to is None or text is None or e.month is None:
        return text
    last = date_text(year, e.month, e.day_to)
    if last is None:
        return None
    return f"[{text}..{last}]" if e.between else f"{text}/{last}"


def _season_value(context: Context, e: Expression) -> str | None:
    if e.year is not None:
        year = date_text(e.year)
        return None if year is None else f"{year}-{e.season}"
    if context.days is None or e.season is None:
        return None
    if context.narrative:
        return None if context.year is None else f"{context.year:04}-{e.season}"
    season, back = e.season, {"last": 1, "next": -1}.get(e.which, 0)
    if e.unit in ("some quarter", "some half"):
        ahead = tense_of(context.tokens, e.first, e.last) == "future"
        return context.days.tell(lambda day: _quarter_text(day, season, ahead=ahead))
    return context.days.tell(lambda day: f"{day.year - back:04}-{season}")


def _quarter_text(day: date, season: int, *, ahead: bool) -> str | None:
    """The last such quarter or half that is over; of the present one only what is to come is told.

    A firm's own year may say otherwise.
    """
    told, present = (season - 40, (day.month - 1) // 6) if season >= 40 else (season - 33, (day.month - 1) // 3)
    if told == present and not ahead:
        return None
    return f"{day.year - (told > present and not ahead) + (told < present and ahead):04}-{season}"


def _weekday_value(context: Context, e: Expression) -> str | None:
    if e.weeks:
        return _weeks_on(context, e)
    if (context.narrative or e.follows) and context.date is not None:
        return _text(nearest_weekday(context.date, e.weekday or 0, -1 if e.which == "last" else 1))
    if context.days is None:
        return None
    weekday, which = e.weekday or 0, e.which
    if e.unit == "W":
        weeks = {"last": -7, "next": 7}.get(which, 0)
        return context.days.tell(lambda day: _text(moved(day, weekday - day.weekday() + weeks)))
    if which == "this":
        return context.days.tell(lambda day: _text(moved(day, weekday - day.weekday())))
    if which in ("last", "next"):
        step = -1 if which == "last" else 1
        return context.days.tell(lambda day: _strictly(day, weekday, step))
    ahead = 1 if _is_ahead(context, e) else -1
    return context.days.tell(lambda day: _text(nearest_weekday(day, weekday, ahead)))


def _weeks_on(context: Context, e: Expression) -> str | None:
    if context.days is None or context.narrative:
        return None
    weekday, weeks, back = e.weekday or 0, e.weeks, e.which == "last"
    return context.days.tell(lambda day: told_weekday(day, weekday, weeks, back=back))


def _strictly(day: date, weekday: int, step: int) -> str | None:
    start = moved(day, step)
    return None if start is None else _text(nearest_weekday(start, weekday, step))


def _is_ahead(context: Context, e: Expression) -> bool:
    tense = tense_of(context.tokens, e.first, e.last)
    return tense == "future" or (not tense and context.tokens.is_kind(e.first - 1, "until", "by", "for_"))


def _day_of_month(context: Context, e: Expression) -> str | None:
    day = e.day or 0
    if context.year is not None and context.month is not None and context.mentioned(e):
        e.inherits = True
        return date_text(context.year, context.month, day)
    if context.days is None:
        return None
    step = 1 if _is_ahead(context, e) else -1
    return context.days.tell(lambda today: _next_such(today, day, step))


def _next_such(today: date, day: int, step: int) -> str | None:
    months = today.year * 12 + today.month - 1 + (step if (today.day - day) * step > 0 else 0)
    return date_text(months // 12, months % 12 + 1, day)


def _is_weekday(value: str | None, weekday: int | None) -> bool:
    day = None if value is None else as_date(value)
    return day is None or weekday is None or day.weekday() == weekday


def _month_value(context: Context, e: Expression) -> str | None:
    """A month, or a day of one, whose year is not said."""
    e.inherits = (e.unit == "Y" and e.which == "that") or _is_told_on(context) or _is_in_old_sentence(context, e)
    if e.unit == "Y" and (e.which == "that" or context.narrative):
        return _days(e, context.year) if context.year is not None and context.mentioned(e) else None
    if e.inherits:
        return None if context.year is None else _days(e, _narrated_year(context, e))
    if context.days is None or e.month is None:
        return None
    choose = _years_of(context, e)
    return context.days.tell(lambda day: None if (year := choose(day)) is None else _days(e, year))


def _is_told_on(context: Context) -> bool:
    """Whether a story of the past has begun, so that it is told from the time before."""
    return context.narrative and context.year is not None


def _is_in_old_sentence(context: Context, e: Expression) -> bool:
    """Whether its sentence has named a year that is past, and does not go on to what is to come."""
    if context.year is None or e.which or not context.near(e, "stop"):
        return False
    if context.days is not None and context.year >= context.days.first.year - 1:
        return False
    return tense_of(context.tokens, e.first, e.last) != "future"


def _narrated_year(context: Context, e: Expression) -> int:
    """The year of the time before; the next one where a story passes from the last months to the first."""
    year, month = context.year or 0, e.month or 0
    return year + 1 if context.month is not None and context.month - month > 8 else year


class _YearChoice:
    """The year that a month without one is of, on one day of the reference."""

    def __init__(self, month: int, day: int | None, direction: str, *, of_year: bool) -> None:
        self.month, self.day, self.direction, self.of_year = month, day, direction, of_year

    def __call__(self, today: date) -> int | None:
        there = (self.month, today.day if self.day is None else self.day)
        here = (today.month, today.day)
        if self.of_year:
            return today.year + {"last": -1, "next": 1}.get(self.direction, 0)
        if self.direction == "this":
            return today.year
        if self.direction in ("past", "last"):
            if self.direction == "past" and self.day is not None and self._is_soon(today):
                return today.year + (there < here)
            return today.year - (there > here or (self.direction == "last" and there == here))
        if self.direction in ("future", "next"):
            return today.year + (there < here or (self.direction == "next" and there == here))
        return self._nearest(today)

    def _is_soon(self, today: date) -> bool:
        """Whether it lies in the month to come: of the one a year ago, news would say the year."""
        ahead = ((self.month - today.month) % 12) * 31 + (self.day or 0) - today.day
        return 0 < ahead <= 31

    def _nearest(self, today: date) -> int | None:
        """The year in which it is near, where no verb says which way; None where it is as far from both."""
        months = (self.month - today.month + 6) % 12 - 6
        return None if abs(months) > _FAR else (today.year * 12 + today.month - 1 + months) // 12


def _years_of(context: Context, e: Expression) -> _YearChoice:
    direction = e.which or tense_of(context.tokens, e.first, e.last)
    if not direction and context.tokens.is_kind(e.first - 1, "since", "until", "by"):
        direction = "past" if context.tokens.is_kind(e.first - 1, "since") else "future"
    return _YearChoice(e.month or 1, e.day, direction, of_year=e.unit == "Y")
