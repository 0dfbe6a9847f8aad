"""JSON Lines: one object a line, each line with the format's version and the kind of its object.

A line is judged by itself, as a file with one object would be; references are judged where a dossier is made of all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

import attrs
from cattrs.errors import BaseValidationError

from onrecord._codec import _fast, _files
from onrecord._codec._converter import shared_converter
from onrecord._codec._document import FORMAT, TABLES, Document, Item, objects_in
from onrecord._codec._faults import (
    FaultError,
    Repeated,
    at_member,
    at_most,
    in_class,
    is_object,
    problems_in,
    repeated_key,
    shown,
    step,
    suggestion,
    told,
    until_enough,
    wrong_type,
)
from onrecord._codec._files import FilePath, Readable, Writable
from onrecord._codec._limits import Limits
from onrecord._codec._readable import id_of
from onrecord._codec._text import parse, to_text
from onrecord._codec._versions import as_ours, as_theirs, is_newer_minor, places_as_given, too_many
from onrecord._dossier import Dossier, faults_among, faults_of
from onrecord._model import Extra
from onrecord._model._extra import kept_member
from onrecord.errors import FormatError, InvalidValueError, Problem

KINDS: Final = {kind.__name__.lower(): name for name, kind in TABLES.items()}
"""For the member that holds a line's object, the table in which a file has such objects."""

_KIND_OF: Final[Mapping[type, str]] = {kind: kind.__name__.lower() for kind in (*TABLES.values(), Extra)}
_HEADS: Final = {kind: f'{{"onrecord":"{FORMAT}","{name}":'.encode() for kind, name in _KIND_OF.items()}
_MEMBERS: Final = ("onrecord", *KINDS, "extra")
_OFTEN: Final = 1_000  # lines between two reports of progress
_BOM: Final = b"\xef\xbb\xbf"
_IN_TABLE: Final = re.compile(r"\$\.(\w+)\[(\d+)\]")


def read(
    source: FilePath | Readable,
    *,
    limits: Limits,
    on_bad: Callable[[FormatError], object] | None = None,
    on_progress: Callable[[int, int | None], object] | None = None,
) -> Generator[Item, None, None]:
    """Read the objects of a file or stream one by one.

    Raises:
        FormatError: for a line that is refused, if `on_bad` does not take it.
    """
    read_line = reader(limits, _name_of(source))
    done, number, size = 0, 0, _size_of(source)
    for number, line in enumerate(_lines_of(source, limits), 1):
        done += len(line)
        try:
            item = read_line(line, number)
        except FormatError as error:
            if on_bad is None:
                raise
            on_bad(error)
        else:
            yield item
        if on_progress is not None and number % _OFTEN == 0:
            on_progress(done, size)
    if on_progress is not None and (number % _OFTEN or not number):
        on_progress(done, size)


def load(path: FilePath, limits: Limits) -> Dossier:
    """Make a dossier of all objects of a file.

    Raises:
        FormatError: with every fault of every line, and of the whole.
    """
    whole = _Whole(limits, fspath(path))
    read_line = reader(limits)
    for number, line in enumerate(_within(_lines_of(path, limits), limits, path), 1):
        try:
            item = read_line(line, number)
        except FormatError as error:
            whole.refuse(line, error)
        else:
            whole.add(item, number)
    faults = whole.faults()
    if faults:
        raise FormatError(told(faults, limits.faults), source=fspath(path))
    return whole.dossier()


class _Whole:
    """The lines of a file that is to be one dossier."""

    def __init__(self, limits: Limits, source: str) -> None:
        self._limits = limits
        self._source = source
        self._tables: dict[str, dict[int, Any]] = {name: {} for name in TABLES}
        self._extras: dict[int, Extra] = {}
        self._bad: list[Problem] = []
        self._unread: set[str] | None = set()
        self._count = 0

    def add(self, item: Item, number: int) -> None:
        if isinstance(item, Extra):
            self._extras[number] = item
            return
        self._tables[KINDS[_KIND_OF[type(item)]]][number] = item
        self._count += 1
        if self._limits.count is not None and self._count > self._limits.count:
            raise FormatError(tuple(problems_in(too_many(self._count, self._limits.count))), source=self._source)

    def refuse(self, line: bytes, error: FormatError) -> None:
        if self._limits.faults is None or len(self._bad) <= self._limits.faults:
            self._bad += error.problems
        ids = None if self._unread is None else _ids_in(line)
        if self._unread is not None and ids is not None:
            self._unread.update(ids)
        else:
            self._unread = None

    def faults(self) -> list[Problem]:
        most = None if self._limits.faults is None else self._limits.faults + 1
        among = map(_on_line, faults_among(self._tables, self._unread, most=most))
        return sorted([*self._bad, *_repeated_extras(self._extras), *among], key=_line_of)

    def dossier(self) -> Dossier:
        objects: dict[str, Any] = {name: table.values() for name, table in self._tables.items()}
        merged = {key: value for extra in self._extras.values() for key, value in extra.items()}
        return Dossier(**objects, extra=Extra(merged))


