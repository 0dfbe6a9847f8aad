"""Who made an article, as a byline names them."""

from __future__ import annotations

import re
from typing import Final

from onrecord._extract._words._titles import is_body
from onrecord._extract._words._words import words
from onrecord._model import ActorKind

_BY: Final = re.compile(r"by (?=\S)", re.IGNORECASE)
_PART: Final = r"[^\W\d_a-z][\w.’'-]{0,30}"
_SMALL: Final = r"(?:(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|ter|van|von) ){0,2}"
_FULL_NAME: Final = rf"{_PART}(?: {_SMALL}{_PART}){{1,3}}"
_SEVERAL: Final = re.compile(rf"{_FULL_NAME}(?:, {_FULL_NAME}){{0,20}},? (?:and|AND|&) {_FULL_NAME}")
_BETWEEN: Final = re.compile(r",? (?:and|AND|&) |, ")
_PRINTED: Final = re.compile(
    r"(?:^|.*?\W)(?:by|By|BY|from|From|FROM) (?:[a-z][\w’'-]* ){0,5}(?=[^\W\d_a-z])(?P<names>.*)"
)
_NAMES: Final = re.compile(rf"(?:{_FULL_NAME}(?:, {_FULL_NAME}){{0,20}},? (?:and|AND|&) )?{_FULL_NAME}(?=,| [a-z]|$)")
_ASIDE: Final = re.compile(r"\s*(?:[|•·(@/–—:]|\s-\s|\b\d).*", re.DOTALL)
_NOBODY: Final = words(
    """staff reporter reporters correspondent correspondents writer writers editor editors agency agencies bureau desk
    newsdesk newsroom special our chief senior political business sports news the and"""
)


def split_byline(byline: str, kind: ActorKind) -> list[str]:
    """The names in "By Bo Ek, Cato Ulv and Dee Roy"; a body's own name may have an "and" in it, and stays whole."""
    if kind is ActorKind.organisation:
        return [byline]
    told = _BY.sub("", byline, count=1) if _BY.match(byline) else byline
    names = _BETWEEN.split(told) if _SEVERAL.fullmatch(told) else [told]
    bodies = kind is not ActorKind.person and any(is_body(name.lower().split()) for name in names)
    return [told] if bodies else names


def authors_in(line: str) -> list[str]:
    """The full names in a byline of plain text, without roles, places and times: "By rural reporter Bo Ek, Aldmoor"."""
    plain = " ".join(line.split())
    told = _PRINTED.match(plain)
    found = None if told is None else _NAMES.match(_ASIDE.sub("", told["names"]))
    if found is None:
        return []
    names = split_byline(found[0], ActorKind.unknown)
    return [name for name in names if _NOBODY.isdisjoint(name.lower().split())]
