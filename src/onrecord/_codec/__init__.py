"""JSON: dossiers to and from text, lines, files and plain data; strict in reading, the same bytes in writing.

These are thin doors: cattrs and json are loaded by the first call. The only importer of cattrs, and of msgspec.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any

from onrecord._codec._limits import DEFAULT, Limits
from onrecord._dossier import Dossier
from onrecord._model import Actor, Event, Extra, Identity, Link, Location, Source, Statement
from onrecord.errors import FormatError

if TYPE_CHECKING:
    import cattrs

    from onrecord._codec._files import Readable, Writable

__all__ = [
    "Limits",
    "canonical_bytes",
    "configure_converter",
    "digest",
    "dumps",
    "from_dict",
    "json_schema",
    "load",
    "loads",
    "make_converter",
    "read_jsonl",
    "save",
    "to_dict",
    "write_jsonl",
]


def loads(text: str | bytes, *, limits: Limits = DEFAULT) -> Dossier:
    r"""Read a dossier from JSON text; the inverse of `dumps`.

    Bytes must be UTF-8, with or without a byte-order mark. Nothing is changed, dropped or filled in: what is not
    exactly right is refused, and all faults of the text are told in one error: those of form, and among the objects
    that can be read those of reference and anchor. An object that cannot be read brings no further fault with it.

    Texts of older versions of the format are migrated. Of a newer minor version, members that this release does not
    know are kept in the `extra` of their object, as `onrecord:0.9:member`, and written back as they were.

    | code | what was found |
    | --- | --- |
    | `encoding` | bytes that are not UTF-8 |
    | `not-json` | no JSON; the message has line and column |
    | `too-large` | more bytes than `Limits.size` |
    | `too-many` | more objects than `Limits.count` |
    | `more-faults` | more faults than `Limits.faults`, which are not told |
    | `too-deep` | brackets nested beyond what is read; in `extra`, beyond `Limits.depth` |
    | `not-gzip` | a file that is not compressed, though its name ends in `.gz` |
    | `gzip` | a file that is compressed, though its name does not end in `.gz` |
    | `damaged` | a compressed file that cannot be unzipped, or ends too early |
    | `version` | a format version that this release does not read |
    | `missing-key` | a member that must be there is not |
    | `unknown-key` | a member that the format does not have |
    | `repeated-key` | one key twice in an object |
    | `wrong-type` | null, or a value of another JSON type |
    | `invalid-number` | NaN, Infinity, an integer beyond ±(2**53 - 1), more than a double holds |
    | `unknown-term` | a word that is not in its vocabulary |
    | `invalid-value` | a value, or values together, that no object of the model may hold |

    and the faults of `Dossier.check`. Its findings are no reason to refuse a file: ask `check` for them.

    Args:
        text: the JSON text.
        limits: how much is read before it is refused.

    Raises:
        FormatError: with every fault in `.problems`, each with its place: `$.statements[3].speaker`.

    >>> from onrecord import loads
    >>> loads('{"onrecord": "0.2", "actors": [{"id": "mayor", "name": "Ada Lindqvist", "kind": "person"}]}')
    <Dossier: 0 sources, 1 actor, 0 locations, 0 events, 0 statements>
    >>> loads('{"onrecord": "0.2", "actors": [{"id": "mayor", "nmae": "Ada Lindqvist", "kind": "persn"}]}')
    Traceback (most recent call last):
    onrecord.errors.FormatError: the document: 3 problems
      $.actors[0].nmae: is no member of Actor; did you mean 'name'?
      $.actors[0].kind: is no ActorKind: 'persn'; did you mean 'person'?
      $.actors[0].name: is missing and must be there
    """
    from onrecord._codec import _reading

    return _reading.loads(text, limits=limits)


def dumps(dossier: Dossier, *, indent: int | None = None) -> str:
    """Write a dossier as JSON text; the inverse of `loads`, which reads whatever this writes, within its limits.

    Members that are None, empty or False by default are left out, all others are written, keys in the order of the
    classes' fields, text as it is rather than escaped. Equal dossiers give equal text, anywhere.

    Args:
        dossier: what to write.
        indent: the spaces to indent each level by; None: everything on one line.

    Raises:
        FormatError: for a dossier with faults of ids, references, anchors or contents (see `Dossier.check`, whose
            findings are written as they are), and for a key of `extra` in the library's own namespace that is no member
            of a newer format.
    """
    from onrecord._codec import _writing

    return _writing.dumps(dossier, indent=indent)


def load(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> Dossier:
    """Read a dossier from a file; the inverse of `save`, and as strict as `loads`.

    A name that ends in `.jsonl` is that of JSON Lines (see `read_jsonl`), any other that of a JSON document; a further
    `.gz` says that it is compressed by gzip.

    Args:
        path: the file.
        limits: how much is read before it is refused; for a compressed file, unzipped.

    Raises:
        FormatError: with every fault; it names the file. Those of JSON Lines have the number of the line.
        FileNotFoundError: where there is no such file; other errors of the system pass as they are, too.
    """
    from onrecord._codec import _reading

    return _reading.load(path, limits=limits)


def save(dossier: Dossier, path: str | PathLike[str], *, indent: int | None = 2) -> None:
    """Write a dossier to a file, whole or not at all; the inverse of `load`, in the format that the name says.

    The text is written to a file beside it, brought to the disk, and put in the place of the old file in one step:
    whatever fails, the old file stays as it was. A file that was there keeps its permissions; a symbolic link stays a
    link. What a killed process left beside it is removed by the next save.

    Args:
        dossier: what to write.
        path: the file; as for `load`, `.jsonl` stands for JSON Lines and `.gz` for compression by gzip.
        indent: the spaces to indent each level by; None: everything on one line. JSON Lines have none.

    Raises:
        FormatError: as for `dumps`; the file is not touched.
        OSError: where the system refuses, naming the file; it is not touched.
    """
    from onrecord._codec import _writing

    _writing.save(dossier, path, indent=indent)


def read_jsonl(
    source: str | PathLike[str] | Readable,
    *,
    limits: Limits = DEFAULT,
    on_bad: Callable[[FormatError], object] | None = None,
    on_progress: Callable[[int, int | None], object] | None = None,
) -> Generator[Source | Actor | Location | Event | Statement | Link | Identity | Extra, None, None]:
    r"""Read the objects of a file of JSON Lines one by one, in its order and in bounded memory.

    Each line is an object with the format's version and one member that names its kind: `{"onrecord":"0.2",
    "statement":{…}}`; the kinds are `source`, `actor`, `location`, `event`, `statement`, `link`, `identity`, and
    `extra` for the foreign data of the whole. Lines stand in any order. Each is read as strictly as by `loads`, by
    itself: references and anchors are judged by `load`, which makes one dossier of all lines.

    Args:
        source: a file, compressed by gzip if its name ends in `.gz`, or anything that reads lines of bytes.
        limits: how much is read before it is refused; all are those of one line.
        on_bad: takes the error for each bad line, with its problems and their line, and reading goes on; without it
            the first bad line ends the reading.
        on_progress: called every 1,000 lines and at the end with the bytes read and the bytes there are; None where
            that is not known, as for compressed files and streams.

    Raises:
        FormatError: for the first bad line, with all its faults.
        InvalidValueError: for a stream of text, which must be opened in binary mode.

    >>> import io
    >>> from onrecord import read_jsonl
    >>> bad = []
    >>> lines = io.BytesIO(b'{"onrecord":"0.2","event":{"id":"fire","label":"The fire"}}\n{"onrecord":"0.2"}\n')
    >>> [item.id for item in read_jsonl(lines, on_bad=bad.append)]
    ['fire']
    >>> print(bad[0].problems[0])
    line 2, $: a line has exactly one of source, actor, location, event, statement, link, identity, extra
    """
    from onrecord._codec import _lines

    return _lines.read(source, limits=limits, on_bad=on_bad, on_progress=on_progress)


def write_jsonl(
    objects: Dossier | Iterable[Source | Actor | Location | Event | Statement | Link | Identity | Extra],
    target: str | PathLike[str] | Writable,
) -> None:
    """Write objects as JSON Lines, one by one; the inverse of `read_jsonl`.

    Equal objects give equal lines, anywhere.

    Args:
        objects: a dossier, or any objects of one, in the order in which they are to stand.
        target: a file, which is written whole or not at all as by `save`, compressed by gzip if its name ends in
            `.gz`; or anything that takes bytes, which are left there if an object cannot be written.

    Raises:
        FormatError: for a dossier with faults, as for `dumps`.
        InvalidValueError: for what is no object of a dossier.
        OSError: where the system refuses.
    """
    from onrecord._codec import _lines

    _lines.write(objects, target)


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """Turn a dossier into plain dicts, lists, strings and numbers, as `dumps` writes them; the inverse of `from_dict`.

    Raises:
        FormatError: as for `dumps`.
    """
    from onrecord._codec import _writing

    return _writing.to_dict(dossier)


def from_dict(data: object, *, limits: Limits = DEFAULT) -> Dossier:
    """Make a dossier from plain dicts, lists, strings and numbers, as strictly as `loads`; the inverse of `to_dict`.

    Args:
        data: the plain data.
        limits: how much is read before it is refused; `size` is not looked at.

    Raises:
        FormatError: with every fault, as for `loads`.
    """
    from onrecord._codec import _reading

    return _reading.from_dict(data, limits=limits)


def canonical_bytes(dossier: Dossier) -> bytes:
    """Write a dossier in its canonical form, the JSON of RFC 8785 (JCS): equal dossiers give equal bytes, anywhere.

    No spaces, keys sorted by their UTF-16 code units, numbers as ECMAScript writes them. `loads` reads it. RFC 8785 has
    one kind of number, so 1 and 1.0 are written alike.

    Raises:
        FormatError: as for `dumps`.

    >>> from onrecord import Dossier, Event, canonical_bytes
    >>> canonical_bytes(Dossier(events=[Event(id="fire", label="The fire")]))
    b'{"events":[{"id":"fire","label":"The fire"}],"onrecord":"0.2"}'
    """
    from onrecord._codec import _canonical

    return _canonical.canonical_bytes(dossier)


def digest(dossier: Dossier) -> str:
    """Tell a dossier by the SHA-256 of its canonical form, in 64 hexadecimal digits: equal dossiers have one digest.

    It is the same on any machine, in whatever order the objects were given. A dossier without its texts
    (`Dossier.without_text`) is another one, with another digest.

    Raises:
        FormatError: as for `dumps`.

    >>> from onrecord import Dossier, digest
    >>> digest(Dossier())
    'e22425765e0b3e0c211192f85a1cc5a204821368fec854ddc8e8f0bdd6fb7153'
    """
    from onrecord._codec import _canonical

    return _canonical.digest(dossier)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format, as plain data of your own; that of a line is its `$defs/Line`.

    It holds for the version in its `$id`, and says what can be said of one place at a time: keys, types, terms and
    bounds. What takes more than one place, such as ids that are answered and spans that stand in the text, only
    `loads` and `Dossier.check` tell.

    >>> from onrecord import json_schema
    >>> json_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    from onrecord._codec import _schema

    return _schema.json_schema()


def make_converter() -> cattrs.Converter:
    """Make a cattrs converter that reads and writes every class of onrecord, and `Dossier`, strictly.

    It also takes ids, tuples and lists of them, and reads `str`, `int`, `float` and `bool` without conversion. Faults
    are raised as `cattrs.ClassValidationError` or `cattrs.IterableValidationError`, whose places
    `cattrs.transform_error` lists.

    >>> from onrecord import Name, make_converter
    >>> make_converter().structure({"value": "Kyiv", "kind": "short"}, Name)
    Name(value='Kyiv', kind=<NameKind.short: 'short'>)
    """
    from onrecord._codec import _converter

    return _converter.make_converter()


def configure_converter(converter: cattrs.Converter) -> None:
    """Teach a cattrs converter of yours every class of onrecord; how it treats all else stays as it is.

    onrecord's classes are read as strictly as by `make_converter`, whatever the converter's own settings, and faults in
    them are always told in full (`detailed_validation`). A hook that you register for one of the classes afterwards
    wins.
    """
    from onrecord._codec import _converter

    _converter.configure_converter(converter)
