"""Writing by msgspec: the model's objects packed into structs that leave out what is left out, by one function a class.

The text is that of `json.dumps` for the strict path's data, byte for byte: numbers with a point and foreign data are
written by json itself. Needs msgspec: loaded by `_fast` alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import Enum
from typing import Any, Final, TypeAlias, cast

import msgspec

from onrecord._codec._document import Document
from onrecord._codec._fast._code import CLASSES, Code, Member, members_of
from onrecord._codec._fast._keys import DeclinedError
from onrecord._codec._text import to_text
from onrecord._codec._unstructure import unstructure_extra
from onrecord._codec._versions import RESERVED
from onrecord._model import Extra

Pack: TypeAlias = Callable[[Any], Any]
"""Turns an object into what msgspec writes."""

_encode: Final = msgspec.json.Encoder().encode
_ALWAYS: Final = object()
"""A default that no value is: the member is always written."""


def write(instance: object) -> bytes | None:
    """The JSON text of an object of the model, of foreign data or of a file; None for reserved keys in foreign data."""
    try:
        return _encode(_as_written(instance))
    except DeclinedError:
        return None


def _as_written(instance: Any) -> Any:
    if isinstance(instance, Document):
        return _document(instance)
    return _foreign(instance) if isinstance(instance, Extra) else packer(instance.__class__)(instance)


def _document(document: Document) -> dict[str, Any]:
    tables = {name: [*map(packer(cls), getattr(document, name))] for name, cls in CLASSES.items()}
    data = {"onrecord": document.onrecord, **{name: table for name, table in tables.items() if table}}
    return {**data, "extra": _foreign(document.extra)} if document.extra else data


def _foreign(extra: Extra) -> msgspec.Raw:
    if any(key.startswith(RESERVED) for key in extra):
        raise DeclinedError
    return msgspec.Raw(to_text(unstructure_extra(extra)).encode())


@functools.cache
def packer(cls: Any) -> Pack:
    """The function that packs a class's objects."""
    code = Code({"foreign": _foreign, "point": _point})
    code.add("def pack(given):")
    with code.indented():
        code.add(f"return {_packed(code, cls, 'given')}")
    return cast("Pack", code.function("pack"))


@functools.cache
def _written_shape(cls: type) -> type:
    fields = [(member.name, Any, _omitted(member)) for member in members_of(cls)]
    return msgspec.defstruct(cls.__name__, fields, omit_defaults=True, gc=False, eq=False)


def _omitted(member: Member) -> Any:
    return member.default if member.default in (None, False, (), Extra()) else _ALWAYS


def _packed(code: Code, cls: type, given: str) -> str:
    """Code that packs an object: the expression that then does it."""
    values = [_value(code, member, f"{given}.{member.name}") for member in members_of(cls)]
    return f"{code.know(f'Written{cls.__name__}', _written_shape(cls))}({', '.join(values)})"


def _value(code: Code, member: Member, given: str) -> str:
    if not member.is_class and (member.many or member.kind in (str, int, bool)):
        return given
    value = code.variable()
    code.add(f"{value} = {given}")
    if member.is_class and member.many:
        return _array(code, member.kind, value)
    code.add(f"if {_condition(code, member, value)}:")
    with code.indented():
        code.add(f"{value} = {_single(code, member.kind, value)}")
    return value


def _condition(code: Code, member: Member, value: str) -> str:
    if member.kind is Extra:
        return f"{value} is not {code.know('default_extra', member.default)}"
    return f"type({value}) is float" if member.kind is float else f"{value} is not None"


def _single(code: Code, kind: Any, value: str) -> str:
    if kind is float:
        return f"point({value})"
    if kind is Extra:
        return f"foreign({value}) if {value} else default_extra"
    return f"{value}._value_" if issubclass(kind, Enum) else _packed(code, kind, value)


def _array(code: Code, cls: type, value: str) -> str:
    items, item = code.variable(), code.variable()
    code.add(f"if {value}:")
    with code.indented():
        code.add(f"{items} = []")
        code.add(f"for {item} in {value}:")
        with code.indented():
            code.add(f"{items}.append({_packed(code, cls, item)})")
        code.add(f"{value} = {items}")
    return value


def _point(number: float) -> msgspec.Raw:
    return msgspec.Raw(repr(number).encode())
