"""The text form of a time, read into its four bounds: EDTF and what news needs besides.

Works on ints alone, in time linear in the text, and never asks a clock. The grammar is told in `When.value`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from onrecord._when._calendar import DAY, HOUR, MINUTE, SECOND, days_in_month, month_start
from onrecord._when._relations import Bounds, possible
from onrecord._when._zones import RefusalError, Zone, instants_at, instants_of, offset_of, zone_of
from onrecord.errors import WhenError

Reading = tuple[Bounds, str]
"""The bounds, and the zone: "" for a floating value, else its name, an offset, or `UTC` where there are several."""

LONGEST = 200

_X_FIRST = "an unspecified digit before a specified one (EDTF level 2) is not read"

_EPOCH_DAY = date(1970, 1, 1).toordinal()

# Two digits, with the colon before them, to microseconds: the quick road for plain clock times; what is not in these
# tables takes the long road, which knows the reason.
_HOURS = {f"T{i:02}": i * HOUR for i in range(24)}
_MINUTES = {f":{i:02}": i * MINUTE for i in range(60)}
_SECONDS = {f":{i:02}": i * SECOND for i in range(60)}
_REST = {4: "-01-01", 7: "-01"}
_OFFSETS = {
    "": 0,
    "Z": 0,
    "+00:00": 0,
    **{f"{sign}{i:02}:00": east * i * HOUR for sign, east in (("-", -1), ("+", 1)) for i in range(1, 15)},
}

# Compiled when first needed: an import should not wait for them.
_PART = (
    r"(?a)[?~%]?(-?[0-9X]{4}|Y-?[0-9]+)[?~%]?"
    r"(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?"
    r"(?:T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?)?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?[?~%]?)?"
)
_TWICE = r"(?:^|-)[?~%]-?[0-9XY]+[?~%]"
_STRAY_ZONE = r"\[[A-Za-z+-][^].]*\]"
_UNSPECIFIED = r"[0-9]*X*"

# First month and the month after the last, counted from January of the year named. A season covers its three months
# (the meteorological reading) and the one into which the astronomical reading runs; one that crosses the new year
# may be either of the two that touch the year; one whose hemisphere is not named covers both hemispheres.
_SEASONS = {
    **dict.fromkeys((21, 23), (3, 13)),
    **dict.fromkeys((22, 24, 28, 30), (0, 16)),
    **dict.fromkeys((25, 31), (3, 7)),
    **dict.fromkeys((26, 32), (6, 10)),
    **dict.fromkeys((27, 29), (9, 13)),
    **{33 + i: (1 + 3 * i, 4 + 3 * i) for i in range(4)},
    **{37 + i: (1 + 4 * i, 5 + 4 * i) for i in range(3)},
    **{40 + i: (1 + 6 * i, 7 + 6 * i) for i in range(2)},
}


@lru_cache(maxsize=1 << 16)
def read(text: str) -> Reading:
    """The bounds and the zone of a text.

    Raises:
        WhenError: if it is no time value, or one that is refused by name.
    """
    try:
        return _quick(text) or _read(text)
    except RefusalError as error:
        raise WhenError(text, str(error)) from None


def split_zone(text: str) -> tuple[str, str | None]:
    """A value without the zone at its end, and the zone's name (RFC 9557), if it has one."""
    if text[-1:] == "]":
        body, _, name = text[:-1].rpartition("[")
        if body and ".." not in name and "," not in name:
            return body, name
    return text, None


def _quick(text: str) -> Reading | None:
    """The reading of a plain date or clock time, or of an interval of two or with an open end, if it is one."""
    begin, slash, end = (text, "", "") if "/" not in text else text.partition("/")
    first = _plain(begin)
    if first is None:
        return None
    low, high, zone = first
    if not slash:
        return (low, high, low, high), zone
    if end in ("", ".."):
        return (low, high, None, None), zone
    last = _plain(end)
    if last is None or last[2] != zone or last[1] <= low:
        return None
    return (low, high, last[0], last[1]), zone


