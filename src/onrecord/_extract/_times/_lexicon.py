"""The words of time: what kind each is, and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from onrecord._extract._times._words import words

KINDS: Final = {
    name: chr(0x100 + index)
    for index, name in enumerate(
        words(
            "word name break_ stop comma dash mark money poss open close slashed iso clock dotted decimal number",
            "day year hhmm ordinal nth decade month weekday unit units weekend half quarter season part noon",
            "today tonight now count vague a the last past next this that same early late mid edge of ago later",
            "before after about more less than over at least on in_ by from_ between and_ to until since for_ am",
            "zone local time hour_word era old every each often holiday day_word eve_word previous recent",
            "quarter_number each_other small plural_days slash",
        )
    )
}
"""One character for each kind of token, so that a text is a string of kinds and the grammar a regular expression."""

MONTHS: Final = {
    form: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
    for form in (name, f"{name}.")
}
"""With the full stop of a short form, which belongs to its token."""

WEEKDAYS: Final = {
    form: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tues tue",
            "wednesday wednesdays wed",
            "thursday thursdays thurs thu",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for name in names.split()
    for form in (name, f"{name}.")
}

SHORT: Final = frozenset(
    words(
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thu fri sat sun",
    )
)
"""Short forms; those that are words or names of their own want a full stop or a number beside them."""

UNITS: Final = {
    name: (code, times)
    for names, code, times in (
        ("second seconds sec secs", "TS", 1),
        ("minute minutes min mins", "TM", 1),
        ("hour hours hr hrs", "TH", 1),
        ("day days", "D", 1),
        ("night nights", "D", 1),
        ("week weeks", "W", 1),
        ("fortnight fortnights", "W", 2),
        ("month months", "M", 1),
        ("year years", "Y", 1),
        ("decade decades", "Y", 10),
        ("century centuries", "Y", 100),
    )
    for name in names.split()
}
"""An ISO 8601 unit (`T` before it if of the clock) and how many of it one makes."""

_TENS: Final = words(
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
_SMALL: Final = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
)
COUNTS: Final = {
    **{name: number for number, name in enumerate(_SMALL) if number},
    **{name: 20 + 10 * i for i, name in enumerate(_TENS)},
    "hundred": 100,
    "dozen": 12,
}
VAGUE: Final = frozenset({"several", "few", "many", "couple", "some", "number"})

_ORDINALS: Final = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth",
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)
NTHS: Final = {name: number for number, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}

SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Codes of EDTF, which name no hemisphere."""

PARTS: Final = {
    "morning": (0, 12),
    "mornings": (0, 12),
    "afternoon": (12, 18),
    "afternoons": (12, 18),
    "evening": (17, 24),
    "evenings": (17, 24),
    "night": (18, 30),
    "overnight": (18, 30),
    "nighttime": (18, 30),
    "lunchtime": (11, 15),
    "teatime": (15, 19),
    "hours": (0, 6),
}
"""First hour and the hour after the last; hours from 24 are of the next day."""

NOONS: Final = {"noon": 12, "midday": 12, "midnight": 0}

TODAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

DECADES: Final = {
    name: (i + 2) * 10
    for i, name in enumerate(
        words(
            "twenties thirties forties fifties sixties seventies eighties nineties",
        )
    )
}

ZONES: Final = {
    "GMT": "Z",
    "UTC": "Z",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MSK": "+03:00",
    "JST": "+09:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "ET": "America/New_York",
    "PT": "America/Los_Angeles",
    "Eastern": "America/New_York",
    "Pacific": "America/Los_Angeles",
}
"""Zone words with one reading in English news beside a clock time; CST, IST, MST and the like have several."""

UNREAD_ZONES: Final = frozenset({"CST", "IST", "MST", "CT", "MT", "AEST", "AEDT", "AST", "WST"})
"""Zone words that may name several zones: kept in the words, not in the value."""

HOLIDAYS: Final = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("christmas", ""): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "day"): (1, 1),
    ("new", "eve"): (12, 31),
    ("valentine", "day"): (2, 14),
    ("halloween", ""): (10, 31),
    ("bastille", "day"): (7, 14),
    ("armistice", "day"): (11, 11),
}
"""Month and day of the holidays that have one date every year; those that move are not read."""

