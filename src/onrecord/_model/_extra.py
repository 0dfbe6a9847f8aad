"""Foreign data carried along: namespaced, deeply immutable, hashable."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeAlias, Union, cast

from onrecord._fields import TOO_LARGE, safe_number
from onrecord.errors import InvalidValueError

Json: TypeAlias = Union[bool, int, float, str, tuple["Json", ...], "Extra", None]
"""A JSON value as onrecord keeps it: arrays are tuples, objects are `Extra`."""

MOST_LEVELS = 200
"""How deep values may nest, so that they compare, hash and print within the interpreter's own limit."""


class Extra(Mapping[str, Json]):
    """Data of other programs that onrecord keeps and does not read: an immutable mapping of JSON values.

    Every key at the top is namespaced with a colon, as `newsroom:desk`, so that two programs never mean different
    things by one key; the namespace `onrecord` is the library's own: `onrecord:0.9:member` is what a file of a newer
    format had as `member`. Lists become tuples and dicts become `Extra`. Values are told apart by type: 1, 1.0 and
    true are three values. An integer beyond ±(2**53 - 1), which not every reader of JSON keeps, becomes the float that
    is it, and is refused where there is none. Values nest at most 200 levels.

    >>> extra = Extra({"newsroom:desk": {"name": "Foreign", "floors": [2, 3]}})
    >>> extra["newsroom:desk"]["floors"]
    (2, 3)

    Raises:
        InvalidValueError: for a key without a namespace or in the library's own, or what JSON cannot hold.
    """

    __slots__ = ("_data", "_key")

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        frozen = _freeze_object(data or {})
        for key in frozen._data:
            _check_namespace(key)
        self._data: dict[str, Json] = frozen._data
        self._key: tuple[Any, ...] = frozen._key

    def __getitem__(self, key: str) -> Json:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Extra) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return f"Extra({self._data!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _freeze_object, (dict(self._data),)


def kept_member(key: str) -> tuple[str, str] | None:
    """The version and the name of a member of a newer format that is kept under a key; None for any other key."""
    prefix, _, rest = key.partition(":")
    version, colon, name = rest.partition(":")
    return (version, name) if prefix == "onrecord" and colon and _is_version(version) else None


def _is_version(text: str) -> bool:
    major, point, minor = text.partition(".")
    return bool(point) and all(
        part.isascii() and part.isdigit() and str(int(part[:9])) == part for part in (major, minor)
    )


def _check_namespace(key: str) -> None:
    prefix, colon, rest = key.partition(":")
    if not (prefix and colon and rest):
        raise InvalidValueError(f"extra key {key!r} needs a namespace: 'prefix:{key}'", field="extra", value=key)
    if prefix == "onrecord" and kept_member(key) is None:
        message = f"extra key {key!r} is in the library's own namespace: give it another prefix"
        raise InvalidValueError(message, field="extra", value=key)


def _freeze_object(data: Mapping[str, Any], depth: int = 0) -> Extra:
    for key in data:
        _check_text(key)
    extra = Extra.__new__(Extra)
    extra._data = {key: _freeze(data[key], depth) for key in sorted(data)}
    extra._key = tuple((key, _typed(value)) for key, value in extra._data.items())
    return extra


def _freeze(value: Any, depth: int) -> Json:
    if isinstance(value, Mapping):
        return _freeze_object(cast("Mapping[str, Any]", value), _deeper(depth))
    if isinstance(value, list | tuple):
        inner = _deeper(depth)
        return tuple([_freeze(item, inner) for item in cast("Sequence[Any]", value)])
    return _freeze_single(value)


def _freeze_single(value: Any) -> Json:
    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return _check_text(value)
    if type(value) is int:
        return _safe(value)
    return value if type(value) is float and math.isfinite(value) else _refuse(value)


def _safe(value: int) -> int | float:
    number = safe_number(value)
    if number is None:
        raise InvalidValueError(f"extra: an integer {TOO_LARGE}", field="extra", value=value)
    return number


def _deeper(depth: int) -> int:
    if depth >= MOST_LEVELS:
        raise InvalidValueError(f"extra must not nest deeper than {MOST_LEVELS} levels", field="extra")
    return depth + 1


def _check_text(text: Any) -> str:
    try:
        if type(text) is str and text.encode() is not None:
            return text
    except UnicodeEncodeError:
        pass
    return _refuse(text)


def _refuse(value: object) -> NoReturn:
    raise InvalidValueError(f"extra holds only what JSON can: {value!r}", field="extra", value=value)


def _typed(value: Json) -> Any:
    if isinstance(value, tuple):
        return (tuple, tuple(_typed(item) for item in value))
    if isinstance(value, Extra):
        return value
    return type(value), repr(value) if isinstance(value, float) else value  # 0.0 and -0.0 are two values
