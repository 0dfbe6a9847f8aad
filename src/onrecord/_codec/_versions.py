"""Versions of the format: data of an older or a newer one, as data of ours, before it is read; and back.

A member that a newer minor version added to a noun, a link, an identity or the file is kept in that object's `extra`
under `onrecord:<version>:<member>`, and written back as the member it was, under that version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

import attrs

from onrecord._codec._document import FORMAT, TABLES, Document
from onrecord._codec._faults import FaultError, Repeated, at_member, in_class, is_array, is_object, shown, step
from onrecord._codec._limits import Limits
from onrecord._codec._migrations import MIGRATIONS
from onrecord._dossier import Dossier
from onrecord._model._extra import kept_member
from onrecord.errors import Problem

RESERVED: Final = "onrecord:"
"""The namespace in `extra` that is the format's own."""

_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\Z", re.ASCII)
_RENAMED = re.compile(r"\.extra\['onrecord-0\.1:")
_PLACE_OF_KEPT = re.compile(r"\.extra\[(['\"])onrecord:\d+\.\d+:(.*?)\1\]")
_MEMBERS: Final = {name: frozenset(f.name for f in attrs.fields(kind)) for name, kind in TABLES.items()}
_FILE_MEMBERS: Final = frozenset(field.name for field in attrs.fields(Document))
_LINE_MEMBERS: Final = frozenset(kind.__name__.lower() for kind in TABLES.values())


def as_ours(data: Any, limits: Limits) -> tuple[Any, tuple[Problem, ...]]:
    """Data of any version that is read, as our version has it, and what in its foreign data must not be there.

    Raises:
        ClassValidationError: for a version that is not read, at its place, and for more objects than the limit.
    """
    document = data.data if isinstance(data, Repeated) else data
    if not is_object(document):
        return data, ()
    version = _version_of(document)
    _check_count(document, limits)
    if version in MIGRATIONS and not isinstance(data, Repeated):
        data = document = _upgraded(document, version)
    most = None if limits.faults is None else limits.faults + 1
    faults = tuple(islice(_foreign_faults(document, limits), most))
    return _adopted(data, version) if is_newer_minor(version) else data, faults


def places_as_given(problems: Iterable[Problem], data: Any) -> Iterator[Problem]:
    """Problems of data as our version has it, with the places that the data have as they were given."""
    members = data.data if isinstance(data, Repeated) else data
    version = members.get("onrecord") if is_object(members) else None
    for problem in problems:
        path = problem.path
        if is_newer_minor(version):
            path = _PLACE_OF_KEPT.sub(lambda match: step(match[2]), path, count=1)
        elif version == "0.1":
            path = _RENAMED.sub(".extra['onrecord:", path, count=1)
        yield attrs.evolve(problem, path=path)


def as_theirs(data: dict[str, Any]) -> dict[str, Any]:
    """Data as our version has it, with the members of newer versions back in their places; the inverse of `as_ours`.

    Raises:
        in_class: a `ClassValidationError` for a key of the reserved namespace that is no such member.
    """
    version = FORMAT
    faults: list[Exception] = []
    for path, item, members in _objects_of(data):
        try:
            version = max(version, _release(item, members), key=_parts)
        except FaultError as fault:
            faults.append(at_member(fault, Dossier, f"{path}.extra".removeprefix("$.")))
    if faults:
        raise in_class(Dossier, faults)
    return {**data, "onrecord": version}


def _version_of(document: Mapping[str, Any]) -> str:
    version = document.get("onrecord")
    if not isinstance(version, str) or version == FORMAT or version in MIGRATIONS or is_newer_minor(version):
        return version if isinstance(version, str) else FORMAT  # what is missing or mistyped is told with the rest
    fault = at_member(FaultError("version", _refusal(version)), Document, "onrecord")
    raise in_class(Dossier, [fault])


def is_newer_minor(version: object) -> bool:
    """Whether a version is a later one of our major version, whose further members are kept."""
    if not isinstance(version, str):
        return False
    return bool(_VERSION.match(version)) and _parts(FORMAT) < _parts(version) < (_parts(FORMAT)[0] + 1, 0)


def _parts(version: str) -> tuple[int, int]:
    match = _VERSION.match(version)
    return (int(match[1]), int(match[2])) if match else (-1, -1)


def _refusal(version: str) -> str:
    if _parts(version) > _parts(FORMAT):
        return f"format {version} is of a newer major version than {FORMAT}, which this release reads: upgrade onrecord"
    reads = ", ".join(map(repr, [*MIGRATIONS, FORMAT]))
    return f"is no format version that this release of onrecord reads: {shown(version)}; it reads {reads}"


