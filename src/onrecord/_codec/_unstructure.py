"""Unstructure hooks, compiled once a class: what is absent or empty by default is left out, all else is written."""

from __future__ import annotations

import typing
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeAlias

import attrs
from cattrs import Converter

from onrecord._codec._structure import simple
from onrecord._model import Extra, Json

Hook: TypeAlias = Callable[[Any], Any]


def class_hook(cls: type, converter: Converter) -> Hook:
    """The hook for one attrs class; classes in its fields are looked up with the converter."""
    hints = typing.get_type_hints(cls)
    members = [
        (field.name, _hook_for(hints[field.name], converter), _omits_none(field), _omits_empty(field))
        for field in attrs.fields(cls)
        if field.init
    ]

    def unstructure(instance: Any) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, hook, omits_none, omits_empty in members:
            value = getattr(instance, name)
            if (omits_none and value is None) or (omits_empty and not value):
                continue
            data[name] = hook(value) if hook else value
        return data

    return unstructure


def unstructure_term(member: Enum) -> Any:
    """The hook for a closed vocabulary."""
    return member.value


def unstructure_extra(value: Json) -> Any:
    """The hook for foreign data, as plain dicts and lists."""
    if isinstance(value, Extra):
        return {key: unstructure_extra(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [unstructure_extra(item) for item in value]
    return value


def _hook_for(hint: Any, converter: Converter) -> Hook | None:
    kind = simple(hint)
    if kind in (str, bool, int, float):
        return None
    if typing.get_origin(kind) is tuple:
        return _array(_hook_for(typing.get_args(kind)[0], converter))
    if kind is Extra:
        return unstructure_extra
    return unstructure_term if issubclass(kind, Enum) else converter.get_unstructure_hook(kind)


def _array(hook: Hook | None) -> Hook:
    return (lambda values: [hook(value) for value in values]) if hook else list


def _omits_none(field: attrs.Attribute[Any]) -> bool:
    return field.default is None


def _omits_empty(field: attrs.Attribute[Any]) -> bool:
    return field.default in ((), False, Extra())
