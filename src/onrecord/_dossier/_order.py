"""The one order in which a dossier keeps its objects, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from onrecord._model import Identity, Link, Statement
from onrecord.errors import InvalidValueError

T = TypeVar("T")


def ordered(kind: type[T], objects: Iterable[T]) -> tuple[T, ...]:
    """Objects of one class: statements in document order, links and identities by their ends, all else by id.

    Raises:
        InvalidValueError: for an object of another class.
    """
    given = tuple(objects)
    for item in given:
        if type(item) is not kind:
            message = f"a {kind.__name__} belongs here, not {item!r}"
            raise InvalidValueError(message, field=f"Dossier: {kind.__name__}", value=item)
    return tuple(sorted(given, key=_key))


def _key(item: Any) -> tuple[Any, ...]:
    if isinstance(item, Statement):
        return _document_order(item)
    if isinstance(item, Link):
        return (item.kind.value, item.start, item.end, repr(item))
    if isinstance(item, Identity):
        return (item.first, item.second, repr(item))
    return (item.id,)


def _document_order(statement: Statement) -> tuple[Any, ...]:
    if not statement.evidence:
        return (1, "", 0, statement.id)
    first = statement.evidence[0]
    return (0, first.source, first.content.start, statement.id)
