"""What msgspec decodes into, made from the fields of the model's classes.

For most classes that is a `Struct` of the same members, in which an absent optional member is None, whatever the
model's default. For the few whose members are all required it is the class itself, opened: a subclass of the same
layout whose instances can be written and check nothing. Both refuse what the model's fields refuse: null, other JSON
types, empty strings, numbers out of bounds, unknown terms; a struct refuses unknown members, too.
"""

from __future__ import annotations

import functools
import typing
from enum import Enum
from typing import Annotated, Any, Final, Literal

import msgspec

from onrecord._codec._document import FORMAT
from onrecord._codec._fast._code import CLASSES, Member, members_of
from onrecord._fields import LARGEST_INTEGER
from onrecord._model import Extra

KINDS: Final[dict[str, Any]] = {cls.__name__.lower(): cls for cls in CLASSES.values()}
"""What a line of JSON Lines may hold, by the member that names its kind."""


@functools.cache
def is_direct(cls: Any) -> bool:
    """Whether a class's JSON objects are decoded into the class itself, opened."""
    return all(member.required and _is_direct(member) for member in members_of(cls))


@functools.cache
def opened(cls: Any) -> type:
    """A subclass of the same layout, whose instances need no arguments, can be written and check nothing."""
    free = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    typed = {member.name: _typed(member)[0] for member in members_of(cls)} if is_direct(cls) else {}
    body = {**free, "__slots__": (), "__attrs_post_init__": None, "__module__": __name__, "__annotations__": typed}
    made: type = type(cls)(cls.__name__, (cls,), body)
    return made


@functools.cache
def shape_of(cls: Any) -> type:
    """What a class's JSON objects are decoded into."""
    if is_direct(cls):
        return opened(cls)
    return _struct(cls.__name__, [(member.name, *_typed(member)) for member in members_of(cls)])


def line_shape() -> type:
    """What one line of JSON Lines is decoded into: a version, and an object named by its kind."""
    kinds = [(kind, shape_of(cls), None) for kind, cls in KINDS.items()]
    return _struct("Line", [("onrecord", Literal[FORMAT]), *kinds, ("extra", dict[str, Any], None)])


def document_shape() -> type:
    """What a whole file is decoded into."""
    tables = [(name, list[shape_of(cls)], None) for name, cls in CLASSES.items()]  # type: ignore[misc]
    return _struct("Document", [("onrecord", Literal[FORMAT]), *tables, ("extra", dict[str, Any], None)])


def _struct(name: str, fields: list[Any]) -> type:
    return msgspec.defstruct(name, fields, kw_only=True, forbid_unknown_fields=True, gc=False, eq=False)


def _is_direct(member: Member) -> bool:
    return is_direct(member.kind) if member.is_class else member.kind not in (float, Extra)


def _typed(member: Member) -> tuple[Any, ...]:
    element = _decoded(member.kind, member.metadata)
    hint = _array_of(element, member) if member.many else element
    return (hint,) if member.required else (hint, None)


def _array_of(element: Any, member: Member) -> Any:
    """A tuple, which can stand as it is, or a list, whose structs are to be replaced."""
    replaced = member.is_class and not is_direct(member.kind)
    return list[element] if replaced else tuple[element, ...]


def _decoded(kind: Any, metadata: typing.Mapping[Any, Any]) -> Any:
    if kind is str:
        return str if metadata.get("blank") else Annotated[str, msgspec.Meta(min_length=1)]
    if kind in (int, float):
        return _number(kind, metadata.get("at_least"), metadata.get("at_most"))
    if kind is Extra:
        return dict[str, Any]
    return kind if kind is bool or issubclass(kind, Enum) else shape_of(kind)


def _number(kind: type, low: float | None, high: float | None) -> Any:
    least = -LARGEST_INTEGER if low is None else low
    most = LARGEST_INTEGER if high is None else high
    whole = Annotated[int, msgspec.Meta(ge=least, le=most)]
    return whole if kind is int else whole | Annotated[float, msgspec.Meta(ge=low, le=high)]