def _check_count(document: Mapping[str, Any], limits: Limits) -> None:
    count = sum(len(table) for table in map(document.get, TABLES) if is_array(table))
    if limits.count is not None and count > limits.count:
        raise in_class(Dossier, [too_many(count, limits.count)])


def too_many(count: int, most: int) -> FaultError:
    """The error for more objects than a dossier may have."""
    return FaultError(
        "too-many", f"has {count} objects, and at most {most} are read: limits=Limits(count=None) lifts it"
    )


def _upgraded(document: dict[str, Any], version: str) -> dict[str, Any]:
    while version != FORMAT:
        version, migrate = MIGRATIONS[version]
        document = {**migrate(document), "onrecord": version}
    return document


def _adopted(data: Any, version: str) -> Any:
    document = data.data if isinstance(data, Repeated) else data
    tables = {name: _adopted_table(document[name], name, version) for name in TABLES if name in document}
    whole = {**document, **tables}
    return _adopted_object(
        Repeated(whole, data.keys) if isinstance(data, Repeated) else whole, _FILE_MEMBERS | _LINE_MEMBERS, version
    )


def _adopted_table(table: Any, name: str, version: str) -> Any:
    return [_adopted_object(item, _MEMBERS[name], version) for item in table] if is_array(table) else table


def _adopted_object(item: Any, members: frozenset[str], version: str) -> Any:
    if isinstance(item, Repeated):
        return Repeated(_adopted_object(item.data, members, version), item.keys)
    extra: Any = item.get("extra", {}) if is_object(item) else None
    if not is_object(extra):
        return item
    unknown = {key for key in item if isinstance(key, str) and key not in members}
    if not unknown:
        return item
    known = {key: value for key, value in item.items() if key not in unknown}
    kept = {f"{RESERVED}{version}:{key}": value for key, value in item.items() if key in unknown}
    return {**known, "extra": {**extra, **kept}}


def _release(item: dict[str, Any], members: frozenset[str]) -> str:
    extra = item.get("extra", {})
    version = FORMAT
    for key in [key for key in extra if key.startswith(RESERVED)]:
        newer, name = kept_member(key) or ("", "")
        if not is_newer_minor(newer) or name in members or name in item:
            raise FaultError("invalid-value", _reserved(key))
        version = max(version, newer, key=_parts)
        item[name] = extra.pop(key)
    if not extra:
        item.pop("extra", None)
    return version


def _objects_of(document: Mapping[str, Any]) -> Iterator[tuple[str, Any, frozenset[str]]]:
    """Every object that can have foreign data, with its place and the members that it can have."""
    yield "$", document, _FILE_MEMBERS | _LINE_MEMBERS
    for name in TABLES:
        table = document.get(name)
        if is_array(table):
            yield from ((f"$.{name}[{index}]", item, _MEMBERS[name]) for index, item in enumerate(table))


def _foreign_faults(document: Mapping[str, Any], limits: Limits) -> Iterator[Problem]:
    for path, item, members in _objects_of(document):
        given: Any = item.data if isinstance(item, Repeated) else item
        if not is_object(given):
            continue
        extra: Any = given.get("extra")
        foreign = {f"{path}.extra{step(key)}": (key, extra[key]) for key in extra} if is_object(extra) else {}
        foreign |= {f"{path}{step(key)}": ("", given[key]) for key in given if key not in members}
        for place, (key, value) in foreign.items():
            if limits.depth is not None and _nests_deeper(value, limits.depth):
                message = f"must not nest deeper than {limits.depth} levels: limits=Limits(depth=None) lifts it"
                yield Problem(path=place, code="too-deep", message=message)
            if isinstance(key, str) and kept_member(key) is not None:
                yield Problem(path=f"{path}.extra", code="invalid-value", message=_reserved(key))


def _reserved(key: str) -> str:
    return f"{shown(key)} is in the format's own namespace, and no member of a newer format: give it another prefix"


def _nests_deeper(value: Any, levels: int) -> bool:
    layer: list[Any] = [[value]]
    for _ in range(levels + 1):
        layer = [inner for outer in layer for inner in _containers_in(outer)]
        if not layer:
            return False
    return True


def _containers_in(value: Any) -> list[Any]:
    members: Any = value.data if isinstance(value, Repeated) else value
    inner: Any = members.values() if is_object(members) else members
    return [item for item in inner if isinstance(item, dict | list | Repeated)]
