"""Three-valued truth (Kleene's strong logic, K3): what comparisons of uncertain times answer."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """Whether something holds: `no`, `unknown` or `yes`, after Kleene's three-valued logic K3.

    `&`, `|` and `~` combine answers; there is no `bool()`, because `unknown` is neither.

    >>> Truth.yes & Truth.unknown, Truth.yes | Truth.unknown, ~Truth.unknown
    (<Truth.unknown: 'unknown'>, <Truth.yes: 'yes'>, <Truth.unknown: 'unknown'>)
    """

    no = "no"
    """It holds for no possibility."""

    unknown = "unknown"
    """It holds for some possibilities and not for others, or nothing is known."""

    yes = "yes"
    """It holds for every possibility."""

    def __and__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        return self if _RANK[self] <= _RANK[other] else other

    def __or__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        return self if _RANK[self] >= _RANK[other] else other

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{self} is not a bool: ask `is Truth.yes` (surely) or `is not Truth.no` (possibly)")

    def __str__(self) -> str:
        return self.value


_RANK = {Truth.no: 0, Truth.unknown: 1, Truth.yes: 2}
_OPPOSITE = {Truth.no: Truth.yes, Truth.unknown: Truth.unknown, Truth.yes: Truth.no}


def truth_of(*, always: bool, never: bool) -> Truth:
    """`yes` if it always holds, `no` if it never does, else `unknown`."""
    if always:
        return Truth.yes
    return Truth.no if never else Truth.unknown
