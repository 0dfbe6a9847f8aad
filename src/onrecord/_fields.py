"""What one object can know to be wrong about itself: the check every model class runs when it is made.

The rules come from the fields' own types, compiled once a class: exact types, no empty strings (absent is `None`;
metadata `blank` allows one), no lone surrogates, no NaN, no integer that a double does not hold, tuples all the way
down; so an object is immutable and hashable, and any reader of JSON reads the same. Metadata `at_least` and `at_most`
bound a number.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable
from enum import Enum
from typing import Any

import attrs

from onrecord.errors import InvalidValueError

_Check = Callable[[Any], str | None]  # why the value is refused, or None
_Plan = tuple[tuple[str, object, _Check], ...]  # field, its default, its check
_compiled: dict[type, _Plan] = {}

LARGEST_INTEGER = 2**53 - 1
"""The largest integer that every reader of JSON keeps: I-JSON's bound (RFC 7493, section 2.2)."""

TOO_LARGE = "must lie within ±(2**53 - 1), which every reader of JSON keeps: give a number with a point, or words"
"""Why a larger integer is refused."""


def safe_number(value: int) -> int | float | None:
    """A number that every reader of JSON keeps: the integer itself, or the double that is it; else None.

    A double is the integer if it has exactly its value, or is written by JavaScript with exactly its digits.
    """
    if abs(value) <= LARGEST_INTEGER:
        return value
    try:
        double = float(value)
    except OverflowError:
        return None
    return double if value in (int(double), _shortest(double)) else None


def _shortest(double: float) -> int:
    """The integer that the shortest digits for a large double stand for."""
    mantissa, _, exponent = repr(double).partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0) - len(fraction)
    return int(whole + fraction) * 10**shift if shift >= 0 else int(whole)


def check_fields(instance: object) -> None:
    """Refuse the first field whose value its type does not allow, naming field and value.

    Raises:
        InvalidValueError: with `field` as `Class.field`.
    """
    cls = type(instance)
    for name, default, check in _compiled.get(cls) or _compile(cls):
        value = getattr(instance, name)
        reason = None if value is default else check(value)
        if reason is not None:
            refuse(instance, name, reason)


def refuse(instance: object, name: str, reason: str) -> typing.NoReturn:
    """Raise the error for one field of an instance.

    Raises:
        InvalidValueError: always.
    """
    value = getattr(instance, name)
    field = f"{type(instance).__name__}.{name}"
    raise InvalidValueError(f"{field} {reason}, got {_shown(value)}", field=field, value=value)


def _shown(value: object) -> str:
    if type(value) is int and value.bit_length() > 256:
        return f"an int of {value.bit_length()} bits"
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:79] + "…"


def _compile(cls: type) -> _Plan:
    hints = typing.get_type_hints(cls)
    plan = tuple((f.name, f.default, checker(hints[f.name], f.metadata)) for f in attrs.fields(cls))
    _compiled[cls] = plan
    return plan


def checker(hint: Any, metadata: typing.Mapping[Any, Any]) -> _Check:
    """What tells why a value is not one that a field's type and metadata allow."""
    if isinstance(hint, typing.NewType) or hint is str:
        return _is_str_or_blank if metadata.get("blank") else _is_str
    if hint in (int, float):
        return _number(hint, metadata.get("at_least"), metadata.get("at_most"))
    if typing.get_origin(hint) is tuple:
        return _tuple_of(checker(typing.get_args(hint)[0], metadata))
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return _union(typing.get_args(hint), metadata)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member_of(hint)
    return _instance_of(typing.cast("type[object]", hint))


def _union(args: tuple[Any, ...], metadata: typing.Mapping[Any, Any]) -> _Check:
    some = [arg for arg in args if arg is not type(None)]
    check = _number(float, None, None) if set(some) == {int, float} else checker(some[0], metadata)
    if len(some) == len(args):
        return check
    return lambda value: None if value is None else check(value)


def _is_str(value: object) -> str | None:
    if value == "":
        return "must not be empty (leave out what is not known)"
    return _is_str_or_blank(value)


def _is_str_or_blank(value: object) -> str | None:
    if type(value) is not str:
        return "must be a str"
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            return f"must not hold a lone surrogate (character {error.start})"
    return None


def _number(kind: type, low: float | None, high: float | None) -> _Check:
    accepted = (int,) if kind is int else (int, float)
    name = "an int" if kind is int else "a finite number"

    def check(value: Any) -> str | None:
        if type(value) not in accepted or not (type(value) is int or math.isfinite(value)):
            return f"must be {name}"
        if type(value) is int and abs(value) > LARGEST_INTEGER:
            return TOO_LARGE
        if (low is not None and value < low) or (high is not None and value > high):
            return f"must be from {low} to {high}" if high is not None else f"must be {low} or more"
        return None

    return check


def _tuple_of(element: _Check) -> _Check:
    def check(value: object) -> str | None:
        if type(value) is not tuple:
            return "must be a tuple"
        for index, item in enumerate(typing.cast("tuple[object, ...]", value)):
            reason = element(item)
            if reason is not None:
                return f"[{index}] {reason}"
        return None

    return check


def _member_of(enum: type[Enum]) -> _Check:
    reason = f"must be a {enum.__name__} ({', '.join(str(member.value) for member in enum)})"
    return lambda value: None if type(value) is enum else reason


def _instance_of(cls: type) -> _Check:
    reason = f"must be a {cls.__name__}"
    return lambda value: None if type(value) is cls else reason
