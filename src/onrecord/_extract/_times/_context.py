"""What times are told from: the reference, and the time last mentioned."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import attrs

from onrecord._extract._times._calendar import Reference, date_text, reference_of
from onrecord._extract._times._expression import Expression
from onrecord._extract._times._lexicon import KINDS
from onrecord._extract._times._tokens import Tokens
from onrecord._when import When

_PLAIN: Final = re.compile(r"(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
_IN_RANGE: Final = re.compile(r"\[([0-9]{4})-([0-9]{2})-([0-9]{2})T")
_ASIDE: Final = 20
"""Years: a bare year farther from the story than this is no part of it."""

_NEAR: Final = 500
"""Tokens: what was mentioned farther back is not near, even where a paragraph never ends."""

_STORY: Final = 4
"""So many old years make a story, and so many to one time told from the day of publication."""

_ENDS: Final = re.compile(f"[{KINDS['stop']}{KINDS['break_']}]")


@attrs.define(eq=False)
class Context:
    """Where in its text a time stands, and what it may be told from."""

    tokens: Tokens
    when: When | None
    """The reference as given."""
    relative_to: str
    """The name of the reference."""
    days: Reference | None
    """The reference's days."""
    narrative: bool
    """Whether the text tells of past years in their order, so that times are told from the time before them."""
    year: int | None = None
    """Of the time last mentioned, as are month and day; as astronomers count."""
    month: int | None = None
    day: int | None = None
    date: dt.date | None = None
    """The day last mentioned."""
    date_at: int = 0
    """The token after it."""
    hour: str = ""
    """The clock time last mentioned."""
    at: int = 0
    """The token after it."""

    def note(self, e: Expression, value: str) -> None:
        """Remember a time that has been resolved."""
        match = _PLAIN.match(value) or _IN_RANGE.match(value)
        if match is None or "/" in value or e.kind == "period":
            return
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or (self.narrative and self._is_aside(e, year, month)):
            return
        self.year, self.month, self.day, self.hour, self.at = year, month, day, e.hour, e.last
        if month and day and 1 <= year <= 9999:
            self.date, self.date_at = dt.date(year, month, day), e.last

    def _is_aside(self, e: Expression, year: int, month: int | None) -> bool:
        """Whether a year is named from far outside the story, or a time is told from the day of publication."""
        far = month is None and self.year is not None and abs(year - self.year) > _ASIDE
        return far or e.kind in ("shift", "part") or (e.kind == "which" and bool(e.part))

    def near(self, e: Expression, mark: str = "break_") -> bool:
        """Whether a time has been mentioned before in the same paragraph (or, with `stop`, sentence)."""
        if self.year is None or e.first - self.at > _NEAR:
            return False
        if mark == "stop":
            return _ENDS.search(self.tokens.kinds, self.at, e.first) is None
        return KINDS["break_"] not in self.tokens.kinds[self.at : e.first]

    def near_day(self, e: Expression) -> bool:
        """Whether a day has been mentioned before in the same sentence, or in a story in the same paragraph."""
        if e.first - self.date_at > _NEAR:
            return False
        if self.narrative:
            return KINDS["break_"] not in self.tokens.kinds[self.date_at : e.first]
        return _ENDS.search(self.tokens.kinds, self.date_at, e.first) is None

    @property
    def mentioned_value(self) -> str | None:
        """The time last mentioned, as a value."""
        return None if self.year is None else date_text(self.year, self.month, self.day)

    def mentioned(self, e: Expression) -> bool:
        """Whether an anaphoric time may be told from the time last mentioned."""
        return self.year is not None and (self.narrative or self.near(e))


def context_of(tokens: Tokens, found: Sequence[Expression], reference: When | None, relative_to: str) -> Context:
    """The context at the head of a text."""
    days = reference_of(reference)
    newest = None if days is None else days.first.year - 1
    old = sum(e.year is not None and (newest is None or e.year < newest) for e in found)
    told = sum(e.year is None and (e.weekday is not None or e.kind in ("shift", "which")) for e in found)
    return Context(tokens, reference, relative_to, days, narrative=old >= _STORY and old > _STORY * told)
