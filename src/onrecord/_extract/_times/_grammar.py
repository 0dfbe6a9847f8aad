"""Which rows of tokens may be a time: a regular expression over their kinds, linear in their number.

A rule is written in the names of kinds; no part of one repeats without a bound, so a search looks at each token a
bounded number of times. The rules stand in order: of those that match at one place the first wins.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord._extract._times._lexicon import KINDS
from onrecord._extract._times._words import words

_PARTS: Final = {
    "NUMBER": "(?:count(?:dash? count)?|number|day|year|hhmm|decimal|dotted)",
    "AMOUNT": "(?:half a|a? (?:vague|count) of? less?|NUMBER|a)",
    "HOW": "(?:about|more than|less than|over|at least)",
    "HALF": "(?:dash? and_ dash? a dash? half)",
    "UNITS": "(?:unit|units)",
    "DAYS": "(?:day|ordinal|nth)",
    "WD": "(?:weekday comma? the?)",
    "ERA": "(?:comma? year era?|era)",
    "MOD": "(?:(?:the? early|late|mid) dash? (?:in_|on)? the? (?:part of)?|the? edge of)",
    "WHICH": "(?:this? (?:last|past)|previous|next|this|that)",
    "DAYPART": "(?:early|late)? part",
    "ZONED": "(?:local time|open zone (?:SIGNED)? close|zone SIGNED|zone time?)",
    "SIGNED": "(?:mark|dash) (?:day|number|hhmm|clock)",
    "OF_YEAR": "(?:of (?:the? same|that) unit|of? (?:this|last|next) unit)",
    "IN_YEAR": "(?:comma? YEARS era?|OF_YEAR)",
    "EARLY": "(?:early|late)",
    "LATER": "(?:later|early|late)",
    "YEARS": "(?:year|(?:number|day) (?=era))",
}

_RULES: Final = (
    ("iso", "iso"),
    ("slashed", "slashed"),
    (
        "month_day",
        "WD? EARLY? month DAYS (?:dash DAYS(?!month|ordinal|unit))? IN_YEAR? (?:DAYPART)?",
    ),
    (
        "day_month",
        "WD? EARLY? the? DAYS (?:(?:dash|to|and_) the? DAYS)? of? month IN_YEAR? (?:DAYPART)?",
    ),
    ("month_year", "MOD? month (?:comma|of)? YEARS era?"),
    ("season_year", "MOD? the? season (?:comma|of)? YEARS (?:dash (?:day|number|year))? era?"),
    ("years", "MOD? about? year (?:dash|slash) (?:day|number|year)(?!UNITS|month|money|dash|slash)"),
    (
        "quarter",
        "MOD? the? (?:nth|ordinal) dash? (?:quarter|half) (?:of)? (?:the? (?:last|next|this|past)? unit|year)?",
    ),
    ("quarter", "quarter_number (?:of)? (?:year)?"),
    ("decade", "MOD? the? (?:early|late|mid)? dash? mark? decade(?! unit)"),
    ("century", "MOD? (?:the|this|last)? (?:early|late|mid)? dash? (?:nth|ordinal) dash? unit era?"),
    ("decade", "MOD? the (?:early|late|mid)? dash? year poss"),
    ("holiday", "holiday (?:name? poss? (?:eve_word|day_word))? (?:comma? year)?"),
    ("clock_range", "(?:day|clock|dotted) (?:dash|to) (?:day|clock|dotted) am ZONED?"),
    ("clock", "about? (?:day|clock|dotted) am ZONED?"),
    ("clock", "about? day hour_word"),
    ("clock", "about? (?:clock|hhmm|year) (?:ZONED|units (?!dash? ago|later|from_ now|old))"),
    ("clock", "about? clock"),
    ("clock", "about? noon ZONED?"),
    ("before_today", "the unit (?:before|after) today"),
    ("today", "(?:early|late|later)? today (?:DAYPART)?"),
    ("tonight", "(?:later)? tonight"),
    ("ago", "HOW? AMOUNT HALF? dash? UNITS HALF? dash? ago"),
    ("ago", "units ago"),
    ("from_now", "HOW? AMOUNT HALF? UNITS from_ now"),
    ("later", "HOW? AMOUNT HALF? UNITS HALF? (?:later|before|after)"),
    ("later", "units later"),
    ("beside", "the unit (?:before|after)(?=comma|stop|break_)"),
    (
        "set",
        "every (?:each_other|NUMBER|nth)? (?:UNITS|weekend|weekday|month|season|part)"
        "|every holiday (?:name? poss? (?:eve_word|day_word))?|plural_days",
    ),
    (
        "nth_weekday",
        "the? (?:nth|ordinal|last) weekday (?:of|in_)"
        " (?:every? unit|every month|month (?:comma? YEARS era?)?|WHICH unit|the unit)",
    ),
    ("period", "the? (?:last|past|next) (?:HOW)? (?:vague|NUMBER)(?: of)? (?:units|season|weekend)"),
    ("period", "the (?:past|last) unit"),
    ("period", "(?<=in_)the next unit|(?<=over)the next unit|(?<=for_)the next unit"),
    ("recent", "the? next units|recent units"),
    (
        "anaphor",
        "(?:LATER (?:on|in_)?)? (?:the next|the? same|the? previous) (?:unit|part|weekday|season|month|weekend)",
    ),
    ("anaphor", "(?:LATER (?:on|in_)?)? that same? (?:unit|part|weekday|season|weekend)"),
    ("anaphor", "(?:later) in_ the unit"),
    ("which", "(?:later in_?|MOD|this time)? WHICH (?:unit|weekend|season|quarter|part)"),
    ("which_month", "(?:later|MOD)? WHICH month"),
    ("weekday_day", "weekday comma? the? ordinal"),
    ("which_weekday", "(?:(?:later|early|late) on?)? WHICH? weekday (?:DAYPART)? (?:of? WHICH unit)?"),
    ("edge_unit", "the? edge of the unit"),
    ("month", "about month (?!of|DAYS|number|comma? YEARS)|MOD? month OF_YEAR?"),
    ("year", "(?:MOD|later in_)? about? YEARS era?"),
    ("year", "the UNITS YEARS era?"),
    ("weekend", "the weekend"),
    ("season", "(?:MOD|the) season"),
    ("day_of_month", "the ordinal"),
    ("part", "the? (?:early|small) part? units"),
    ("part", "(?:(?:the|a) early|early|late)? the? (?:early)? part"),
    (
        "compound",
        "HOW? AMOUNT UNITS comma? and_? NUMBER UNITS (?!ago|later|from_|old|(?:before|after) (?:stop|comma|break_))",
    ),
    ("duration", "HOW? (?:the)? AMOUNT dash? HALF? dash? UNITS HALF? (?:dash? old)?"),
    ("duration", "units"),
    ("often", "often"),
    ("now", "now"),
)


def _compiled(pattern: str) -> str:
    for name in reversed(_PARTS):
        pattern = re.sub(rf"\b{name}\b", lambda match: _PARTS[match.group()], pattern)
    for name in reversed(_PARTS):
        pattern = re.sub(rf"\b{name}\b", lambda match: _PARTS[match.group()], pattern)
    return re.sub(r"[a-z]\w*", lambda match: KINDS[match.group()], pattern).replace(" ", "")


_LIGHT: Final = words(
    "the a about early late mid every more less over at last past previous next this that same later recent small"
)
_HEAVY: Final = words(
    "iso slashed clock dotted decimal day year hhmm number count ordinal nth decade month weekday unit units weekend",
    "quarter season part noon today tonight now often holiday quarter_number vague half plural_days",
)


def _any_of(kinds: tuple[str, ...]) -> str:
    return f"[{''.join(KINDS[kind] for kind in kinds)}]"


# A quick look ahead: a time begins with a word of time, or has one among the seven tokens after its first.
_MAY_BEGIN: Final = f"(?=(?:{_any_of(_LIGHT)}.{{0,7}})?{_any_of(_HEAVY)})"

GRAMMAR: Final = re.compile(
    f"{_MAY_BEGIN}(?:{'|'.join(f'(?P<{name}_{i}>{_compiled(rule)})' for i, (name, rule) in enumerate(_RULES))})",
    re.DOTALL,
)
"""One named group for each rule: its name, `_` and its number."""

RULE_OF: Final = {f"{name}_{i}": name for i, (name, _) in enumerate(_RULES)}
"""The rule that a group stands for."""
