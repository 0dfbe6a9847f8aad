"""The one order in which a dossier keeps its objects, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from onrecord._model import Identity, Link, Statement

T = TypeVar("T")


def ordered(objects: Iterable[T]) -> tuple[T, ...]:
    """Statements in document order, links and identities by their ends, everything else by id."""
    return tuple(sorted(objects, key=_key))


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
