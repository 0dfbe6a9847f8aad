"""From a row of tokens and the rule it matches to what it says; None if it is no time after all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onrecord._extract._times import _dates as dates
from onrecord._extract._times import _durations as durations
from onrecord._extract._times import _units as units
from onrecord._extract._times import _weeks as weeks
from onrecord._extract._times._clock import add_clock
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._slashed import add_slashed
from onrecord._extract._times._tokens import Tokens

Builder = Callable[[Tokens, Expression], bool]


def build(tokens: Tokens, rule: str, first: int, last: int) -> Expression | None:
    """What a row of tokens says under a rule; its end may lie before the row's."""
    e = Expression(first, last, "date")
    e.about = tokens.is_kind(first, "about") and tokens.lower(first) not in ("shortly", "just")
    return e if _BUILDERS[rule](tokens, e) else None


_BUILDERS: Final[dict[str, Builder]] = {
    "iso": add_slashed,
    "slashed": add_slashed,
    "month_day": dates.month_day,
    "day_month": dates.day_month,
    "month_year": dates.month_year,
    "season_year": dates.season_year,
    "years": dates.span_of_years,
    "quarter": dates.quarter,
    "decade": dates.decade,
    "century": dates.century,
    "holiday": dates.holiday,
    "clock_range": add_clock,
    "clock": add_clock,
    "before_today": units.before_today,
    "today": units.today,
    "tonight": units.tonight,
    "ago": durations.ago,
    "from_now": durations.from_now,
    "later": durations.later,
    "beside": durations.beside,
    "set": durations.repeated,
    "nth_weekday": weeks.nth_weekday,
    "compound": durations.compound,
    "period": durations.period,
    "recent": durations.recent,
    "anaphor": units.anaphor,
    "which": units.which_unit,
    "which_month": dates.which_month,
    "weekday_day": dates.weekday_day,
    "which_weekday": dates.which_weekday,
    "edge_unit": units.edge_unit,
    "month": dates.bare_month,
    "year": dates.bare_year,
    "weekend": units.bare_weekend,
    "season": units.bare_season,
    "day_of_month": dates.day_of_month,
    "part": dates.part_of_day,
    "duration": durations.duration,
    "often": durations.often,
    "now": durations.vaguely_now,
}
