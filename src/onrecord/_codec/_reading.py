"""Reading: text to data to a dossier, and every fault in one error."""

from __future__ import annotations

import functools
from os import PathLike
from pathlib import Path

from cattrs import Converter
from cattrs.errors import BaseValidationError

from onrecord._codec._converter import make_converter
from onrecord._codec._faults import FaultError, problems_in
from onrecord._codec._readable import in_order
from onrecord._codec._text import parse
from onrecord._dossier import Dossier
from onrecord.errors import FormatError


def loads(text: str | bytes, *, source: str = "") -> Dossier:
    """Read text, naming its source in the error.

    Raises:
        FormatError: with every fault.
    """
    try:
        data = parse(text)
    except FaultError as fault:
        raise FormatError(tuple(problems_in(fault)), source=source) from None
    return from_dict(data, source=source)


def load(path: str | PathLike[str]) -> Dossier:
    """Read a file."""
    return loads(Path(path).read_bytes(), source=str(path))


def from_dict(data: object, *, source: str = "") -> Dossier:
    """Read plain data, naming its source in the error.

    Raises:
        FormatError: with every fault.
    """
    try:
        return converter().structure(data, Dossier)
    except (BaseValidationError, FaultError) as error:
        raise FormatError(in_order(problems_in(error), data), source=source) from None


@functools.cache
def converter() -> Converter:
    """The one converter of the functions here."""
    return make_converter()
