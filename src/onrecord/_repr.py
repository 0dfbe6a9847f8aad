"""How an object is printed where a person looks at it: what it says, and nothing that cannot be seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import cast

import attrs


def shown(self: object) -> str:
    """The class with those fields that differ from their defaults: the `__repr__` of every class of fields.

    What steers a terminal, turns the direction of writing or cannot be seen is escaped, at any depth.
    """
    cls = cast("type[attrs.AttrsInstance]", type(self))
    fields = ((field, getattr(self, field.name)) for field in attrs.fields(cls))
    told = ", ".join(f"{field.name}={value!r}" for field, value in fields if field.repr and value != field.default)
    return f"{cls.__name__}({told})".translate(_escapes())


@cache
def _escapes() -> Mapping[int, str]:
    """Letters and marks without a glyph, which `repr` lets stand; it escapes controls, marks of direction, joiners."""
    some = (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)
    codes = chain(some, range(0x180B, 0x1810), range(0xFE00, 0xFE0E), range(0xE0100, 0xE01F0))
    return {code: chr(code).encode("unicode_escape").decode() for code in codes}
