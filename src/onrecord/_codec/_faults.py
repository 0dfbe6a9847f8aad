"""Refusals on their way up: a tree of cattrs's own errors, turned into problems with places in one spot, here."""

from __future__ import annotations

import re
from collections.abc import Container, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from itertools import islice, takewhile
from typing import Any, Final, TypeGuard, TypeVar

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    CattrsError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from onrecord._fields import TOO_LARGE, safe_number
from onrecord.errors import InvalidValueError, Problem

REFUSALS: Final = (ValueError, TypeError, LookupError, CattrsError)
"""What a hook raises to refuse a value; anything else is a bug, and passes."""

MAX_DIGITS: Final = 640
"""How long a number may be: what Python converts under every setting of its own limit."""

E = TypeVar("E", bound=Exception)
T = TypeVar("T")
_LARGEST = 10**MAX_DIGITS
_left: ContextVar[list[int] | None] = ContextVar("faults that may still be noted", default=None)
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class FaultError(InvalidValueError):
    """One refused value, with the `Problem.code` it gets."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@attrs.frozen
class Unreadable:
    """Stands in plain data for a number that must not be read, until the place is known."""

    reason: str


@attrs.frozen
class Repeated:
    """Stands in plain data for an object with a repeated key, until the place is known."""

    data: dict[str, Any]
    keys: tuple[str, ...]


def is_object(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether plain data is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether plain data is a JSON array."""
    return isinstance(value, list)


@contextmanager
def at_most(faults: int | None) -> Generator[None]:
    """Let no more than so many faults and one be collected; None: any number."""
    token = _left.set(None if faults is None else [faults + 1])  # one more shows that there are more
    try:
        yield
    finally:
        _left.reset(token)


def enough() -> bool:
    """Whether as many faults have been noted as are to be collected: then a loop that collects them ends."""
    left = _left.get()
    return left is not None and left[0] <= 0


def until_enough(items: Iterable[T]) -> Iterator[T]:
    """Items, until as many faults have been noted as are to be collected."""
    return takewhile(lambda _: not enough(), items)


def _count(error: Exception) -> None:
    left = _left.get()
    if left is not None and not isinstance(error, BaseValidationError):
        left[0] -= 1


def at_member(error: E, cls: type, name: str) -> E:
    """Note that an error belongs to a member of an object."""
    _count(error)
    error.add_note(AttributeValidationNote(f"Structuring class {cls.__name__} @ attribute {name}", name, None))
    return error


def at_item(error: E, index: int | str) -> E:
    """Note that an error belongs to an element of an array, or to a key of foreign data."""
    _count(error)
    error.add_note(IterableValidationNote(f"Structuring @ index {index!r}", index, None))
    return error


def in_class(cls: type, faults: Sequence[Exception]) -> ClassValidationError:
    """The error for an object with these faults."""
    message = f"While structuring {cls.__name__}"
    return ClassValidationError(message, faults, cls)  # pyright: ignore[reportCallIssue]  # it has a __new__ of its own


def in_items(hint: Any, faults: list[Exception]) -> IterableValidationError:
    """The error for an array, or foreign data, with these faults."""
    message = f"While structuring {hint}"
    return IterableValidationError(message, faults, hint)  # pyright: ignore[reportCallIssue]  # as above


def unknown_key(key: Any, cls: type) -> ForbiddenExtraKeysError:
    """The error for a member that a class does not have."""
    error = ForbiddenExtraKeysError(f"{shown(key)} is no member of {cls.__name__}", cls, {key})
    _count(error)
    return error


def repeated_key() -> FaultError:
    """The error for a key that stands twice in one object."""
    return FaultError("repeated-key", "stands more than once in this object: keep one")


def wrong_type(value: object, expected: str) -> FaultError:
    """The error for a value of another JSON type than expected."""
    if isinstance(value, Unreadable):
        return FaultError("invalid-number", value.reason)
    if value is None:
        return FaultError("wrong-type", f"must be {expected}, not null: leave out what is not known")
    return FaultError("wrong-type", f"must be {expected}, got {shown(value)}")


def safe(value: Any, accepted: Container[type] = (int, float)) -> Any:
    """A value as it is; for an integer beyond ±(2**53 - 1) the double that is exactly it, as JavaScript writes them.

    Raises:
        FaultError: for an integer that no double is, or none of an accepted type.
    """
    if type(value) is not int:
        return value
    number = safe_number(value)
    if type(number) not in accepted:
        raise FaultError("invalid-number", f"{TOO_LARGE}, got {shown(value)}")
    return number


def too_deep(levels: int, way_out: str = "") -> FaultError:
    """The error for foreign data that nests too deep."""
    return FaultError("too-deep", f"must not nest deeper than {levels} levels{way_out}")


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "an array"
    if isinstance(value, dict | Repeated):
        return "an object"
    if isinstance(value, int) and not -_LARGEST < value < _LARGEST:
        return f"an integer of more than {MAX_DIGITS} digits"
    text = repr(value[:80] if isinstance(value, str) else value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def suggestion(word: object, words: list[str]) -> str:
    """`; did you mean 'x'?`, where one of the words comes near."""
    near = get_close_matches(word, words, n=1) if isinstance(word, str) and len(word) <= 40 else []
    return f"; did you mean {near[0]!r}?" if near else ""


def step(key: object) -> str:
    """How a path goes on to a member, as RFC 9535 (JSONPath) writes it."""
    return f".{key}" if isinstance(key, str) and len(key) <= 60 and _PLAIN_KEY.match(key) else f"[{shown(key)}]"


def problems_in(error: Exception, path: str = "$") -> Iterator[Problem]:
    """Every fault in a tree of errors, in document order, with its place and code."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems_in(inner, path + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in error.extra_fields:
            yield Problem(path=path + step(key), code="unknown-key", message=_unknown(key, error.cl))
    elif isinstance(error, KeyError):
        yield Problem(path=path, code="missing-key", message="is missing and must be there")
    else:
        yield Problem(path=path, code=getattr(error, "code", "invalid-value"), message=str(error))


def told(problems: Iterable[Problem], most: int | None) -> tuple[Problem, ...]:
    """Problems, at most so many of them, and then a last one that says that there are more."""
    found = tuple(problems if most is None else islice(problems, most + 1))
    if most is None or len(found) <= most:
        return found
    message = f"has more than {most} faults: limits=Limits(faults=None) tells all"
    return (*found[:most], Problem(path="$", code="more-faults", message=message))


def _step(error: BaseException) -> str:
    note = next(iter(getattr(error, "__notes__", ())), None)
    if isinstance(note, AttributeValidationNote):
        return note.name if note.name.startswith("[") else f".{note.name}"
    return f"[{shown(note.index)}]" if isinstance(note, IterableValidationNote) else ""


def _unknown(key: object, cls: type) -> str:
    return f"is no member of {cls.__name__}{suggestion(key, [field.name for field in attrs.fields(cls)])}"
