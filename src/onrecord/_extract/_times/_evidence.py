"""Whether words that may be a time are one: May and may, 2000 people, a score of 2:05, the Sunday Times."""

from __future__ import annotations

from typing import Final

from onrecord._extract._times._lexicon import KINDS, SHORT
from onrecord._extract._times._tense import tense_of
from onrecord._extract._times._tokens import Tokens
from onrecord._extract._times._words import words

_WEAK_MONTHS: Final = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "jun", "sep", "dec"})
_MONTH_BEFORE: Final = (
    "in_",
    "by",
    "since",
    "until",
    "from_",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "before",
    "after",
    "to",
    "between",
)
_PAPERS: Final = frozenset(
    words(
        "times telegraph mirror mail express post herald mass school people night world sport sports",
        "independent magazine review star sun best premiership league",
    )
)
_NAMED_DAYS: Final = frozenset(
    words(
        "good black bloody ash super palm easter cyber holy shrove maundy throwback giving red blue mad",
        "big casual happy fat clean spy stir holiday",
    )
)
_COUNTED: Final = frozenset(
    words(
        "people men women children troops police miles metres meters kilometres feet pounds dollars euros",
        "percent per million billion thousand hundred civilians migrants passengers patients workers students",
        "homes families prisoners km kg tonnes tons acres hectares cattle sheep fish votes seats",
    )
)
_YEAR_LEADS: Final = (
    "since",
    "until",
    "in_",
    "from_",
    "between",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "by",
    "about",
)
_DATED: Final = frozenset(
    words(
        "cup games olympics championship championships euro awards oscars festival act final finals expo",
        "budget olympiad conference",
    )
)
"""What is named with its year."""
_CLOCK_LEADS: Final = words(
    "at about by from_ until to before after since between and_ weekday comma today tonight year day part",
    "dash",
)
_LASTING: Final = frozenset(words("took take takes lasted lasts spent spend despite waited wait another"))
_DURATION_LEADS: Final = (
    "for_",
    "in_",
    "than",
    "over",
    "after",
    "about",
    "least",
    "by",
    "since",
    "every",
    "past",
    "last",
)


def is_month(tokens: Tokens, i: int) -> bool:
    """Whether a month's name with no day or year beside it is the month."""
    word = tokens.lower(i)
    if word in SHORT:
        return False
    if tokens.is_kind(i - 1, "about") and is_about(tokens, i - 1) and word != "may":
        return True
    if tokens.is_kind(i + 1, "dash") and tokens.is_kind(i + 2, "month"):
        return True
    if tokens.words[i].isupper() or _is_in_name(tokens, i):
        return False
    if tokens.is_kind(i - 1, *_MONTH_BEFORE) or (tokens.is_kind(i - 1, "dash") and tokens.is_kind(i - 2, "mid")):
        return not (word == "may" and _follows_name(tokens, i))
    if word in _WEAK_MONTHS:
        return _is_weak_month(tokens, i, word)
    return True


