"""Strict structure hooks, compiled once a class from its fields' types: exact JSON types, no null, no unknown key."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, NewType, TypeAlias

import attrs
from cattrs import Converter

from onrecord._codec._faults import (
    REFUSALS,
    FaultError,
    Repeated,
    at_item,
    at_member,
    enough,
    in_class,
    in_items,
    is_array,
    is_object,
    repeated_key,
    safe,
    shown,
    step,
    suggestion,
    too_deep,
    unknown_key,
    until_enough,
    wrong_type,
)
from onrecord._fields import checker
from onrecord._model import Extra
from onrecord._model._extra import MOST_LEVELS
from onrecord.errors import InvalidValueError

Hook: TypeAlias = Callable[[Any, Any], Any]

SCALARS: Mapping[type, tuple[str, tuple[type, ...]]] = {
    str: ("a string", (str,)),
    bool: ("true or false", (bool,)),
    int: ("an integer", (int,)),
    float: ("a number", (int, float)),
}
"""For each type of a single value, its name and the exact types that are taken for it."""


def class_hook(cls: type, converter: Converter) -> Hook:
    """The hook for one attrs class; classes in its fields are looked up with the converter."""
    hints = typing.get_type_hints(cls)
    fields = [field for field in attrs.fields(cls) if field.init]
    hooks = {
        field.name: (hook_for(hints[field.name], converter, field.metadata), simple(hints[field.name]))
        for field in fields
    }
    required = [field.name for field in fields if field.default is attrs.NOTHING or field.metadata.get("explicit")]

    def structure(value: Any, _: object) -> Any:
        data, faults = _members_of(value, cls)
        given: dict[str, Any] = {}
        for key, item in data.items():
            if faults and enough():
                break
            if key not in hooks:
                faults.append(unknown_key(key, cls))
                continue
            hook, kind = hooks[key]
            try:
                given[key] = hook(item, kind)
            except REFUSALS as error:
                faults.append(at_member(error, cls, key))
        faults += [at_member(KeyError(name), cls, name) for name in required if name not in data]
        return _make(cls, given, faults)

    return structure


def hook_for(hint: Any, converter: Converter, metadata: Mapping[Any, Any]) -> Hook:
    """The hook for the type of a field, absence apart: an absent member is left out."""
    kind = simple(hint)
    if kind in SCALARS:
        return scalar_hook(kind, metadata)
    if typing.get_origin(kind) in (tuple, list):
        return array_hook(kind, converter, metadata)
    if kind is Extra:
        return structure_extra
    return term_hook(kind) if issubclass(kind, Enum) else converter.get_structure_hook(kind)


def simple(hint: Any) -> Any:
    """The one type that a hint comes down to: an id is a `str`, `int | float` a `float`; None does not count."""
    if isinstance(hint, NewType):
        return simple(hint.__supertype__)
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint
    kinds = {simple(arg) for arg in typing.get_args(hint)} - {types.NoneType}
    return float if kinds == {int, float} else kinds.pop()


def scalar_hook(kind: type, metadata: Mapping[Any, Any]) -> Hook:
    """The hook for a single value: its exact type, and what the model demands of it."""
    expected, accepted = SCALARS[kind]
    check = checker(kind, metadata)

    def structure(value: Any, _: object) -> Any:
        if type(value) not in accepted:
            raise wrong_type(value, expected)
        number = safe(value, accepted)
        reason = check(number)
        if reason is not None:
            raise FaultError("invalid-value", f"{reason}, got {shown(value)}")
        return number

    return structure


def array_hook(hint: Any, converter: Converter, metadata: Mapping[Any, Any]) -> Hook:
    """The hook for a tuple or list of one type."""
    make, element = typing.get_origin(hint), typing.get_args(hint)[0]
    hook, kind = hook_for(element, converter, metadata), simple(element)

    def structure(value: Any, _: object) -> Any:
        if not is_array(value):
            raise wrong_type(value, "an array")
        items: list[Any] = []
        faults: list[Exception] = []
        for index, item in enumerate(value):
            try:
                items.append(hook(item, kind))
            except REFUSALS as error:
                faults.append(at_item(error, index))
                if enough():
                    break
        if faults:
            raise in_items(hint, faults)
        return make(items)

    return structure


def term_hook(vocabulary: type[Enum]) -> Hook:
    """The hook for a closed vocabulary."""
    terms = {member.value: member for member in vocabulary}

    def structure(value: Any, _: object) -> Enum:
        if type(value) is not str:
            raise wrong_type(value, "a string")
        if value in terms:
            return terms[value]
        hint = suggestion(value, list(terms)) or f"; the terms are {', '.join(terms)}"
        raise FaultError("unknown-term", f"is no {vocabulary.__name__}: {shown(value)}{hint}")

    return structure


def structure_extra(value: Any, _: object) -> Extra:
    """The hook for foreign data: any JSON, under namespaced keys."""
    if not isinstance(value, dict | Repeated):
        raise wrong_type(value, "an object")
    _check_foreign(value, 0)
    return Extra(value)  # type: ignore[arg-type]  # without faults it is a dict


def _members_of(value: Any, cls: type) -> tuple[dict[str, Any], list[Exception]]:
    if isinstance(value, Repeated):
        return value.data, [
            at_member(repeated_key(), cls, step(key).removeprefix(".")) for key in until_enough(value.keys)
        ]
    if not is_object(value):
        raise wrong_type(value, "an object")
    return value, []


def _make(cls: type, given: dict[str, Any], faults: list[Exception]) -> Any:
    if not faults:
        try:
            return cls(**given)
        except InvalidValueError as error:
            name = error.field.partition(".")[2]
            faults = [at_member(error, cls, name) if name else error]
    raise in_class(cls, faults)


def _check_foreign(value: Any, depth: int) -> None:
    if depth > MOST_LEVELS:
        raise too_deep(MOST_LEVELS)
    faults: list[Exception] = []
    if isinstance(value, Repeated):
        faults += [at_item(repeated_key(), key) for key in until_enough(value.keys)]
        value = value.data
    if is_object(value):
        faults += _key_faults(value, "" if depth == 0 else "any:key ")
        faults += _foreign_faults(value.items(), depth + 1)
    elif is_array(value):
        faults += _foreign_faults(enumerate(value), depth + 1)
    else:
        _check_single(value)
    if faults:
        raise in_items(Extra, faults)


def _foreign_faults(items: Iterable[tuple[Any, Any]], depth: int) -> Iterator[Exception]:
    for key, item in items:
        try:
            _check_foreign(item, depth)
        except REFUSALS as error:
            yield at_item(error, key)
            if enough():
                return


def _key_faults(data: dict[Any, Any], prefix: str) -> Iterator[Exception]:
    for key in until_enough(data):
        if prefix and isinstance(key, str) and key.isascii():
            continue
        try:
            Extra({f"{prefix}{key}" if isinstance(key, str) else key: None})
        except InvalidValueError as error:
            yield at_item(error, key)


def _check_single(value: Any) -> None:
    if type(value) not in (types.NoneType, bool, int, float, str):
        raise wrong_type(value, "a JSON value")
    safe(value)
    if type(value) is float or (type(value) is str and not value.isascii()):
        Extra({"any:key": value})
