"""JSON text to plain data, with nothing changed: what the reader of the standard library lets pass is marked here."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any

from onrecord._codec._faults import MAX_DIGITS, FaultError, Repeated, Unreadable


def parse(text: str | bytes) -> Any:
    """Read JSON text, with `Repeated` and `Unreadable` standing for what must be refused with its place.

    Raises:
        FaultError: for what is no JSON text in UTF-8.
    """
    decoded = _decode(text) if isinstance(text, bytes) else text
    try:
        return _DECODER.decode(decoded.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FaultError("not-json", f"is not JSON: {error.msg} ({place})") from None
    except RecursionError:
        raise FaultError("too-deep", "nests its brackets too deep to be read") from None


def _decode(text: bytes) -> str:
    encoding = json.detect_encoding(text)
    if not encoding.startswith("utf-8"):
        raise FaultError("encoding", f"must be UTF-8, and seems to be {encoding.upper()}")
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise FaultError("encoding", f"must be UTF-8, and is not at byte {error.start}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Repeated:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    return Repeated(data, tuple(key for key, count in Counter(key for key, _ in pairs).items() if count > 1))


def _integer(digits: str) -> int | Unreadable:
    return int(digits) if len(digits) <= MAX_DIGITS else _too_long()


def _fraction(digits: str) -> float | Unreadable:
    if len(digits) > MAX_DIGITS:
        return _too_long()
    value = float(digits)
    if math.isinf(value):
        return Unreadable(f"is too large for a number: {digits[:40]}")
    if value == 0 and any(digit in "123456789" for digit in digits.lower().partition("e")[0]):
        return Unreadable(f"is too small for a number and would become 0: {digits[:40]}")
    return value


def _constant(word: str) -> Unreadable:
    return Unreadable(f"must not be {word}, which JSON does not have")


def _too_long() -> Unreadable:
    return Unreadable(f"must have at most {MAX_DIGITS} digits")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_constant
)