def _plain(text: str) -> tuple[int, int, str] | None:
    """The window and zone of a year, month, day or clock time to the minute or second, if it is no more than that.

    A qualifier at the end moves nothing, and a month or day of `XX` is the year or month before it.
    """
    if text[-1:] in "?~%X":
        text = _without_end(text)
    if len(text) < 8:
        return _plain_month(text)
    if not text[4] == text[7] == "-" or text[5] == "W":
        return None
    try:
        start = (date.fromisoformat(text[:10]).toordinal() - _EPOCH_DAY) * DAY
        if len(text) == 10:
            return start, start + DAY, ""
        start += _HOURS[text[10:13]] + _MINUTES[text[13:16]]
        if text[16:17] == ":":
            zone, end = text[19:], SECOND
            start += _SECONDS[text[16:19]] - _OFFSETS[zone]
        else:
            zone, end = text[16:], MINUTE
            start -= _OFFSETS[zone]
    except (KeyError, ValueError):
        return None
    return start, start + end, zone


def _without_end(text: str) -> str:
    if text[-1:] != "X":
        text = text[:-1]
    return text[:-3] if text[-3:] == "-XX" and len(text) in (7, 10) else text


def _plain_month(text: str) -> tuple[int, int, str] | None:
    try:
        first = date.fromisoformat(text + _REST[len(text)])
        year, month = first.year, first.month + 1 if len(text) == 7 else 13
        after = date(year + 1, 1, 1) if month == 13 else date(year, month, 1)
    except (KeyError, ValueError):
        return None
    return (first.toordinal() - _EPOCH_DAY) * DAY, (after.toordinal() - _EPOCH_DAY) * DAY, ""


def _read(text: str) -> Reading:
    if len(text) > LONGEST:
        raise RefusalError(f"longer than {LONGEST} characters")
    if not text.isascii() or not text.isprintable():
        odd = next(char for char in text if not " " <= char <= "~")
        raise RefusalError(f"{odd!r} occurs in no time value")
    body, name = split_zone(text)
    zone = None if name is None else zone_of(name)
    if re.search(_STRAY_ZONE, body):
        raise RefusalError("a zone stands once, in brackets at the very end")
    begin, slash, end = body.partition("/")
    bounds, labels = _read_interval(begin, end, zone) if slash else _read_end(body, zone)
    if not possible(bounds):
        raise RefusalError("it would end before it begins")
    if len(labels) > 1 and "" in labels:
        raise RefusalError("one part has a zone and another has none")
    if name is not None:
        return bounds, name
    return bounds, labels.pop() if len(labels) == 1 else "UTC"


def _read_interval(begin: str, end: str, zone: Zone | None) -> tuple[Bounds, set[str]]:
    if begin in ("", "..") and end in ("", ".."):
        raise RefusalError("an interval with neither begin nor end says nothing: leave the value out")
    if "/" in end:
        raise RefusalError("an interval has one begin and one end, parted by one '/'")
    (begin_earliest, begin_latest, _, _), labels = _read_edge(begin, zone)
    (_, _, end_earliest, end_latest), more = _read_edge(end, zone)
    return (begin_earliest, begin_latest, end_earliest, end_latest), labels | more


def _read_edge(text: str, zone: Zone | None) -> tuple[Bounds, set[str]]:
    return ((None, None, None, None), set()) if text in ("", "..") else _read_end(text, zone)


def _read_end(text: str, zone: Zone | None) -> tuple[Bounds, set[str]]:
    """A plain date or clock time, or a one-of range of them: all of a value, or one end of an interval."""
    low, dots, high = text[1:-1].partition("..")
    if not (text.startswith("[") and text.endswith("]") and dots):
        start, end, label = _read_part(text, zone)
        return (start, end, start, end), {label}
    if not (low or high):
        raise RefusalError("a range with neither first nor last says nothing: leave the value out")
    first = _read_part(low, zone) if low else None
    last = _read_part(high, zone) if high else None
    earliest, latest = first and first[0], last and last[1]
    return (earliest, latest, earliest, latest), {part[2] for part in (first, last) if part}


