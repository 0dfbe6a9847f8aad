"""What of JSON text its decoder does not tell: how many keys there are, and whether a number is one to refuse."""

from __future__ import annotations

import re
from typing import Any, Final

from onrecord._codec._faults import MAX_DIGITS, is_array, is_object
from onrecord._codec._versions import RESERVED
from onrecord._model import Extra

FLOAT: Final = 1
"""There is a number with a point or an exponent."""

ZERO: Final = 2
"""One such number is zero."""

NESTED: Final = 4
"""There are arrays or objects within foreign data."""

MOST_LEVELS: Final = 100
"""How deep foreign data may nest here."""

_NUMBER_CHARACTERS: Final = b"+-.0123456789Ee"
_AS_NUMBERS: Final = bytes(0x30 if code in _NUMBER_CHARACTERS else 0x20 for code in range(256))
_LONG: Final = b"0" * (MAX_DIGITS + 1)
_MAYBE_TINY: Final = re.compile(rb"[0-9][eE]-|0{300}")


class DeclinedError(ValueError):
    """Only the strict reader can tell."""


def has_keys(text: bytes, count: int) -> bool:
    """Whether valid JSON text has exactly so many keys, repeated ones counted again; it never has fewer than there are.

    Every key has its colon, and any other colon stands in a string: where there is none of those, no more is to be
    looked at.
    """
    colons = text.count(b":")
    return colons == count or (colons > count and _outside_strings(text).count(b":") == count)


def has_refused_number(text: bytes, marks: int) -> bool:
    """Whether a number of valid JSON text may be too long, or too small for a double; marks tells what was read."""
    if marks & FLOAT and len(text) > MAX_DIGITS and _LONG in text.translate(_AS_NUMBERS):
        return True
    return bool(marks & ZERO and _MAYBE_TINY.search(_outside_strings(text)))


def make_extra(data: dict[str, Any]) -> tuple[Extra, int, int]:
    """Foreign data, with the number of its keys and its marks.

    Raises:
        DeclinedError: for a key of the reserved namespace, and for deep nesting.
        InvalidValueError: for what cannot be foreign data.
    """
    if any(key.startswith(RESERVED) for key in data):
        raise DeclinedError
    keys, marks = _survey(data, 0)
    return Extra(data), keys, marks


def _outside_strings(text: bytes) -> bytes:
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(text.split(b'"')[::2])


def _survey(value: Any, depth: int) -> tuple[int, int]:
    """How many keys foreign data has, and its marks."""
    if type(value) is float:
        return 0, FLOAT if value else FLOAT | ZERO
    if not (is_object(value) or is_array(value)):
        return 0, 0
    if depth > MOST_LEVELS:
        raise DeclinedError
    keys, marks = (len(value) if is_object(value) else 0), (NESTED if depth else 0)
    for item in value.values() if is_object(value) else value:
        more, found = _survey(item, depth + 1)
        keys, marks = keys + more, marks | found
    return keys, marks
