"""From each version of the format to the next: small pure functions of plain data, which see one object at a time.

What a step cannot carry over it leaves as it is, for the strict reader to refuse with its place. A step keeps every
object and member where it stands, or faults would be told of places that the file does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from onrecord._codec._faults import is_array, is_object

Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]


def from_0_1(document: dict[str, Any]) -> dict[str, Any]:
    """0.2 keeps the namespace `onrecord` of an `extra` for itself: a key `onrecord:x` becomes `onrecord-0.1:x`.

    It also holds no integer beyond ±(2**53 - 1); the reader takes the double that is exactly such a one.
    """
    renamed: dict[str, Any] = _with_renamed_extra(document)
    return {name: _each(table, _with_renamed_extra) for name, table in renamed.items()}


MIGRATIONS: Final[Mapping[str, tuple[str, Step]]] = {"0.1": ("0.2", from_0_1)}
"""For every older version that is read, the next one and the step to it."""


def _each(table: Any, change: Callable[[Any], Any]) -> Any:
    return [change(item) for item in table] if is_array(table) else table


def _with_renamed_extra(item: Any) -> Any:
    extra: Any = item.get("extra") if is_object(item) else None
    if not is_object(extra):
        return item
    renamed = {_renamed(key): value for key, value in extra.items()}
    return {**item, "extra": renamed} if len(renamed) == len(extra) else item


def _renamed(key: Any) -> Any:
    is_reserved = isinstance(key, str) and key.startswith("onrecord:")
    return f"onrecord-0.1:{key.removeprefix('onrecord:')}" if is_reserved else key