def _read_part(text: str, zone: Zone | None) -> tuple[int, int, str]:
    plain = _plain(text)
    if plain is not None and (zone is None or not plain[2]):
        return plain if zone is None else (*instants_of(plain[0], plain[1], zone), "")
    match = re.fullmatch(_PART, text)
    if match is None or re.search(_TWICE, text):
        from onrecord._when._refusals import explain

        raise RefusalError(explain(text))
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    start, end = _window(year, month, day)
    if hour is not None:
        start, end = _clock(start, day, hour, minute, second, fraction)
    return _placed(start, end, offset, zone)


def _placed(start: int, end: int, offset: str | None, zone: Zone | None) -> tuple[int, int, str]:
    if offset is None:
        return (start, end, "") if zone is None else (*instants_of(start, end, zone), "")
    east = offset_of(offset)
    if zone is None or offset == "Z":
        return start - east, end - east, offset if zone is None else ""
    return (*instants_at(start, end, east, zone), "")


def _window(year: str, month: str | None, day: str | None) -> tuple[int, int]:
    if ("X" in year and not _blank(month)) or ("X" in year + (month or "") and not _blank(day)):
        raise RefusalError(_X_FIRST)
    if month is not None and year[0] == "Y":
        raise RefusalError("a year written with Y takes no month")
    first, last = _years(year)
    if month is None or month == "XX" or "X" in year:
        return month_start(first, 1), month_start(last + 1, 1)
    return _in_year(first, month, day)


def _in_year(year: int, month: str, day: str | None) -> tuple[int, int]:
    if month.isdigit() and int(month) in _SEASONS:
        if day is not None:
            raise RefusalError("a season or part of a year takes no day")
        low, high = _SEASONS[int(month)]
        return month_start(year, low), month_start(year, high)
    low, high = _digits(month, 1, 12, "month")
    if day is None or "X" in month:
        return month_start(year, low), month_start(year, high + 1)
    start = month_start(year, low)
    first, last = _digits(day, 1, days_in_month(year, low), "day of that month")
    return start + (first - 1) * DAY, start + last * DAY


def _years(text: str) -> tuple[int, int]:
    digits = text.lstrip("Y-")
    negative = "-" in text
    if text[0] == "Y":
        if len(digits) > 15:
            raise RefusalError("a year of more than 15 digits is not read")
        if len(digits) < 5 or digits[0] == "0":
            raise RefusalError("Y is for years of more than four digits and no leading zero")
    first, last = _digits(digits, 1 if negative else 0, 10 ** len(digits) - 1, "year")
    return (-last, -first) if negative else (first, last)


def _digits(text: str, least: int, most: int, what: str) -> tuple[int, int]:
    """The numbers that digits with X in the last places may stand for."""
    if not re.fullmatch(_UNSPECIFIED, text):
        raise RefusalError(_X_FIRST)
    first, last = max(least, int(text.replace("X", "0"))), min(most, int(text.replace("X", "9")))
    if first > last:
        raise RefusalError(f"there is no {what} {text}")
    return first, last


def _blank(digits: str | None) -> bool:
    return digits is None or digits == "XX"


def _clock(
    start: int, day: str | None, hour: str, minute: str | None, second: str | None, fraction: str | None
) -> tuple[int, int]:
    if day is None or "X" in day:
        raise RefusalError("a clock time needs a full date before it")
    if hour == "24":
        raise RefusalError("24:00 is not read: write 00:00 of the next day")
    if second == "60":
        raise RefusalError("a leap second (:60) is not read")
    if hour > "23" or (minute or "") > "59" or (second or "") > "59":
        raise RefusalError("there is no such time of day")
    start += int(hour) * HOUR + int(minute or 0) * MINUTE + int(second or 0) * SECOND
    if fraction is None:
        return start, start + (HOUR if minute is None else MINUTE if second is None else SECOND)
    if len(fraction) > 6:
        raise RefusalError("a fraction of more than 6 digits (finer than a microsecond) is not read")
    width = 10 ** (6 - len(fraction))
    return start + int(fraction) * width, start + (int(fraction) + 1) * width
