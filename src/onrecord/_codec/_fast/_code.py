"""What the code of the fast path is made from, and the lines it is made of."""

from __future__ import annotations

import functools
import typing
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import attrs

from onrecord._codec._document import TABLES
from onrecord._codec._structure import simple

CLASSES: Final[typing.Mapping[str, Any]] = TABLES
"""By table of a file, the class of what stands in it."""


@attrs.frozen
class Member:
    """One member of a class, as JSON has it."""

    name: str
    kind: Any
    """The type of the value, or of each element of an array."""
    many: bool
    """Whether it is an array."""
    required: bool
    """Whether a text must have it."""
    default: Any
    metadata: typing.Mapping[Any, Any]

    @property
    def is_class(self) -> bool:
        """Whether it holds objects of a class of the model."""
        return attrs.has(self.kind)


@functools.cache
def members_of(cls: Any) -> tuple[Member, ...]:
    """The members of a class, in the order of its fields."""
    hints = typing.get_type_hints(cls)
    return tuple(_member(field, simple(hints[field.name])) for field in attrs.fields(cls))


class Code:
    """Lines of code for one function, and the names that they know."""

    def __init__(self, names: typing.Mapping[str, Any]) -> None:
        self._names = dict(names)
        self._lines: list[str] = []
        self._depth = 0
        self._made = 0

    def add(self, line: str) -> None:
        """Add a line."""
        self._lines.append("    " * self._depth + line)

    def variable(self) -> str:
        """A variable that no other line has."""
        self._made += 1
        return f"v{self._made}"

    def know(self, name: str, value: object) -> str:
        """Give a value a name."""
        self._names[name] = value
        return name

    @contextmanager
    def indented(self) -> Generator[None]:
        """Indent the lines added meanwhile."""
        self._depth += 1
        yield
        self._depth -= 1

    def function(self, name: str) -> Any:
        """The function of that name that the lines define."""
        exec("\n".join(self._lines), self._names)
        return self._names[name]


def _member(field: attrs.Attribute[Any], kind: Any) -> Member:
    many = typing.get_origin(kind) is tuple
    required = field.default is attrs.NOTHING or bool(field.metadata.get("explicit"))
    element = simple(typing.get_args(kind)[0]) if many else kind
    return Member(field.name, element, many, required, field.default, field.metadata)