OFTEN: Final = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}

_WORDS: Final[Mapping[str, Iterable[str]]] = {
    "unit": [name for name in UNITS if not name.endswith("s") and name not in ("second", "night", "min", "sec", "hr")],
    "units": [*(name for name in UNITS if name.endswith("s")), "min", "sec", "hr"],
    "weekend": ("weekend",),
    "plural_days": ("weekends", "weekdays"),
    "half": ("half",),
    "quarter": ("quarter",),
    "season": SEASONS,
    "part": [name for name in PARTS if name != "hours"],
    "noon": NOONS,
    "today": ("today", "yesterday", "tomorrow"),
    "tonight": ("tonight",),
    "now": ("now", "currently", "recently", "nowadays"),
    "count": COUNTS,
    "vague": VAGUE,
    "nth": NTHS,
    "decade": DECADES,
    "a": ("a", "an"),
    "the": ("the",),
    "last": ("last",),
    "previous": ("previous", "preceding"),
    "past": ("past",),
    "recent": ("recent",),
    "next": ("next", "following", "coming", "upcoming"),
    "this": ("this", "current"),
    "that": ("that",),
    "same": ("same",),
    "early": ("early",),
    "late": ("late",),
    "small": ("small",),
    "mid": ("mid",),
    "edge": ("beginning", "start", "end", "middle", "close", "outset"),
    "of": ("of",),
    "ago": ("ago",),
    "later": ("later", "earlier", "previously", "prior"),
    "before": ("before",),
    "after": ("after", "afterwards", "afterward"),
    "about": ("about", "around", "approximately", "roughly", "nearly", "almost", "circa"),
    "more": ("more",),
    "less": ("less", "fewer"),
    "than": ("than",),
    "over": ("over", "under"),
    "at": ("at",),
    "least": ("least", "most"),
    "on": ("on",),
    "in_": ("in", "during", "within", "throughout"),
    "by": ("by",),
    "from_": ("from",),
    "between": ("between",),
    "and_": ("and", "or"),
    "to": ("to",),
    "until": ("until", "till", "through", "til"),
    "since": ("since",),
    "for_": ("for",),
    "local": ("local",),
    "time": ("time",),
    "old": ("old",),
    "every": ("every", "each"),
    "often": OFTEN,
    "each_other": ("other",),
}


def _forms() -> dict[str, str]:
    return {word: KINDS[kind] for kind, words in _WORDS.items() for word in words}


WORDS: Final = _forms()
"""Kinds of words in small letters."""

OPENERS: Final = {word.capitalize(): kind for word, kind in WORDS.items()}
"""The same with a capital, as they stand where a sentence begins."""

ALWAYS: Final = {
    **{
        form: KINDS["month"]
        for name in MONTHS
        for form in (name.capitalize(), name.upper())
        if name.rstrip(".") in SHORT or "." not in name
    },
    **{form: KINDS["weekday"] for name in WEEKDAYS for form in (name.capitalize(), name.upper())},
    **dict.fromkeys((*ZONES, *UNREAD_ZONES), KINDS["zone"]),
    **dict.fromkeys(("BC", "BCE", "AD", "CE", "B.C.", "B.C", "A.D.", "A.D", "B.C.E."), KINDS["era"]),
    **dict.fromkeys(
        ("Christmas", "Boxing", "New", "Valentine", "Halloween", "Bastille", "Armistice"), KINDS["holiday"]
    ),
    **dict.fromkeys(("Eve", "eve"), KINDS["eve_word"]),
    "Day": KINDS["day_word"],
    **{f"Q{i}": KINDS["quarter_number"] for i in range(1, 5)},
    **dict.fromkeys(
        ("am", "pm", "AM", "PM", "a.m.", "p.m.", "a.m", "p.m", "A.M.", "P.M.", "A.M", "P.M", "Am", "Pm"), KINDS["am"]
    ),
    **dict.fromkeys(("o'clock", "o’clock"), KINDS["hour_word"]),
    **dict.fromkeys(("'s", "’s"), KINDS["poss"]),
    **{name.capitalize(): KINDS["decade"] for name in DECADES},
    "c.": KINDS["about"],
    "Fourth": KINDS["nth"],  # of July
}
"""Kinds of words as printed."""
