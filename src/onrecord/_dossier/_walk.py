"""Everything inside an object that matters to the whole: references to other objects, and times, with their places.

What a field refers to is read off its type, once a class, so that a new field is checked without a line here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from onrecord._model import (
    Actor,
    ActorId,
    Event,
    EventId,
    Location,
    LocationId,
    Source,
    SourceId,
    Statement,
    StatementId,
)
from onrecord._when import When

Kinds: TypeAlias = tuple[type, ...]
Reference: TypeAlias = tuple[str, str, Kinds]
"""Where (a path below the object), which id, and the classes of which it may be."""

_NOUNS: dict[Any, type] = {
    SourceId: Source,
    ActorId: Actor,
    LocationId: Location,
    EventId: Event,
    StatementId: Statement,
}
_ANCHORS: Kinds = (Source, Event, Statement)
_Plan: TypeAlias = list[tuple[str, Kinds | None, bool]]  # field, kinds if ids (else nested), whether many
_plans: dict[type, _Plan] = {}


def references(item: object, path: str = "") -> Iterator[Reference]:
    """Every id that an object holds, except its own."""
    for name, kinds, many in _plan_of(item):
        value = getattr(item, name)
        if value is None:
            continue
        for index, one in enumerate(value) if many else ((None, value),):
            place = f"{path}.{name}" if index is None else f"{path}.{name}[{index}]"
            if kinds is None:
                yield from references(one, place)
            else:
                yield place, one, kinds


def map_times(item: Any, change: Callable[[When], When]) -> Any:
    """The object with every time in it changed; the same object where none changes."""
    changed: dict[str, Any] = {}
    for name, kinds, many in _plan_of(item):
        value = getattr(item, name)
        if kinds is None and value is not None:
            new = tuple(_mapped(one, change) for one in value) if many else _mapped(value, change)
            if new != value:
                changed[name] = new
    return attrs.evolve(item, **changed) if changed else item


def _mapped(value: Any, change: Callable[[When], When]) -> Any:
    return change(value) if type(value) is When else map_times(value, change)


def _plan_of(item: object) -> _Plan:
    plan = _plans.get(type(item))
    return _plan(type(item)) if plan is None else plan


def _plan(cls: type) -> _Plan:
    if cls is When:
        plan: _Plan = [("relative_to", _ANCHORS, False)]
    else:
        hints = typing.get_type_hints(cls)
        fields = ((f.name, *_reading(hints[f.name])) for f in attrs.fields(cls) if f.name != "id")
        plan = [(name, kinds, many) for name, kinds, many in fields if kinds != ()]
    _plans[cls] = plan
    return plan


def _reading(hint: Any) -> tuple[Kinds | None, bool]:
    """What a field's type says: the classes its ids may be of, None for nested objects, () for plain data."""
    if typing.get_origin(hint) is tuple:
        return _reading(typing.get_args(hint)[0])[0], True
    args = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    some = [arg for arg in args if arg is not type(None)]
    kinds = tuple(_NOUNS[arg] for arg in some if arg in _NOUNS)
    if kinds:
        return kinds, False
    return (None if attrs.has(some[0]) else ()), False
