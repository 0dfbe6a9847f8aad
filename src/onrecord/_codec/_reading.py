"""Reading: text to data to a dossier, and every fault in one error."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from os import PathLike, fspath

from cattrs.errors import BaseValidationError

from onrecord._codec import _fast, _files, _lines
from onrecord._codec._converter import dossier_of, shared_converter, structure_dossier
from onrecord._codec._faults import FaultError, problems_in, told
from onrecord._codec._limits import Limits
from onrecord._codec._readable import in_order
from onrecord._codec._text import checked, parse
from onrecord._codec._versions import places_as_given
from onrecord._dossier import Dossier
from onrecord.errors import FormatError


def loads(text: str | bytes, *, limits: Limits, source: str = "") -> Dossier:
    """Read text, naming its source in the error.

    Raises:
        FormatError: with every fault.
    """
    try:
        data = checked(text, limits)
        with _uncollected():
            document = _fast.read_document(data, limits) if isinstance(data, bytes) else None
            if document is not None:
                return dossier_of(document, limits)
            return from_dict(parse(data), limits=limits, source=source)
    except (BaseValidationError, FaultError) as error:
        raise FormatError(told(problems_in(error), limits.faults), source=source) from None


def load(path: str | PathLike[str], *, limits: Limits) -> Dossier:
    """Read a file."""
    if _files.is_lines(path):
        with _uncollected():
            return _lines.load(path, limits)
    return loads(_files.read(path, limits.size), limits=limits, source=fspath(path))


def from_dict(data: object, *, limits: Limits, source: str = "") -> Dossier:
    """Read plain data, naming its source in the error.

    Raises:
        FormatError: with every fault.
    """
    try:
        return structure_dossier(data, shared_converter(), limits)
    except (BaseValidationError, FaultError) as error:
        problems = places_as_given(in_order(problems_in(error), data), data)
        raise FormatError(told(problems, limits.faults), source=source) from None


@contextmanager
def _uncollected() -> Generator[None]:
    """Pause the cyclic collector: a bulk of new objects, none of which is garbage, makes it search in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