def _ids_in(line: bytes) -> set[str] | None:
    """The id of the object of a line that is refused; none for what has none, None where it cannot be read."""
    try:
        data = parse(line)
    except FaultError:
        return None
    members: Any = data.data if isinstance(data, Repeated) else data
    kinds = [kind for kind in KINDS if kind in members] if is_object(members) else []
    ids = [id_of(members[kind]) for kind in kinds if kind not in ("link", "identity")]
    if not is_object(members) or None in ids or not (kinds or "extra" in members):
        return None
    return {key for key in ids if key is not None}


def reader(limits: Limits, source: str = "") -> Callable[[bytes, int], Item]:
    """The function that reads one line, given its number: by the fast path, as soon as that pays.

    The function raises `FormatError` with every fault of the line, each with the line's number.
    """
    done, quick = 0, None
    longest = sys.maxsize if limits.size is None else limits.size

    def read_line(line: bytes, number: int) -> Item:
        nonlocal done, quick
        if len(line) > longest and not line.endswith(b"\n"):
            message = f"is longer than {longest:,} bytes: limits=Limits(size=None) lifts it"
            raise FormatError((Problem(path="$", code="too-large", message=message, line=number),), source=source)
        if number == 1:
            line = _first(line)
        if quick is None:
            done += len(line)
            fast = _fast.codec_for(done)
            quick = None if fast is None else fast.read_line
        item = None if quick is None else quick(line, limits)
        return _read_strictly(line, number, limits, source) if item is None else item

    return read_line


def _first(line: object) -> bytes:
    if not isinstance(line, bytes):
        raise InvalidValueError(f"lines are read as bytes, got {line!r}: open the file in binary mode", value=line)
    return line.removeprefix(_BOM)


def write(objects: Dossier | Iterable[Item], target: FilePath | Writable) -> None:
    """Write objects to a file, whole or not at all, or to a stream."""
    lines = lines_of(objects)
    if isinstance(target, str | PathLike):
        _files.replace(target, lines)
        return
    for line in lines:
        _files.write_all(target, line)


def lines_of(objects: Dossier | Iterable[Item]) -> Iterator[bytes]:
    """The lines of objects, each with its end, made as they are asked for.

    Raises:
        FormatError: for a dossier with faults, and for a reserved key in foreign data.
        InvalidValueError: for what is no object of a dossier.
    """
    if isinstance(objects, Dossier):
        faults = faults_of(**objects_in(objects))
        if faults:
            raise FormatError(faults, source="the dossier")
        objects = _items_of(objects)
    return _written(objects)


def _written(objects: Iterable[Item]) -> Iterator[bytes]:
    done, quick = 0, None
    for item in objects:
        head = _HEADS.get(type(item))
        if head is None:
            raise InvalidValueError(f"a line holds a noun, a link, an identity or an Extra, not {item!r}", value=item)
        if quick is None and (fast := _fast.codec_for(done)) is not None:
            quick = fast.write
        text = None if quick is None else quick(item)
        line = _write_strictly(item) if text is None else b"%b%b}\n" % (head, text)
        done += len(line)
        yield line


def _write_strictly(item: Item) -> bytes:
    kind = _KIND_OF[type(item)]
    try:
        return to_text(_as_line(shared_converter().unstructure(item), kind)).encode() + b"\n"
    except BaseValidationError as error:
        problems = (attrs.evolve(_on_line(problem), line=None) for problem in problems_in(error))
        raise FormatError(tuple(problems), source="the object") from None


def _size_of(source: FilePath | Readable) -> int | None:
    if not isinstance(source, str | PathLike) or fspath(source).lower().endswith(".gz"):
        return None
    path = Path(source)
    return path.stat().st_size if path.is_file() else None


def _name_of(source: FilePath | Readable) -> str:
    return fspath(source) if isinstance(source, str | PathLike) else str(getattr(source, "name", ""))


def _lines_of(source: FilePath | Readable, limits: Limits) -> Iterator[bytes]:
    if isinstance(source, str | PathLike):
        return _files.lines(source, limits.size)
    return _files.lines_in(source, limits.size)


