"""Times told by a unit from another time: "yesterday", "last month", "the following day"."""

from __future__ import annotations

from onrecord._extract._times import _evidence as evidence
from onrecord._extract._times._durations import period
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._gathering import gather
from onrecord._extract._times._lexicon import SEASONS, TODAYS, UNITS
from onrecord._extract._times._tokens import Tokens


def before_today(tokens: Tokens, e: Expression) -> bool:
    """`the day before yesterday`."""
    side, day = tokens.lower(e.last - 2), tokens.lower(e.last - 1)
    e.kind, e.unit, e.count = "shift", "D", {"before": -2, "after": 2}[side] if side != "afterwards" else 0
    return tokens.lower(e.first + 1) == "day" and (side, day) in (("before", "yesterday"), ("after", "tomorrow"))


def today(tokens: Tokens, e: Expression) -> bool:
    """`yesterday afternoon`."""
    gather(tokens, e)
    at = next(i for i in range(e.first, e.last) if tokens.is_kind(i, "today"))
    e.kind, e.unit, e.count = "shift", "D", TODAYS[tokens.lower(at)]
    return True


def tonight(tokens: Tokens, e: Expression) -> bool:
    """`tonight`."""
    e.kind, e.unit, e.count, e.part = "shift", "D", 0, "night"
    return True


def anaphor(tokens: Tokens, e: Expression) -> bool:
    """`the following day`, `that night`, `earlier in the week`."""
    gather(tokens, e)
    _set_unit(tokens, e)
    if tokens.is_kind(e.first, "later") and tokens.is_kind(e.last - 2, "the") and e.unit != "D":
        e.kind, e.which = "which", "this"
        return True
    e.kind = "anaphor"
    e.count = {"last": -1, "next": 1}.get(e.which, 0) * _times_of(tokens, e)
    return e.unit != "D" or not tokens.is_kind(e.last, "of", "after") or e.which == "that"


def _set_unit(tokens: Tokens, e: Expression) -> None:
    i = e.last - 1
    if tokens.is_kind(i, "unit"):
        word = tokens.lower(i)
        e.unit = word if word in ("decade", "century") else UNITS[word][0]
    elif tokens.is_kind(i, "season"):
        e.unit, e.season = "season", SEASONS[tokens.lower(i)]
    else:
        e.unit = next(kind for kind in ("weekend", "quarter", "part", "weekday", "month") if tokens.is_kind(i, kind))


def _times_of(tokens: Tokens, e: Expression) -> int:
    return 2 if tokens.lower(e.last - 1) == "fortnight" else 1


def which_unit(tokens: Tokens, e: Expression) -> bool:
    """`last month`, `this weekend`, `last night`."""
    gather(tokens, e)
    _set_unit(tokens, e)
    if tokens.is_kind(e.last - 2, "past") and e.unit in ("Y", "M", "W"):
        return period(tokens, e)
    e.kind = "anaphor" if e.which == "that" else "which"
    e.count = {"last": -1, "next": 1}.get(e.which, 0) * _times_of(tokens, e)
    if e.unit == "part":
        e.unit = "D"
    elif e.unit == "D" and e.which == "this" and not e.part:
        e.kind = "shift"
    return not (e.unit[:1] == "T" or (e.unit == "quarter" and not evidence.is_quarter(tokens, e.first, e.last)))


def edge_unit(tokens: Tokens, e: Expression) -> bool:
    """`the end of the year`."""
    _set_unit(tokens, e)
    e.kind, e.which, e.count = "which", "this", 0
    return e.unit in ("Y", "M", "W") and not tokens.is_kind(e.last, "name")


def bare_weekend(tokens: Tokens, e: Expression) -> bool:
    """`the weekend`."""
    e.kind, e.unit, e.which = "which", "weekend", "the"
    leads = tokens.is_kind(e.first - 1, "by", "at", "over", "in_", "on", "for_", "until", "before", "after")
    return leads or tokens.lower(e.first - 1) == "into" or tokens.lower(e.first - 2) == "ahead"


def bare_season(tokens: Tokens, e: Expression) -> bool:
    """`the summer`."""
    e.kind, e.unit, e.which, e.season = "which", "season", "the", SEASONS[tokens.lower(e.last - 1)]
    leads = tokens.is_kind(e.first - 1, "in_", "by", "over", "since", "until", "of", "before", "after")
    if e.season == SEASONS["fall"] and tokens.lower(e.last - 1) == "fall":
        leads = tokens.lower(e.first - 1) in ("in", "by", "since") and tokens.is_kind(e.last, "stop", "comma", "close")
    return leads and tokens.words[e.last - 1].islower() and not tokens.is_kind(e.last, "of", "to")
