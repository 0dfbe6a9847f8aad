"""JSON text to plain data and back, with nothing changed: what the standard library lets pass is marked here."""

from __future__ import annotations

import codecs
import json
import math
from collections import Counter
from typing import Any

from onrecord._codec._faults import MAX_DIGITS, FaultError, Repeated, Unreadable
from onrecord._codec._limits import Limits


def checked(text: str | bytes, limits: Limits) -> str | bytes:
    """A text that is no larger than the limit, as bytes where it has any: one with a lone surrogate has none.

    Raises:
        FaultError: for a larger one.
    """
    data = _encode(text) if isinstance(text, str) else bytes(memoryview(text))
    if limits.size is not None and len(data) > limits.size:
        raise FaultError("too-large", f"is larger than {limits.size:,} bytes: limits=Limits(size=None) lifts it")
    return data.removeprefix(codecs.BOM_UTF8) if isinstance(data, bytes) else data.removeprefix("\ufeff")


def to_text(data: Any, indent: int | None = None) -> str:
    """Write plain data as JSON text; the inverse of `parse`."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def parse(text: str | bytes) -> Any:
    """Read JSON text, with `Repeated` and `Unreadable` standing for what must be refused with its place.

    Raises:
        FaultError: for what is no JSON text in UTF-8.
    """
    decoded = _decode(text) if isinstance(text, bytes) else text
    try:
        return _DECODER.decode(decoded)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FaultError("not-json", f"is not JSON: {error.msg} ({place})") from None
    except RecursionError:
        raise FaultError("too-deep", "nests its brackets too deep to be read") from None


def _encode(text: str) -> str | bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text


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