def _within(lines: Iterable[bytes], limits: Limits, path: FilePath) -> Iterator[bytes]:
    """The lines of a file that is to be one dossier, as far as its limit goes."""
    size = 0
    for line in lines:
        size += len(line)
        if limits.size is not None and size > limits.size:
            raise _files.too_large(path, limits.size)
        yield line


def _read_strictly(line: bytes, number: int, limits: Limits, source: str) -> Item:
    data = None
    try:
        with at_most(limits.faults):
            data = parse(line)
            return _item_of(data, limits)
    except (BaseValidationError, FaultError) as error:
        problems = places_as_given(map(_on_line, problems_in(error)), data)
        numbered = (attrs.evolve(problem, line=number) for problem in problems)
        raise FormatError(told(numbered, limits.faults), source=source) from None


def _item_of(data: Any, limits: Limits) -> Item:
    document, kind = _as_document(data)
    ours, foreign = as_ours(document, limits)
    faults = [at_member(FaultError(f.code, f.message), Document, f.path.removeprefix("$.")) for f in foreign]
    try:
        read_document = shared_converter().structure(ours, Document)
    except BaseValidationError as error:
        raise in_class(Document, [*faults, *error.exceptions]) from None
    if faults:
        raise in_class(Document, faults)
    item: Item = getattr(read_document, KINDS[kind])[0] if kind else read_document.extra
    return item


def _as_document(data: Any) -> tuple[dict[str, Any], str | None]:
    """A line as a file with one object, and the object's kind; None for a line of the file's own members."""
    members = data.data if isinstance(data, Repeated) else data
    if not is_object(members):
        raise wrong_type(data, "an object")
    kinds = [kind for kind in KINDS if kind in members]
    repeated = until_enough(data.keys) if isinstance(data, Repeated) else ()
    faults = [at_member(repeated_key(), Document, step(key).removeprefix(".")) for key in repeated]
    faults += _shape_faults(members, kinds)
    if faults:
        raise in_class(Document, faults)
    if not kinds:
        return members, None
    version = {"onrecord": members["onrecord"]} if "onrecord" in members else {}
    return {**version, KINDS[kinds[0]]: [members[kinds[0]]]}, kinds[0]


def _shape_faults(members: Mapping[Any, Any], kinds: list[str]) -> list[FaultError]:
    unknown = [key for key in members if key not in _MEMBERS]
    may_have_more = not kinds and "extra" in members and is_newer_minor(members.get("onrecord"))
    faults: list[FaultError] = []
    for key in until_enough([] if may_have_more else unknown):
        message = f"is no member of a line{suggestion(key, list(_MEMBERS))}"
        faults.append(at_member(FaultError("unknown-key", message), Document, step(key).removeprefix(".")))
    objects = [*kinds, *(["extra"] if "extra" in members else [])]
    if len(objects) > 1 or not (objects or unknown):
        found = f"; found {', '.join(objects)}" if objects else ""
        faults.append(FaultError("missing-key", f"a line has exactly one of {', '.join(_MEMBERS[1:])}{found}"))
    return faults


def _as_line(data: Any, kind: str) -> dict[str, Any]:
    if kind == "extra":
        line = as_theirs({"onrecord": FORMAT, "extra": data})
        return {"onrecord": line.pop("onrecord"), "extra": line.pop("extra", {}), **line}
    table = KINDS[kind]
    document = as_theirs({"onrecord": FORMAT, table: [data]})
    return {"onrecord": document["onrecord"], kind: document[table][0]}


def _items_of(dossier: Dossier) -> Iterator[Item]:
    if dossier.extra:
        yield dossier.extra
    for table in objects_in(dossier).values():
        yield from table  # type: ignore[misc]


def _repeated_extras(extras: Mapping[int, Extra]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for number, extra in extras.items():
        for key in extra:
            kept = kept_member(key)
            name = ("extra", key) if kept is None else ("", kept[1])  # a member is one, whatever the version
            if name in seen:
                message = f"stands on an earlier line, too: keep one of {shown(name[1])}"
                path = f"$.extra{step(key)}" if kept is None else f"${step(kept[1])}"
                yield Problem(path=path, code="repeated-key", message=message, line=number)
            seen.add(name)


def _on_line(problem: Problem) -> Problem:
    """A problem of a file, as one of the line that stands in the place of a table's object."""
    match = _IN_TABLE.match(problem.path)
    if match is None:
        return problem
    path = f"$.{_KIND_OF[TABLES[match[1]]]}{problem.path[match.end() :]}"
    message = _IN_TABLE.sub(lambda other: f"line {other[2]}", problem.message)
    return attrs.evolve(problem, path=path, message=message, line=int(match[2]))


def _line_of(problem: Problem) -> int:
    return problem.line or 0
