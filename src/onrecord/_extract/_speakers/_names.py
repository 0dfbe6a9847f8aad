"""Runs of capitalised words: where a name ends, and which small words, genitives and "and" it holds."""

from __future__ import annotations

from typing import Final

from onrecord._extract._text._nouns import Items
from onrecord._extract._text._sentence import Sentence
from onrecord._extract._words._lexicon import BODY_NOUNS
from onrecord._extract._words._titles import HONORIFICS, OFFICES, is_body, is_given_name
from onrecord._extract._words._words import words

_LINKING: Final = words("of for and the & de van von der la le al bin du di")
_GENITIVES: Final = words(
    """king's queen's prince's princess's lord's people's women's men's children's workers' teachers' farmers' girls'
    boys' veterans' students' owners' drivers' writers' players' tenants'"""
)
_POSSESSED: Final = words("bank college hospital school church cathedral abbey chapel theatre infirmary academy inn")
_OF_NAMES: Final = words(
    "republic kingdom isle isles state states duchy gulf city borough county diocese order friends knights sons"
)
SUFFIXES: Final = words("ltd ltd. limited inc inc. plc llc gmbh")
_CLOSING: Final = words("sons daughters co co. partners associates brothers district")


def run_end(s: Sentence, at: int, end: int) -> int:
    """The item after the capitalised words, and what stands between them, that begin at an item."""
    first = at
    while at < end:
        if s.tags[at] == "N":
            if s.words[at].endswith(("'s", "s'")) and not _is_inner_genitive(s, first, at, end):
                return at + 1
            at += 1
            if s.words[at - 1] in SUFFIXES:
                return at
        elif _is_inside_name(s, at, end) or (s.words[at] == "and" and _goes_on_over_and(s, first, at, end)):
            at += 1
        else:
            break
    return at


def last_run(s: Sentence, first: int, end: int) -> Items | None:
    """The last run of capitalised words in a phrase."""
    found, at = None, first
    while at < end:
        if s.tags[at] == "N":
            stop = run_end(s, at, end)
            found = (at, stop)
            at = stop
        else:
            at += 1
    return found


def joins(s: Sentence, at: int, end: int) -> bool:
    """Whether "of", "for" or "and" stands inside a name: "Ministry of Defence"."""
    following = at + 1
    if s.words[at] in ("of", "for") and not _takes_of(s, at - 1):
        return False
    if following < end and s.words[following] in ("the", "la", "al"):
        following += 1
    return s.words[at] in _LINKING and following < end and s.tags[following] == "N"


def _takes_of(s: Sentence, last: int) -> bool:
    """Whether "of" goes on with a name: "Bank of Harwick", "the Guild of Bakers", and not "Ann Lee of Harwick"."""
    word, first = s.words[last], last
    if is_body((word,)) or word in OFFICES or word in _OF_NAMES:
        return True
    while first > 0 and s.tags[first - 1] == "N":
        first -= 1
    return first > 0 and s.words[first - 1] == "the"


def _is_inner_genitive(s: Sentence, first: int, at: int, end: int) -> bool:
    """Whether a genitive belongs to the name of a body: "Dockers' Union", "St Olaf's Hospital", "King's College"."""
    if at + 1 >= end or s.tags[at + 1] != "N":
        return False
    word, following = s.words[at], s.words[at + 1]
    if word[-1] == "'" and following in BODY_NOUNS:
        return True
    if (at > first and s.words[at - 1] in ("st", "st.", "saint")) or (at == first and following in _POSSESSED):
        return True
    near = range(at + 1, min(at + 4, end))
    return word in _GENITIVES and any(s.tags[i] == "N" and is_body((s.words[i],)) for i in near)


def _goes_on_over_and(s: Sentence, first: int, at: int, end: int) -> bool:
    """Whether "and" stands inside a name: "Department of Roads and Public Works", "Marlow and Sons"."""
    if at + 1 >= end or s.tags[at + 1] != "N" or s.tags[at - 1] != "N":
        return False
    following = s.words[at + 1]
    if following in _CLOSING:
        return True
    if not any(s.words[i] in ("of", "for") and is_body((s.words[i - 1],)) for i in range(first + 1, at)):
        return False
    stop = at + 1
    while stop < end and s.tags[stop] == "N":
        stop += 1
    named = following in HONORIFICS or following in OFFICES or is_given_name(following)
    return not named and not (is_body((s.words[stop - 1],)) and s.words[stop - 1] != "works")


def _is_inside_name(s: Sentence, at: int, end: int) -> bool:
    """Whether a small word, "&" or number belongs to the name before it: "Weir & Stone", "Channel 4"."""
    if s.tags[at] == "#":
        return len(s.words[at]) <= 4 and s.words[at - 1] not in HONORIFICS
    return s.tags[at] in "PJDn&" and s.words[at] != "and" and joins(s, at, end)
