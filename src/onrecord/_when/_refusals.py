"""Why a text that fits no form is refused: the first of these that fits it says so by name."""

from __future__ import annotations

import re

_REASONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"^$", "it is empty"),
        (r"\s", "a time value holds no space (a clock time is joined to its date by T)"),
        (r"^\{", "a set of all members {…} (EDTF level 2) is not read: put each time on record"),
        (r",", "a set with several members (EDTF level 2) is not read, only one range [X..Y]"),
        (r"\.\.", "a range is written [X..Y] and stands for a whole value or one end of an interval"),
        (r"^\[[^][]*\]$", "a set of one (EDTF level 2) is not read: write the time itself"),
        (r"[][]", "brackets hold one range [X..Y], or a zone at the very end"),
        (r"^Y?-?[0-9]+E", "an exponential year (EDTF level 2) is not read: write its digits"),
        (r"[0-9]S[0-9]", "significant digits (EDTF level 2) are not read"),
        (r"^[-+]?P", "a duration is no time: give it as `offset` from an anchor"),
        (r"^R", "a repeating interval is not read"),
        (r"^(?:now|today|yesterday|tomorrow|tonight|last|next)", "nothing here reads the clock: write the date"),
        (r"^(?:open|unknown)$", "that is EDTF's old draft: write .. for an open end and nothing for an unknown one"),
        (r"^[0-9]{2,4}u|[0-9]-uu", "u is EDTF's old draft: write X for an unspecified digit"),
        (r"^-?[0-9]{4}-?W", "a week date of ISO 8601 is not read: write the days"),
        (r"^-?[0-9]{4}-[0-9]{3}(?:T|$)", "an ordinal date of ISO 8601 is not read: write month and day"),
        (r"^[?~%]-?[0-9XY]+[?~%]|-[?~%][0-9XY]+[?~%]", "one part is qualified twice"),
        (r"^[0-9]{8}(?:T|$)", "dates are written with hyphens, as 2023-05-03"),
        (r"^[0-9]{6}$", "months are written with a hyphen, as 2023-05"),
        (r"^T?[0-9]{1,2}(?::|$|[ap]m)", "a date begins with four digits of year (a clock time alone has no day)"),
        (r"^[0-9]{3}X?$", "a year has four digits: write 201X for a decade"),
        (r"^-?[0-9]{5,}", "a year of more than four digits is written with Y before it"),
        (r"T[0-9]{4}", "clock times are written with colons, as T02:27"),
        (r"T.*,", "a fraction of a second is written with a point"),
        (r"T[0-9]{2}(?::[0-9]{2})?\.", "only seconds take a fraction"),
        (r"T.*[+-][0-9]{4}$", "an offset is written with a colon, as +03:00"),
        (r"T.*[A-Z]{3,}$", "a zone is named in brackets at the very end, as [Europe/Moscow]"),
        (r"[0-9](?:Z|[+-][0-9]{2}:[0-9]{2})$", "a date without a clock time takes its zone in brackets, as [+03:00]"),
        (r"[0-9][tz]", "T and Z are capitals"),
        (r"^[0-9]{1,2}[-.][0-9]", "a date begins with four digits of year: nothing here guesses day and month"),
    )
)


def explain(text: str) -> str:
    """The reason why a text is no date, season or clock time."""
    for pattern, reason in _REASONS:
        if pattern.search(text):
            return reason
    return "it has no form of EDTF levels 0 and 1 or of onrecord's additions"