def _is_weak_month(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a month's name that is also a word or a person's name stands in the place of a month."""
    if tokens.is_kind(i - 1, "of"):
        return word != "may" or tokens.is_kind(i - 2, "edge", "nth", "ordinal", "weekend", "unit")
    if tokens.is_kind(i - 1, "the", "a", "every"):
        return tokens.is_kind(i + 1, "word", "ordinal", "day")
    if tokens.is_kind(i - 1, "for_") or tokens.lower(i + 1) in _FINANCE:
        return not (word == "may" and tokens.names_may)
    return tokens.is_kind(i - 1, "and_", "dash") and tokens.is_kind(i - 2, "month")


def _is_in_name(tokens: Tokens, i: int) -> bool:
    """Whether names stand around it, as in "Black September" or "the October Revolution"."""
    if tokens.is_kind(i + 1, "name") and not tokens.is_kind(
        i - 1, "in_", "by", "since", "until", "last", "next", "this"
    ):
        return True
    return tokens.is_kind(i - 1, "name") and not tokens.is_kind(i - 1, "comma")


def _follows_name(tokens: Tokens, i: int) -> bool:
    """Whether "May" can be the person of whom the text speaks: "a speech by May"."""
    return tokens.names_may and tokens.is_kind(i - 1, "by", "from_", "after", "before", "to", "between")


def is_weekday(tokens: Tokens, i: int) -> bool:
    """Whether a weekday's name is the day: not in the name of a newspaper, a feast or a programme."""
    if tokens.lower(i).rstrip(".") in SHORT or tokens.lower(i - 1) in _NAMED_DAYS:
        return False
    if tokens.is_kind(i + 1, "name") and tokens.lower(i + 1) in _PAPERS:
        return False
    if tokens.is_kind(i + 1, "name") and tokens.is_kind(i - 1, "the", "a"):
        return False
    paper = tokens.lower(i) == "sunday" and tokens.lower(i - 1) == "on" and tokens.is_kind(i - 2, "name")
    return not (paper and tokens.lower(i - 2) in ("mail", "independent", "scotland", "wales", "post"))


def is_year(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a number of four digits with no month beside it is a year."""
    if tokens.is_kind(i - 1, "money", "mark") or is_count(tokens, last):
        return False
    before = i - 1
    if before < 0 or tokens.is_kind(before, "break_"):
        return tokens.is_kind(last, "break_") or tokens.words[last : last + 1] == [":"]
    if tokens.is_kind(before, *_YEAR_LEADS):
        return not (tokens.is_kind(before, "by", "from_") and _is_plural(tokens, last) and tokens.words[i][2:] == "00")
    if tokens.is_kind(before, "of", "the", "poss", "a", "and_", "to", "comma", "open", "dash", "word", "on", "for_"):
        return _is_likely(tokens, i, last)
    return tokens.words[i] >= "1800" and not _is_plural(tokens, last) and tokens.lower(before) in _DATED


def _is_likely(tokens: Tokens, i: int, last: int) -> bool:
    if tokens.is_kind(i - 1, "dash") and tokens.joined(i) and not tokens.is_kind(i - 2, "year", "month", "day", "mid"):
        return False
    if (
        _is_plural(tokens, last)
        and not tokens.is_kind(i - 1, "the", "poss")
        and tokens.lower(i - 1) not in ("his", "her", "its", "their")
    ):
        return False
    if tokens.lower(i - 1) in ("his", "her", "its", "their", "our", "my"):
        return "1900" < tokens.words[i] < "2100"
    if tokens.is_kind(i - 1, "word", "dash", "on", "for_", "a", "to", "comma", "and_"):
        return tokens.words[i] >= "1700" and not tokens.words[i].endswith("00") and tokens.words[i] < "2100"
    return tokens.words[i] < "2100" and not (tokens.words[i].endswith("00") and _is_plural(tokens, last))


def is_count(tokens: Tokens, i: int) -> bool:
    """Whether what follows a number says that it counts things."""
    return tokens.lower(i) in _COUNTED or tokens.lower(i) == "%" or tokens.is_kind(i, "units")


def _is_plural(tokens: Tokens, i: int) -> bool:
    word = tokens.lower(i)
    return tokens.is_kind(i, "word") and word[-1:] == "s" and word[-2:] != "ss" and word not in _NOT_COUNTED


_NOT_COUNTED: Final = frozenset(
    words("was is has as his its this levels figures prices elections accounts floods riots protests fires")
)
"""Words in -s that a number of four digits does not count: what is named with its year, and what is no plural."""


def is_clock(tokens: Tokens, i: int, last: int) -> bool:
    """Whether `2:05` with nothing that says so is a time of day, and no score or verse."""
    if tokens.words[i].count(":") == 2:
        return tokens.is_kind(i - 1, "at", "about")
    return tokens.is_kind(i - 1, *_CLOCK_LEADS) or tokens.is_kind(last, "on", "local") or _is_stamp(tokens, i)


def _is_stamp(tokens: Tokens, i: int) -> bool:
    """Whether it stands at the head of a line, as the entries of a live report have it."""
    start = tokens.starts[i]
    return len(tokens.words[i]) == 5 and (start == 0 or tokens.text[start - 1] == "\n")


def is_noon(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "midnight" is told as a time, and is not that of a curfew or a snack."""
    leads = (
        "at",
        "by",
        "until",
        "before",
        "after",
        "since",
        "from_",
        "between",
        "and_",
        "to",
        "past",
        "weekday",
        "today",
        "comma",
    )
    return tokens.is_kind(i - 1, *leads) or tokens.is_kind(last, "on", "weekday", "today")


def is_duration(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "a year", "one day" or "weeks" tell how long."""
    if tokens.is_kind(last - 1, "old") or tokens.lower(i - 1) in ("aged", "age"):
        return False
    if tokens.is_kind(i - 1, "money", "nth", "ordinal") or _is_compared(tokens, i) or _is_some_day(tokens, i, last):
        return False
    bare = tokens.is_kind(i, "a", "units") and (last - i < 3 or (last - i == 3 and tokens.is_kind(i + 1, "dash")))
    single = tokens.lower(i) == "one" and not tokens.is_kind(i + 1, "dash")
    told = tokens.lower(last) in ("before", "after") or tokens.is_kind(last + 1, "than")
    return told or not (bare or single) or tokens.is_kind(i - 1, *_DURATION_LEADS) or tokens.lower(i - 1) in _LASTING


def _is_some_day(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "some day" says that nobody knows when."""
    return tokens.lower(i) == "some" and last - i == 2 and tokens.is_kind(i + 1, "unit")


def _is_compared(tokens: Tokens, i: int) -> bool:
    """Whether "many weeks" stands in "as many weeks"."""
    return tokens.lower(i - 1) == "as" and tokens.is_kind(i, "vague")


def is_day_of_month(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "the 19th" is a day: told of as one, and not the nineteenth of something."""
    leads = tokens.is_kind(i - 1, "on", "by", "until", "since", "from_", "to", "and_")
    return leads and tokens.is_kind(last, "stop", "comma", "in_", "at", "to", "until", "and_", "by", "break_", "close")


def is_quarter(tokens: Tokens, i: int, last: int, *, half: bool = False) -> bool:
    """Whether a quarter or half with no year beside it is one of a firm's or an economy's, and not of a game."""
    first, end = max(0, i - 25), min(len(tokens.words), last + 25)
    if half:
        first = tokens.kinds.rfind(KINDS["break_"], first, i) + 1 or first
        end = next((j for j in range(last, end) if tokens.is_kind(j, "break_")), end)
    telling = _FINANCE - _OF_GAMES if half else _FINANCE
    return any(tokens.lower(j) in telling for j in range(first, end))


def is_fiscal(tokens: Tokens, i: int) -> bool:
    """Whether what stands there makes a year one of accounts, which begins when a firm or a state says."""
    return tokens.lower(i) in ("fiscal", "financial")


def is_about(tokens: Tokens, i: int) -> bool:
    """Whether "about" says how exactly a month is told, and not of what one speaks: "until about October"."""
    return tokens.lower(i) != "about" or tokens.is_kind(i - 1, "in_", "by", "since", "until", "from_")


def is_excepted(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a weekday is one of many, left out: "every day but Sunday"."""
    return tokens.lower(i - 1) in ("but", "except", "excluding") and tokens.is_kind(
        last, "stop", "comma", "close", "break_"
    )


_FINANCE: Final = frozenset(
    words(
        "profit profits revenue revenues sales earnings income growth gdp results economy loss losses net",
        "shares output orders forecast analysts margins margin shipments exports deliveries inflation company",
    )
)


_OF_GAMES: Final = frozenset({"net", "loss", "losses", "results", "shares", "growth", "income", "company", "order"})


def is_holiday(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "Christmas" alone is the day, and no tree, card or island."""
    return tokens.is_kind(
        i - 1, "at", "on", "before", "after", "by", "until", "since", "last", "this", "next"
    ) and not (tokens.is_kind(last, "word", "name") and tokens.lower(last) not in ("and", "when", "as", "but", "with"))


def is_ahead(tokens: Tokens, i: int, last: int) -> bool:
    """Whether "in three weeks" tells when something will be, and not how long it takes."""
    if tokens.lower(i - 1) != "in" or tokens.is_kind(last, "of") or tokens.lower(i - 2)[-3:] in ("est", "ime", "rst"):
        return False  # the worst, or the first time, in ten years
    return (
        tokens.lower(last + (1 if tokens.is_kind(last, "poss", "mark") else 0)) == "time"
        or tense_of(tokens, i, last) == "future"
    )
