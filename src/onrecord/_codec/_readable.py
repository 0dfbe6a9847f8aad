"""What of a faulty file can be read, so that its references are judged along with its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs
from cattrs import Converter

from onrecord._codec._document import TABLES, Document
from onrecord._codec._faults import REFUSALS, Repeated, enough, is_array, is_object
from onrecord._dossier import faults_among
from onrecord._fields import checker
from onrecord.errors import Problem

_MEMBERS: Final = frozenset(field.name for field in attrs.fields(Document))
_refusal_of_id: Final = checker(str, {})
_HEAD: Final = re.compile(r"\$\.(\w+)(?:\[(\d+)\])?")


def faults_of_readable(data: object, converter: Converter, most: int | None) -> tuple[Problem, ...]:
    """The faults of reference, anchor and the like among the objects that can be read, each by itself.

    What cannot be read brings no further fault: a reference to it does not dangle, and where not even its id can be
    read, none is said to dangle.
    """
    if enough():
        return ()
    members = data if is_object(data) else {}
    tables: dict[str, dict[int, Any]] = {name: {} for name in TABLES}
    whole = is_object(data) and members.keys() <= _MEMBERS
    unread: list[str | None] = [] if whole else [None]
    for name, kind in TABLES.items():
        table: object = members.get(name, [])
        if not is_array(table):
            unread.append(None)
            continue
        for index, item in enumerate(table):
            try:
                tables[name][index] = converter.structure(item, kind)
            except REFUSALS:
                unread += [id_of(item)] if name not in ("links", "identities") else []
    known = None if None in unread else {key for key in unread if key is not None}
    return faults_among(tables, known, most=most)


def id_of(item: object) -> str | None:
    """The id of an object that cannot be read, if that can."""
    key: Any = item.get("id") if is_object(item) else None
    if isinstance(item, Repeated) and "id" not in item.keys:
        key = item.data.get("id")
    return key if _refusal_of_id(key) is None else None


def in_order(problems: Iterable[Problem], data: object) -> tuple[Problem, ...]:
    """Problems by the member and the element of the file that they are in; what the file lacks comes last."""
    members: Mapping[Any, Any] = data.data if isinstance(data, Repeated) else data if is_object(data) else {}
    places = {name: index for index, name in enumerate(members)}

    def place(problem: Problem) -> tuple[int, int]:
        head = _HEAD.match(problem.path)
        return (places.get(head[1], len(places)), int(head[2] or -1)) if head else (len(places), -1)

    return tuple(sorted(problems, key=place))
