"""Times that are told in two pieces: "2:27am on Wednesday", "the night of April 18", "from Friday until Monday"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from onrecord._extract._times._expression import Expression
from onrecord._extract._times._lexicon import KINDS, UNREAD_ZONES, ZONES
from onrecord._extract._times._tokens import Tokens
from onrecord._extract._times._weeks import take_named_week


def _gap(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"[a-z]\w*", lambda match: KINDS[match.group()], pattern).replace(" ", ""))


_BEFORE_DAY: Final = _gap("comma? (?:on|of)? the?")
_CLOSE: Final = _gap("(?:on|of)? the?")
_CLOSED: Final = _gap("close comma? (?:on|of)? the?")
_BEFORE_CLOCK: Final = _gap("comma? (?:at|about|at about)?")
_BEFORE_PART: Final = _gap("comma? in_?")
_TO: Final = _gap("(?:to|until|dash) the?")
_AND: Final = _gap("and_ the?")


def combined(tokens: Tokens, found: list[Expression]) -> list[Expression]:
    """The same with a clock time or part of a day put to the day that stands beside it."""
    kept: list[Expression] = []
    for e, following in zip(found, [*found[1:], None], strict=False):
        if len(kept) > 1 and _is_day(e) and _is_doubled(tokens, kept[-2], kept[-1], e):
            kept.pop()
            e.first = kept[-1].first
            _clock_before(tokens, kept.pop(), e)
        elif kept and not _is_for_next(tokens, e, following) and _absorb(tokens, kept[-1], e):
            e.first = kept.pop().first
            if kept and _absorb(tokens, kept[-1], e):
                e.first = kept.pop().first
        kept.append(e)
    for before, e in zip([None, *kept], kept, strict=False):
        take_named_week(tokens, e, 0 if before is None else before.last)
    return [e for e in kept if e.kind != "part" or tokens.lower(e.last - 1) == "overnight" or _is_told(tokens, e)]


def _is_for_next(tokens: Tokens, e: Expression, following: Expression | None) -> bool:
    """Whether a clock time belongs to the day after it: "on Tuesday night, at 3 p.m. on Monday"."""
    if following is None or e.kind != "clock" or not _is_day(following):
        return False
    return _CLOSE.fullmatch(tokens.kinds[e.last : following.first]) is not None


def _is_doubled(tokens: Tokens, local: Expression, other: Expression, day: Expression) -> bool:
    """Whether a clock time stands twice before its day: "6 pm (1700 GMT) on Tuesday"."""
    if local.kind != "clock" or other.kind != "clock" or tokens.kinds[local.last : other.first] != KINDS["open"]:
        return False
    return _CLOSED.fullmatch(tokens.kinds[other.last : day.first]) is not None


def _is_told(tokens: Tokens, e: Expression) -> bool:
    """Whether "in the morning" names one, and not "night vision" or "at night"."""
    return (
        tokens.is_kind(e.first, "the")
        and tokens.is_kind(e.first - 1, "in_", "by")
        and tokens.is_kind(e.last, "stop", "comma", "and_")
    )


def _absorb(tokens: Tokens, left: Expression, right: Expression) -> bool:
    """Put what the left one says into the right one, if the two are one time."""
    between = tokens.kinds[left.last : right.first]
    if len(between) > 4:
        return False
    if _is_of_night(left, right) and _BEFORE_DAY.fullmatch(between):
        right.day_to, right.part = None, "night"
        return True
    if left.kind in ("clock", "part") and _is_day(right) and _BEFORE_DAY.fullmatch(between):
        return _clock_before(tokens, left, right)
    if right.kind == "clock" and _is_day(left) and _BEFORE_CLOCK.fullmatch(between):
        return _clock_after(left, right)
    if right.kind == "part" and left.dated and _BEFORE_PART.fullmatch(between) and between:
        return _part_after(left, right)
    if left.hour and right.kind == "part" and between == KINDS["in_"]:
        return _part_of_hour(left, right)
    return False


def _is_of_night(left: Expression, right: Expression) -> bool:
    """Whether two days are those of one night: "the night of 3-4 May"."""
    night = left.kind == "part" and left.part in ("night", "overnight")
    return night and right.day is not None and right.day_to == right.day + 1 and not right.between


def _is_day(e: Expression) -> bool:
    single = e.dated or (
        e.kind in ("which", "shift", "anaphor", "date") and bool(e.part) and (e.unit == "D" or e.kind == "date")
    )
    return single and not e.hour


def _clock_before(tokens: Tokens, clock: Expression, day: Expression) -> bool:
    if clock.kind == "part":
        if day.part:
            return False
        day.part = clock.part
        return True
    day.hour, day.hour_to, day.zone, day.about, day.note = (
        clock.hour,
        clock.hour_to,
        clock.zone,
        clock.about,
        clock.note,
    )
    _to_part(day, day.part)
    word = tokens.words[day.last] if day.last < len(tokens.words) else ""
    if not day.zone and (word in ZONES or word in UNREAD_ZONES):
        day.zone = ZONES.get(word, "")
        day.last += 1
    return True


def _part_of_hour(clock: Expression, part: Expression) -> bool:
    """Make "6 o'clock in the evening" of the two, with the day that already stands before the clock time."""
    said, part.part, part.kind = part.part, "", "clock"
    if clock.kind != "clock":
        _take_day(part, clock)
    part.hour, part.hour_to, part.zone, part.about, part.note = (
        clock.hour,
        clock.hour_to,
        clock.zone,
        clock.about,
        clock.note,
    )
    _to_part(part, said)
    return True


def _take_day(clock: Expression, day: Expression) -> None:
    for name in ("kind", "year", "month", "day", "weekday", "which", "count", "unit", "value"):
        setattr(clock, name, getattr(day, name))


def _clock_after(day: Expression, clock: Expression) -> bool:
    _take_day(clock, day)
    _to_part(clock, day.part)
    return True


def _to_part(e: Expression, part: str) -> None:
    """Count the hours of "6 o'clock this afternoon" from noon; "Tuesday night at 2 a.m." is only that night."""
    if not e.hour or e.hour >= "T12":
        return
    if part == "night" and e.hour < "T06":
        e.part, e.hour, e.zone = part, "", ""
    elif part in ("afternoon", "evening", "night") and not e.hour_to:
        e.hour = f"T{int(e.hour[1:3]) + 12}{e.hour[3:]}"


def _part_after(day: Expression, part: Expression) -> bool:
    said = part.part
    _clock_after(day, part)
    part.part = said
    return True


def range_joint(tokens: Tokens, left: Expression, right: Expression) -> str:
    """How two times are joined: `span` (from … to …), `between`, or nothing."""
    between = tokens.kinds[left.last : right.first]
    if not 1 <= len(between) <= 2:
        return ""
    if _AND.fullmatch(between):
        return "between" if tokens.is_kind(left.first - 1, "between") else ""
    if not _TO.fullmatch(between):
        return ""
    if left.kind == right.kind == "date" and left.year and right.year and not (left.month or right.month):
        return "span"
    days = left.month is not None and right.month is not None and left.day is not None and right.day is not None
    return "span" if between[0] != KINDS["to"] or days or tokens.is_kind(left.first - 1, "from_") else ""


def complete_pairs(tokens: Tokens, found: list[Expression]) -> None:
    """Give the first of two joined times the month and year that only the second names."""
    for left, right in pairwise(found):
        if left.kind == right.kind == "date" and left.year is None and right.month and range_joint(tokens, left, right):
            if left.month is None and left.day is not None:
                left.month = right.month
            if left.month is not None and right.year is not None:
                left.year = right.year - (left.month > right.month)
            if left.month is not None and right.unit == "Y" and not left.unit:
                left.unit, left.which = right.unit, right.which
        if left.kind == "clock" and right.hour and right.kind != "clock" and range_joint(tokens, left, right):
            _take_day(left, right)
        right.follows = right.weekday is not None and right.day is None and range_joint(tokens, left, right) == "span"
