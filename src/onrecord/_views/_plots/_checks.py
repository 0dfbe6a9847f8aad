"""What a picture is asked for, checked before anything is drawn."""

from __future__ import annotations

from typing import Final

from onrecord.errors import InvalidValueError

_LEAST_WIDTH: Final = 320
_MOST_WIDTH: Final = 10_000


def check(*, width: object, limit: object = 0, listed: object = None) -> None:
    """Refuse a width, or numbers of what is drawn and named, that no picture can have.

    Raises:
        InvalidValueError: for a width that is no whole number from 320 to 10,000, or a number below 0.
    """
    if not isinstance(width, int) or not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        message = f"a picture is at least {_LEAST_WIDTH} and at most {_MOST_WIDTH:,} pixels wide, got {width!r}"
        raise InvalidValueError(message, field="width", value=width)
    if not _counts(limit):
        raise InvalidValueError(f"limit must be a whole number from 0, got {limit!r}", field="limit", value=limit)
    if listed is not None and not _counts(listed):
        message = f"listed must be a whole number from 0, or None for all, got {listed!r}"
        raise InvalidValueError(message, field="listed", value=listed)


def _counts(value: object) -> bool:
    return isinstance(value, int) and value >= 0
