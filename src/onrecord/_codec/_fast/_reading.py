"""Reading by msgspec: text decoded into shapes, the shapes made into the model's objects, the keys counted.

Needs msgspec: loaded by `_fast` alone.
"""

from __future__ import annotations

from typing import Any, Final, cast

import msgspec

from onrecord._codec._document import FORMAT, Document, Item
from onrecord._codec._fast._code import CLASSES
from onrecord._codec._fast._keys import MOST_LEVELS, NESTED, DeclinedError, has_keys, has_refused_number, make_extra
from onrecord._codec._fast._making import maker
from onrecord._codec._fast._shapes import KINDS, document_shape, line_shape
from onrecord._codec._limits import Limits

_REFUSED: Final = (ValueError, RecursionError)
"""What msgspec and the model raise to refuse; anything else is a bug, and passes."""

_decode_line: Final = msgspec.json.Decoder[Any](line_shape()).decode
_decode_document: Final = msgspec.json.Decoder[Any](document_shape()).decode
_MAKERS: Final = {cls: maker(cls) for cls in CLASSES.values()}
_BY_KIND: Final = [(kind, _MAKERS[KINDS[kind]]) for kind in sorted(KINDS, key=lambda kind: kind != "statement")]
"""Statements first: there are the most of them."""


def read_line(line: bytes, limits: Limits) -> Item | None:
    """The object of a line, or None for what is refused or doubtful."""
    try:
        item, keys, marks = _item_of(_decode_line(line))
    except _REFUSED:
        return None
    if not has_keys(line, keys + 2) or (marks and _is_doubtful(line, marks, limits)) or limits.count == 0:
        return None
    return cast("Item", item)


def read_document(data: bytes, limits: Limits) -> Document | None:
    """What stands in a file, or None for what is refused or doubtful."""
    try:
        document, keys, marks = _document_of(_decode_document(data), limits)
    except _REFUSED:
        return None
    return None if not has_keys(data, keys) or _is_doubtful(data, marks, limits) else document


def _item_of(given: Any) -> tuple[Any, int, int]:
    """The object of a line, the number of its keys and its marks; of two objects, one is not counted."""
    for kind, make in _BY_KIND:
        shape = getattr(given, kind)
        if shape is not None:
            return make(shape)
    if given.extra is None:
        raise DeclinedError
    return make_extra(given.extra)


def _document_of(given: Any, limits: Limits) -> tuple[Document, int, int]:
    members: dict[str, Any] = {}
    count, keys, marks = 0, 1, 0
    for name, cls in CLASSES.items():
        table = getattr(given, name)
        if table is not None:
            count, keys, make = count + len(table), keys + 1, _MAKERS[cls]
            for index, shape in enumerate(table):
                table[index], more, found = make(shape)
                keys, marks = keys + more, marks | found
            members[name] = tuple(table)
    if limits.count is not None and count > limits.count:
        raise DeclinedError
    if given.extra is not None:
        members["extra"], more, found = make_extra(given.extra)
        keys, marks = keys + 1 + more, marks | found
    return Document(onrecord=FORMAT, **members), keys, marks


def _is_doubtful(text: bytes, marks: int, limits: Limits) -> bool:
    shallow = limits.depth is not None and limits.depth < MOST_LEVELS
    return bool(marks & NESTED and shallow) or has_refused_number(text, marks)
