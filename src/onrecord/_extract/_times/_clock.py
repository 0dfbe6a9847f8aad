"""Times of the clock: 2:27am, 2.30pm, 0227 GMT, 3 o'clock, noon."""

from __future__ import annotations

import re

from onrecord._extract._times import _evidence as evidence
from onrecord._extract._times._durations import duration
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._lexicon import NOONS, UNREAD_ZONES, ZONES
from onrecord._extract._times._tokens import Tokens

_NUMBERS = ("day", "clock", "dotted", "hhmm", "year")


def add_clock(tokens: Tokens, e: Expression) -> bool:
    """Fill in a time of the clock and its zone; of "1500 years" how long."""
    if tokens.is_kind(e.last - 1, "units") and not _is_of_hours(tokens, e):
        return duration(tokens, e)
    e.kind = "clock"
    _take_zone(tokens, e)
    noon = next((i for i in range(e.first, e.last) if tokens.is_kind(i, "noon")), None)
    if noon is not None:
        e.hour = f"T{NOONS[tokens.lower(noon)]:02}"
        return e.first < noon or evidence.is_noon(tokens, noon, e.last)
    half = next((tokens.lower(i)[0] for i in range(e.first, e.last) if tokens.is_kind(i, "am")), "")
    end = next((i for i in range(e.first, e.last) if tokens.is_kind(i, "zone")), e.last)
    numbers = [i for i in range(e.first, end) if tokens.is_kind(i, *_NUMBERS)]
    readings = [_hour(tokens.words[i], half) for i in numbers]
    if not readings or None in readings or not _is_meant(tokens, e, numbers[0]):
        return False
    e.hour, e.hour_to = readings[0] or "", (readings[1] or "") if len(readings) > 1 else ""
    if len(readings) > 1 and e.hour >= e.hour_to and half == "p":
        e.hour = _hour(tokens.words[numbers[0]], "a") or ""
    return not e.hour_to or e.hour < e.hour_to


def _is_of_hours(tokens: Tokens, e: Expression) -> bool:
    """Whether "1400 hours" is told as a time of day."""
    return tokens.lower(e.last - 1) == "hours" and tokens.is_kind(e.first - 1, "at", "by", "until", "from_", "on")


def _take_zone(tokens: Tokens, e: Expression) -> None:
    zone = next((i for i in range(e.first, e.last) if tokens.is_kind(i, "zone")), e.last)
    if tokens.is_kind(zone + 1, "mark", "dash") and zone + 1 < e.last:
        _take_signed(tokens, e, zone)
        return
    at = e.last - 1 - (tokens.is_kind(e.last - 1, "time", "close") and tokens.is_kind(e.last - 2, "zone"))
    word = tokens.words[at]
    if word in ZONES and tokens.is_kind(at, "zone"):
        e.zone = ZONES[word]
    elif word in UNREAD_ZONES:
        e.note = f"{word} may be one of several zones"


def _take_signed(tokens: Tokens, e: Expression, zone: int) -> None:
    """Read `UTC+2`, in brackets or not; a number that does not touch its sign is none of it."""
    hours, _, minutes = tokens.words[zone + 2].partition(":")
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    fits = tokens.joined(zone + 2) and tokens.words[zone] in ("UTC", "GMT") and int(hours) <= 14
    if fits:
        e.zone = f"{'+' if tokens.words[zone + 1] == '+' else '-'}{int(hours):02}:{minutes or '00'}"
    else:
        e.last = zone - 1 if tokens.is_kind(zone - 1, "open") else zone + 1
        e.zone = ZONES.get(tokens.words[zone], "") if e.last > zone else ""


def _is_meant(tokens: Tokens, e: Expression, at: int) -> bool:
    if any(tokens.is_kind(i, "am", "zone", "hour_word", "local", "units") for i in range(e.first, e.last)):
        return True
    return evidence.is_clock(tokens, at, e.last) or e.first < at


def _hour(word: str, half: str) -> str | None:
    """The text of a clock time, as exact as it is said: `T15`, `T14:30`; None if there is no such."""
    parts = [int(part) for part in re.split(r"[:.]", word)]
    if len(word) == 4 and len(parts) == 1:
        parts = [int(word[:2]), int(word[2:])]
    hour, *rest = parts
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or any(part > 59 for part in rest):
        return None
    return f"T{hour:02}" + "".join(f":{part:02}" for part in rest)
