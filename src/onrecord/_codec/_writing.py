"""Writing: a dossier to data to text, and to a file whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO

from onrecord._codec._document import document_of, objects_in
from onrecord._codec._faults import FaultError
from onrecord._codec._reading import converter
from onrecord._dossier import Dossier, faults_of
from onrecord.errors import FormatError, Problem


def dumps(dossier: Dossier, *, indent: int | None = None) -> str:
    """Write text."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(to_dict(dossier), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """Write plain data.

    Raises:
        FormatError: for what could not be read back.
    """
    faults = faults_of(**objects_in(dossier))
    if faults:
        raise FormatError(faults, source="the dossier")
    try:
        data: dict[str, Any] = converter().unstructure(document_of(dossier))
    except FaultError:
        raise FormatError(tuple(_unwritable(dossier)), source="the dossier") from None
    return data


def save(dossier: Dossier, path: str | PathLike[str], *, indent: int | None = 2) -> None:
    """Write a file."""
    _replace(Path(path), (dumps(dossier, indent=indent) + "\n").encode())


def _unwritable(dossier: Dossier) -> Iterator[Problem]:
    tables: dict[str, tuple[Any, ...]] = {**objects_in(dossier)}  # type: ignore[dict-item]
    parts: list[tuple[str, object]] = [("$.extra", dossier.extra)]
    for name, table in tables.items():
        parts += [(f"$.{name}[{index}]", item) for index, item in enumerate(table)]
    for path, part in parts:
        try:
            converter().unstructure(part)
        except FaultError as fault:
            yield Problem(path=path, code=fault.code, message=str(fault))


def _replace(path: Path, data: bytes) -> None:
    target = Path(os.path.realpath(path))  # a link stays a link
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or pipe is no file to put another in the place of
        return
    aside = target.with_name(f".onrecord-{secrets.token_hex(8)}.tmp")
    file = _opened(aside, path)
    try:
        with file:
            if target.exists():
                aside.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)  # noqa: PTH105
    finally:
        aside.unlink(missing_ok=True)


def _opened(aside: Path, path: Path) -> BinaryIO:
    """The file beside, new; where it cannot be made, the error names the file that was to be written."""
    try:
        return aside.open("xb")
    except OSError as error:
        error.filename = str(path)
        raise
