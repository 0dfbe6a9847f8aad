"""Writing: a dossier to data to text, and to a file whole or not at all."""

from __future__ import annotations

from os import PathLike
from typing import Any

from cattrs.errors import BaseValidationError

from onrecord._codec import _fast, _files, _lines
from onrecord._codec._converter import shared_converter, unstructure_dossier
from onrecord._codec._document import document_of, objects_in
from onrecord._codec._faults import problems_in
from onrecord._codec._text import to_text
from onrecord._dossier import Dossier, faults_of
from onrecord.errors import FormatError, InvalidValueError


def dumps(dossier: Dossier, *, indent: int | None = None) -> str:
    """Write text.

    Raises:
        InvalidValueError: for an indent that is no number of spaces.
    """
    if indent is not None and (type(indent) is not int or indent < 0):
        raise InvalidValueError(f"indent must be None or a number of spaces, got {indent!r}", value=indent)
    _check(dossier)
    text = _fast.write_document(document_of(dossier)) if indent is None else None
    return to_text(_data_of(dossier), indent) if text is None else text.decode()


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """Write plain data."""
    _check(dossier)
    return _data_of(dossier)


def save(dossier: Dossier, path: str | PathLike[str], *, indent: int | None = 2) -> None:
    """Write a file."""
    if _files.is_lines(path):
        _lines.write(dossier, path)
    else:
        _files.replace(path, [(dumps(dossier, indent=indent) + "\n").encode()])


def _check(dossier: Dossier) -> None:
    faults = faults_of(**objects_in(dossier))
    if faults:
        raise FormatError(faults, source="the dossier")


def _data_of(dossier: Dossier) -> dict[str, Any]:
    try:
        return unstructure_dossier(dossier, shared_converter())
    except BaseValidationError as error:
        raise FormatError(tuple(problems_in(error)), source="the dossier") from None
