"""JSON: dossiers to and from text, files and plain data; strict in reading, the same bytes in writing.

These are thin doors: cattrs and json are loaded by the first call. The only importer of cattrs.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

from onrecord._dossier import Dossier

if TYPE_CHECKING:
    import cattrs

__all__ = [
    "configure_converter",
    "dumps",
    "from_dict",
    "load",
    "loads",
    "make_converter",
    "save",
    "to_dict",
]


def loads(text: str | bytes) -> Dossier:
    r"""Read a dossier from JSON text; the inverse of `dumps`.

    Bytes must be UTF-8, with or without a byte-order mark. Nothing is changed, dropped or filled in: what is not
    exactly right is refused, and all faults of the text are told in one error: those of form, and among the objects
    that can be read those of reference and anchor. An object that cannot be read brings no further fault with it.

    | code | what was found |
    | --- | --- |
    | `encoding` | bytes that are not UTF-8 |
    | `not-json` | no JSON; the message has line and column |
    | `too-deep` | brackets nested beyond what is read; in `extra`, beyond 100 levels |
    | `version` | a format version that this release does not read |
    | `missing-key` | a member that must be there is not |
    | `unknown-key` | a member that the format does not have |
    | `repeated-key` | one key twice in an object |
    | `wrong-type` | null, or a value of another JSON type |
    | `invalid-number` | NaN, Infinity, more than 640 digits, too large or too small for a double |
    | `unknown-term` | a word that is not in its vocabulary |
    | `invalid-value` | a value, or values together, that no object of the model may hold |

    and the faults of `Dossier.check`. Its findings are no reason to refuse a file: ask `check` for them.

    Raises:
        FormatError: with every fault in `.problems`, each with its place: `$.statements[3].speaker`.

    >>> from onrecord import loads
    >>> loads('{"onrecord": "0.1", "actors": [{"id": "mayor", "name": "Ada Lindqvist", "kind": "person"}]}')
    <Dossier: 0 sources, 1 actor, 0 locations, 0 events, 0 statements>
    >>> loads('{"onrecord": "0.1", "actors": [{"id": "mayor", "nmae": "Ada Lindqvist", "kind": "persn"}]}')
    Traceback (most recent call last):
    onrecord.errors.FormatError: the document: 3 problems
      $.actors[0].nmae: is no member of Actor; did you mean 'name'?
      $.actors[0].kind: is no ActorKind: 'persn'; did you mean 'person'?
      $.actors[0].name: is missing and must be there
    """
    from onrecord._codec import _reading

    return _reading.loads(text)


def dumps(dossier: Dossier, *, indent: int | None = None) -> str:
    """Write a dossier as JSON text; the inverse of `loads`, which reads whatever this writes.

    Members that are None, empty or False by default are left out, all others are written, keys in the order of the
    classes' fields, text as it is rather than escaped. Equal dossiers give equal text, anywhere.

    Args:
        dossier: what to write.
        indent: the spaces to indent each level by; None: everything on one line.

    Raises:
        FormatError: for a dossier with faults of ids, references, anchors or contents (see `Dossier.check`, whose
            findings are written as they are), or with numbers or nesting beyond what `loads` reads.
    """
    from onrecord._codec import _writing

    return _writing.dumps(dossier, indent=indent)


def load(path: str | PathLike[str]) -> Dossier:
    """Read a dossier from a JSON file; the inverse of `save`, and as strict as `loads`.

    Raises:
        FormatError: with every fault; it names the file.
        FileNotFoundError: where there is no such file; other errors of the system pass as they are, too.
    """
    from onrecord._codec import _reading

    return _reading.load(path)


def save(dossier: Dossier, path: str | PathLike[str], *, indent: int | None = 2) -> None:
    """Write a dossier to a JSON file, whole or not at all; the inverse of `load`.

    The text is written to a file beside it, brought to the disk, and put in the place of the old file in one step:
    whatever fails, the old file stays as it was. A file that was there keeps its permissions; a symbolic link stays a
    link.

    Args:
        dossier: what to write.
        path: the file.
        indent: the spaces to indent each level by; None: everything on one line.

    Raises:
        FormatError: as for `dumps`; the file is not touched.
        OSError: where the system refuses, naming the file; it is not touched.
    """
    from onrecord._codec import _writing

    _writing.save(dossier, path, indent=indent)


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """Turn a dossier into plain dicts, lists, strings and numbers, as `dumps` writes them; the inverse of `from_dict`.

    Raises:
        FormatError: as for `dumps`.
    """
    from onrecord._codec import _writing

    return _writing.to_dict(dossier)


def from_dict(data: object) -> Dossier:
    """Make a dossier from plain dicts, lists, strings and numbers, as strictly as `loads`; the inverse of `to_dict`.

    Raises:
        FormatError: with every fault, as for `loads`.
    """
    from onrecord._codec import _reading

    return _reading.from_dict(data)


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
